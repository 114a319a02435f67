"""What an answer says, whichever sort of file it is."""

from io import BytesIO
from zipfile import ZipFile, is_zipfile


def told(body: bytes) -> str:
    """All that an answer says; of a workbook, a document or an archive every part of it."""
    if not is_zipfile(BytesIO(body)):
        return body.decode("utf-8", "replace")
    with ZipFile(BytesIO(body)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
