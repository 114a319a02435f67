"""Marks, picks, dots, places, choices and confidence: within range, within budget, while the step is in hand."""

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
from facilitation.live.rules.common import existing_card, in_hand, open_or_revealed, within
from facilitation.live.state import Workshop
from facilitation.live.voting import ballot, budget_of
from facilitation.steps import options_of
from facilitation.words import N_, Refused


def decide(workshop: Workshop, command: Marking, asker: Asker) -> list[Event]:
    """What marking grants."""
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
        case GiveConfidence(step, level, raise_it):
            in_hand(workshop, step, asker)
            on_scale("level", level)
            return [ConfidenceGiven(step, level, within(raise_it, limits.NOTE, "raise_it"))]
        case unknown:
            assert_never(unknown)


def on_scale(field: str, level: int | None) -> None:
    if level is not None and not limits.LOWEST_LEVEL <= level <= limits.HIGHEST_LEVEL:
        raise Refused(N_("Choose from %(low)s to %(high)s."), code="out_of_range", field=field, low=1, high=5)


def give_mark(workshop: Workshop, command: GiveMark, asker: Asker) -> list[Event]:
    """A mark, or why there is none. One that comes after the reveal waits for the next round."""
    open_or_revealed(workshop, command.step, asker)
    if command.statement not in asked(workshop, command.step):
        raise Refused(N_("This statement is not asked any more. Your mark is kept for you."), code="not_asked")
    for field in ("level", "importance", "certainty", "target"):
        on_scale(field, getattr(command, field))
    if command.level is None and command.none is None:
        return [MarkTakenBack(command.step, command.statement)]
    return [
        MarkGiven(
            command.step,
            command.statement,
            None if command.none else command.level,
            command.none,
            command.importance,
            command.certainty,
            command.target,
        )
    ]


def pick(workshop: Workshop, step: str, statements: tuple[str, ...], asker: Asker) -> list[Event]:
    in_hand(workshop, step, asker)
    most = options_of(workshop.steps[step])["pick"]
    if not isinstance(most, int) or len(set(statements)) > most:
        raise Refused(N_("Pick at most %(limit)s."), code="too_many_picks", limit=most if isinstance(most, int) else 0)
    if not set(statements) <= set(asked(workshop, step)):
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="statements")
    return [StatementsPicked(step, tuple(dict.fromkeys(statements)))]


def give_dots(workshop: Workshop, step: str, card: str, dots: int, asker: Asker) -> list[Event]:
    """Dots on one card, within the budget of a person and the most on one card."""
    work = in_hand(workshop, step, asker)
    options = options_of(workshop.steps[step])
    on_ballot(workshop, step, card)
    most = options["most_on_one"]
    if dots < 0 or (isinstance(most, int) and dots > most):
        raise Refused(
            N_("At most %(limit)s dots on one card."),
            code="too_many_on_one",
            limit=most if isinstance(most, int) else 0,
        )
    given = work.dots.get(asker.whose, {})
    others = sum(count for each, count in given.items() if each != card)
    if others + dots > budget_of(workshop, step):
        raise Refused(N_("All your dots are given."), code="no_dots_left")
    return [] if given.get(card, 0) == dots else [DotsGiven(step, card, dots)]


def on_ballot(workshop: Workshop, step: str, card: str) -> None:
    existing_card(workshop, card)
    if card not in {each.id for each in ballot(workshop, step)}:
        raise Refused(N_("That card is not voted on in this step."), code="not_on_ballot")


def place_on_matrix(workshop: Workshop, command: PlaceOnMatrix, asker: Asker) -> list[Event]:
    in_hand(workshop, command.step, asker)
    on_ballot(workshop, command.step, command.card)
    on_scale("importance", command.importance)
    on_scale("feasibility", command.feasibility)
    return [CardPlacedOnMatrix(command.step, command.card, command.importance, command.feasibility)]


def choose(workshop: Workshop, step: str, choice: tuple[str, ...], asker: Asker) -> list[Event]:
    in_hand(workshop, step, asker)
    options = options_of(workshop.steps[step])
    choices, most = options["choices"], options["most"]
    if not isinstance(choices, list) or not set(choice) <= set(choices):
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="choice")
    if isinstance(most, int) and len(set(choice)) > most:
        raise Refused(N_("Pick at most %(limit)s."), code="too_many_picks", limit=most)
    return [ChoiceMade(step, tuple(dict.fromkeys(choice)))]
