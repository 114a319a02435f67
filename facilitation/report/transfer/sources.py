"""Everything of a plan that a transfer's column may hold: the columns of the plan's own sheets, and a few more.

The keys stand in mappings that administrators keep: they are only added to.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeAlias

from facilitation.report.reader import Reader
from facilitation.report.sheets import Cell
from facilitation.report.tabled import actions, goals, metrics
from facilitation.report.tabled.columns import Column, written
from facilitation.report.tabled.placed import Placed
from facilitation.report.transfer.lines import Line
from facilitation.report.transfer.shape import RowKind
from facilitation.shapes import Goal, Metric, Plan, Reading
from facilitation.words import N_

Split: TypeAlias = Callable[[Plan], Sequence[tuple[str, Column[Any]]]]
"""The columns that a source comes to in this plan, each with what is added to its head."""

FIXED = "text"
"""The source that says nothing by itself: only the column's own text stands there."""


@dataclass(frozen=True, slots=True)
class Source:
    """`of` is what it tells of: a goal, a metric, an action, the plan, or a text; `head`: its name, a sentence."""

    key: str
    of: str
    head: str
    split: Split
    things: Callable[[Line], Iterable[Any]]
    """What of a row it is told of; a goal's row tells of each of its metrics."""
    choice: Column[Any] | None = None
    """Where it holds one of a few answers: the column that knows them."""


def _earliest(at: Placed[Goal], _: Reader) -> Cell:
    """The day on which the first of its actions begins."""
    days = [action.start for action in at.it.actions if action.start]
    return min(days) if days else None


def _said(reading: Reading | None, at: Placed[Metric], to: Reader) -> Cell:
    return to.measured(reading, at.it.unit) if reading else None


def _reached_by(reading: Reading) -> date:
    return reading.day or date.max


def _targets(at: Placed[Metric], to: Reader) -> Cell:
    """2027: 40 %, a line a target."""
    told = sorted(at.it.targets, key=_reached_by)
    return "\n".join(
        f"{each.day.year}: {_said(each, at, to)}" if each.day else f"{_said(each, at, to)}" for each in told
    )


def _by_year(plan: Plan) -> Sequence[tuple[str, Column[Any]]]:
    """A column for every year in which any metric has a target; one that stays empty where none has."""
    every = (*(metric for goal in plan.goals for metric in goal.metrics), *plan.loose_metrics)
    years = sorted({reading.day.year for metric in every for reading in metric.targets if reading.day})
    return [(str(year), _of_year(year)) for year in years] or [
        ("", Column("target", "", lambda at, to: None, "number"))
    ]


def _of_year(year: int) -> Column[Placed[Metric]]:
    def cell(at: Placed[Metric], _: Reader) -> Cell:
        """The last target of that year."""
        told = [each for each in at.it.targets if each.day and each.day.year == year]
        return max(told, key=_reached_by).value if told else None

    return Column(f"target_{year}", "", cell, "number", 14)


PLAN: tuple[Column[Plan], ...] = (
    Column("organisation", N_("Organisation"), lambda plan, to: plan.organisation, width=26),
    written("title", N_("Title"), lambda plan: plan.title),
    Column("period", N_("Years of the plan"), lambda plan, to: plan.period.name, width=14),
    Column("owner", N_("Owner"), lambda plan, to: plan.owner, width=26),
    Column("record_number", N_("Record number"), lambda plan, to: plan.record_number),
)
GOAL: tuple[Column[Placed[Goal]], ...] = (
    *goals.COLUMNS,
    Column("start", N_("Start of its first action"), _earliest, "day", 13),
)
METRIC: tuple[Column[Placed[Metric]], ...] = (
    *metrics.COLUMNS,
    Column("baseline_said", N_("Baseline with its unit"), lambda at, to: _said(at.it.baseline, at, to), width=14),
    Column("target_said", N_("Target with its unit"), lambda at, to: _said(at.it.target, at, to), width=14),
    Column("targets", N_("All targets with their years"), _targets, width=26),
)
NAMES = {
    "goal.to": N_("What is to be reached"),
    "goal.from": N_("Where we stand"),
    "goal.due": N_("Due"),
    "metric.name": N_("Name"),
    "action.text": N_("What is done"),
}
"""Where a head says little without its sheet around it."""
NOT_OF_A_GOAL = ("goal", "goal_id")
"""Columns of the metrics' and actions' sheets that tell of the goal: here the goal tells of itself."""


def _sources(of: str, columns: Iterable[Column[Any]], things: Callable[[Line], Iterable[Any]]) -> Mapping[str, Source]:
    told = [column for column in columns if of == "goal" or column.key not in NOT_OF_A_GOAL]
    return {f"{of}.{column.key}": _source(f"{of}.{column.key}", of, column, things) for column in told}


def _source(key: str, of: str, column: Column[Any], things: Callable[[Line], Iterable[Any]]) -> Source:
    return Source(
        key, of, NAMES.get(key, column.head), lambda plan: [("", column)], things, column if column.value else None
    )


def _goal(line: Line) -> Iterable[Any]:
    return (line.goal,) if line.goal else ()


def _metrics(line: Line) -> Iterable[Any]:
    return line.metrics


BY_YEAR = Source("metric.target_by_year", "metric", N_("Targets, a column for each year"), _by_year, _metrics)
TEXT = _source(
    FIXED,
    FIXED,
    Column(FIXED, N_("Nothing of the plan: the text that stands below"), lambda it, to: None),
    lambda line: (),
)

SOURCES: Mapping[str, Source] = {
    **_sources("goal", GOAL, _goal),
    **_sources("metric", METRIC, _metrics),
    BY_YEAR.key: BY_YEAR,
    **_sources("action", actions.COLUMNS, lambda line: line.actions),
    **_sources("plan", PLAN, lambda line: (line.plan,)),
    TEXT.key: TEXT,
}

SILENT: Mapping[RowKind, frozenset[str]] = {
    "goal": frozenset(),
    "metric": frozenset({"action"}),
    "action": frozenset({"metric"}),
}
"""What the rows of a kind can tell nothing of."""


def offered_to(rows: RowKind) -> list[Source]:
    """The sources that such rows can be told from."""
    return [source for source in SOURCES.values() if source.of not in SILENT[rows]]
