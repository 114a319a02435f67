"""Cards that are there: revised by two at once, taken away and brought back, put into clusters."""

from facilitation.live import commands as c
from facilitation.live import events as e
from facilitation.live.state import Said
from tests.facilitation.test_writing import TO, revise, said
from tests.facilitation.world import (
    ADA,
    BEN,
    EVA,
    FAY,
    GOALS,
    IDEAS,
    METRICS,
    VOTE,
    Room,
    cluster,
    goal,
    grouped,
    idea,
    two_groups,
    with_clusters,
    with_goal,
    with_ideas,
)

# -- Revising -------------------------------------------------------------------------------------------------------


def test_a_field_is_revised_by_its_author_its_group_or_a_host():
    room = two_groups().open(GOALS).do(goal("goal-0001"), ADA)
    assert said(room.do(revise("Most plan"), BEN), "goal-0001", "to") == "Most plan"
    assert said(room.do(revise("All plan", "Most plan"), FAY), "goal-0001", "to") == "All plan"
    assert room.refusal(revise("x", "All plan"), EVA) == "not_yours"
    assert room.events(revise("All plan", "whatever"), ADA) == []
    assert room.refusal(revise("x", field="mood"), ADA) == "no_such_field"
    assert room.refusal(revise("x", language="de"), ADA) == "not_a_choice"


def test_a_card_is_revised_while_its_step_is_in_hand():
    room = with_goal().reveal(GOALS)
    assert room.events(revise("Most plan"), ADA)
    assert room.open(METRICS).refusal(revise("Most plan"), ADA) == "closed"
    assert room.events(revise("Most plan"), FAY)


def test_two_people_one_field_both_are_kept_until_one_is_chosen():
    room = with_goal().do(revise("Most plan"), ADA).do(revise("All plan"), BEN)
    face = room.panel("group:group-a", "card:goal-0001") or {}
    assert said(room, "goal-0001", "to") == "Most plan"
    assert face["kept"] == [{"field": "to", "language": "en", "text": "All plan"}]
    room.do(c.ChooseWording("goal-0001", "to", "All plan", "en"), EVA)
    assert said(room, "goal-0001", "to") == "All plan"
    assert (room.panel("group:group-a", "card:goal-0001") or {})["kept"] == []
    assert room.events(c.ChooseWording("goal-0001", "to", "Most plan", "en"), EVA) == []


def test_both_texts_of_a_role_are_kept_too():
    room = with_goal().do(revise("Director", "", "owner"), ADA).do(revise("Head of buying", "", "owner"), BEN)
    assert (room.panel("group:group-a", "card:goal-0001") or {})["answers"]["owner"] == "Director"
    room.do(c.ChooseWording("goal-0001", "owner", "Head of buying", "en"), ADA)
    assert (room.panel("group:group-a", "card:goal-0001") or {})["answers"]["owner"] == "Head of buying"


def test_who_goes_on_writing_keeps_one_text_and_not_every_stage_of_it():
    room = with_goal().do(revise("Most plan"), ADA)
    for text in ("A", "Al", "All plan"):
        room.do(revise(text), BEN)
    assert [kept.text for kept in room.state.cards["goal-0001"].kept] == ["All plan"]
    room.do(revise("Nobody plans"), EVA)
    assert [kept.text for kept in room.state.cards["goal-0001"].kept] == ["All plan", "Nobody plans"]


def test_a_chosen_text_keeps_to_the_field_s_limit_and_to_who_may_write():
    room = two_groups().open(GOALS).do(goal("goal-0001"), ADA).do(revise("A"), ADA).do(revise("B"), BEN)
    assert room.refusal(c.ChooseWording("goal-0001", "to", "x" * 301, "en"), ADA) == "too_long"
    assert room.refusal(c.ChooseWording("goal-0001", "to", "B", "en"), EVA) == "not_yours"


def test_languages_stand_beside_each_other_and_do_not_contend():
    room = with_goal().do(revise("Kaikki", "", language="fi"), BEN)
    assert said(room, "goal-0001", "to", "fi") == "Kaikki"
    assert said(room, "goal-0001", "to") == TO
    assert room.state.cards["goal-0001"].kept == ()


def test_a_parallel_text_is_checked_by_somebody_else_and_unchecked_by_a_change():
    room = with_goal().do(revise("Kaikki", "", language="fi"), BEN)
    check = c.CheckWording("goal-0001", "to", "fi")
    assert room.refusal(check, BEN) == "own_words"
    face = room.do(check, ADA).panel("group:group-a", "card:goal-0001") or {}
    assert face["answers"]["to"]["texts"]["fi"] == {"text": "Kaikki", "by": BEN.seat, "checked": True}
    assert room.events(check, EVA) == []
    assert room.refusal(c.CheckWording("goal-0001", "to", "sv"), ADA) == "no_text"
    assert room.refusal(c.CheckWording("goal-0001", "owner", "en"), ADA) == "no_text"
    face = room.do(revise("Kaikki suunnittelevat", "Kaikki", language="fi"), BEN).panel(
        "group:group-a", "card:goal-0001"
    )
    assert face and face["answers"]["to"]["texts"]["fi"]["checked"] is False


# -- Gone and back --------------------------------------------------------------------------------------------------


def test_an_author_withdraws_their_card_and_nobody_sees_it():
    room = with_ideas()
    assert room.refusal(c.WithdrawCard("idea-ada1"), BEN) == "not_yours"
    assert room.refusal(c.WithdrawCard("idea-none"), ADA) == "no_such_card"
    room.do(c.WithdrawCard("idea-ada1"), ADA)
    assert room.panel("room", "card:idea-ada1") is None
    assert room.events(c.WithdrawCard("idea-ada1"), ADA) == []
    assert room.refusal(c.ReviseCard("idea-ada1", "text", "x", "", "en"), ADA) == "card_gone"


def test_what_is_closed_is_no_longer_withdrawn_but_by_a_host():
    room = with_ideas().open(VOTE)
    assert room.refusal(c.WithdrawCard("idea-ada1"), ADA) == "closed"
    assert room.events(c.WithdrawCard("idea-ada1"), FAY)


def test_a_host_takes_a_card_out_and_puts_it_back():
    room = with_ideas().do(c.TakeOut("idea-ada1", " Names a person "))
    assert room.panel("room", "card:idea-ada1") is None
    assert (room.panel(f"seat:{ADA.seat}", "card:idea-ada1") or {})["taken_out"] == "Names a person"
    assert room.events(c.TakeOut("idea-ada1")) == []
    assert room.refusal(c.TakeOut("idea-none")) == "no_such_card"
    assert room.do(c.PutBack("idea-ada1")).panel("room", "card:idea-ada1")
    assert room.events(c.PutBack("idea-ada1")) == []


def test_a_card_is_marked_ready_by_who_may_write_it():
    room = two_groups().open(GOALS).do(goal("goal-0001"), ADA).do(c.MarkCardReady("goal-0001"), BEN)
    assert (room.panel("group:group-a", "card:goal-0001") or {})["ready"] is True
    assert room.events(c.MarkCardReady("goal-0001"), ADA) == []
    assert room.refusal(c.MarkCardReady("goal-0001", False), EVA) == "not_yours"


# -- Clusters -------------------------------------------------------------------------------------------------------


def test_shown_ideas_go_into_a_cluster_and_out_of_it():
    room = with_clusters()
    assert (room.panel("room", "card:idea-ada1") or {})["cluster"] == "clus-0001"
    assert room.events(c.PlaceCards(("idea-ada1",), "clus-0001"), ADA) == []
    assert room.events(c.PlaceCards((), "clus-0001"), ADA) == []
    room.do(c.PlaceCards(("idea-ada1",), None), ADA)
    assert (room.panel("room", "card:idea-ada1") or {})["cluster"] is None


def test_a_new_idea_may_be_born_into_a_cluster():
    room = with_clusters().open(IDEAS)
    room.do(c.AddCard("idea-new1", IDEAS, {"text": "x"}, "en", cluster="clus-0001"), ADA)
    assert room.state.cards["idea-new1"].cluster == "clus-0001"


def test_only_what_belongs_together_is_put_together():
    room = with_clusters().do(c.AddCard("park-0001", "", {"text": "x"}, "en"), ADA)
    assert room.refusal(c.PlaceCards(("idea-ada1", "park-0001"), "clus-0001"), ADA) == "wrong_cluster"
    assert room.refusal(c.PlaceCards(("idea-ada1",), "idea-ben1"), ADA) == "wrong_cluster"
    assert room.refusal(c.PlaceCards(("clus-0001",), None), ADA) == "wrong_cluster"
    assert room.refusal(c.PlaceCards(("park-0001",), None), ADA) == "no_such_step"
    room.open(IDEAS).do(idea("idea-late", "x"), ADA)
    assert room.refusal(c.PlaceCards(("idea-late",), "clus-0001"), ADA) == "hidden"


def test_each_group_puts_its_own_ideas_into_clusters_and_the_host_all():
    room = two_groups().open(IDEAS).do(idea("idea-ada1", "x"), ADA).do(idea("idea-eva1", "y"), EVA).reveal(IDEAS)
    room.do(cluster("clus-0001", "Planning"), ADA)
    assert room.refusal(c.PlaceCards(("idea-eva1",), "clus-0001"), ADA) == "not_yours"
    assert room.refusal(c.PlaceCards(("idea-eva1",), "clus-0001"), EVA) == "not_yours"
    assert room.events(c.PlaceCards(("idea-eva1", "idea-ada1"), "clus-0001"), FAY)


def test_where_the_host_clusters_nobody_else_does():
    room = grouped().do(c.SetOption(IDEAS, "cluster_by", "host")).open(IDEAS).do(idea("idea-ada1", "x"), ADA)
    room.reveal(IDEAS)
    assert room.refusal(cluster("clus-0001", "Planning"), ADA) == "not_host"
    room.do(cluster("clus-0001", "Planning"), FAY)
    assert room.refusal(c.PlaceCards(("idea-ada1",), "clus-0001"), ADA) == "not_host"
    assert room.events(c.PlaceCards(("idea-ada1",), "clus-0001"), FAY)


def test_some_cards_of_a_cluster_are_split_off_into_a_new_one():
    room = with_clusters().do(cluster("clus-0002", "Meeting suppliers"), BEN)
    room.do(c.PlaceCards(("idea-ben1",), "clus-0002"), BEN)
    homes = {id: room.state.cards[id].cluster for id in ("idea-ada1", "idea-ben1")}
    assert homes == {"idea-ada1": "clus-0001", "idea-ben1": "clus-0002"}


def test_no_cluster_is_made_while_people_vote():
    room = with_clusters().open(VOTE)
    assert room.refusal(cluster("clus-0002", "Late"), FAY) == "voting"
    assert room.refusal(c.PlaceCards(("idea-ben1",), None), FAY) == "voting"


def test_a_merged_cluster_s_cards_go_along():
    room = with_clusters().do(cluster("clus-0002", "Training"), BEN).do(c.PlaceCards(("idea-eva1",), "clus-0002"), BEN)
    room.do(c.MergeClusters("clus-0002", "clus-0001"), ADA)
    assert {card.cluster for card in room.state.cards_in("idea")} == {"clus-0001"}
    assert not room.state.cards["clus-0002"].alive
    assert room.events(c.MergeClusters("clus-0002", "clus-0001"), ADA) == []
    assert room.events(c.MergeClusters("clus-0001", "clus-0001"), ADA) == []


def test_nobody_merges_away_what_is_no_cluster_or_not_theirs():
    room = with_clusters()
    assert room.refusal(c.MergeClusters("idea-eva1", "clus-0001"), BEN) == "wrong_cluster"
    assert room.refusal(c.MergeClusters("clus-0001", "idea-eva1"), BEN) == "wrong_cluster"
    other = two_groups().open(IDEAS).reveal(IDEAS).do(cluster("clus-0001", "A"), ADA).do(cluster("clus-0002", "B"), EVA)
    assert other.refusal(c.MergeClusters("clus-0001", "clus-0002"), EVA) == "not_yours"


def test_a_withdrawn_cluster_frees_its_cards():
    room = with_clusters().do(c.WithdrawCard("clus-0001"), BEN)
    assert {card.cluster for card in room.state.cards_in("idea")} == {None}
    assert room.refusal(c.PlaceCards(("idea-ada1",), "clus-0001"), ADA) == "wrong_cluster"


def test_nothing_moves_while_people_vote_on_it():
    room = with_clusters().do(cluster("clus-0002", "Training"), BEN).open(VOTE)
    for command in (
        c.PlaceCards(("idea-eva1",), "clus-0001"),
        c.MergeClusters("clus-0001", "clus-0002"),
        c.WithdrawCard("clus-0001"),
        c.TakeOut("clus-0001"),
    ):
        assert room.refusal(command, FAY) == "voting"
    assert room.reveal(VOTE).events(c.PlaceCards(("idea-eva1",), "clus-0001"), FAY)


def test_a_cluster_is_a_card_that_says_its_name():
    assert with_ideas().refusal(cluster("clus-0001", " "), ADA) == "empty"
    (added,) = with_ideas().events(cluster("clus-0001", "Planning"), ADA)
    assert isinstance(added, e.CardAdded) and (added.kind, added.shown, added.group) == ("cluster", True, "group-a")


def test_a_translation_is_unchecked_once_its_original_says_something_else():
    room = grouped().open(GOALS).do(c.AddCard("goal-checked1", GOALS, {"to": "Every tender"}, "en"), ADA)
    room.do(c.ReviseCard("goal-checked1", "to", "Jokainen kilpailutus", "", "fi"), ADA)
    room.do(c.CheckWording("goal-checked1", "to", "fi"), BEN)
    assert checked(room, "fi")
    room.do(c.ReviseCard("goal-checked1", "to", "Every second tender", "Every tender", "en"), ADA)
    assert not checked(room, "fi")


def checked(room: Room, language: str) -> bool:
    said = room.state.cards["goal-checked1"].answers["to"]
    assert isinstance(said, Said)
    return bool(said.wordings[language].checked_by)
