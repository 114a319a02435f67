"""How units and their goals are called in a branch's report."""

from facilitation.consolidation import Unit, UnitGoal
from facilitation.report.extracts.brief import cut
from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.strategy import Objective

LONGEST = 90
"""Letters of a goal in a headline; its whole sentence stands below."""


def unit_name(unit: Unit, to: Reader) -> Words:
    return to.theirs(unit.name) if any(unit.name.values()) else Words(unit.id)


def numbered(goal: UnitGoal, to: Reader) -> Words:
    """A goal by its number in its unit's plan and its words."""
    words = to.theirs(goal.goal.to)
    return Words(f"{goal.number}. {words.text}", words.language, words.theirs)


def official(objective: Objective, to: Reader) -> Words:
    """An objective by its number and its words."""
    return to.official(f"strategy.objectives.{objective.id}", objective.text, before=f"{objective.id} ")


def shortly(text: str) -> str:
    return cut(Words(text.strip().rstrip(".")), LONGEST).text
