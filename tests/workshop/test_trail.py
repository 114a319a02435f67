"""The trail tells every deed in words, of whoever is asked about, and leaves as a table and as data."""

import ast
import json
from dataclasses import replace
from datetime import timedelta

import pytest
from flask import Flask

from facilitation.plans.commands import OpenAmendment
from tests.conftest import NOON
from tests.docs.papers import HOUSE
from tests.workshop.checking_in import hand_over, link
from tests.workshop.followed import PLAN, followed
from tests.workshop.older import migrated_again
from tests.workshop.requested import act
from tests.workshop.test_follow_up_pages import field
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import limits, store
from workshop.store import accounts
from workshop.store.tables import AuditRow
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
    page = administrator.get(f"/trail?who={ben.account}").text.partition("<tbody")[2]
    assert "Dwellings" in page
    assert "Streets" not in page


def test_a_line_is_told_in_the_reader_s_words_and_names_an_approved_plan_alone(
    administrator: Visitor, tree: Tree, visitor: Visitor
):
    desk = followed(tree, plan=replace(PLAN, title={"en": "Roofs", "fi": "Katot"}))
    editor = tree.somebody("editor", "homes")
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    visitor.send(path, "Send", **{field(visitor, path, "value"): "30"})
    assert desk.ask(OpenAmendment("New words")).ok
    assert desk.revise(desk.id, "title", "Secret roofs", "Roofs").ok
    told = administrator.get("/trail?action=enter_figures", **{"Accept-Language": "fi"}).text
    assert "Katot</td>" in told
    assert "Tapa: henkilökohtainen linkki" in told
    assert "Secret roofs" not in administrator.get("/trail").text


def test_it_leaves_as_data_with_what_was_asked_for_only(administrator: Visitor, tree: Tree):
    administrator.send(f"{tree.page('homes')}/settings", en="Dwellings")
    told = administrator.get("/trail.json?action=change_organisation")
    assert told.mimetype == "application/json"
    [line] = json.loads(told.text)
    assert tuple(line) == HEADS
    assert (line["by"], line["action"], line["object_name"]) == ("Ann", "change_organisation", "Dwellings")
    assert "took the trail away" in administrator.get("/trail").text


def test_only_administrators_take_it_as_data(tree: Tree, facilitator: Visitor):
    for who in (facilitator, tree.somebody("editor", "housing")):
        assert who.get("/trail.json").status_code == 403


@pytest.fixture
def two_branches(administrator: Visitor, tree: Tree) -> None:
    """Acts in an agency of each of two ministries, and on the place itself."""
    for name, words in (("homes", "Dwellings"), ("roads", "Streets")):
        followed(tree, name, f"plan-of-{name}")
        who = tree.somebody("editor", name)
        who.send(f"/plans/plan-of-{name}/approval", "Open an amendment", reason="A new head")
        administrator.send(f"{tree.page(name)}/settings", en=words)
        administrator.send(tree.page(name), label=f"Eva of {words}", role="reader")
    administrator.send("/people", label="Somebody of the place", role="facilitator")


@pytest.mark.parametrize("where", ["homes", "housing"])
@pytest.mark.usefixtures("two_branches")
def test_an_organisations_administrator_reads_of_it_and_those_under_it_and_nothing_of_another(
    administrator: Visitor, tree: Tree, where: str
):
    ben = tree.somebody("administrator", where)
    for page in (
        "/trail",
        "/trail.csv",
        "/trail.json",
        "/trail?action=change_organisation",
        "/trail?action=amend_plan",
    ):
        told = ben.get(page)
        assert told.status_code == 200
        for foreign in ("Streets", "plan-of-roads", "Editor of Roads", tree.ids["roads"], "Somebody of the place"):
            assert foreign not in told.text, (page, foreign)
    lines = {line["action"]: line for line in json.loads(ben.get("/trail.json").text)}
    assert {"change_organisation", "amend_plan", "invite", "give_role"} <= set(lines)
    assert lines["amend_plan"]["object"] == "plan-of-homes"
    assert lines["change_organisation"]["by"] == "Ann"
    assert {line["by_email"] for line in lines.values()} == {""}, "addresses are for those who look after accounts"
    assert "ann@" not in ben.get("/trail").text


@pytest.mark.usefixtures("two_branches")
def test_what_the_form_asks_by_widens_nothing(administrator: Visitor, tree: Tree):
    ben, other = tree.somebody("administrator", "homes"), tree.somebody("administrator", "roads")
    other.send(f"{tree.page('roads')}/settings", en="Ways")
    assert "No lines" in ben.get(f"/trail?who={other.account}").text
    assert json.loads(ben.get(f"/trail.json?who={other.account}").text) == []
    page = ben.get("/trail").text
    assert other.account not in page
    assert 'value="change_organisation"' in page
    assert 'value="invite"' in page
    assert 'value="export_trail"' not in page, "that is of the place"


def test_that_an_organisations_administrator_took_it_away_the_place_reads(administrator: Visitor, tree: Tree):
    ben = tree.somebody("administrator", "homes")
    ben.get("/trail.csv")
    [line] = json.loads(administrator.get("/trail.json?action=export_trail").text)
    assert line["by"] == "Administrator of Homes"


@pytest.mark.usefixtures("two_branches")
def test_lines_from_before_it_was_kept_whose_they_are_are_read_by_the_same_people(app: Flask, tree: Tree):
    with store.reading(app) as db:
        before = {row.id: row.organisation for row in db.query(AuditRow)}
    assert tree.ids["homes"] in before.values()
    migrated_again(app, "0030")
    with store.reading(app) as db:
        assert {row.id: row.organisation for row in db.query(AuditRow)} == before


def test_whoever_came_by_a_link_is_named_and_no_more_once_they_are_erased(administrator: Visitor, tree: Tree):
    desk, editor, visitor = followed(tree), tree.somebody("editor", "homes"), Visitor(tree.app)
    hand_over(editor, tree, "Hal Harkonen")
    path = link(editor, tree)
    visitor.send(path, "Send", **{field(visitor, path, "value"): "30"})
    assert "Hal Harkonen" in administrator.get("/trail?action=enter_figures").text
    act(administrator, "erase", name="Hal Harkonen")
    page = administrator.get("/trail?action=enter_figures").text
    assert "Hal Harkonen" not in page
    assert desk.id in page


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
