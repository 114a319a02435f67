"""What a round asks a plan for, as a sheet to be filled in elsewhere and brought back."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from facilitation.followup import Ask, Round
from facilitation.plans.lines import line_in
from facilitation.report.blocks import Report
from facilitation.report.framing import Frame, framed
from facilitation.report.goals import metric_name
from facilitation.report.reader import Reader
from facilitation.report.sheets import Sheet
from facilitation.report.tabled.columns import DAY, WIDE, WIDEST, Column, sheet, worded
from facilitation.report.tabled.metrics import unit
from facilitation.shapes import Metric, Plan
from facilitation.shapes.followed import Entered
from facilitation.words import N_

KEY = "asked"
STANDING: Mapping[str, str] = {"": "", "final": N_("Final"), "preliminary": N_("Preliminary: it may still change")}


@dataclass(frozen=True, slots=True)
class Row:
    """A figure that is asked for, and what has been given."""

    ask: Ask
    metric: Metric
    given: Entered | None


def id_of(ask: Ask) -> str:
    """The same whenever the same figure is asked for."""
    return f"{ask.about}/{ask.period.last:%Y-%m-%d}" if ask.period else ask.about


def asked_sheet(plan: Plan, asks: Iterable[Ask], entries: Iterable[Entered], to: Reader) -> Sheet:
    """A row a figure, filled in with what was given for its period."""
    rows = [(id_of(row.ask), row) for row in _rows(plan, asks, tuple(entries))]
    return sheet(KEY, N_("Figures that are due"), COLUMNS, rows, to)


def _rows(plan: Plan, asks: Iterable[Ask], entries: tuple[Entered, ...]) -> Iterator[Row]:
    for ask in asks:
        line = line_in(plan, ask.about)
        if ask.of == "figure" and isinstance(line, Metric):
            given = [each for each in entries if (each.metric, each.period) == (ask.about, ask.period)]
            yield Row(ask, line, given[-1] if given else None)


def asked_report(plan: Plan, told: Sheet, round: Round | None, made: date, to: Reader) -> Report:
    """The sheet as a file of its own."""
    part = to.plain(round.name) if round else ""
    frame = Frame(to.plain(plan.title) or to.words(N_("Follow-up")), plan.organisation, part, made=made)
    return framed(to, frame, (), sheets=(told,))


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
