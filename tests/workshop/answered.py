"""What an answer says, whichever sort of file it is."""

from io import BytesIO
from zipfile import ZipFile, is_zipfile

from tests.workshop.readback import flat, of_pdf


def told(body: bytes) -> str:
    """All that an answer says, with a calendar's lines unfolded and a printed page's letters together; of a workbook, a
    deck or an archive every part of it, and what is packed in that."""
    if body.startswith(b"%PDF-"):
        return flat(of_pdf(body))
    if not is_zipfile(BytesIO(body)):
        return body.decode("utf-8", "replace").replace("\r\n ", "")
    with ZipFile(BytesIO(body)) as archive:
        return "".join(told(archive.read(name)) for name in archive.namelist())
