"""A round that was set with a wrong day is changed or withdrawn by those who may set one, and nothing is lost by it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, timedelta

import pytest
from flask import Flask
from sqlalchemy import Connection, event

from tests.conftest import Clock
from tests.workshop.changed_round import last_round, move, page_of, withdraw
from tests.workshop.checking_in import desk, editor
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.program import Program, token_for
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store

__all__ = ["desk", "editor"]

LATER = TODAY + timedelta(days=40)


def set_round(editor: Visitor, tree: Tree, opens: date = TODAY, due: date = TODAY + timedelta(days=20)) -> None:
    editor.send(tree.page("homes") + "/rounds", "Set the round", opens=f"{opens}", due=f"{due}", name_en="Autumn")


def test_its_name_and_last_day_are_changed_and_the_list_says_so(tree: Tree, editor: Visitor):
    set_round(editor, tree)
    page = move(editor, tree, LATER, name_en="Late autumn").text
    assert "The round is changed." in page
    row = last_round(tree)
    assert (row.en, row.due, row.opens) == ("Late autumn", LATER, TODAY)
    assert "<b>Late autumn</b>" in page


def test_what_has_opened_keeps_its_first_day_and_what_is_to_come_may_open_on_another(
    tree: Tree, editor: Visitor, clock: Clock
):
    soon, week = TODAY + timedelta(days=3), TODAY + timedelta(days=7)
    set_round(editor, tree, opens=soon)
    assert move(editor, tree, LATER, opens=f"{week}").status_code == 200
    assert last_round(tree).opens == week
    clock.pass_by(days=7)
    form = editor.form(page_of(tree), "Save").fields
    assert "opens" not in form
    editor.client.post(page_of(tree), data={**form, "due": f"{LATER + timedelta(days=1)}", "opens": f"{LATER}"})
    assert (last_round(tree).opens, last_round(tree).due) == (week, LATER + timedelta(days=1))


def test_a_day_that_cannot_be_is_refused_at_its_field_and_what_was_typed_stays(tree: Tree, editor: Visitor):
    set_round(editor, tree, opens=TODAY + timedelta(days=3))
    page = move(editor, tree, TODAY + timedelta(days=2), name_en="Odd")
    assert page.status_code == 400
    assert 'id="due-error"' in page.text
    assert "It would be due before it opens." in page.text
    assert 'value="Odd"' in page.text
    page = move(editor, tree, LATER, opens=f"{TODAY - timedelta(days=1)}")
    assert 'id="opens-error"' in page.text
    assert "That day has passed. Choose today or a later one." in page.text
    assert last_round(tree).en == "Autumn"


def test_the_name_of_a_round_that_is_over_is_changed_without_another_day(tree: Tree, editor: Visitor):
    due = TODAY - timedelta(days=10)
    set_round(editor, tree, opens=TODAY - timedelta(days=30), due=due)
    assert move(editor, tree, due, name_en="Old").status_code == 200
    assert (last_round(tree).en, last_round(tree).due) == ("Old", due)
    assert move(editor, tree, due + timedelta(days=1)).status_code == 400


def test_of_two_who_change_it_at_once_the_second_is_told(tree: Tree, editor: Visitor):
    set_round(editor, tree)
    path = page_of(tree)
    old = editor.form(path, "Save").fields
    move(editor, tree, LATER)
    page = editor.client.post(path, data={**old, "name_en": "Mine"})
    assert page.status_code == 400
    assert "Somebody changed the round meanwhile" in page.text
    assert 'value="Mine"' in page.text
    assert last_round(tree).due == LATER


def test_it_is_asked_whether_it_is_to_be_withdrawn_before_it_is(tree: Tree, editor: Visitor):
    set_round(editor, tree)
    page = editor.get(page_of(tree) + "/withdraw").text
    assert "Withdraw the round?" in page
    assert "Nobody was written to about it yet." in page
    assert last_round(tree).withdrawn_at is None
    assert "The round is withdrawn." in withdraw(editor, tree).text
    assert last_round(tree).withdrawn_at is not None


def test_a_withdrawn_round_asks_for_nothing_and_what_was_answered_stays(tree: Tree, desk: PlanDesk, editor: Visitor):
    set_round(editor, tree)
    assert "Autumn" in editor.get(f"{desk.page}/follow-up").text
    path = page_of(tree)
    page = withdraw(editor, tree).text
    assert "Round withdrawn</span>" in page
    assert "figures that were due have been given" not in page
    assert f'href="{path}"' not in page
    assert "Autumn" not in editor.get(f"{desk.page}/follow-up").text
    assert "That round was withdrawn" in editor.client.get(path, follow_redirects=True).text


def test_a_round_is_changed_only_where_it_was_set(tree: Tree, editor: Visitor):
    set_round(editor, tree)
    head, there = tree.somebody("editor", "housing"), f"{tree.page('housing')}/rounds/{last_round(tree).id}"
    for page in (there, f"{there}/withdraw", page_of(tree), f"{page_of(tree)}/withdraw"):
        assert head.get(page).status_code == 404, page


def test_a_reader_finds_no_way_to_change_it(tree: Tree, editor: Visitor):
    set_round(editor, tree)
    reader = tree.somebody("reader", "homes")
    assert page_of(tree) not in reader.get(tree.page("homes") + "/rounds").text
    assert reader.get(page_of(tree)).status_code == 403


def test_the_trail_tells_who_changed_and_withdrew_it_once_each(tree: Tree, editor: Visitor, administrator: Visitor):
    set_round(editor, tree)
    for _press in range(2):
        move(editor, tree, LATER)
    withdraw(editor, tree)
    page = administrator.get("/trail").text
    main = page[page.index("<tbody") :]
    for words in ("set a round of follow-up", "changed a round of follow-up", "withdrew a round of follow-up"):
        assert main.count(words) == 1, words


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_its_pages_are_read_in_every_language(tree: Tree, editor: Visitor, language: str):
    set_round(editor, tree)
    for page in ("", "/withdraw"):
        assert editor.get(f"{page_of(tree)}{page}?language={language}").status_code == 200


@pytest.mark.parametrize("act", ["changes", "withdraws"])
def test_what_another_does_to_a_round_while_one_s_own_change_waits_is_not_written_over(
    tree: Tree, editor: Visitor, act: str
):
    """As another worker does between the look at the round and the writing."""
    set_round(editor, tree)
    path, program = page_of(tree), Program(tree.app, token_for(tree.app, tree.ids["homes"], "rounds:write"))
    typed = {**editor.form(path, "Save").fields, "name_en": "Mine"}
    round = f"/rounds/{last_round(tree).id}"
    acts = {
        "changes": lambda: program.ask("PATCH", round, {"due": f"{LATER}"}, {}),
        "withdraws": lambda: program.post(f"{round}/withdrawal", None),
    }
    program.get("/rounds")  # that it is in use is written now
    with before_the_next_writing(tree.app, acts[act]):
        page = editor.client.post(path, data=typed, follow_redirects=True).text
    row = last_round(tree)
    assert (row.en, row.due, bool(row.withdrawn_at)) == (
        ("Autumn", LATER, False) if act == "changes" else ("Autumn", TODAY + timedelta(days=20), True)
    )
    assert ("Somebody changed the round meanwhile" if act == "changes" else "That round was withdrawn") in page


@contextmanager
def before_the_next_writing(app: Flask, act: Callable[[], object]) -> Iterator[None]:
    left = [act]

    def first(connection: Connection) -> None:
        if connection.get_execution_options().get("writes") and left:
            left.pop()()

    event.listen(store.engine_of(app), "engine_connect", first)
    yield
    assert not left
