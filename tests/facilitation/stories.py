"""Stories for properties: where a workshop may stand, and anything anybody may ask for next."""

from collections.abc import Callable
from functools import cache
from random import Random

from hypothesis import strategies as st

from facilitation.live import Asker, Workshop
from facilitation.live import commands as c
from facilitation.view import Person
from facilitation.words import Refused
from tests.facilitation.moves import AREAS, Move, who
from tests.facilitation.world import (
    ADA,
    BEN,
    EVA,
    FAY,
    FIRST,
    GOALS,
    IDEAS,
    MATRIX,
    METRICS,
    REVIEW,
    STATE,
    STATEMENTS,
    STEPS,
    VOTE,
    Room,
    goal,
    grouped,
    marked,
    metric,
    two_groups,
    with_clusters,
    worked_through,
)

OBSERVER, SCREEN = Asker("seat-obs-0001", "observer"), Asker("seat-wall-001", "screen")
ASKERS = (FAY, ADA, BEN, EVA)
NAMES = {asker.seat: Person(asker.seat.upper()) for asker in (*ASKERS, OBSERVER)}


# -- Where a workshop may stand -------------------------------------------------------------------------------------


def marks_open() -> Room:
    """An example of Ada's is shown, one of Ben's is hidden."""
    room = two_groups().open(STATE)
    room.do(c.AddCard("card-0001", STATE, {"statement": FIRST, "text": "CANARY-card-0001-"}, "en"), ADA).reveal(STATE)
    room.open(STATE).do(c.GiveMark(STATE, FIRST, 3), ADA)
    return room.do(c.AddCard("card-0002", STATE, {"statement": FIRST, "text": "CANARY-card-0002-"}, "en"), BEN)


def ideas_open() -> Room:
    return grouped().open(IDEAS)


def ideas_clustered() -> Room:
    return with_clusters()


def vote_open() -> Room:
    room = with_clusters().open(VOTE)
    return room.do(c.GiveDots(VOTE, "clus-0001", 2), ADA)


def votes_shown() -> Room:
    return vote_open().reveal(VOTE)


def matrix_open() -> Room:
    room = with_clusters().open(MATRIX)
    return room.do(c.PlaceOnMatrix(MATRIX, "clus-0001", 4, 2), ADA).do(c.PlaceOnMatrix(MATRIX, "idea-eva1", 4, 2), BEN)


def goals_sharpened() -> Room:
    """Two groups at their goals, hints on; Ada and Ben have changed the same sentence."""
    room = two_groups().open(GOALS).do(c.SetOption(GOALS, "sharpen", True))
    room.do(goal("goal-0001"), ADA).do(goal("goal-0002", "Everybody plans purchases one year ahead"), EVA)
    return room.do(c.ReviseCard("goal-0001", "to", "Most plan", "Everybody plans", "en"), BEN)


def in_review() -> Room:
    return worked_through()


def marks_shown() -> Room:
    """Six have marked, seen how the room marks, and agreed on a level."""
    room, _ = marked([1, 2, 2, 4, 5, 5])
    for asker in (ADA, BEN, EVA):
        room.do(c.Join(asker.seat, "en", "room", "Agency", "law"), asker)
    return room.do(c.FormGroups("random", 9, "seed")).reveal(STATE).do(c.AgreeLevel(STATE, FIRST, 2, 4))


def brought_along() -> Room:
    """Levels, a focus and a goal of an earlier workshop, of which the agenda asks for none; the review is open."""
    steps = tuple(step for step in STEPS if step.id not in (STATE, IDEAS, GOALS))
    room = grouped().do(c.SetAgenda(steps, STATEMENTS)).do(c.SetOption(METRICS, "sharpen", True))
    room.do(c.BringLevels("", {FIRST: 2}, {FIRST: 4}, "earlier"))
    room.do(c.BringCard("idea-0001", "", "idea", {"text": "Plan"}, "en", "earlier"))
    answers = {"from": "Some", "to": "All", "built_on": "idea-0001", "objectives": ["1.1"]}
    room.do(c.BringCard("goal-0001", "", "goal", answers, "en", "earlier"))
    return room.open(METRICS).do(metric("metr-0001"), ADA).open(REVIEW)


STARTS = (
    marks_open,
    ideas_open,
    ideas_clustered,
    vote_open,
    votes_shown,
    matrix_open,
    goals_sharpened,
    in_review,
    marks_shown,
    brought_along,
)


@cache
def begun(start: Callable[[], Room]) -> Room:
    return start().do(c.Join(OBSERVER.seat, role="observer"), FAY).do(c.Join(SCREEN.seat, role="screen"), FAY)


STORY = st.tuples(st.sampled_from(STARTS), st.lists(st.integers(0, 2**32), min_size=25, max_size=50))
"""Where it begins, and a number for each move: what it means is drawn from the state, so that most are granted."""
Story = tuple[Callable[[], Room], list[int]]


def moved(room: Room, number: int) -> tuple[Workshop, Workshop]:
    """The states before and after somebody's next move; the same if the rules refuse it."""
    chance = Random(number + room.state.seq)
    return made(room, chance.choice(chance.choice(AREAS)), chance)


def made(room: Room, move: Move, chance: Random) -> tuple[Workshop, Workshop]:
    """The states before and after one sort of move."""
    before = room.state
    command = move(before, chance)
    try:
        room.do(command, who(before, command, chance))
    except Refused:
        return before, before
    return before, room.state
