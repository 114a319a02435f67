"""What a reveal showed: levels with their spread, votes, matrix, choices, confidence. Made only of what was frozen."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from facilitation.live import tally
from facilitation.live.asking import asked
from facilitation.live.events import Asked
from facilitation.live.longform import Long, long_form
from facilitation.live.spread import Answer, Levels, Memberships, Picks, levels
from facilitation.live.state import Book, Frozen, Seat, Workshop
from facilitation.live.voting import budget, counted
from facilitation.steps import KINDS, options_of

REMEMBERED = 32


def levels_of(workshop: Workshop, step: str) -> Levels | None:
    """The current state of a step as revealed; None before the first reveal."""
    frozen = workshop.work[step].frozen
    return None if frozen is None else levels_in(frozen, asked_of(workshop, step))


def long_form_of(workshop: Workshop, step: str) -> Mapping[str, Long]:
    """What the long form of a step asked besides the level, as revealed."""
    frozen = workshop.work[step].frozen
    return {} if frozen is None else long_form(frozen)


@lru_cache(REMEMBERED)
def levels_in(frozen: Frozen, statements: tuple[Asked, ...]) -> Levels:
    """The levels of one reveal, worked out once: panels, hints and the draft all ask for them."""
    rounds = [answers(each.book, each.asked) for each in frozen.rounds]
    return levels(statements, rounds, memberships(frozen.seats), picks(frozen))


def asked_of(workshop: Workshop, step: str) -> tuple[Asked, ...]:
    """The statements asked now: one that was dropped is not shown either."""
    named = set(asked(workshop, step))
    return tuple(statement for statement in workshop.statements if statement.id in named)


def answers(book: Book, statements: Iterable[str]) -> Mapping[str, tuple[Answer, ...]]:
    return {
        statement: tuple(Answer(seat, mark.level, mark.none) for seat, mark in book.get(statement, {}).items())
        for statement in statements
    }


def memberships(seats: Mapping[str, Seat]) -> Memberships:
    of = seats.values()
    return Memberships({seat.id: seat.organisation for seat in of}, {seat.id: seat.role_group for seat in of})


def picks(frozen: Frozen) -> Picks | None:
    """How often each statement was picked, up to the most a person could pick at the reveal."""
    given, most = frozen.rounds[-1].picks, frozen.options["pick"]
    if not given or not isinstance(most, int) or not most:
        return None
    counts = Counter(statement for chosen in given.values() for statement in chosen[:most])
    return Picks(counts, len(given))


def dots_of(workshop: Workshop, step: str) -> tally.Dots | None:
    """The dots of a vote as revealed; only those count that fit the numbers the host had set."""
    frozen = workshop.work[step].frozen
    if frozen is None:
        return None
    return dots_in(frozen, voted_on(workshop, frozen), bool(options_of(workshop.steps[step])["split"]))


@lru_cache(REMEMBERED)
def dots_in(frozen: Frozen, cards: tuple[str, ...], split: bool) -> tally.Dots:
    """The dots of one reveal on some cards, worked out once."""
    each, on = budget(frozen.options, len(frozen.ballot)), set(frozen.ballot)
    said = frozen.options["most_on_one"]
    most = said if isinstance(said, int) else each
    given = {
        seat: counted({card: n for card, n in dots.items() if card in on}, each, most)
        for seat, dots in frozen.dots.items()
    }
    people = sum(seat.role == "participant" and not seat.removed for seat in frozen.seats.values())
    return tally.dots(given, cards, each, people, memberships(frozen.seats).organisation if split else None)


def voted_on(workshop: Workshop, frozen: Frozen) -> tuple[str, ...]:
    """What was on the ballot, but for what was taken away since: nothing else comes on to it afterwards."""
    return tuple(card for card in frozen.ballot if workshop.cards[card].alive)


def matrix_of(workshop: Workshop, step: str) -> tally.Matrix | None:
    frozen = workshop.work[step].frozen
    return frozen and tally.matrix(frozen.places, voted_on(workshop, frozen))


def votes_of(workshop: Workshop, step: str) -> tally.Dots | tally.Matrix | None:
    form = options_of(workshop.steps[step])["form"]
    return matrix_of(workshop, step) if form == "matrix" else dots_of(workshop, step)


def choices_of(workshop: Workshop, step: str) -> tally.Choices | None:
    frozen, options = workshop.work[step].frozen, options_of(workshop.steps[step])
    offered = options["choices"]
    if frozen is None or options["form"] != "choice" or not isinstance(offered, list):
        return None
    return tally.choices(frozen.choices, offered)


def confidence_of(workshop: Workshop, step: str) -> tally.ConfidenceShown | None:
    frozen = workshop.work[step].frozen
    if frozen is None or not options_of(workshop.steps[step])["confidence"]:
        return None
    return tally.confidence({seat: (given.level, given.raise_it) for seat, given in frozen.confidence.items()})


RESULTS: dict[str, Callable[[Workshop, str], object]] = {
    "ladder": levels_of,
    "ballot": votes_of,
    "question": choices_of,
    "review": confidence_of,
}


def result_of(workshop: Workshop, step: str) -> object | None:
    """The result of a step, of whichever sort its board shows; None if there is none yet."""
    make = RESULTS.get(KINDS[workshop.steps[step].kind].board)
    return make(workshop, step) if make else None


def has_result(workshop: Workshop, step: str) -> bool:
    """Whether a step has a result to show: revealed once, and its form asks for one."""
    if workshop.work[step].frozen is None:
        return False
    options = options_of(workshop.steps[step])
    match KINDS[workshop.steps[step].kind].board:
        case "question":
            return options["form"] == "choice"
        case "review":
            return bool(options["confidence"])
        case board:
            return board in RESULTS
