"""What was seen, plus what changed, is what is seen: for every audience, for any granted commands. And nothing leaks."""

from collections.abc import Callable
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from facilitation.live import Asker, Command, Workshop
from facilitation.live import commands as c
from facilitation.steps.kind import Step
from facilitation.view import Person, audiences, panel, touched, view
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
    METRICS,
    QUESTION,
    REVIEW,
    SECOND,
    STATE,
    STEPS,
    TALK,
    VOTE,
    Room,
    grouped,
)

NAMES = {asker.seat: Person(asker.seat.upper()) for asker in (FAY, ADA, BEN, EVA)}
OBSERVER, SCREEN = Asker("seat-obs-0001", "observer"), Asker("seat-wall-001", "screen")
ASKERS = (FAY, ADA, BEN, EVA)
STEP_IDS = [step.id for step in STEPS]
WRITTEN = {STATE, IDEAS, GOALS, METRICS, ACTIONS, QUESTION, TALK, REVIEW, ""}
CARDS = [f"card-{number:04d}" for number in range(12)]


def everyone(workshop: Workshop) -> list[str]:
    """Every audience there is."""
    seats = [f"seat:{seat}" for seat in workshop.seats]
    return ["room", "screen", "hosts", *(f"group:{group}" for group in workshop.groups), "group:none", *seats]


def answers(step: str, word: str) -> dict[str, Any]:
    return {
        STATE: {"statement": FIRST, "text": word},
        GOALS: {"from": word, "to": word + " becomes so", "objectives": ["1.1"]},
        METRICS: {"name": word, "unit": "%", "direction": "more"},
        ACTIONS: {"what": word, "responsible": "Head"},
    }.get(step, {"text": word})


step_id, card_id = st.sampled_from(STEP_IDS), st.sampled_from(CARDS)
seat_id, word = st.sampled_from([asker.seat for asker in ASKERS]), st.text("abc åä =<", min_size=1, max_size=12)
dots = st.integers(0, 3)
level = st.integers(1, 5)
written = st.sampled_from(sorted(WRITTEN))
adding: st.SearchStrategy[Command] = st.builds(
    lambda step, card, text, cluster: c.AddCard(
        card, step, answers(step, f"CANARY-{card}-{text}"), "en", cluster=cluster
    ),
    written,
    card_id,
    word,
    st.none(),
)
clusters = st.builds(lambda card, text: c.AddCard(card, IDEAS, {"name": text}, "en", kind="cluster"), card_id, word)
COMMANDS: st.SearchStrategy[Command] = st.one_of(
    adding,
    adding,
    adding,
    clusters,
    st.builds(lambda card, text, base: c.ReviseCard(card, "text", text, base, "en"), card_id, word, word),
    st.builds(lambda card, text: c.ReviseCard(card, "to", text, "", "fi"), card_id, word),
    st.builds(lambda card, text: c.ChooseWording(card, "text", "en", text), card_id, word),
    st.builds(lambda card: c.CheckWording(card, "to", "fi"), card_id),
    st.builds(c.WithdrawCard, card_id),
    st.builds(c.TakeOut, card_id),
    st.builds(c.PutBack, card_id),
    st.builds(lambda card, into: c.PlaceCards((card,), into), card_id, st.one_of(st.none(), card_id)),
    st.builds(c.MergeClusters, card_id, card_id),
    st.builds(c.MarkCardReady, card_id, st.booleans()),
    st.builds(lambda card: c.MuteHint(card, "G2"), card_id),
    st.builds(
        lambda step, one, two: c.GiveMark(STATE, one, two),
        step_id,
        st.sampled_from([FIRST, SECOND]),
        st.one_of(st.none(), level),
    ),
    st.builds(lambda: c.Pick(STATE, (FIRST,))),
    st.builds(lambda card, n: c.GiveDots(VOTE, card, n), card_id, dots),
    st.builds(lambda: c.Choose(CHOICE, ("Yes",))),
    st.builds(lambda n, text: c.GiveConfidence(REVIEW, n, text), level, word),
    st.builds(lambda step: c.OpenStep(step, "*"), step_id),
    st.builds(lambda step: c.OpenStep(step, "*"), step_id),
    st.builds(lambda step: c.Reveal(step, "*"), step_id),
    st.builds(lambda step: c.CloseStep(step, "*"), step_id),
    st.builds(lambda: c.StartRound(STATE, (FIRST,))),
    st.builds(lambda n, m: c.AgreeLevel(STATE, FIRST, n, m, "because"), level, level),
    st.builds(lambda card: c.Decide(card.replace("card", "decision"), VOTE, "so be it", (card,), "reason"), card_id),
    st.builds(c.Spotlight, st.one_of(st.none(), card_id)),
    st.builds(c.Freeze, st.booleans()),
    st.builds(c.AskForHelp, st.booleans()),
    st.builds(
        lambda card, group: c.SendNote(card.replace("card", "note"), group, "look"),
        card_id,
        st.one_of(st.none(), st.just("group-a")),
    ),
    st.builds(c.MarkReady, step_id, st.booleans()),
    st.builds(
        lambda step, on: c.SetOption(step, "sharpen", on), st.sampled_from([GOALS, METRICS, ACTIONS]), st.booleans()
    ),
    st.builds(lambda on: c.SetOption(STATE, "evidence", on), st.booleans()),
    st.builds(lambda on: c.SetOption(GOALS, "see_others", on), st.booleans()),
    st.builds(lambda group: c.LetAhead(group, METRICS), st.just("group-a")),
    st.builds(lambda seed, size: c.FormGroups("random", size, seed), word, st.integers(2, 4)),
    st.builds(lambda seat: c.PutInGroup(seat, "group-a"), seat_id),
    st.builds(lambda: c.MergeGroups("group-b", "group-a")),
    st.builds(lambda seat, into: c.MergeSeats(seat, into), seat_id, seat_id),
    st.builds(c.RemoveSeat, seat_id),
    st.builds(c.NameDecider, st.one_of(st.none(), seat_id)),
    st.builds(lambda: c.StartTimer(60)),
    st.builds(c.PauseTimer),
    st.builds(c.ResumeTimer),
    st.builds(lambda: c.AddTime(-60)),
    st.builds(lambda: c.Show("results", {"en": "We agree"})),
    st.builds(lambda: c.AddStep(Step("extra-01", "question", {"en": "Ad hoc"}), None)),
    st.builds(c.MoveStep, step_id, st.one_of(st.none(), step_id)),
    st.builds(c.DropStep, step_id),
    st.builds(lambda step, minutes: c.ReviseStep(step, minutes=minutes), step_id, st.integers(1, 60)),
    st.just(c.Undo()),
)
story = st.lists(st.tuples(COMMANDS, st.sampled_from(ASKERS)), min_size=5, max_size=45)


def granted(room: Room, command: Command, asker: Asker, told: Callable[[Workshop, Workshop], None]) -> None:
    """Carry out what the rules grant; `told` hears of the state before and after each command."""
    if getattr(command, "seen", None) == "*":
        command = type(command)(command.step, room.state.current or "")  # pyright: ignore[reportAttributeAccessIssue, reportCallIssue]
    before = room.state
    try:
        room.do(command, asker)
    except Refused:
        return
    told(before, room.state)


def begun() -> Room:
    room = grouped().do(c.Join(OBSERVER.seat, role="observer"), FAY).do(c.Join(SCREEN.seat, role="screen"), FAY)
    return room.open(IDEAS)


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(story)
def test_what_was_seen_plus_what_changed_is_what_is_seen(commands: list[tuple[Command, Asker]]):
    room = begun()
    seen = {audience: view(room.state, NAMES, audience) for audience in everyone(room.state)}

    def told(before: Workshop, after: Workshop) -> None:
        for audience, key in touched(before, after):
            shown = panel(after, NAMES, audience, key)
            mine = seen.setdefault(audience, {})
            if shown is None:
                mine.pop(key, None)
            else:
                mine[key] = shown

    for command, asker in commands:
        granted(room, command, asker, told)
    for audience in everyone(room.state):
        assert seen.get(audience, {}) == view(room.state, NAMES, audience), audience


@settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(story)
def test_no_hidden_card_or_author_reaches_an_audience_that_may_not_see_it(commands: list[tuple[Command, Asker]]):
    room = begun()
    for command, asker in commands:
        granted(room, command, asker, lambda before, after: None)
    state = room.state
    for asker in (*PEOPLE_AND_WALL,):
        bytes_seen = repr({audience: view(state, NAMES, audience) for audience in audiences(state, asker.seat)})
        for card in state.cards.values():
            if not may_see(state, card.id, asker):
                assert f"CANARY-{card.id}-" not in bytes_seen, (asker, card)
    for card in state.cards.values():
        face = panel(state, NAMES, "room", f"card:{card.id}")
        assert face is None or card.named or card.for_ not in repr(face)
    wall = repr(view(state, NAMES, "screen"))
    assert not any(person.name in wall for person in NAMES.values())


PEOPLE_AND_WALL = (ADA, BEN, EVA, OBSERVER, SCREEN)


def may_see(state: Workshop, card: str, asker: Asker) -> bool:
    """By the promise itself: shown to all, one's own, or one's group's; said here a second time on purpose."""
    found = state.cards[card]
    seat = state.seat_of(asker.seat)
    if seat is None or found.withdrawn:
        return False
    own = found.for_ == seat.id
    if found.taken_out is not None:
        return own
    group_step = found.step in (GOALS, METRICS, ACTIONS)
    return found.shown or own or (group_step and found.group is not None and found.group == seat.group)
