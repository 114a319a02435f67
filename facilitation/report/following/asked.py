"""What a round asks a plan for, as sheets to be filled in elsewhere and brought back: figures, baselines, progress."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from facilitation.followup import Ask, Round
from facilitation.plans.lines import line_in
from facilitation.report.blocks import Report
from facilitation.report.framing import Frame, framed
from facilitation.report.goals import metric_name
from facilitation.report.lists import milestones
from facilitation.report.reader import Reader
from facilitation.report.sheets import Cell, Sheet
from facilitation.report.tabled.columns import DAY, WIDE, WIDEST, Column, offered, sheet, worded
from facilitation.report.tabled.metrics import unit
from facilitation.shapes import Action, Metric, Plan
from facilitation.shapes.followed import Entered, Told
from facilitation.words import N_

KEY, BASELINES, PROGRESS = "asked", "baselines", "progress"
STANDING: Mapping[str, str] = {"": "", "final": N_("Final"), "preliminary": N_("Preliminary: it may still change")}


L = TypeVar("L", Metric, Action)


@dataclass(frozen=True, slots=True)
class Row:
    """A figure that is asked for, and what has been given."""

    ask: Ask
    metric: Metric
    given: Entered | None


@dataclass(frozen=True, slots=True)
class Asked(Generic[L]):
    """A baseline or an action that is asked for, and what was said of it."""

    ask: Ask
    line: L
    told: Told | None = None


def id_of(ask: Ask) -> str:
    """The same whenever the same figure is asked for."""
    return f"{ask.about}/{ask.period.last:%Y-%m-%d}" if ask.period else ask.about


def asked_sheets(
    plan: Plan, asks: Sequence[Ask], entries: Iterable[Entered], told: Mapping[str, Told], to: Reader
) -> tuple[Sheet, ...]:
    """A row a figure, filled in with what was given for its period; baselines and actions where any are asked for."""
    figures = [(id_of(row.ask), row) for row in _rows(plan, asks, tuple(entries))]
    promised = [(id_of(ask), Asked(ask, line)) for ask, line in _lines(plan, asks, "baseline", Metric)]
    under_way = [
        (id_of(ask), Asked(ask, line, told.get(line.id))) for ask, line in _lines(plan, asks, "action", Action)
    ]
    return (
        sheet(KEY, N_("Figures that are due"), COLUMNS, figures, to),
        *((sheet(BASELINES, N_("Baselines that are due"), OF_BASELINES, promised, to),) if promised else ()),
        *((sheet(PROGRESS, N_("How far actions have come"), OF_ACTIONS, under_way, to),) if under_way else ()),
    )


def _lines(plan: Plan, asks: Iterable[Ask], of: str, sort: type[L]) -> Iterator[tuple[Ask, L]]:
    """What is asked of one sort, with its line in the plan."""
    for ask in asks:
        line = line_in(plan, ask.about)
        if ask.of == of and isinstance(line, sort):
            yield ask, line


def _rows(plan: Plan, asks: Iterable[Ask], entries: tuple[Entered, ...]) -> Iterator[Row]:
    for ask, line in _lines(plan, asks, "figure", Metric):
        given = [each for each in entries if (each.metric, each.period) == (ask.about, ask.period)]
        yield Row(ask, line, given[-1] if given else None)


def asked_report(plan: Plan, told: Sequence[Sheet], round: Round | None, made: date, to: Reader) -> Report:
    """The sheets as a file of their own."""
    part = to.plain(round.name) if round else ""
    frame = Frame(to.plain(plan.title) or to.words(N_("Follow-up")), plan.organisation, part, made=made)
    return framed(to, frame, (), sheets=tuple(told))


COLUMNS: tuple[Column[Row], ...] = (
    Column("name", N_("Metric"), lambda row, to: metric_name(row.metric, to).text, width=WIDEST),
    Column("unit", N_("Measured in"), lambda row, to: unit(row.metric, to), width=14),
    Column("role", N_("Role"), lambda row, to: row.ask.role, width=26),
    Column("first", N_("From"), lambda row, to: row.ask.period.first if row.ask.period else None, "day", DAY),
    Column("last", N_("To"), lambda row, to: row.ask.period.last if row.ask.period else None, "day", DAY),
    Column("before", N_("Last time"), lambda row, to: row.ask.last.value if row.ask.last else None, "number", 14),
    Column("numerator", N_("Numerator"), lambda row, to: row.given.numerator if row.given else None, "number", 14),
    Column(
        "denominator", N_("Denominator"), lambda row, to: row.given.denominator if row.given else None, "number", 14
    ),
    Column("value", N_("Figure"), lambda row, to: row.given.value if row.given else None, "number", 14),
    worded("standing", N_("How sure it is"), STANDING, lambda row: row.given.standing if row.given else ""),
    Column("comment", N_("Comment"), lambda row, to: row.given.comment if row.given else None, width=WIDE),
    Column("evidence", N_("Evidence"), lambda row, to: row.given.evidence if row.given else None, width=WIDE),
)


def _reading(row: Asked[Metric], field: str) -> Cell:
    found = getattr(row.line.baseline, field, None)
    return None if found == "" else found


OF_BASELINES: tuple[Column[Asked[Metric]], ...] = (
    Column("name", N_("Metric"), lambda row, to: metric_name(row.line, to).text, width=WIDEST),
    Column("unit", N_("Measured in"), lambda row, to: unit(row.line, to), width=14),
    Column("role", N_("Role"), lambda row, to: row.ask.role, width=26),
    Column("value", N_("Baseline"), lambda row, to: _reading(row, "value"), "number", 14),
    Column("day", N_("Measured on"), lambda row, to: _reading(row, "day"), "day", DAY),
    Column("comment", N_("Comment"), lambda row, to: _reading(row, "note"), width=WIDE),
)
OF_ACTIONS: tuple[Column[Asked[Action]], ...] = (
    Column("text", N_("Action"), lambda row, to: to.theirs(row.line.text).text, width=WIDEST),
    Column("role", N_("Role"), lambda row, to: row.ask.role, width=26),
    Column("start", N_("From"), lambda row, to: row.line.start, "day", DAY),
    Column("end", N_("To"), lambda row, to: row.line.end, "day", DAY),
    offered("action", "status", N_("Status"), lambda row: row.line.status, width=16, spare=False),
    Column(
        "milestones",
        N_("Milestones, with “reached” behind those that are"),
        lambda row, to: milestones(row.line.milestones, to).text if row.line.milestones else None,
        width=WIDE,
        spare=True,
    ),
    Column("comment", N_("Comment"), lambda row, to: row.told.comment if row.told else None, width=WIDE),
)
