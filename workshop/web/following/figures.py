"""A workbook of figures, baselines and progress that came back, held row by row against what was asked and entered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from flask_babel import force_locale

from facilitation.followup import Ask, Round, asked, before
from facilitation.plans.decided import asked_plan
from facilitation.plans.lines import line_in
from facilitation.plans.results import with_results
from facilitation.plans.state import Life
from facilitation.report.following.asked import asked_sheets, id_of
from facilitation.report.reader import Reader, reader
from facilitation.report.returned import Line, Note, Unfit, compare
from facilitation.report.returned.figures import FILLED, wanted
from facilitation.report.sheets import Sheet
from facilitation.shapes import Action, Milestone, Plan
from facilitation.words import LANGUAGES, Refused
from workshop import store
from workshop.languages import LOCALES
from workshop.perform import plan_log
from workshop.room import rooms_of
from workshop.store import rounds
from workshop.store.tables import FollowRoundRow
from workshop.uploads import checked, child
from workshop.uploads.tables import tables
from workshop.web.comparing import AT_ONCE, NO_TABLES, Comparison, Offer
from workshop.web.differences import Differences, Group, why
from workshop.web.document import wording
from workshop.web.following.asking import Part, part_of
from workshop.web.living import UNSTAMPED, day, state_then, unknown, whole
from workshop.web.method import confirmations
from workshop.web.plans.found import PlanHere
from workshop.web.plans.living import FOREIGN
from workshop.web.plans.succession import entries_of, standing_of

MADE_OF = "round"


@dataclass(frozen=True)
class Stamp:
    """Where a file says it is from."""

    seq: int
    language: str
    round: Round
    dated: bool


@dataclass(frozen=True)
class Brought:
    """A row of the file that says something else: what differs, and the form that would take it in."""

    id: str
    group: Group
    part: Part
    both: bool
    """Somebody entered something else meanwhile: nothing is chosen for them."""


@dataclass(frozen=True)
class Read:
    """What a file wants entered, and what of it cannot be."""

    stamp: Stamp
    rows: Sequence[Brought]
    problems: Sequence[str]


def stamp_of(here: PlanHere, round: Round, language: str, *, dated: bool) -> dict[str, str]:
    """What a file carries along, so that it can be held against what was asked."""
    mark = {"plan": here.row.id, "seq": str(here.life.seq), "language": language, "of": MADE_OF}
    return mark | {"made": round.opens.isoformat(), "round": round.id if dated else ""}


def stamp_in(here: PlanHere, said: Mapping[str, str]) -> Stamp:
    """The stamp, as far as it can be true. Raises Refused, at the field `file`."""
    if said.get("of") != MADE_OF:
        raise Refused(UNSTAMPED, code="unstamped", field="file")
    if said.get("plan") != here.row.id:
        raise Refused(FOREIGN, code="foreign", field="file")
    seq, language, made = whole(said.get("seq")), said.get("language", ""), day(said.get("made"))
    if not (1 <= seq <= here.life.seq and language in LANGUAGES and made):
        raise unknown()
    return Stamp(seq, language, *round_of(said.get("round", ""), made))


def round_of(id: str, made: date) -> tuple[Round, bool]:
    """The round that asked, or what was due on a day without one."""
    with store.reading() as db:
        row = db.get(FollowRoundRow, id) if id else None
        return (rounds.round_of(row), True) if row else (Round("", made, made), False)


def asks_of(life: Life, round: Round, *, dated: bool) -> tuple[Plan, list[Ask]]:
    """What the round asks the plan for, as it stood."""
    plan, now = asked_plan(life) or Plan(""), standing_of(life)
    if now is None or not now.asks(round.opens):
        return plan, []
    return plan, list(asked(plan, before(now.entries, round if dated else None), round, now.counting, life.told))


def told(life: Life, round: Round, to: Reader, *, dated: bool) -> tuple[Sheet, ...]:
    plan, asks = asks_of(life, round, dated=dated)
    return asked_sheets(plan, asks, entries_of(life), life.told, to)


def read(here: PlanHere, file: bytes) -> Read:
    """The file held against where it is from. Raises Refused, at the field `file`."""
    checked(file, "xlsx")
    with AT_ONCE:
        found = child.read(file)
    back, stamp = tables(found["sheets"]), stamp_in(here, found["stamp"])
    if not back:
        raise Refused(NO_TABLES, code="no_tables", field="file")
    room = rooms_of().room(plan_log(here.row.id))
    with force_locale(LOCALES[stamp.language]):
        to = reader(stamp.language, wording, here.pack, confirmations(here.pack.key))
        then = told(state_then(room, stamp.seq), stamp.round, to, dated=stamp.dated)
        _plan, asks = asks_of(state_then(room, stamp.seq), stamp.round, dated=stamp.dated)
        plan = with_results(here.life) or Plan("")
        now = asked_sheets(plan, asks, here.life.entered, here.life.told, to)
        items = list(compare(then, now, back, FILLED))
    return _read(here, asks, stamp, of_items(items, to, now, sha256(file).hexdigest(), here.life.seq))


def of_items(items: Sequence[Line | Note], to: Reader, now: Sequence[Sheet], digest: str, seq: int) -> Comparison:
    offers = [Offer(each, None) for each in items if isinstance(each, Line) and each.state in ("changed", "both")]
    others = [each for each in items if isinstance(each, Line) and each.state not in ("changed", "both")]
    return Comparison(seq, digest, to, tuple(now), offers, others, [each for each in items if isinstance(each, Note)])


def _read(here: PlanHere, asks: Sequence[Ask], stamp: Stamp, of: Comparison) -> Read:
    shown, rows, problems = Differences(of), list[Brought](), list[str]()
    groups = dict(zip(dict.fromkeys(each.line.row for each in of.offers), shown.groups, strict=True))
    for ask in asks:
        lines = [each.line for each in of.offers if each.line.row == id_of(ask)]
        try:
            part = part_now(here, ask, _typed(wanted(lines, of.to, milestones_of(here, ask)))) if lines else None
        except Unfit as unfit:
            problems.append(why(unfit.why, lines[0]))
            continue
        if part:
            rows.append(Brought(id_of(ask), groups[id_of(ask)], part, any(line.state == "both" for line in lines)))
    return Read(stamp, rows, [*shown.problems, *problems])


def milestones_of(here: PlanHere, ask: Ask) -> tuple[Milestone, ...]:
    line = line_in(with_results(here.life) or Plan(""), ask.about)
    return line.milestones if isinstance(line, Action) else ()


def _typed(given: Mapping[str, Any]) -> Mapping[str, Any]:
    """As forms hold it: days as days."""
    return {name: day(value) if name == "day" and value else value for name, value in given.items()}


def part_now(here: PlanHere, ask: Ask, given: Mapping[str, Any] | None = None) -> Part | None:
    """The form of a figure as it stands now, or as a file wants it."""
    return part_of(with_results(here.life) or Plan(""), here.life.entered, here.life.told, ask, given)
