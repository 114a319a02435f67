"""The guard at the door: a file is looked at from outside in a child, so that none can stop a worker."""

from facilitation.words import Refused
from workshop import limits
from workshop.uploads import child


def checked(file: bytes, kind: str, field: str = "file") -> bytes:
    """The same bytes, if they may be opened as this kind ("pptx", "docx", "xlsx"). Raises Refused at the field."""
    try:
        child.read(file, "package", kind, seconds=limits.CHECK_SECONDS, megabytes=limits.CHECK_MEGABYTES)
    except Refused as refused:
        refused.field = field
        raise
    return file
