"""The branch as rows: its plan's sheets, and the units' goals with what was decided on each, links both ways."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitation.consolidation import (
    KINDS,
    Branch,
    Decided,
    Figures,
    Together,
    UnitGoal,
    coverage,
    decision_of,
    put_together,
)
from facilitation.report.branch.figures import reason
from facilitation.report.branch.naming import unit_name
from facilitation.report.goals import metric_name
from facilitation.report.reader import Reader
from facilitation.report.sheets import Field, Row, Sheet
from facilitation.report.tabled import sheets
from facilitation.report.tabled.columns import DAY, NARROW, WIDE, WIDEST, Column, sheet, worded
from facilitation.report.tabled.metrics import unit
from facilitation.shapes import Plan
from facilitation.words import N_


@dataclass(frozen=True, slots=True)
class Line:
    """A unit's goal and what was decided on it."""

    goal: UnitGoal
    decision: Decided | None


def branch_sheets(
    branch: Branch, decisions: Sequence[Decided], figures: Figures, plan: Plan, to: Reader
) -> Iterator[Sheet]:
    yield from sheets(plan, to)
    known = decision_of(decisions)
    lines = [(f"{goal.ref.unit}/{goal.ref.goal}", Line(goal, known.get(goal.ref))) for goal in branch.goals]
    together = [(f"together.{number}", each) for number, each in enumerate(put_together(branch, figures, to.pack), 1)]
    if lines:
        yield sheet("unit_goals", N_("Goals of the units"), COLUMNS, lines, to)
        yield matrix(branch, to)
    if together:
        yield sheet("together", N_("Figures of the units together"), TOGETHER, together, to)


def matrix(branch: Branch, to: Reader) -> Sheet:
    """Objectives by units: how many goals of each unit serve each objective."""
    units = [unit for unit in branch.units if unit.id in branch.plans]
    heads = (Field("objective", to.words(N_("Objective of the strategy")), width=WIDEST),)
    counts = tuple(Field(unit.id, unit_name(unit, to).text, "number", width=18) for unit in units)
    seen = coverage(branch, to.pack.strategy)
    rows = (
        Row(
            row.objective.id,
            (
                to.official(
                    f"strategy.objectives.{row.objective.id}", row.objective.text, before=f"{row.objective.id} "
                ).text,
                *(len(row.goals.get(unit.id, ())) for unit in units),
            ),
        )
        for row in (*seen.rows, *seen.own)
    )
    return Sheet("matrix", to.words(N_("Objectives and units")), (*heads, *counts), tuple(rows))


def _why_not(each: Together, to: Reader) -> str:
    reasons = (reason(why, to) for part in (each.baseline, each.target, each.newest) for why in part.why_not)
    return " ".join(dict.fromkeys(reasons))


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
TOGETHER: tuple[Column[Together], ...] = (
    Column("metric", N_("Metric"), lambda each, to: metric_name(each.metric, to).text, width=WIDEST),
    Column("baseline", N_("Baseline"), lambda each, to: each.baseline.value, "number", 14),
    Column("target", N_("Target"), lambda each, to: each.target.value, "number", 14),
    Column("newest", N_("Newest figure"), lambda each, to: each.newest.value, "number", 14),
    Column("unit", N_("Measured in"), lambda each, to: unit(each.metric, to), width=14),
    Column("units", N_("Units"), lambda each, to: len(each.members), "number", NARROW),
    Column("given", N_("Given"), lambda each, to: each.newest.n, "number", NARROW),
    Column(
        "missing",
        N_("Missing"),
        lambda each, to: to.listed([unit_name(one, to).text for one in each.newest.missing]),
        width=WIDE,
    ),
    Column("why_not", N_("Why not"), _why_not, width=WIDEST),
)
