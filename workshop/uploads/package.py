"""Whether a package (a .pptx, .docx, .xlsx or a template of one) may be opened at all.

Nothing is built here and nothing is fetched: the archive's own list is read, then each member in pieces with a limit,
then the marks of what a library would follow, once from front to end. It runs in the child. The figures are in
workshop.limits.
"""

import zlib
from collections.abc import Iterator, Sequence
from io import BytesIO
from itertools import pairwise
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from facilitation.words import N_, Refused
from workshop import limits
from workshop.uploads import members, parts
from workshop.uploads.parts import Reading

BEGINNING = b"PK\x03\x04"
PIECE = 1 << 20
TYPES = "[Content_Types].xml"
MAIN = {
    "pptx": ("presentationml.presentation.main+xml", "presentationml.template.main+xml"),
    "docx": ("wordprocessingml.document.main+xml", "wordprocessingml.template.main+xml"),
    "xlsx": ("spreadsheetml.sheet.main+xml", "spreadsheetml.template.main+xml"),
}
"""What a package of each kind says it is; those with macros say something else."""


def read(file: bytes, kind: str) -> bool:
    """True if the file may be opened as this kind ("pptx", "docx", "xlsx"); runs in the child. Raises Refused."""
    try:
        _outside(file)
        with ZipFile(BytesIO(file)) as archive:
            listed(archive.infolist(), len(file))
            _inside(archive, kind)
    except (BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, UnicodeError, ValueError, OSError):
        raise Refused(UNREADABLE, code="unreadable") from None
    except MemoryError:
        raise Refused(TOO_LARGE, code="too_long") from None
    return True


TOO_LARGE = N_("The file unpacks to far more than a document holds.")
UNREADABLE = N_("This file cannot be opened: it is damaged, protected by a password, or of another kind.")


def _outside(file: bytes) -> None:
    if len(file) > limits.UPLOAD_BYTES:
        raise Refused(
            N_("The file is larger than %(most)s megabytes."), code="too_long", most=limits.UPLOAD_BYTES >> 20
        )
    if not file.startswith(BEGINNING):
        raise Refused(UNREADABLE, code="unreadable")


def listed(infos: Sequence[ZipInfo], size: int) -> None:
    """What the archive says of itself. Raises Refused."""
    if len(infos) > limits.UPLOAD_MEMBERS or sum(each.file_size for each in infos) > limits.UNPACKED_BYTES:
        raise Refused(TOO_LARGE, code="too_long")
    for each in infos:
        if each.flag_bits & 1 or each.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
            raise Refused(UNREADABLE, code="unreadable")
    members.check_names(infos)
    places = sorted((each.header_offset, each.header_offset + each.compress_size) for each in infos)
    if any(end > start for (_, end), (start, _) in pairwise([*places, (size, size)])):
        raise Refused(N_("Parts of the file lie over each other."), code="unreadable")


def _inside(archive: ZipFile, kind: str) -> None:
    types = Reading(relations=True)
    left, told = limits.UNPACKED_BYTES, Told()
    # What the parts are is said in one of them, wherever it lies.
    for info in sorted(archive.infolist(), key=lambda each: each.filename != TYPES):
        part = _unpacked(archive, info, min(left, limits.PART_UNPACKED_BYTES))
        left -= len(part)
        if parts.is_marked(info.filename, types.type_of(info.filename), part):
            text = parts.plain(part)
            told.more(text, parts.telling(info.filename, text))
            reading = parts.check(info.filename, text)
            types = reading if info.filename == TYPES else types
    if not any(each.endswith(MAIN[kind]) for each in types.types.values()):
        raise Refused(
            N_("This is not a file of the kind that is asked for here: %(kind)s."), code="unreadable", kind=kind
        )


class Told:
    """How much all parts with marks say together: as much as is read in the time that there is."""

    def __init__(self) -> None:
        self.bytes = self.marks = self.telling = self.equals = 0

    def more(self, text: bytes, telling: int) -> None:
        """Raises Refused."""
        self.bytes += len(text)
        self.marks += text.count(b"<")
        self.telling += telling
        self.equals += text.count(b"=")
        if (
            self.bytes > limits.MARKED_BYTES
            or self.marks > limits.MARKS
            or self.telling > limits.MARKS_TOLD
            or self.equals > limits.EQUALS
        ):
            raise Refused(TOO_LARGE, code="too_long")


def _unpacked(archive: ZipFile, info: ZipInfo, most: int) -> bytes:
    """A member, read in pieces: what it says of its own size is not believed."""
    taken = bytearray()
    with archive.open(info) as member:
        for piece in _pieces(member):
            taken += piece
            if len(taken) > most:
                raise Refused(TOO_LARGE, code="too_long")
    return bytes(taken)


def _pieces(member: IO[bytes]) -> Iterator[bytes]:
    while piece := member.read(PIECE):
        yield piece
