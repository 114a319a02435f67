"""Answer sheets: what the steps of a workshop ask of one person, in the order in which a facilitator keys it in."""

from collections.abc import Callable, Collection, Iterator, Mapping

from facilitation import limits
from facilitation.live.state import Workshop
from facilitation.live.voting import ballot, budget_of
from facilitation.report.paper import fields
from facilitation.report.paper.fields import whole
from facilitation.report.paper.ladder import ladder
from facilitation.report.paper.shapes import Answer, AnswerSheets, Blanks, Head, Lines, Part, Ticks
from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.steps import KINDS, options_of
from facilitation.steps.kind import Step
from facilitation.words import N_

LINES_AN_ANSWER = 2
MOST_ANSWERS = 3
DOTS = N_("You have %(dots)s dots, at most %(most)s on one card")
DOTS_TO_COME = N_("As many dots as the facilitator says, at most %(most)s on one card")
"""How many depends on what is on the wall by then."""
HOW = N_("Write in capitals. A facilitator enters the sheet for you under its number, and so sees what you wrote.")
CONFIDENCE = (N_("Not at all"), N_("Hardly"), N_("Half sure"), N_("Fairly sure"), N_("Quite sure"))


def answerable(workshop: Workshop) -> tuple[Step, ...]:
    """The steps in which each person answers by themselves, in the agenda's order."""
    steps = (workshop.steps[id] for id in workshop.order)
    return tuple(step for step in steps if KINDS[step.kind].by == "person" and asks(step))


def asks(step: Step) -> bool:
    return KINDS[step.kind].board in ANSWERS or bool(KINDS[step.kind].fields)


def answer_sheets(
    workshop: Workshop, to: Reader, head: Head, steps: Collection[str], *, first: int = 1, count: int = 1
) -> AnswerSheets:
    """`count` sheets from number `first` on, for the steps named."""
    return AnswerSheets(
        head,
        tuple(part(workshop, step, to) for step in answerable(workshop) if step.id in steps),
        number=to.words(N_("Sheet %(n)s")),
        name=to.words(N_("Whose sheet this is: a word or a sign of your own")),
        how=to.words(HOW),
        first=first,
        count=count,
        unconfirmed=to.words(N_("Wording not yet confirmed")),
    )


def part(workshop: Workshop, step: Step, to: Reader) -> Part:
    """What a step asks, its own words first; a board that is more than its cards has its own way."""
    kind = KINDS[step.kind]
    answers = ANSWERS.get(kind.board, by_fields)(workshop, step, to)
    return Part(title_of(step, to), task_of(step, to), tuple(answers))


def title_of(step: Step, to: Reader) -> Words:
    return to.step(step.kind, step.title)


def task_of(step: Step, to: Reader) -> Words:
    return to.theirs(step.task) if any(step.task.values()) else to.line(KINDS[step.kind].prompt)


def by_fields(workshop: Workshop, step: Step, to: Reader) -> Iterator[Answer]:
    """So many answers as the step takes from a person, each with every field that the room is asked."""
    each = options_of(step).get("each")
    wanted = fields.asked(KINDS[step.kind], to)
    if len(wanted) == 1 and isinstance(wanted[0], Lines):
        for number in range(1, min(MOST_ANSWERS, whole(each, 1)) + 1):
            yield Lines(f"{wanted[0].label} {number}", LINES_AN_ANSWER)
    else:
        yield from wanted


def votes(workshop: Workshop, step: Step, to: Reader) -> Iterator[Answer]:
    """The numbers of the cards on the wall, with dots or with two levels."""
    number = to.words(N_("No. of the card"))
    if options_of(step)["form"] == "matrix":
        heads = (number, to.words(N_("Importance, 1 to 5")), to.words(N_("Feasibility, 1 to 5")))
        yield Blanks(to.words(N_("Every card that you rate")), heads, max(MOST_ANSWERS, len(ballot(workshop, step.id))))
        return
    known = isinstance(options_of(step)["dots"], int) or bool(ballot(workshop, step.id))
    dots = budget_of(workshop, step.id) if known else limits.MOST_DOTS
    most = whole(options_of(step)["most_on_one"], dots)
    label = to.words(DOTS if known else DOTS_TO_COME, dots=dots, most=most)
    yield Blanks(label, (number, to.words(N_("Dots"))), dots)


def question(workshop: Workshop, step: Step, to: Reader) -> Iterator[Answer]:
    options = options_of(step)
    choices = options["choices"]
    if options["form"] == "choice" and isinstance(choices, list):
        most = whole(options["most"], 1)
        yield Ticks(to.words(N_("At most %(n)s"), n=most), tuple(Words(each, theirs=True) for each in choices))
    else:
        yield from by_fields(workshop, step, to)


def review(workshop: Workshop, step: Step, to: Reader) -> Iterator[Answer]:
    if options_of(step)["confidence"]:
        levels = tuple(Words(f"{level} {to.words(name)}") for level, name in enumerate(CONFIDENCE, 1))
        yield Ticks(to.words(N_("How sure are you that it will be carried out?")), levels)
        yield Lines(to.words(N_("What would raise it by one?")), LINES_AN_ANSWER)
    yield from by_fields(workshop, step, to)


ANSWERS: Mapping[str, Callable[[Workshop, Step, Reader], Iterator[Answer]]] = {
    "ladder": ladder,
    "ballot": votes,
    "question": question,
    "review": review,
}
"""By board: how people answer where a card is not all there is."""
