"""Letters of a round that was moved or withdrawn: whoever was asked hears of it once, and nobody is asked in vain."""

from datetime import timedelta

import pytest
from flask import Flask

from tests.conftest import Clock
from tests.workshop.changed_round import last_round, move, page_of, withdraw
from tests.workshop.checking_in import hand_over
from tests.workshop.letters.conftest import DEE, DUE, HAL, IDA, OWNER, due, link_in, open_round, rows
from tests.workshop.post import Post, posted
from tests.workshop.program import Program, token_for
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop.mail.due import write

MOVED = DUE + timedelta(days=30)


@pytest.fixture(autouse=True)
def asked(tree: Tree, editor: Visitor) -> None:
    hand_over(editor, tree, "Hal", email=HAL)
    hand_over(editor, tree, "Dee", email=DEE, part="deputy")
    open_round(editor, tree)


def passes(app: Flask, clock: Clock, post: Post, days: int) -> list[str]:
    """Who is written to by a day that is so many days later, the timer running twice on it."""
    clock.pass_by(days=days)
    before = len(post.taken)
    due(app, clock)
    due(app, clock)
    return sorted(post.to[before:])


def calendar(post: Post, address: str) -> str:
    [found] = post.last(address).iter_attachments()
    return found.get_content()


def uid(text: str) -> str:
    return next(line for line in text.splitlines() if line.startswith("UID:"))


# -- Moved ----------------------------------------------------------------------------------------------------------


def test_whoever_was_asked_hears_once_of_another_last_day_in_a_letter_that_moves_it_in_their_calendar(
    tree: Tree, editor: Visitor, visitor: Visitor, post: Post, clock: Clock
):
    due(tree.app, clock)
    first, link = calendar(post, HAL), link_in(post.text(HAL))
    assert "Those who were asked hear of it by letter." in move(editor, tree, MOVED).text
    assert passes(tree.app, clock, post, 0) == [HAL]
    assert "The last day of a round of follow-up in Homes was changed to" in post.text(HAL)
    second = calendar(post, HAL)
    assert uid(second) == uid(first)
    assert f"DTSTART;VALUE=DATE:{MOVED:%Y%m%d}" in second
    assert visitor.get(link).status_code == 200
    assert passes(tree.app, clock, post, 1) == []


def test_reminders_and_the_way_down_the_line_are_counted_from_the_moved_day(tree: Tree, post: Post, clock: Clock):
    due(tree.app, clock)
    clock.pass_by(days=14)
    due(tree.app, clock)
    assert post.to == [HAL, HAL]
    move(tree.somebody("administrator", "housing"), tree, MOVED)
    heard = [passes(tree.app, clock, post, days) for days in (0, 7, 7, 15, 8, 7)]
    assert heard == [[HAL], [], [], [HAL], [DEE, HAL], sorted([HAL, DEE, OWNER])]


def test_a_round_that_was_late_and_got_another_day_is_late_only_after_that(tree: Tree, post: Post, clock: Clock):
    due(tree.app, clock)
    assert passes(tree.app, clock, post, 21) == [DEE, HAL]
    move(tree.somebody("administrator", "housing"), tree, MOVED)
    assert passes(tree.app, clock, post, 0) == [DEE, HAL], "both are told"
    assert [passes(tree.app, clock, post, days) for days in (7, 22, 1)] == [[], [HAL], [DEE, HAL]]


def test_on_the_day_on_which_somebody_hears_of_the_new_day_they_hear_nothing_else_of_it(
    tree: Tree, editor: Visitor, post: Post, clock: Clock
):
    due(tree.app, clock)
    clock.pass_by(days=10)
    move(editor, tree, TODAY + timedelta(days=15))
    assert passes(tree.app, clock, post, 0) == [HAL]
    assert "was changed to" in post.text(HAL)
    assert passes(tree.app, clock, post, 1) == [HAL]
    assert "Reminder" in str(post.last(HAL)["Subject"])


def test_a_letter_that_had_not_gone_is_written_anew_with_the_new_day(tree: Tree, editor: Visitor, clock: Clock):
    due(tree.app, clock)
    assert [each.to for each in rows(tree.app)] == [HAL]
    assert "hear of it" not in move(editor, tree, MOVED, name_en="Moved").text
    assert rows(tree.app) == []
    due(tree.app, clock)
    [letter] = rows(tree.app)
    assert "(Moved)" in letter.text
    assert f"{MOVED:%Y%m%d}" in letter.calendar


def test_whoever_is_asked_only_after_it_was_moved_gets_no_letter_about_that(
    tree: Tree, editor: Visitor, post: Post, clock: Clock
):
    due(tree.app, clock)
    move(editor, tree, MOVED)
    clock.pass_by(minutes=5)
    hand_over(editor, tree, "Ida", email=IDA)
    assert passes(tree.app, clock, post, 0) == [HAL, IDA]
    assert "A round of follow-up is open" in post.text(IDA)
    assert passes(tree.app, clock, post, 1) == []


def test_another_name_is_no_news(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    due(tree.app, clock)
    move(editor, tree, DUE, name_en="Renamed")
    assert passes(tree.app, clock, post, 0) == []


# -- Withdrawn ------------------------------------------------------------------------------------------------------


def test_whoever_was_asked_hears_once_that_it_was_withdrawn_and_then_nobody_anything(
    tree: Tree, editor: Visitor, visitor: Visitor, post: Post, clock: Clock
):
    due(tree.app, clock)
    first, link = calendar(post, HAL), link_in(post.text(HAL))
    assert "One address was written to about it" in editor.get(page_of(tree) + "/withdraw").text
    withdraw(editor, tree)
    assert passes(tree.app, clock, post, 0) == [HAL]
    assert "was withdrawn" in post.text(HAL)
    assert uid(calendar(post, HAL)) == uid(first)
    assert "STATUS:CANCELLED" in calendar(post, HAL)
    assert visitor.get(link).status_code == 200, "what is due may still be told"
    assert [passes(tree.app, clock, post, days) for days in (14, 7, 7, 30)] == [[]] * 4


def test_a_letter_that_had_not_gone_goes_no_more(tree: Tree, editor: Visitor, clock: Clock):
    with tree.app.app_context():
        write(tree.app, clock())
    assert [each.to for each in rows(tree.app)] == [HAL]
    withdraw(editor, tree)
    with posted(tree.app) as post:
        assert passes(tree.app, clock, post, 0) == []
        assert passes(tree.app, clock, post, 21) == []
    assert rows(tree.app) == []


def test_whoever_has_not_heard_yet_that_it_was_moved_hears_only_that_it_was_withdrawn(
    tree: Tree, editor: Visitor, post: Post, clock: Clock
):
    due(tree.app, clock)
    move(editor, tree, MOVED)
    with tree.app.app_context():
        write(tree.app, clock())
    withdraw(editor, tree)
    assert passes(tree.app, clock, post, 0) == [HAL]
    assert "was withdrawn" in post.text(HAL)


def test_the_ministry_s_round_goes_on_asking_where_a_unit_withdrew_its_own(
    tree: Tree, editor: Visitor, post: Post, clock: Clock
):
    due(tree.app, clock)
    open_round(tree.somebody("editor", "housing"), tree, "housing")
    withdraw(editor, tree)
    assert passes(tree.app, clock, post, 0) == [HAL]
    assert passes(tree.app, clock, post, 1) == [HAL], "on another day than the news"
    assert passes(tree.app, clock, post, 20) == [DEE, HAL]


def test_it_is_told_in_the_language_in_which_they_were_asked(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    hand_over(editor, tree, "Ida", email=IDA, language="sv")
    due(tree.app, clock)
    move(editor, tree, MOVED)
    due(tree.app, clock)
    assert "Hej" in post.text(IDA)
    withdraw(editor, tree)
    due(tree.app, clock)
    assert "Hej" in post.text(IDA)
    assert post.to.count(IDA) == 3


# -- By a program -----------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("opens", ["0001-01-01", "9999-12-31"])
def test_a_round_at_an_end_of_the_calendar_keeps_no_letter_of_another_back(
    tree: Tree, post: Post, clock: Clock, opens: str
):
    program = Program(tree.app, token_for(tree.app, tree.ids["housing"], "rounds:write"))
    assert program.post("/rounds", {"opens": opens, "due": "9999-12-31"}).status_code == 201
    assert HAL in passes(tree.app, clock, post, 0)


def test_what_a_program_changes_is_told_in_the_same_letters(tree: Tree, post: Post, clock: Clock):
    due(tree.app, clock)
    program = Program(tree.app, token_for(tree.app, tree.ids["homes"], "rounds:write"))
    round = f"/rounds/{last_round(tree).id}"
    assert program.ask("PATCH", round, {"due": f"{MOVED}"}, {}).status_code == 200
    assert passes(tree.app, clock, post, 0) == [HAL]
    assert "The last day of a round of follow-up in Homes was changed to" in post.text(HAL)
    assert program.post(f"{round}/withdrawal", None).status_code == 200
    assert passes(tree.app, clock, post, 0) == [HAL]
    assert "withdrawn" in post.text(HAL)
