"""Cards to cut out and write on, for steps whose contributions are cards."""

from collections.abc import Collection

from facilitation.live.state import Workshop
from facilitation.report.paper import fields
from facilitation.report.paper.answers import task_of, title_of
from facilitation.report.paper.shapes import CardSheets, Head, Part
from facilitation.report.reader import Reader
from facilitation.steps import KINDS, options_of
from facilitation.steps.kind import Statement, Step
from facilitation.words import N_


def has_cards(workshop: Workshop) -> tuple[Step, ...]:
    """The steps in which people write cards that say something of themselves, in the agenda's order."""
    steps = (workshop.steps[id] for id in workshop.order)
    return tuple(step for step in steps if writes_cards(step))


def writes_cards(step: Step) -> bool:
    kind = KINDS[step.kind]
    if options_of(step).get("form") == "choice":
        return False
    return bool(kind.yields) and bool(kind.fields) and not any(isinstance(field, Statement) for field in kind.fields)


def cards(workshop: Workshop, to: Reader, head: Head, steps: Collection[str], *, pages: int = 1) -> CardSheets:
    """Of each step named so many pages of cards."""
    chosen = (step for step in has_cards(workshop) if step.id in steps)
    parts = (Part(title_of(each, to), task_of(each, to), fields.asked(KINDS[each.kind], to)) for each in chosen)
    return CardSheets(
        head,
        tuple(parts),
        number=to.words(N_("Card %(n)s")),
        cut=to.words(N_("Cut along the lines. Write one thing on a card.")),
        pages=pages,
    )
