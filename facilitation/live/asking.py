"""What a step asks now: which statements, and whether it asks for examples."""

from facilitation.live.events import Asked
from facilitation.live.state import Card, Workshop
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


def set_aside(workshop: Workshop, card: Card) -> bool:
    """Examples, while the step does not ask for them: only their author sees them, and no plan tells them."""
    step = workshop.steps.get(card.step)
    return card.kind == "evidence" and step is not None and not options_of(step).get("evidence")
