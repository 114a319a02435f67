"""What was seen, plus what changed, is what is seen: for every audience and any granted commands. Nothing leaks."""

from collections.abc import Callable
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from facilitation.live import Asker, Workshop
from facilitation.live import events as e
from facilitation.live.evolve import replayed
from facilitation.view import audiences, panel, touched, view
from facilitation.words import LANGUAGES
from tests.facilitation.moves import EVERY_MOVE
from tests.facilitation.stories import (
    NAMES,
    OBSERVER,
    SCREEN,
    STARTS,
    STORY,
    Story,
    begun,
    in_review,
    made,
    moved,
)
from tests.facilitation.world import ACTIONS, ADA, BEN, EVA, FAY, GOALS, METRICS, Room

many = settings(max_examples=300, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def everyone(workshop: Workshop) -> list[str]:
    """Every audience there is, and one that nobody is in."""
    seats = [f"seat:{seat}" for seat in workshop.seats]
    return ["room", "screen", "hosts", *(f"group:{group}" for group in workshop.groups), "group:none", *seats]


@many
@given(STORY)
def test_what_was_seen_plus_what_changed_is_what_is_seen(story: Story):
    start, moves = story
    room = begun(start).copy()
    seen = {audience: view(room.state, NAMES, audience) for audience in everyone(room.state)}
    for number in moves:
        before, after = moved(room, number)
        for audience, key in touched(before, after):
            take(seen.setdefault(audience, {}), key, panel(after, NAMES, audience, key))
    for audience in everyone(room.state):
        assert seen.get(audience, {}) == view(room.state, NAMES, audience), audience


def take(seen: dict[str, dict], key: str, shown: dict | None) -> None:
    if shown is None:
        seen.pop(key, None)
    else:
        seen[key] = shown


@pytest.mark.parametrize("start", STARTS, ids=lambda start: start.__name__)
def test_every_sort_of_move_from_every_beginning_names_what_it_changed(start: Callable[[], Room]):
    """What a random story may pass by: each sort of move, in several ways, where it can tell something wrongly."""
    begin = begun(start)
    first = {audience: view(begin.state, NAMES, audience) for audience in everyone(begin.state)}
    for move in EVERY_MOVE:
        for seed in range(6):
            room = begin.copy()
            before, after = made(room, move, Random(seed))
            if after is before:
                continue
            seen = {audience: dict(panels) for audience, panels in first.items()}
            for audience, key in touched(before, after):
                take(seen.setdefault(audience, {}), key, panel(after, NAMES, audience, key))
            for audience in everyone(after):
                assert seen.get(audience, {}) == view(after, NAMES, audience), room.log[-1].event


@many
@given(STORY)
def test_no_hidden_card_or_author_reaches_an_audience_that_may_not_see_it(story: Story):
    start, moves = story
    room = begun(start).copy()
    for number in moves:
        moved(room, number)
    holds_its_promises(room.state)


def holds_its_promises(state: Workshop) -> None:
    for asker in (asker for asker in (ADA, BEN, EVA, OBSERVER, SCREEN) if not hosts(state, asker)):
        seen = repr({audience: view(state, NAMES, audience) for audience in audiences(state, asker.seat)})
        for card in state.cards.values():
            if not may_see(state, card.id, asker):
                assert f"CANARY-{card.id}-" not in seen, (asker, card)
    wall = repr(view(state, NAMES, "screen"))
    assert not any(person.name in wall for person in NAMES.values())
    public = {key: shown for key, shown in view(state, NAMES, "room").items() if not key.startswith("seat:")}
    for card in state.cards.values():
        face = public.get(f"card:{card.id}")
        assert face is None or card.named or card.for_ not in repr(face)
    moderated = repr({key: shown for key, shown in view(state, NAMES, "hosts").items() if key.startswith("hidden:")})
    assert not any(seat in moderated for seat in state.seats)


def hosts(state: Workshop, asker: Asker) -> bool:
    """Whether somebody was made a host in the course of the story."""
    seat = state.seat_of(asker.seat)
    return seat is not None and seat.role == "cohost"


def may_see(state: Workshop, card: str, asker: Asker) -> bool:
    """By the promise itself: shown to all, one's own, or one's group's; said here a second time on purpose."""
    found = state.cards[card]
    seat = state.seat_of(asker.seat)
    if seat is None or found.withdrawn:
        return False
    own = found.for_ == seat.id
    if found.taken_out is not None:
        return own
    step = state.steps.get(found.step)
    if found.kind == "evidence" and step and step.options.get("evidence") is False:
        return own
    group_step = found.step in (GOALS, METRICS, ACTIONS)
    return found.shown or own or (group_step and found.group is not None and found.group == seat.group)


@many
@given(STORY)
def test_a_log_replayed_is_the_state_it_left(story: Story):
    start, moves = story
    room = begun(start).copy()
    for number in moves:
        moved(room, number)
    assert replayed(room.log) == room.state
    assert [each.seq for each in room.log] == list(range(1, len(room.log) + 1))


def test_stories_reach_every_event_that_a_room_can_see():
    """A property is worth what its stories reach: four hundred fixed ones reach every event there is."""
    reached = {type(each.event).__name__ for start in STARTS for each in begun(start).log}
    for seed in range(400):
        room = begun(STARTS[seed % len(STARTS)]).copy()
        for number in range(60):
            moved(room, seed * 1000 + number)
        reached |= {type(each.event).__name__ for each in room.log}
    assert set(e.EVENTS) - reached == set()


def test_everybody_reads_every_sentence_in_their_own_language():
    """Panels carry message ids or parallel texts, never a worded sentence in one language."""
    state = begun(in_review).state
    assert set(state.languages) <= set(LANGUAGES)
    assert view(state, NAMES, "room")["workshop"]["title"] == {"en": "Action plan 2027–2029"}
    assert FAY.seat not in repr(view(state, NAMES, "screen"))
