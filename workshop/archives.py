"""Archives that are the same bytes whenever they are made from the same parts."""

from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

FIRST_DAY = (1980, 1, 1, 0, 0, 0)
TYPES = "[Content_Types].xml"


def entry(name: str) -> ZipInfo:
    """A compressed member that tells no time."""
    made = ZipInfo(name, FIRST_DAY)
    made.compress_type = ZIP_DEFLATED
    return made


def rewritten(archive: bytes, change: Callable[[str, bytes], bytes] = lambda name, part: part) -> bytes:
    """The archive with each part as `change(name, part)` gives it, in the same order."""
    smooth = BytesIO()
    with ZipFile(BytesIO(archive)) as source, ZipFile(smooth, "w") as target:
        for name in source.namelist():
            target.writestr(entry(name), change(name, source.read(name)))
    return smooth.getvalue()


def retyped(archive: bytes, of: str) -> bytes:
    """A template as the file that it begins, which libraries open; `of` is "presentation" or "document"."""
    template, begun = b"ml.template.main+xml", f"ml.{of}.main+xml".encode()
    return rewritten(archive, lambda name, part: part.replace(template, begun) if name == TYPES else part)
