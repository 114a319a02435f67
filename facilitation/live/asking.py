"""Which statements a step asks."""

from facilitation.live.events import Asked
from facilitation.live.state import Workshop
from facilitation.steps import options_of
from facilitation.steps.kind import Value


def asked(workshop: Workshop, step: str) -> list[str]:
    """The statements of a step in the agenda's order: all, those of the short form, or those its option lists."""
    named = options_of(workshop.steps[step]).get("statements", [])
    return [each.id for each in workshop.statements if wanted(each, named)]


def wanted(statement: Asked, named: Value) -> bool:
    if isinstance(named, list) and named:
        return statement.id in named
    return named != "short" or statement.short_form
