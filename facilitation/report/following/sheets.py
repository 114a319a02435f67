"""Follow-up as rows: every metric as it stands, every figure that was entered, every action."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from facilitation.followup import STATUSES, Figure, FollowedGoal, FollowedMetric, Loose, Progressed, expected
from facilitation.followup.progress import PROGRESS
from facilitation.report.following.milestones import named
from facilitation.report.following.naming import theme_name
from facilitation.report.goals import metric_name
from facilitation.report.lists import milestones
from facilitation.report.reader import Reader
from facilitation.report.sheets import Sheet
from facilitation.report.tabled.columns import DAY, NARROW, WIDE, WIDEST, Column, sheet, worded
from facilitation.report.tabled.metrics import unit
from facilitation.shapes.followed import Entered
from facilitation.words import N_

STANDINGS = {"preliminary": N_("Preliminary"), "final": N_("Final")}


@dataclass(frozen=True, slots=True)
class OfMetric:
    """A metric under its goal, if it has one."""

    goal: FollowedGoal | Loose
    metric: FollowedMetric


@dataclass(frozen=True, slots=True)
class OfFigure:
    """A period's figure of a metric."""

    of: OfMetric
    figure: Figure

    @property
    def now(self) -> Entered:
        return self.figure.now


@dataclass(frozen=True, slots=True)
class OfAction:
    """An action under its goal, if it has one."""

    goal: FollowedGoal | Loose
    action: Progressed


def follow_sheets(goals: Sequence[FollowedGoal | Loose], to: Reader) -> Iterator[Sheet]:
    metrics = [(f"{_plan(goal)}{each.metric.id}", OfMetric(goal, each)) for goal in goals for each in goal.metrics]
    figures = [
        (f"{id}.{number}", OfFigure(each, figure))
        for id, each in metrics
        for number, figure in enumerate((figure for one in each.metric.series for figure in one.figures), 1)
    ]
    actions = [(f"{_plan(goal)}{each.action.id}", OfAction(goal, each)) for goal in goals for each in goal.actions]
    every = (
        sheet("followed", N_("Follow-up"), METRICS, metrics, to),
        sheet("figures", N_("Figures by period"), FIGURES, figures, to),
        sheet("progress", N_("Progress of actions"), ACTIONS, actions, to),
    )
    return (each for each in every if each.rows)


def _plan(goal: FollowedGoal | Loose) -> str:
    return f"{goal.organisation}/" if goal.organisation else ""


def _number(goal: FollowedGoal | Loose) -> int | None:
    return goal.number if isinstance(goal, FollowedGoal) else None


def _theme(goal: FollowedGoal | Loose, to: Reader) -> str | None:
    return theme_name(goal.pack, goal.theme, to) if isinstance(goal, FollowedGoal) else None


def _last(row: OfMetric) -> float | None:
    return row.metric.last.value if row.metric.last else None


def _aim(row: OfFigure) -> float | None:
    """Nothing is expected of a figure by an older definition."""
    newest = row.of.metric.newest
    held = newest is not None and newest.now.definition == row.now.definition
    return expected(row.of.metric.metric, row.now.period.last) if held else None


def _was(figure: Figure | None) -> float | None:
    return figure.was[-1].value if figure and figure.restated else None


def _begun(row: OfFigure) -> date | None:
    """The first day counted by the figure's definition, where it is not the metric's first."""
    return next((each.first for each in row.of.metric.breaks if each.definition == row.now.definition), None)


def _milestones(row: OfAction, to: Reader) -> str | None:
    points = row.action.action.milestones
    return milestones(points, to).text if points else None


METRICS: tuple[Column[OfMetric], ...] = (
    Column("organisation", N_("Organisation"), lambda row, to: row.goal.organisation, width=WIDE, spare=True),
    Column("goal", N_("Goal"), lambda row, to: _number(row.goal), "number", NARROW),
    Column("theme", N_("Theme"), lambda row, to: _theme(row.goal, to), width=WIDE),
    Column("name", N_("Metric"), lambda row, to: metric_name(row.metric.metric, to).text, width=WIDEST),
    worded("status", N_("Status"), {**STATUSES}, lambda row: row.metric.judged.status),
    Column("newest", N_("Newest figure"), lambda row, to: _last(row), "number", 14),
    Column("was", N_("Before it was corrected"), lambda row, to: _was(row.metric.newest), "number", spare=True),
    Column("expected", N_("Expected"), lambda row, to: row.metric.judged.expected, "number", 14),
    Column("due", N_("Next figure due by"), lambda row, to: row.metric.due, "day", DAY, spare=True),
    Column(
        "target",
        N_("Target"),
        lambda row, to: row.metric.metric.target.value if row.metric.metric.target else None,
        "number",
        14,
    ),
    Column("unit", N_("Measured in"), lambda row, to: unit(row.metric.metric, to), width=14),
    Column("owner", N_("Owner"), lambda row, to: row.metric.metric.owner, width=26),
)
FIGURES: tuple[Column[OfFigure], ...] = (
    Column("organisation", N_("Organisation"), lambda row, to: row.of.goal.organisation, width=WIDE, spare=True),
    Column("name", N_("Metric"), lambda row, to: metric_name(row.of.metric.metric, to).text, width=WIDEST),
    Column("first", N_("From"), lambda row, to: row.now.period.first, "day", DAY),
    Column("last", N_("To"), lambda row, to: row.now.period.last, "day", DAY),
    Column("value", N_("Figure"), lambda row, to: row.now.value, "number", 14),
    Column("expected", N_("Expected"), lambda row, to: _aim(row), "number", 14),
    Column("numerator", N_("Numerator"), lambda row, to: row.now.numerator, "number", 14),
    Column("denominator", N_("Denominator"), lambda row, to: row.now.denominator, "number", 14),
    worded("standing", N_("Status"), STANDINGS, lambda row: row.now.standing),
    Column("definition", N_("Definition"), lambda row, to: row.now.definition, "number"),
    Column("anew", N_("New definition from"), lambda row, to: _begun(row), "day", DAY, spare=True),
    Column("was", N_("Before it was corrected"), lambda row, to: _was(row.figure), "number", spare=True),
    Column("comment", N_("Comment"), lambda row, to: row.now.comment, width=WIDE),
    Column("evidence", N_("Evidence"), lambda row, to: row.now.evidence, width=WIDE),
)


ACTIONS: tuple[Column[OfAction], ...] = (
    Column("organisation", N_("Organisation"), lambda row, to: row.goal.organisation, width=WIDE, spare=True),
    Column("goal", N_("Goal"), lambda row, to: _number(row.goal), "number", NARROW),
    Column("action", N_("Action"), lambda row, to: to.plain(row.action.action.text), width=WIDEST),
    Column("responsible", N_("Responsible"), lambda row, to: row.action.action.responsible, width=26),
    Column("start", N_("Start"), lambda row, to: row.action.action.start, "day", DAY),
    Column("end", N_("End"), lambda row, to: row.action.action.end, "day", DAY),
    worded("progress", N_("Progress"), {**PROGRESS}, lambda row: row.action.progress),
    Column("days", N_("Days late"), lambda row, to: row.action.days or None, "number", NARROW, spare=True),
    Column("milestones", N_("Milestones"), _milestones, width=WIDE, spare=True),
    Column("missed", N_("Late milestones"), lambda row, to: named(row.action.missed, to), width=WIDE, spare=True),
)
