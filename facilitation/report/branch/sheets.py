"""The branch as rows: its plan's sheets, and the units' goals with what was decided on each, links both ways."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitation.consolidation import KINDS, Branch, Decided, UnitGoal, decision_of
from facilitation.report.reader import Reader
from facilitation.report.sheets import Sheet
from facilitation.report.tabled import sheets
from facilitation.report.tabled.columns import DAY, NARROW, WIDE, WIDEST, Column, sheet, worded
from facilitation.shapes import Plan
from facilitation.words import N_


@dataclass(frozen=True, slots=True)
class Line:
    """A unit's goal and what was decided on it."""

    goal: UnitGoal
    decision: Decided | None


def branch_sheets(branch: Branch, decisions: Sequence[Decided], plan: Plan, to: Reader) -> Iterator[Sheet]:
    yield from sheets(plan, to)
    known = decision_of(decisions)
    lines = [(f"{goal.ref.unit}/{goal.ref.goal}", Line(goal, known.get(goal.ref))) for goal in branch.goals()]
    if lines:
        yield sheet("unit_goals", N_("Goals of the units"), COLUMNS, lines, to)


def _kind(line: Line) -> str:
    return line.decision.kind if line.decision else ""


COLUMNS: tuple[Column[Line], ...] = (
    Column("unit", N_("Unit"), lambda line, to: to.plain(line.goal.unit.name) or line.goal.unit.id, width=WIDE),
    Column("number", N_("Number"), lambda line, to: line.goal.number, "number", NARROW),
    Column("goal", N_("Goal"), lambda line, to: to.plain(line.goal.goal.to), width=WIDEST),
    Column("objectives", N_("Objectives"), lambda line, to: to.listed(line.goal.goal.objectives)),
    Column("due", N_("By"), lambda line, to: line.goal.goal.due, "day", DAY),
    worded("decision", N_("Decision"), {"": "", **KINDS}, _kind, width=WIDE),
    Column("reason", N_("Why"), lambda line, to: line.decision.reason if line.decision else None, width=WIDE),
    Column(
        "goal_of_branch",
        N_("Goal of the branch"),
        lambda line, to: line.decision.id if line.decision and line.decision.kind != "keep" else None,
        width=16,
    ),
)
