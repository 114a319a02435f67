"""The trail tells every deed in words, of whoever is asked about, and leaves as a table and as data."""

import ast
import json
from datetime import timedelta

import pytest
from flask import Flask

from tests.conftest import NOON
from tests.docs.papers import HOUSE
from tests.workshop.followed import followed
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import limits, store
from workshop.store import accounts
from workshop.web.plans.trailed import ACTS, FILED
from workshop.web.trail import HEADS, WORDS


def noted() -> set[str]:
    """The deeds that any line of ours notes."""
    calls = (
        node
        for path in (HOUSE / "workshop").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and ast.unparse(node.func).rpartition(".")[2] == "note" and len(node.args) > 3
    )
    return {str(each.value) for call in calls for each in ast.walk(call.args[3]) if isinstance(each, ast.Constant)}


def test_every_deed_that_is_noted_has_its_words():
    assert noted() | set(ACTS.values()) | set(FILED.values()) == set(WORDS)


def test_the_trail_is_asked_about_one_person(administrator: Visitor, tree: Tree):
    ben = tree.somebody("administrator", "homes")
    ben.send(f"{tree.page('homes')}/settings", en="Dwellings")
    administrator.send(f"{tree.page('roads')}/settings", en="Streets")
    page = administrator.get(f"/trail?who={ben.account}").text.partition("<tbody>")[2]
    assert "Dwellings" in page
    assert "Streets" not in page


def test_it_leaves_as_data_with_what_was_asked_for_only(administrator: Visitor, tree: Tree):
    administrator.send(f"{tree.page('homes')}/settings", en="Dwellings")
    told = administrator.get("/trail.json?action=change_organisation")
    assert told.mimetype == "application/json"
    [line] = json.loads(told.text)
    assert tuple(line) == HEADS
    assert (line["by"], line["action"], line["object_name"]) == ("Ann", "change_organisation", "Dwellings")
    assert "took the trail away" in administrator.get("/trail").text


def test_only_the_places_administrators_take_it_as_data(tree: Tree, facilitator: Visitor):
    for who in (facilitator, tree.somebody("administrator", "housing")):
        assert who.get("/trail.json").status_code == 403


def test_a_long_trail_is_read_page_by_page_and_beyond_the_last_the_last_is_shown(
    app: Flask, administrator: Visitor, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(limits, "TRAIL_LINES", 2)
    with store.writing(app) as db:
        for number in range(5):
            accounts.note(db, NOON + timedelta(minutes=number), None, "find_person", f"line-{number}")
    asked = "/trail?action=find_person"
    first = administrator.get(asked).text
    assert [f"line-{number}" in first for number in range(5)] == [False, False, False, True, True]
    assert "Page 1 of 3" in first
    follow = first.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&")
    assert "line-2" in administrator.get(follow).text
    assert "line-4" not in administrator.get(follow).text
    for beyond in ("99", str(10**30)):
        last = administrator.get(f"{asked}&page={beyond}").text
        assert ("line-0" in last, "Page 3 of 3" in last, 'rel="next"' in last) == (True, True, False)


def test_what_was_done_to_a_plan_is_told_without_its_words(administrator: Visitor, tree: Tree):
    desk = followed(tree)
    editor = tree.somebody("editor", "homes")
    editor.send(f"{desk.page}/approval", "Open an amendment", reason="A secret reason")
    [line] = json.loads(administrator.get("/trail.json?action=amend_plan").text)
    assert line["object"] == desk.id
    assert "secret" not in line["detail"]
