"""The goals as rows: from where to where, for what, who answers, where they go."""

from facilitation.report.goals import AGREEMENTS, objectives
from facilitation.report.reader import NONE, Reader
from facilitation.report.sheets import Cell, Sheet
from facilitation.report.tabled.columns import DAY, NARROW, WIDE, WIDEST, Column, offered, sheet, worded, written
from facilitation.report.tabled.placed import Placed
from facilitation.report.texts import Words
from facilitation.shapes import Goal, Plan
from facilitation.words import N_


def goals(plan: Plan, to: Reader, languages: tuple[str, ...]) -> Sheet:
    rows = [(goal.id, Placed(goal, number, goal.id)) for number, goal in enumerate(plan.goals, 1)]
    return sheet("goals", N_("Goals"), COLUMNS, rows, to, languages)


def _objectives(at: Placed[Goal], to: Reader) -> Cell:
    words = objectives(at.it, to) if at.it.objectives else NONE
    return None if words == NONE else words.text


def theme(goal: Goal, to: Reader) -> Words | None:
    """The goal's own, or that of its first objective."""
    strategy = to.pack.strategy
    objective = strategy.objective(goal.objectives[0]) if goal.objectives else None
    found = strategy.theme(goal.theme or (objective.theme if objective else ""))
    return to.official(f"strategy.themes.{found.id}.name", found.name) if found else None


def _theme(at: Placed[Goal], to: Reader) -> Cell:
    words = theme(at.it, to)
    return words.text if words else None


COLUMNS: tuple[Column[Placed[Goal]], ...] = (
    Column("number", N_("Number"), lambda at, to: at.number, "number", NARROW),
    written("to", N_("To"), lambda at: at.it.to, width=WIDEST),
    written("from", N_("From"), lambda at: at.it.from_, width=WIDEST),
    Column("theme", N_("Theme"), _theme, width=26),
    Column("objectives", N_("Objective of the strategy"), _objectives, width=WIDE),
    Column(
        "unconfirmed",
        N_("Wording not yet confirmed"),
        lambda at, to: bool(at.it.objectives) and objectives(at.it, to).unconfirmed,
        "flag",
        spare=True,
    ),
    Column("own", N_("Our own goal, outside the strategy"), lambda at, to: at.it.own, "flag", spare=True),
    Column("owner", N_("Owner"), lambda at, to: at.it.owner, width=26),
    Column("due", N_("By"), lambda at, to: at.it.due, "day", DAY),
    offered("goal", "scope", N_("Scope"), lambda at: at.it.scope),
    offered("goal", "result", N_("Kind of result"), lambda at: at.it.result),
    Column("level_now", N_("Level now"), lambda at, to: at.it.level_now, "number", NARROW),
    Column("level_target", N_("Target level"), lambda at, to: at.it.level_target, "number", NARROW),
    written("why", N_("Why"), lambda at: at.it.why, spare=True),
    worded("agreement", N_("Performance agreement"), AGREEMENTS, lambda at: at.it.agreement),
    Column(
        "agreement_year", N_("Year of the agreement"), lambda at, to: at.it.agreement_year, "number", 14, spare=True
    ),
    offered("goal", "document", N_("Planning document"), lambda at: at.it.document),
    Column("status", N_("Status"), lambda at, to: at.it.status, spare=True),
    Column("parent", N_("Goal of the branch"), lambda at, to: at.it.parent, spare=True),
    Column("unit", N_("Source of the goal"), lambda at, to: at.it.unit, spare=True),
)
