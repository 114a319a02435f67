"""What a plan's lines are called, in the reader's language."""

from facilitation import packs
from facilitation.plans.lines import Line
from facilitation.report import commented
from facilitation.shapes import Plan
from workshop.web.method import reading


def called(plan: Plan, line: Line) -> str:
    """Goal 2; a metric of it by its name."""
    return commented.called(plan, line, reading(packs.load(plan.pack))).text
