"""What was given stays, is set aside or counts, when a step's options change."""

from facilitation.live import commands as c
from facilitation.live.results import dots_of
from facilitation.live.voting import counted
from facilitation.plans.draft import drafts
from facilitation.steps.kind import Step
from tests.facilitation.world import (
    ADA,
    BEN,
    EVA,
    FIRST,
    GOALS,
    IDEAS,
    PACK,
    REVIEW,
    SECOND,
    STATE,
    VOTE,
    goal,
    grouped,
    idea,
    marked,
    two_groups,
    with_clusters,
    with_goal,
)

# -- What was given stays -------------------------------------------------------------------------------------------


def test_fewer_cards_each_leaves_the_cards_written_so_far():
    room = grouped().open(IDEAS).do(idea("idea-0001", "One"), ADA).do(idea("idea-0002", "Two"), ADA)
    room.do(c.SetOption(IDEAS, "each", 1))
    assert len(room.state.cards_of(IDEAS)) == 2
    assert room.refusal(idea("idea-0003", "Three"), ADA) == "no_cards_left"


def test_a_new_focus_leaves_the_ideas_written_under_the_one_before():
    room = grouped().do(c.SetOption(IDEAS, "focus", {"en": "Suppliers"})).open(IDEAS)
    room.do(idea("idea-0001", "Meet them early"), ADA).reveal(IDEAS)
    room.do(c.SetOption(IDEAS, "focus", {"en": "Skills", "fi": "Osaaminen"}))
    step, card = room.panel("room", f"step:{IDEAS}"), room.panel("room", "card:idea-0001")
    assert step and step["options"]["focus"] == {"en": "Skills", "fi": "Osaaminen"}
    assert card and "Meet them early" in repr(card["answers"])


def test_groups_that_come_to_see_each_other_show_what_they_write_from_then_on():
    room = two_groups().open(GOALS).do(goal("goal-0001"), ADA)
    room.do(c.SetOption(GOALS, "see_others", True)).do(goal("goal-0002"), EVA)
    assert room.panel("room", "card:goal-0001") is None
    assert room.panel("room", "card:goal-0002") is not None


def test_sharpening_puts_hints_beside_the_group_s_cards_and_takes_them_away():
    room = with_goal().do(
        c.ReviseCard("goal-0001", "to", "Improve", "Everybody plans purchases a year ahead", "en"), ADA
    )
    assert room.panel("group:group-a", "findings:goal-0001") is None
    room.do(c.SetOption(GOALS, "sharpen", True))
    hints = room.panel("group:group-a", "findings:goal-0001")
    assert hints and hints["findings"]
    room.do(c.SetOption(GOALS, "sharpen", False))
    assert room.panel("group:group-a", "findings:goal-0001") is None


def test_fewer_choices_leave_the_choices_made():
    steps = (Step("choic-02", "question", options={"form": "choice", "choices": ["A", "B"], "most": 2}),)
    room = grouped().do(c.SetAgenda((*grouped().state.steps.values(), *steps))).open("choic-02")
    room.do(c.Choose("choic-02", ("A", "B")), ADA).do(c.SetOption("choic-02", "most", 1))
    assert room.state.work["choic-02"].choices[ADA.seat] == ("A", "B")
    assert room.refusal(c.Choose("choic-02", ("B", "A")), ADA) == "too_many_picks"


# -- What was given is set aside, and comes back --------------------------------------------------------------------


def test_evidence_off_hides_the_examples_from_all_but_their_authors_and_on_brings_them_back():
    room = grouped().open(STATE)
    example = c.AddCard("example-1", STATE, {"statement": FIRST, "text": "CANARY"}, "en")
    room.do(c.GiveMark(STATE, FIRST, 3), ADA).do(example, ADA).reveal(STATE)
    assert room.panel("room", "card:example-1") is not None
    room.do(c.SetOption(STATE, "evidence", False)).do(c.AgreeLevel(STATE, FIRST, 3))
    assert room.panel("room", "card:example-1") is None
    assert room.panel(f"seat:{ADA.seat}", "card:example-1") is not None
    assert "CANARY" not in repr(drafts(room.state, PACK))
    assert room.refusal(c.AddCard("example-2", STATE, {"statement": FIRST, "text": "x"}, "en"), BEN) == "not_asked"
    room.do(c.SetOption(STATE, "evidence", True))
    assert room.panel("room", "card:example-1") is not None
    assert "CANARY" in repr(drafts(room.state, PACK))


def test_hidden_examples_set_aside_are_not_moderated_either():
    room = grouped().open(STATE)
    for asker in (ADA, BEN, EVA):
        example = c.AddCard(f"example-{asker.seat}", STATE, {"statement": FIRST, "text": "CANARY"}, "en")
        room.do(example, asker)
    assert "CANARY" in repr(room.panel("hosts", f"hidden:{STATE}"))
    room.do(c.SetOption(STATE, "evidence", False))
    assert "CANARY" not in repr(room.panel("hosts", f"hidden:{STATE}"))


def test_a_dropped_statement_leaves_the_results_with_its_marks_and_comes_back_with_them():
    room, askers = marked([1, 2, 3, 4, 5])
    room.reveal(STATE).do(c.SetOption(STATE, "statements", [SECOND]))
    assert FIRST not in repr(room.panel("room", f"result:{STATE}"))
    assert room.refusal(c.GiveMark(STATE, FIRST, 2), askers[0]) == "not_asked"
    room.do(c.SetOption(STATE, "statements", []))
    shown = room.panel("room", f"result:{STATE}")
    assert shown and shown["statements"][0]["median"] == 3


def test_the_short_form_asks_one_statement_a_theme():
    room = grouped().do(c.SetOption(STATE, "statements", "short")).open(STATE)
    step = room.panel("room", f"step:{STATE}")
    assert step and len(step["statements"]) == len(PACK.short_form()) < 25


def test_the_long_form_s_answers_are_set_aside_while_not_asked_and_never_lost():
    room = grouped().do(c.SetOption(STATE, "importance", True)).open(STATE)
    room.do(c.GiveMark(STATE, FIRST, 3, importance=5), ADA).do(c.SetOption(STATE, "importance", False))
    room.do(c.GiveMark(STATE, FIRST, 4, importance=1), ADA)
    mark = room.state.work[STATE].book[FIRST][ADA.seat]
    assert (mark.level, mark.importance) == (4, 5)


def test_fewer_picks_count_the_first_ones_only():
    room, askers = marked([3] * 5)
    for asker in askers:
        room.do(c.Pick(STATE, (FIRST, SECOND)), asker)
    room.do(c.SetOption(STATE, "pick", 1)).reveal(STATE)
    shown = room.panel("room", f"result:{STATE}")
    assert shown and [line["picks"] for line in shown["statements"][:2]] == [5, 0]


def test_confidence_off_takes_its_result_away_and_on_brings_it_back():
    room = grouped().open(REVIEW).do(c.GiveConfidence(REVIEW, 4), ADA).do(c.SetOption(REVIEW, "confidence", False))
    assert room.refusal(c.GiveConfidence(REVIEW, 3), BEN) == "not_asked"
    room.reveal(REVIEW)
    assert room.panel("room", f"result:{REVIEW}") is None
    room.open(REVIEW).do(c.SetOption(REVIEW, "confidence", True)).reveal(REVIEW)
    shown = room.panel("room", f"result:{REVIEW}")
    assert shown and shown["kind"] == "confidence"


# -- The first dots count -------------------------------------------------------------------------------------------


def test_fewer_dots_count_those_given_first_until_there_is_room_again():
    room = with_clusters().open(VOTE)
    room.do(c.GiveDots(VOTE, "clus-0001", 2), ADA).do(c.GiveDots(VOTE, "idea-eva1", 1), ADA)
    room.do(c.SetOption(VOTE, "dots", 2)).reveal(VOTE)
    assert [(each.card, each.dots) for each in dots_of(room.state, VOTE).cards] == [("clus-0001", 2), ("idea-eva1", 0)]  # pyright: ignore[reportOptionalMemberAccess]
    room.open(VOTE).do(c.SetOption(VOTE, "dots", 3)).reveal(VOTE)
    assert [each.dots for each in dots_of(room.state, VOTE).cards] == [2, 1]  # pyright: ignore[reportOptionalMemberAccess]


def test_with_fewer_dots_one_may_still_take_dots_away():
    room = with_clusters().open(VOTE)
    room.do(c.GiveDots(VOTE, "clus-0001", 2), ADA).do(c.GiveDots(VOTE, "idea-eva1", 1), ADA)
    room.do(c.SetOption(VOTE, "dots", 1))
    assert room.refusal(c.GiveDots(VOTE, "idea-eva1", 2), ADA) == "no_dots_left"
    assert room.do(c.GiveDots(VOTE, "clus-0001", 1), ADA).state.work[VOTE].dots[ADA.seat]["clus-0001"] == 1


def test_counted_keeps_to_both_numbers():
    assert counted({"a": 3, "b": 2, "c": 1}, 4, 2) == {"a": 2, "b": 2}


# -- Names ----------------------------------------------------------------------------------------------------------


def test_a_card_keeps_the_promise_under_which_it_came():
    room = grouped().open(IDEAS).do(idea("idea-0001", "Unnamed"), ADA)
    room.do(c.SetOption(IDEAS, "authors", "room")).do(idea("idea-0002", "Named"), ADA).reveal(IDEAS)
    unnamed, named = room.panel("room", "card:idea-0001"), room.panel("room", "card:idea-0002")
    assert unnamed and unnamed["by"] is None and unnamed["at"] is None
    assert named and named["by"] == ADA.seat


def test_the_share_by_organisation_is_shown_only_while_asked_for():
    room = with_clusters().open(VOTE)
    for number in range(10):
        asker = c.Asker(f"seat-more-{number:02}")
        room.do(c.Join(asker.seat, organisation="Ministry" if number % 2 else "Agency"), asker)
        room.do(c.GiveDots(VOTE, "clus-0001", 1), asker)
    room.reveal(VOTE)
    shown = room.panel("room", f"result:{VOTE}")
    assert shown and {share["name"] for share in shown["cards"][0]["organisations"]} == {"Ministry", "Agency"}
    room.do(c.SetOption(VOTE, "split", False))
    shown = room.panel("room", f"result:{VOTE}")
    assert shown and shown["cards"][0]["organisations"] is None
