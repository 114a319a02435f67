"""Marks, picks, dots, places, choices and confidence: within range, within budget, while the step is in hand."""

from collections.abc import Mapping, Set
from typing import assert_never

from facilitation import limits
from facilitation.live.asking import asked
from facilitation.live.commands import (
    Asker,
    Choose,
    GiveConfidence,
    GiveDots,
    GiveMark,
    Marking,
    Pick,
    PlaceOnMatrix,
)
from facilitation.live.events import (
    CardPlacedOnMatrix,
    ChoiceMade,
    ConfidenceGiven,
    DotsGiven,
    Event,
    MarkGiven,
    MarkTakenBack,
    StatementsPicked,
)
from facilitation.live.rules.common import (
    asking,
    existing_card,
    existing_step,
    in_hand,
    open_or_revealed,
    taking_part,
    within,
)
from facilitation.live.state import Confidence, Mark, Workshop
from facilitation.live.voting import ballot, budget
from facilitation.steps import options_of
from facilitation.words import N_, Refused

LONG_FORM = ("importance", "certainty", "target")


def decide(workshop: Workshop, command: Marking, asker: Asker) -> list[Event]:
    """What marking grants."""
    existing_step(workshop, command.step)
    taking_part(workshop, asker)
    match command:
        case GiveMark():
            return give_mark(workshop, command, asker)
        case Pick(step, statements):
            return pick(workshop, step, statements, asker)
        case GiveDots(step, card, dots):
            return give_dots(workshop, step, card, dots, asker)
        case PlaceOnMatrix():
            return place_on_matrix(workshop, command, asker)
        case Choose(step, choice):
            return choose(workshop, step, choice, asker)
        case GiveConfidence():
            return give_confidence(workshop, command, asker)
        case unknown:
            assert_never(unknown)


def on_scale(field: str, level: int | None) -> None:
    if level is not None and not limits.LOWEST_LEVEL <= level <= limits.HIGHEST_LEVEL:
        raise Refused(N_("Choose from %(low)s to %(high)s."), code="out_of_range", field=field, low=1, high=5)


def give_mark(workshop: Workshop, command: GiveMark, asker: Asker) -> list[Event]:
    """A mark, or why there is none. One that comes after the reveal waits for the next round."""
    asking(workshop, command.step, "ladder")
    work = open_or_revealed(workshop, command.step, asker)
    if command.statement not in asked(workshop, command.step):
        raise Refused(N_("This statement is not asked any more. Your mark is kept for you."), code="not_asked")
    for field in ("level", *LONG_FORM):
        on_scale(field, getattr(command, field))
    now = work.book.get(command.statement, {}).get(asker.whose)
    if command.level is None and command.none is None:
        return [MarkTakenBack(command.step, command.statement)] if now else []
    mark = Mark(None if command.none else command.level, command.none, **long_form(workshop, command, now))
    if mark == now:
        return []
    return [
        MarkGiven(command.step, command.statement, mark.level, mark.none, mark.importance, mark.certainty, mark.target)
    ]


def long_form(workshop: Workshop, command: GiveMark, now: Mark | None) -> Mapping[str, int | None]:
    """The long form's answers that the step asks for; those set aside stay as they were."""
    options = options_of(workshop.steps[command.step])
    return {key: getattr(command if options[key] else now, key, None) for key in LONG_FORM}


def pick(workshop: Workshop, step: str, statements: tuple[str, ...], asker: Asker) -> list[Event]:
    asking(workshop, step, "ladder")
    work = in_hand(workshop, step, asker)
    picked = tuple(dict.fromkeys(statements))
    most = options_of(workshop.steps[step])["pick"]
    at_most(most if isinstance(most, int) else 0, len(picked))
    if not set(picked) <= set(asked(workshop, step)):
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="statements")
    return [] if work.picks.get(asker.whose, ()) == picked else [StatementsPicked(step, picked)]


def at_most(most: int, chosen: int) -> None:
    if chosen > most:
        raise Refused(N_("Pick at most %(limit)s."), code="too_many_picks", limit=most)


def give_dots(workshop: Workshop, step: str, card: str, dots: int, asker: Asker) -> list[Event]:
    """Dots on one card, within the budget of a person and the most on one card."""
    asking(workshop, step, "ballot", "dots")
    work = in_hand(workshop, step, asker)
    on = {each.id for each in ballot(workshop, step)}
    on_ballot(workshop, on, card)
    options = options_of(workshop.steps[step])
    most = options["most_on_one"]
    most = most if isinstance(most, int) else budget(options, len(on))
    if not 0 <= dots <= most:
        raise Refused(N_("At most %(limit)s dots on one card."), code="too_many_on_one", limit=most)
    given = work.dots.get(asker.whose, {})
    now = given.get(card, 0)
    others = sum(count for each, count in given.items() if each != card and each in on)
    if dots > now and others + dots > budget(options, len(on)):
        raise Refused(N_("All your dots are given."), code="no_dots_left")
    return [] if now == dots else [DotsGiven(step, card, dots)]


def on_ballot(workshop: Workshop, on: Set[str], card: str) -> None:
    existing_card(workshop, card)
    if card not in on:
        raise Refused(N_("That card is not voted on in this step."), code="not_on_ballot")


def place_on_matrix(workshop: Workshop, command: PlaceOnMatrix, asker: Asker) -> list[Event]:
    asking(workshop, command.step, "ballot", "matrix")
    work = in_hand(workshop, command.step, asker)
    on_ballot(workshop, {each.id for each in ballot(workshop, command.step)}, command.card)
    on_scale("importance", command.importance)
    on_scale("feasibility", command.feasibility)
    place = (command.importance, command.feasibility)
    if work.places.get(asker.whose, {}).get(command.card) == place:
        return []
    return [CardPlacedOnMatrix(command.step, command.card, *place)]


def choose(workshop: Workshop, step: str, choice: tuple[str, ...], asker: Asker) -> list[Event]:
    asking(workshop, step, "question", "choice")
    work = in_hand(workshop, step, asker)
    options = options_of(workshop.steps[step])
    choices, most = options["choices"], options["most"]
    chosen = tuple(dict.fromkeys(choice))
    if not isinstance(choices, list) or not set(chosen) <= set(choices):
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="choice")
    at_most(most if isinstance(most, int) else len(choices), len(chosen))
    return [] if work.choices.get(asker.whose, ()) == chosen else [ChoiceMade(step, chosen)]


def give_confidence(workshop: Workshop, command: GiveConfidence, asker: Asker) -> list[Event]:
    asking(workshop, command.step, "review")
    work = in_hand(workshop, command.step, asker)
    if not options_of(workshop.steps[command.step])["confidence"]:
        raise Refused(N_("This step does not ask for that."), code="not_asked")
    on_scale("level", command.level)
    given = Confidence(command.level, within(command.raise_it, limits.NOTE, "raise_it"))
    if work.confidence.get(asker.whose) == given:
        return []
    return [ConfidenceGiven(command.step, given.level, given.raise_it)]
