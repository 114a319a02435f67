"""One's own last contribution is taken back by a new event, and an undo is undone the same way."""

from collections.abc import Callable

import pytest

from facilitation.live import Asker
from facilitation.live import commands as c
from facilitation.live.state import Workshop
from tests.facilitation.world import (
    ADA,
    BEN,
    CHOICE,
    EVA,
    FAY,
    FIRST,
    IDEAS,
    MATRIX,
    METRICS,
    REVIEW,
    SECOND,
    STATE,
    VOTE,
    Room,
    cluster,
    grouped,
    idea,
    with_clusters,
    with_goal,
    with_ideas,
)

TO = "Everybody plans purchases a year ahead"


def kept_beside() -> Room:
    """Ada has written over what Ben began from."""
    return with_goal().do(c.ReviseCard("goal-0001", "to", "Most plan", TO, "en"), ADA)


def two_kept() -> Room:
    return kept_beside().do(c.ReviseCard("goal-0001", "to", "All plan", TO, "en"), BEN)


CONTRIBUTIONS: dict[str, tuple[Callable[[], Room], c.Command]] = {
    "a card": (lambda: grouped().open(IDEAS), idea("idea-ben1", "Train buyers")),
    "a parked card": (grouped, c.AddCard("park-0001", "", {"text": "x"}, "en")),
    "a withdrawal": (with_ideas, c.WithdrawCard("idea-ben1")),
    "a cluster": (with_ideas, cluster("clus-0001", "Planning")),
    "a cluster's withdrawal": (with_clusters, c.WithdrawCard("clus-0001")),
    "a text": (with_goal, c.ReviseCard("goal-0001", "to", "Most plan", TO, "en")),
    "a first text": (with_goal, c.ReviseCard("goal-0001", "why", "It saves", "", "en")),
    "another language": (with_goal, c.ReviseCard("goal-0001", "to", "Kaikki", "", "fi")),
    "a day": (with_goal, c.ReviseCard("goal-0001", "due", "2028-12-31", None, "en")),
    "a kept text": (kept_beside, c.ReviseCard("goal-0001", "to", "All plan", TO, "en")),
    "a kept text written on": (two_kept, c.ReviseCard("goal-0001", "to", "All of us plan", TO, "en")),
    "a chosen text": (two_kept, c.ChooseWording("goal-0001", "to", "All plan", "en")),
    "cards placed": (with_clusters, c.PlaceCards(("idea-ada1", "idea-eva1"), None)),
    "clusters merged": (
        lambda: with_clusters().do(cluster("clus-0002", "Training"), ADA),
        c.MergeClusters("clus-0001", "clus-0002"),
    ),
    "a mark": (lambda: grouped().open(STATE), c.GiveMark(STATE, FIRST, 3)),
    "a second mark": (
        lambda: grouped().open(STATE).do(c.GiveMark(STATE, FIRST, 2), BEN),
        c.GiveMark(STATE, FIRST, none="dont_know"),
    ),
    "a mark taken back": (lambda: grouped().open(STATE).do(c.GiveMark(STATE, FIRST, 2), BEN), c.GiveMark(STATE, FIRST)),
    "picks": (lambda: grouped().open(STATE), c.Pick(STATE, (FIRST, SECOND))),
    "dots": (lambda: with_clusters().open(VOTE), c.GiveDots(VOTE, "clus-0001", 2)),
    "a place on the matrix": (lambda: with_clusters().open(MATRIX), c.PlaceOnMatrix(MATRIX, "clus-0001", 5, 1)),
    "another place": (
        lambda: with_clusters().open(MATRIX).do(c.PlaceOnMatrix(MATRIX, "clus-0001", 2, 2), BEN),
        c.PlaceOnMatrix(MATRIX, "clus-0001", 5, 1),
    ),
    "a choice": (lambda: grouped().open(CHOICE), c.Choose(CHOICE, ("Yes",))),
    "confidence": (lambda: grouped().open(REVIEW), c.GiveConfidence(REVIEW, 4, "Time")),
    "another confidence": (
        lambda: grouped().open(REVIEW).do(c.GiveConfidence(REVIEW, 2), BEN),
        c.GiveConfidence(REVIEW, 4, "Time"),
    ),
    "an agreed level": (lambda: as_decider(grouped()).open(STATE), c.AgreeLevel(STATE, FIRST, 2, 4, "So be it")),
    "another agreed level": (
        lambda: as_decider(grouped()).open(STATE).do(c.BringLevels(STATE, {FIRST: 3}, {}, "Spring")),
        c.AgreeLevel(STATE, FIRST, 2, 4, "So be it"),
    ),
    "a decision": (
        lambda: as_decider(with_clusters()).open(VOTE),
        c.Decide("decision-1", VOTE, "So be it", ("clus-0001",)),
    ),
}


def as_decider(room: Room) -> Room:
    return room.do(c.NameDecider(BEN.seat))


def visible(state: Workshop) -> tuple[object, ...]:
    """What anybody could see of the contributions, however it came about."""
    cards = {
        card.id: (
            {key: getattr(value, "texts", value) for key, value in card.answers.items() if worth(value)},
            card.cluster,
            card.alive,
            {(kept.field, kept.text, kept.by) for kept in card.kept},
        )
        for card in state.cards.values()
        if card.alive
    }
    work = [
        (each.book, each.picks, each.dots, each.places, each.choices, each.confidence, each.agreed)
        for each in state.work.values()
    ]
    decisions = {made.id: (made.text, made.cards) for made in state.decisions.values()}
    return (
        cards,
        [[{key: value for key, value in part.items() if value} for part in parts] for parts in work],
        decisions,
    )


def worth(value: object) -> bool:
    texts = getattr(value, "texts", None)
    return any(texts.values()) if texts is not None else value is not None


def worded(state: tuple[object, ...]) -> str:
    """Texts that are blank say nothing, whether or not they once said something."""
    return repr(state).replace(", 'fi': ''", "")


@pytest.mark.parametrize("what", CONTRIBUTIONS)
def test_it_is_as_if_it_had_not_been_and_then_as_if_it_had(what: str):
    begun, command = CONTRIBUTIONS[what]
    room = begun()
    before = worded(visible(room.state))
    given = worded(visible(room.do(command, BEN).state))
    assert given != before
    assert (room.panel(f"seat:{BEN.seat}", "me") or {})["undo"] is True
    assert worded(visible(room.do(c.Undo(), BEN).state)) == before
    assert worded(visible(room.do(c.Undo(), BEN).state)) == given
    assert worded(visible(room.do(c.Undo(), BEN).state)) == before


def test_who_has_given_nothing_has_nothing_to_take_back():
    assert grouped().events(c.Undo(), ADA) == []
    assert (grouped().panel(f"seat:{ADA.seat}", "me") or {})["undo"] is False


def test_each_takes_back_their_own_last_contribution_only():
    room = with_ideas().do(c.Undo(), ADA)
    assert [card.id for card in room.state.cards_in("idea")] == ["idea-ben1", "idea-eva1"]


def test_a_proxy_takes_back_for_the_person():
    room = grouped().open(IDEAS).do(idea("idea-eva1", "x"), EVA).do(c.Undo(), Asker(FAY.seat, "host", EVA.seat))
    assert room.state.cards_in("idea") == []


def test_an_undo_never_takes_another_s_words_away():
    room = with_goal().do(c.ReviseCard("goal-0001", "to", "Most plan", TO, "en"), ADA)
    room.do(c.ReviseCard("goal-0001", "to", "All plan", "Most plan", "en"), BEN)
    assert room.refusal(c.Undo(), ADA) == "changed_since"
    room = with_goal().do(c.ReviseCard("goal-0001", "due", "2028-12-31", None, "en"), ADA)
    room.do(c.ReviseCard("goal-0001", "due", "2029-12-31", None, "en"), BEN)
    assert room.refusal(c.Undo(), ADA) == "changed_since"


def test_what_is_over_stays():
    assert with_goal().open(METRICS).refusal(c.Undo(), ADA) == "closed"
    voted = with_clusters().open(VOTE).do(c.GiveDots(VOTE, "clus-0001", 1), BEN).reveal(VOTE)
    assert voted.refusal(c.Undo(), BEN) == "closed"
    assert with_ideas().do(c.TakeOut("idea-ada1")).refusal(c.Undo(), ADA) == "card_gone"


def test_nothing_moves_back_while_people_vote_on_it():
    room = with_clusters().open(VOTE)
    assert room.refusal(c.Undo(), ADA) == "voting"
    room = with_ideas().do(cluster("clus-0001", "x"), FAY).open(VOTE)
    assert room.refusal(c.Undo(), FAY) == "voting"


def test_a_cluster_taken_back_frees_what_others_put_into_it():
    room = with_ideas().do(cluster("clus-0001", "Planning"), ADA).do(c.PlaceCards(("idea-ben1",), "clus-0001"), BEN)
    room.do(c.Undo(), ADA)
    assert room.state.cards["idea-ben1"].cluster is None


def test_who_is_no_longer_the_decider_undoes_no_decision():
    room = grouped().open(STATE).do(c.AgreeLevel(STATE, FIRST, 2), ADA).do(c.NameDecider(BEN.seat))
    assert room.refusal(c.Undo(), ADA) == "not_decider"


def test_a_level_is_not_agreed_again_in_a_step_that_is_gone():
    room = grouped().do(c.AgreeLevel(STATE, FIRST, 2)).do(c.Undo()).do(c.DropStep(STATE))
    assert room.refusal(c.Undo()) == "no_such_step"
