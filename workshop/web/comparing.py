"""A workbook that came back: how it differs from what was told and from what is now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256
from threading import BoundedSemaphore
from typing import Any

from flask_babel import force_locale

from facilitation.report.framing import phrases
from facilitation.report.reader import Reader, reader
from facilitation.report.returned import Back, Line, Note, Place, Unfit, compare
from facilitation.report.sheets import Sheet
from facilitation.report.tabled import sheets
from facilitation.words import N_, Refused
from workshop.exports.workbook.texts import sheet_names
from workshop.languages import LOCALES
from workshop.uploads import checked, child
from workshop.uploads.tables import tables
from workshop.web.document import wording
from workshop.web.living import Living
from workshop.web.method import confirmations

AT_ONCE = BoundedSemaphore(2)
"""Files read at the same time; a room is at work."""

NO_TABLES = N_(
    "None of the plan’s sheets is in this workbook. Its first, hidden row tells what each column is; keep it."
)


@dataclass(frozen=True)
class Offer:
    """A difference that can be taken in, with the command that would."""

    line: Line
    command: Any


@dataclass(frozen=True)
class Comparison:
    """What differs, what stays as it is, and what cannot be taken in."""

    seq: int
    digest: str
    to: Reader
    now: Sequence[Sheet]
    offers: Sequence[Offer]
    lines: Sequence[Line]
    """Those that are only told."""
    notes: Sequence[Note]


def compared(living: Living, file: bytes) -> Comparison:
    """The workbook held against where it is from. Raises Refused, at the field `file`."""
    checked(file, "xlsx")
    with AT_ONCE:
        read = child.read(file)
    back, stamped = tables(read["sheets"]), living.stamp_in(read["stamp"])
    if not back:
        raise Refused(NO_TABLES, code="no_tables", field="file")
    with force_locale(LOCALES[stamped.language]):
        to = reader(stamped.language, wording, living.pack, confirmations(living.pack.key))
        now = tuple(sheet for plan in living.now() for sheet in sheets(plan, to))
        told = tuple(sheets(living.then(stamped, to), to))
        items = [*resolved(compare(told, now, back, living.sources), living, to), *foreign(read["sheets"], back, to)]
    return Comparison(
        living.seq,
        sha256(file).hexdigest(),
        to,
        now,
        [each for each in items if isinstance(each, Offer)],
        [each for each in items if isinstance(each, Line)],
        [each for each in items if isinstance(each, Note)],
    )


def foreign(sheets: Iterable[Mapping[str, Any]], back: Iterable[Back], to: Reader) -> Iterator[Note]:
    """Sheets that somebody put beside those that left and that say something."""
    told = phrases(to)
    mine = {*(each.name for each in back), *sheet_names((told.contents, told.charts, told.choices))}
    for sheet in sheets:
        if sheet["name"] not in mine and any(cell is not None for row in sheet["rows"] for cell in row):
            yield Note("sheet", "", Place(sheet["name"]))


def resolved(items: Iterable[Line | Note], living: Living, to: Reader) -> Iterator[Offer | Line | Note]:
    """Each change with its command, where there is one."""
    for item in items:
        if isinstance(item, Line) and item.state in ("changed", "both"):
            yield offer(item, living, to)
        else:
            yield item


def offer(line: Line, living: Living, to: Reader) -> Offer | Line | Note:
    try:
        command = living.wish(line, to)
    except Unfit as unfit:
        return Note(unfit.why, line.sheet, line.place)
    return Offer(line, command) if command else replace(line, state="fixed")
