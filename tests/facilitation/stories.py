"""Stories for properties: where a workshop may stand, and anything anybody may ask for next."""

from collections.abc import Callable, Mapping
from functools import cache
from random import Random
from typing import Any

from hypothesis import strategies as st

from facilitation.live import Asker, Command, Workshop
from facilitation.live import commands as c
from facilitation.live.commands import Preparing, Running, Seating
from facilitation.live.state import Said
from facilitation.live.voting import ballot
from facilitation.steps.kind import Step
from facilitation.view import Person
from facilitation.words import Refused
from tests.facilitation.world import (
    ACTIONS,
    ADA,
    BEN,
    CHOICE,
    EVA,
    FAY,
    FIRST,
    GOALS,
    IDEAS,
    MATRIX,
    METRICS,
    REVIEW,
    SECOND,
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


# -- What somebody asks for next ------------------------------------------------------------------------------------

Move = Callable[[Workshop, Random], Command]


def answers(step: str, word: str) -> dict[str, Any]:
    return {
        STATE: {"statement": FIRST, "text": word},
        GOALS: {"from": word, "to": word + " becomes so", "objectives": ["1.1"]},
        METRICS: {"name": word, "unit": "%", "direction": "more"},
        ACTIONS: {"what": word, "responsible": "Head"},
    }.get(step, {"text": word})


def card(state: Workshop, chance: Random, *kinds: str) -> str:
    """A card of the workshop, of such kinds if there are any; now and then one that is not there."""
    known = [each.id for each in state.cards.values() if not kinds or each.kind in kinds]
    return chance.choice(known) if known and chance.random() < 0.95 else "card-unknown"


def living(state: Workshop, chance: Random, *kinds: str) -> str:
    """A card that is still there, rather one of the step the room is in."""
    known = [each for each in state.cards.values() if each.alive and (not kinds or each.kind in kinds)]
    here = [each for each in known if each.step == state.current and chance.random() < 0.7]
    return chance.choice(here or known).id if known else card(state, chance)


def group(state: Workshop, chance: Random) -> str:
    return chance.choice([*state.groups, "group-unknown"])


def seat(state: Workshop, chance: Random) -> str:
    return chance.choice(list(state.seats))


def step(state: Workshop, chance: Random, *kinds: str) -> str:
    return chance.choice([each.id for each in state.steps.values() if not kinds or each.kind in kinds] or [STATE])


def now(state: Workshop, chance: Random) -> str:
    """The step the room is in, mostly."""
    return state.current if state.current and chance.random() < 0.8 else step(state, chance)


def word(chance: Random) -> str:
    return "".join(chance.choice("abc åä =<") for _ in range(chance.randint(1, 12))).strip() or "x"


def new_card(state: Workshop, chance: Random) -> Command:
    place = now(state, chance) if chance.random() < 0.8 else ""
    id = f"card-{len(state.cards):04d}"
    into = living(state, chance, "cluster") if chance.random() < 0.2 else None
    return c.AddCard(id, place, answers(place, f"CANARY-{id}-{word(chance)}"), "en", cluster=into)


def new_cluster(state: Workshop, chance: Random) -> Command:
    return c.AddCard(f"card-{len(state.cards):04d}", IDEAS, {"name": word(chance)}, "en", kind="cluster")


def revised(state: Workshop, chance: Random) -> Command:
    found = state.cards.get(living(state, chance))
    field = chance.choice([*(found.answers if found else ()), "due", "why", "owner"])
    value = f"2027-0{chance.randint(1, 9)}-01" if field == "due" else word(chance)
    said = found.answers.get(field) if found else None
    base = said.texts.get("en", "") if isinstance(said, Said) and chance.random() < 0.6 else word(chance)
    id = found.id if found else "card-unknown"
    return c.ReviseCard(id, field, value, base, chance.choice(["en", "en", "fi"]))


def settled(state: Workshop, chance: Random) -> Command:
    kept = [(each.id, one) for each in state.cards.values() for one in each.kept]
    id, one = chance.choice(kept) if kept else (card(state, chance), None)
    return c.ChooseWording(id, one.field if one else "text", word(chance), one.language if one else "en")


def checked(state: Workshop, chance: Random) -> Command:
    found = state.cards.get(living(state, chance))
    said = [key for key, value in found.answers.items() if isinstance(value, Said)] if found else []
    return c.CheckWording(found.id if found else "card-none1", chance.choice(said or ["text"]), "en")


def taken_out(state: Workshop, chance: Random) -> str:
    out = [each.id for each in state.cards.values() if each.taken_out is not None]
    return chance.choice(out) if out else card(state, chance)


def on_ballot(state: Workshop, chance: Random) -> str:
    on = [each.id for each in ballot(state, VOTE)] if VOTE in state.steps else []
    return chance.choice(on or ["card-unknown"])


def statement(chance: Random) -> str:
    return chance.choice([FIRST, SECOND])


def maybe(chance: Random, thing: Any) -> Any:
    return thing if chance.random() < 0.7 else None


WRITING: tuple[Move, ...] = (
    *(new_card,) * 5,
    new_cluster,
    *(revised,) * 5,
    *(settled,) * 2,
    checked,
    lambda s, r: c.WithdrawCard(living(s, r)),
    lambda s, r: c.TakeOut(living(s, r)),
    lambda s, r: c.PutBack(taken_out(s, r)),
    *(lambda s, r: c.PlaceCards((living(s, r, "idea"),), maybe(r, living(s, r, "cluster"))),) * 2,
    lambda s, r: c.MergeClusters(living(s, r, "cluster"), living(s, r, "cluster")),
    lambda s, r: c.MarkCardReady(living(s, r), r.random() < 0.7),
    lambda s, r: c.MuteHint(living(s, r, "goal", "metric", "action"), r.choice(["G2", "G4", "G7"])),
    *(lambda s, r: c.Undo(),) * 3,
)
MARKS: Mapping[str, tuple[Move, ...]] = {
    STATE: (
        lambda s, r: c.GiveMark(STATE, statement(r), r.choice([None, 1, 2, 4, 5])),
        lambda s, r: c.GiveMark(STATE, statement(r), none="dont_know"),
        lambda s, r: c.Pick(STATE, (statement(r),)),
    ),
    VOTE: (lambda s, r: c.GiveDots(VOTE, on_ballot(s, r), r.randint(0, 3)),),
    MATRIX: (lambda s, r: c.PlaceOnMatrix(MATRIX, on_ballot(s, r), r.randint(1, 5), r.randint(1, 5)),),
    CHOICE: (lambda s, r: c.Choose(CHOICE, (r.choice(["Yes", "No"]),)),),
    REVIEW: (lambda s, r: c.GiveConfidence(REVIEW, r.randint(1, 5), word(r)),),
}


def mark(state: Workshop, chance: Random) -> Command:
    """An answer that the step asks for, mostly."""
    place = now(state, chance)
    return chance.choice(MARKS.get(place, MARKS[chance.choice([*MARKS])]))(state, chance)


MARKING: tuple[Move, ...] = (
    *(mark,) * 5,
    lambda s, r: c.MarkReady(now(s, r), r.random() < 0.7),
    lambda s, r: c.AskForHelp(r.random() < 0.7),
    lambda s, r: c.Undo(),
)
TIMER: Mapping[str, tuple[Command, ...]] = {
    "none": (c.StartTimer(60),),
    "running": (c.PauseTimer(), c.AddTime(-60), c.StopTimer()),
    "paused": (c.ResumeTimer(), c.AddTime(60)),
}
RUNNING: tuple[Move, ...] = (
    *(lambda s, r: c.OpenStep(step(s, r), s.current or ""),) * 3,
    *(lambda s, r: c.Reveal(now(s, r), s.current or ""),) * 3,
    lambda s, r: c.CloseStep(now(s, r), s.current or ""),
    lambda s, r: c.StartRound(STATE, (statement(r),)),
    lambda s, r: c.AgreeLevel(STATE, statement(r), r.randint(1, 5), r.randint(1, 5), "because"),
    lambda s, r: c.Decide(f"decision-{s.seq}", VOTE, "so be it", (living(s, r),), "reason"),
    lambda s, r: c.Spotlight(maybe(r, living(s, r))),
    lambda s, r: c.Freeze(r.random() < 0.4),
    lambda s, r: c.AnswerHelp(r.choice([*s.helps, "group-a"])),
    lambda s, r: c.SendNote(f"note-{s.seq:04d}", maybe(r, group(s, r)), "look"),
    lambda s, r: c.LetAhead(group(s, r), maybe(r, step(s, r))),
    *(lambda s, r: r.choice(TIMER[s.timer.state]),) * 2,
    lambda s, r: c.Show(r.choice(["results", "plan"]), {"en": word(r)}),
)
SEATING: tuple[Move, ...] = (
    lambda s, r: c.FormGroups(r.choice(["random", "theme"]), r.randint(2, 4), word(r)),
    lambda s, r: c.PutInGroup(seat(s, r), maybe(r, group(s, r))),
    lambda s, r: c.AddGroup(f"group-{s.seq:04d}"),
    lambda s, r: c.MergeGroups(group(s, r), group(s, r)),
    lambda s, r: c.ReviseGroup(group(s, r), word(r), organisation=word(r)),
    lambda s, r: c.MergeSeats(seat(s, r), seat(s, r)),
    lambda s, r: c.RemoveSeat(seat(s, r)),
    lambda s, r: c.SetRole(seat(s, r), r.choice(["participant", "observer", "cohost"])),
    lambda s, r: c.ReviseSeat(seat(s, r), organisation=word(r)),
    lambda s, r: c.NameDecider(maybe(r, seat(s, r))),
    lambda s, r: c.Join(f"seat-{s.seq:04d}", place=r.choice(["room", "remote"])),
)
SWITCHES = ("evidence", "see_others", "confidence", "split", "own_organisation")
PREPARING: tuple[Move, ...] = (
    *(lambda s, r: c.SetOption(step(s, r, "goals", "metrics", "actions"), "sharpen", r.random() < 0.7),) * 2,
    *(lambda s, r: c.SetOption(STATE, "evidence", r.random() < 0.5),) * 2,
    lambda s, r: c.SetOption(GOALS, "see_others", r.random() < 0.5),
    lambda s, r: c.SetOption(step(s, r), r.choice(SWITCHES), r.random() < 0.5),
    lambda s, r: c.SetOption(STATE, "statements", r.choice([[FIRST], [SECOND], "short", []])),
    lambda s, r: c.SetOption(step(s, r), r.choice(["dots", "most_on_one", "pick"]), r.randint(0, 3)),
    lambda s, r: c.SetOption(IDEAS, "authors", r.choice(["room", "nobody"])),
    lambda s, r: c.AddStep(Step(f"extra-{s.seq:03d}", "question", {"en": "Ad hoc"}), None),
    lambda s, r: c.MoveStep(step(s, r), maybe(r, step(s, r))),
    lambda s, r: c.DropStep(step(s, r)),
    lambda s, r: c.ReviseStep(step(s, r), minutes=r.randint(1, 60)),
    lambda s, r: c.AddStep(Step(f"extra-{s.seq:03d}", r.choice(["current_state", "goals"])), None),
    lambda s, r: c.BringLevels("", {FIRST: r.randint(1, 5)}, {}, "earlier"),
    lambda s, r: c.BringCard(f"brought-{s.seq}", "", "goal", answers(GOALS, word(r)), "en", "earlier"),
)
AREAS = (WRITING, WRITING, WRITING, MARKING, MARKING, RUNNING, RUNNING, SEATING, PREPARING)

EVERY_MOVE = tuple(dict.fromkeys(move for area in AREAS for move in area))

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


def who(state: Workshop, command: Command, chance: Random) -> Asker:
    """Whoever is likely to ask for it, as the seat it is now; now and then anybody."""
    if isinstance(command, c.Join):
        return Asker(command.seat)
    found = state.cards.get(getattr(command, "card", ""))
    if found and chance.random() < 0.6:
        return seated(state, found.for_)
    own = isinstance(command, c.Undo | c.MarkReady | c.AskForHelp)
    if isinstance(command, Running | Seating | Preparing) and not own and chance.random() < 0.9:
        return FAY
    return seated(state, seat(state, chance))


def seated(state: Workshop, id: str) -> Asker:
    now = state.seat_of(id)
    return Asker(now.id, now.role) if now else FAY
