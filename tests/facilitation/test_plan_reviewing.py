"""Versions, comments with their answers, and what differs."""

from datetime import timedelta

import pytest

from facilitation.plans.commands import (
    AddComment,
    AddLine,
    AnswerComment,
    CloseCommentRound,
    DropLine,
    KeepVersion,
    LeaveThemeOut,
    MoveLine,
    OpenCommentRound,
)
from facilitation.plans.differences import Difference, differences, theme_changes
from tests.facilitation.plan_world import (
    ACTION,
    BEN,
    DEADLINE,
    EVA,
    GOAL,
    METRIC,
    SOUND,
    TODAY,
    Desk,
    approved,
    comment,
    drafted,
    out_for_comments,
)

FIRST = SOUND.goals[0].to["en"]


# -- Versions -------------------------------------------------------------------------------------------------------


def test_versions_are_numbered_towards_the_next_approval():
    desk = drafted().do(KeepVersion("Owners named")).do(KeepVersion("Costs added"))
    assert [version.number for version in desk.life.versions] == ["0.1", "0.2", "0.3"]
    assert [version.number for version in approved().life.versions] == ["0.1", "1.0"]


def test_a_version_is_called_something():
    assert drafted().refusal(KeepVersion(" ")) == "empty"


def test_an_approved_plan_needs_no_further_version():
    assert approved().refusal(KeepVersion("Again")) == "approved"


# -- Comments -------------------------------------------------------------------------------------------------------


def test_a_round_is_about_the_plan_as_it_is():
    assert out_for_comments().life.rounds[0].version == "0.1"
    desk = drafted().revise("owner", "Head", SOUND.goals[0].owner).do(OpenCommentRound(DEADLINE, TODAY))
    assert (desk.life.stage, desk.life.rounds[0].version) == ("comment", "0.2")


def test_one_round_at_a_time_and_none_that_is_over_before_it_begins():
    assert out_for_comments().refusal(OpenCommentRound(DEADLINE, TODAY)) == "round_open"
    assert drafted().refusal(OpenCommentRound(TODAY - timedelta(days=1), TODAY)) == "past"


def test_a_comment_is_about_a_line_or_the_whole_plan():
    life = out_for_comments().do(comment("Which agencies?"), EVA).do(comment("Good.", SOUND.id, "comment-02"), EVA).life
    assert [(each.about, each.round) for each in life.comments.values()] == [(GOAL, 1), (SOUND.id, 1)]


def test_comments_are_taken_until_the_end_of_the_last_day():
    assert out_for_comments().events(comment("Late", today=DEADLINE), EVA)
    assert out_for_comments().refusal(comment("Too late", today=DEADLINE + timedelta(days=1)), EVA) == "round_over"
    assert out_for_comments().do(CloseCommentRound()).refusal(comment("Closed"), EVA) == "round_over"
    assert drafted().refusal(comment("Not asked"), EVA) == "round_over"


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        (comment(" "), "empty"),
        (comment("x" * 2001), "too_long"),
        (comment("Where?", "no-such-line"), "not_a_choice"),
        (comment("Short id", id="c1"), "id_taken"),
        (AddComment("comment-01", GOAL, "Wo?", "de", TODAY), "not_a_choice"),
    ],
)
def test_a_comment_says_something_about_something(wrong: AddComment, code: str):
    assert out_for_comments().refusal(wrong, EVA) == code


def test_a_line_can_be_commented_on_although_it_was_taken_out_meanwhile():
    assert out_for_comments().do(DropLine(METRIC)).events(comment("Why this?", METRIC), EVA)


def test_every_comment_has_its_answer_and_what_became_of_it():
    desk = (
        out_for_comments()
        .do(comment("Which agencies?"), EVA)
        .do(AnswerComment("comment-01", "All five.", "taken"), BEN)
    )
    answered = desk.life.comments["comment-01"]
    assert (answered.answer, answered.outcome) == ("All five.", "taken")
    assert desk.events(AnswerComment("comment-01", "All five.", "taken")) == []
    assert desk.refusal(AnswerComment("comment-01", "", "")) == "empty"
    assert desk.refusal(AnswerComment("comment-99", "Yes", "")) == "no_such_comment"


def test_the_plan_is_written_on_while_others_comment_and_the_round_ends_by_itself_or_by_hand():
    desk = out_for_comments().revise("owner", "Head", SOUND.goals[0].owner)
    assert desk.do(CloseCommentRound()).life.stage == "draft"
    assert desk.events(CloseCommentRound()) == []


# -- Differences ----------------------------------------------------------------------------------------------------


def since_the_room(desk: Desk) -> dict[str, Difference]:
    return {each.line: each for each in differences(desk.life.first, desk.plan)}


def test_nothing_differs_from_itself():
    assert differences(SOUND, SOUND) == ()


def test_a_difference_says_field_and_language_and_both_texts():
    desk = drafted().revise("to", "All agencies plan", FIRST, language="en")
    found = since_the_room(desk)[GOAL]
    assert (found.kind, found.how, found.name["en"]) == ("goal", {"revised"}, "All agencies plan")
    assert [(each.entry.key, each.language, each.before, each.after) for each in found.changes] == [
        ("to", "en", FIRST, "All agencies plan")
    ]


def test_what_is_new_and_what_is_gone_is_told_by_name():
    found = since_the_room(drafted().do(AddLine("goal", "goal-0002", {"to": {"en": "All plan"}})).do(DropLine(METRIC)))
    assert {line: each.how for line, each in found.items()} == {"goal-0002": {"added"}, METRIC: {"dropped"}}
    assert (found[METRIC].name["en"], found[METRIC].goal) == (SOUND.goals[0].metrics[0].name["en"], GOAL)


def test_what_moves_is_told_once_and_not_what_makes_way():
    three = drafted()
    for number in (2, 3):
        three.do(AddLine("goal", f"goal-000{number}", {"to": {"en": f"Goal {number}"}}))
    before = three.plan
    assert {each.line for each in differences(before, three.do(MoveLine(GOAL, "", 2)).plan)} == {GOAL}
    after = three.do(MoveLine(ACTION, "goal-0002", 0)).plan
    assert [each.how for each in differences(before, after) if each.line == ACTION] == [{"moved"}]


def test_a_theme_left_out_for_another_reason_is_told():
    after = drafted().do(LeaveThemeOut("1", "The new strategy comes first")).plan
    assert [(each.theme, each.before, each.after) for each in theme_changes(SOUND, after)] == [
        ("1", "Next time", "The new strategy comes first")
    ]
