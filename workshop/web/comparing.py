"""A workbook that came back: where it says it comes from, and how it differs from what was told and what is now."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from threading import BoundedSemaphore

from flask_babel import force_locale

from facilitation import packs
from facilitation.live.commands import ReviseCard
from facilitation.live.state import Workshop
from facilitation.plans.draft import drafts
from facilitation.report.extracts import EXTRACTS
from facilitation.report.reader import Reader, reader
from facilitation.report.returned import Line, Note, Unfit, compare, wish
from facilitation.report.sheets import Sheet
from facilitation.report.tabled import sheets
from facilitation.shapes import Plan
from facilitation.words import LANGUAGES, N_, Refused
from workshop.languages import LOCALES
from workshop.perform import workshop_log
from workshop.room import Moment, Room, rooms_of
from workshop.store.log import Log
from workshop.store.tables import WorkshopRow
from workshop.uploads import checked, child
from workshop.uploads.tables import tables
from workshop.web.document import wording
from workshop.web.method import confirmations

AT_ONCE = BoundedSemaphore(2)
"""Files read at the same time; a room is at work."""

UNSTAMPED = N_("This file does not say which plan it is from. Download a new one and change that.")
OF_A_PLAN = N_(
    "This file is of a plan that lives by itself since it left the workshop. Change it on the plan’s own page."
)
FOREIGN = N_("This file is from another workshop. Bring it there.")
UNKNOWN = N_("This file says that it is from a moment that this workshop never had. Download a new one.")
NO_TABLES = N_(
    "None of the plan’s sheets is in this workbook. Its first, hidden row tells what each column is; keep it."
)


@dataclass(frozen=True)
class Stamp:
    """Where a file says it comes from; nothing but the comparison rests on it."""

    seq: int
    draft: int
    language: str
    hosting: bool
    made: date | None
    extract: str


def stamp(
    workshop: str, seq: int, draft: int, language: str, *, hosting: bool, made: date, extract: str
) -> dict[str, str]:
    """What a file carries along: all that is needed to make it once more."""
    where = {"workshop": workshop, "seq": str(seq), "draft": str(draft), "language": language}
    return {**where, "view": "host" if hosting else "room", "made": made.isoformat(), "of": extract}


@dataclass(frozen=True)
class Offer:
    """A difference that can be taken in, with the command that would."""

    line: Line
    command: ReviseCard


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


def compared(found: WorkshopRow, file: bytes) -> Comparison:
    """The workbook held against the workshop. Raises Refused, at the field `file`."""
    checked(file, "xlsx")
    with AT_ONCE:
        read = child.read(file)
    living, back = rooms_of().room(workshop_log(found.id)), tables(read["sheets"])
    stamped = stamp_in(read["stamp"], found, living)
    if not back:
        raise Refused(NO_TABLES, code="no_tables", field="file")
    with force_locale(LOCALES[stamped.language]):
        pack = packs.load(found.pack)
        to = reader(stamped.language, wording, pack, confirmations(pack.key))
        now = tuple(sheet for plan in drafts(living.state, pack, of_groups=True) for sheet in sheets(plan, to))
        told = tuple(sheets(draft_then(living, stamped, to), to))
        items = list(resolved(compare(told, now, back), living.state, to))
    return Comparison(
        living.seq,
        sha256(file).hexdigest(),
        to,
        now,
        [each for each in items if isinstance(each, Offer)],
        [each for each in items if isinstance(each, Line)],
        [each for each in items if isinstance(each, Note)],
    )


def stamp_in(said: Mapping[str, str], found: WorkshopRow, living: Room) -> Stamp:
    """The stamp, as far as it can be true. Raises Refused."""
    if "plan" in said:
        raise Refused(OF_A_PLAN, code="of_a_plan", field="file")
    if "workshop" not in said:
        raise Refused(UNSTAMPED, code="unstamped", field="file")
    if said["workshop"] != found.id:
        raise Refused(FOREIGN, code="foreign", field="file")
    seq, draft, language = whole(said.get("seq")), whole(said.get("draft")), said.get("language", "")
    if not 1 <= seq <= living.seq or draft < 0 or language not in LANGUAGES:
        raise Refused(UNKNOWN, code="unknown", field="file")
    extract = said.get("of", "")
    if extract and extract not in EXTRACTS:
        raise Refused(UNKNOWN, code="unknown", field="file")
    return Stamp(seq, draft, language, said.get("view") == "host", day(said.get("made")), extract)


def day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def whole(text: str | None) -> int:
    """A whole number; -1 for what is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else -1


def draft_then(living: Room, stamped: Stamp, to: Reader) -> Plan:
    """The draft as the file was made from it. Raises Refused."""
    plans = drafts(state_then(living, stamped.seq), to.pack, of_groups=stamped.hosting)
    if stamped.draft >= len(plans):
        raise Refused(UNKNOWN, code="unknown", field="file")
    return plans[stamped.draft]


def state_then(living: Room, seq: int) -> Workshop:
    """The workshop as it stood after that event, told again from its log."""
    if seq == living.seq:
        return living.state
    facts = living.transactions.read(lambda connection: Log(connection, living.key).since())
    return (
        Moment(0, living.ledger.initial()).caught_up(living.ledger, [each for each in facts if each.seq <= seq]).state
    )


def resolved(items: Iterable[Line | Note], state: Workshop, to: Reader) -> Iterator[Offer | Line | Note]:
    """Each change with its command, where there is one."""
    for item in items:
        if isinstance(item, Line) and item.state in ("changed", "both"):
            yield offer(item, state, to)
        else:
            yield item


def offer(line: Line, state: Workshop, to: Reader) -> Offer | Line | Note:
    try:
        command = wish(line, state, to)
    except Unfit as unfit:
        return Note(unfit.why, line.sheet, line.place)
    return Offer(line, command) if command else replace(line, state="fixed")
