"""What a reveal showed: levels with their spread, votes, matrix, choices, confidence. Made only of what was frozen."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping

from facilitation.live import tally
from facilitation.live.asking import asked
from facilitation.live.events import Asked
from facilitation.live.spread import Answer, Levels, Memberships, Picks, levels
from facilitation.live.state import Book, Work, Workshop
from facilitation.live.voting import ballot, budget_of, counted
from facilitation.steps import KINDS, options_of


def levels_of(workshop: Workshop, step: str) -> Levels | None:
    """The current state of a step as revealed; None before the first reveal."""
    work = workshop.work[step]
    if not work.rounds:
        return None
    rounds = [answers(each.book, each.asked) for each in work.rounds]
    return levels(asked_of(workshop, step), rounds, memberships(workshop), picks(workshop, step, work))


def asked_of(workshop: Workshop, step: str) -> list[Asked]:
    named = set(asked(workshop, step))
    return [statement for statement in workshop.statements if statement.id in named]


def answers(book: Book, statements: Iterable[str]) -> Mapping[str, tuple[Answer, ...]]:
    return {
        statement: tuple(Answer(seat, mark.level, mark.none) for seat, mark in book.get(statement, {}).items())
        for statement in statements
    }


def memberships(workshop: Workshop) -> Memberships:
    seats = workshop.seats.values()
    return Memberships({seat.id: seat.organisation for seat in seats}, {seat.id: seat.role_group for seat in seats})


def picks(workshop: Workshop, step: str, work: Work) -> Picks | None:
    """How often each statement was picked, up to the most a person may pick now."""
    given = work.rounds[-1].picks
    most = options_of(workshop.steps[step])["pick"]
    if not given or not isinstance(most, int):
        return None
    counts = Counter(statement for chosen in given.values() for statement in chosen[:most])
    return Picks(counts, len(given))


def dots_of(workshop: Workshop, step: str) -> tally.Dots | None:
    """The dots of a vote as revealed; only those count that fit the numbers the host set."""
    frozen, options = workshop.work[step].frozen, options_of(workshop.steps[step])
    if frozen is None:
        return None
    budget, most = budget_of(workshop, step), options["most_on_one"]
    given = {
        seat: counted(dots, budget, most if isinstance(most, int) else budget) for seat, dots in frozen.dots.items()
    }
    organisation = memberships(workshop).organisation if options["split"] else None
    cards = [card.id for card in ballot(workshop, step)]
    return tally.dots(given, cards, budget, len(workshop.people), organisation)


def matrix_of(workshop: Workshop, step: str) -> tally.Matrix | None:
    frozen = workshop.work[step].frozen
    return frozen and tally.matrix(frozen.places, [card.id for card in ballot(workshop, step)])


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
