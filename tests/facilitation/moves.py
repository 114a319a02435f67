"""What somebody in a workshop may ask for next: every sort of move, drawn from where the workshop stands."""

from collections.abc import Callable, Mapping
from random import Random
from typing import Any

from facilitation.live import Asker, Command, Workshop
from facilitation.live import commands as c
from facilitation.live.commands import Preparing, Running, Seating
from facilitation.live.state import Said
from facilitation.live.voting import ballot
from facilitation.steps.kind import Step
from tests.facilitation.world import (
    ACTIONS,
    CHOICE,
    FAY,
    FIRST,
    GOALS,
    IDEAS,
    MATRIX,
    METRICS,
    REVIEW,
    SECOND,
    STATE,
    VOTE,
)

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
