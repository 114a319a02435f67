"""What a plan's lines are called, in the reader's language."""

from flask_babel import gettext as _

from facilitation.plans.differences import name_of
from facilitation.plans.lines import Line, goal_of, kind_of
from facilitation.shapes import Goal, Plan
from facilitation.words import said
from workshop.languages import reader_language
from workshop.web.document import wording
from workshop.web.plans.values import KINDS


def called(plan: Plan, line: Line) -> str:
    """Goal 2; a metric of it by its name."""
    if isinstance(line, Plan):
        return _("The plan as a whole")
    if isinstance(line, Goal):
        return _("Goal %(number)s", number=number_of(plan, line))
    goal, name = goal_of(plan, line.id), said(name_of(line), reader_language())
    above = _("Goal %(number)s", number=number_of(plan, goal)) if goal else wording(KINDS[kind_of(line)])
    return f"{above}: {name}" if name else above


def number_of(plan: Plan, goal: Goal) -> int:
    return next(number for number, each in enumerate(plan.goals, 1) if each.id == goal.id)
