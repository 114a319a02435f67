"""What an answer says, whichever sort of file it is."""

from io import BytesIO
from zipfile import ZipFile, is_zipfile


def told(body: bytes) -> str:
    """All that an answer says, with a calendar's lines unfolded; of a workbook or an archive every part of it."""
    if not is_zipfile(BytesIO(body)):
        return body.decode("utf-8", "replace").replace("\r\n ", "")
    with ZipFile(BytesIO(body)) as archive:
        return "".join(archive.read(name).decode("utf-8", "replace") for name in archive.namelist())
