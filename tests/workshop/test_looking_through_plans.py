"""Lists of many plans: told apart by whose and of which years each is, looked through by words and state, in pages."""

import re
from dataclasses import replace

import pytest
from flask import Flask

from facilitation.plans.commands import OpenAmendment
from tests.workshop.followed import GOAL, PLAN, followed
from tests.workshop.older import migrated_again
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop.web import paging

MANY = 13
CANARY = "canary-4711"


@pytest.fixture
def editor(tree: Tree) -> Visitor:
    """Who reads inside homes, and from above nothing else."""
    for number in range(MANY):
        title = {"en": "Action plan"} if number else {"en": "Programme of repairs"}
        followed(tree, id=f"plan-{number:04}", plan=replace(PLAN, title=title))
    return tree.somebody("editor", "homes")


def listed(who: Visitor, query: str = "") -> list[str]:
    return re.findall(r'<h2 class="text-lg"><a href="/plans/(plan-\d+)"', who.get(f"/plans{query}").text)


def test_a_link_to_a_plan_says_whose_it_is_and_for_which_years(editor: Visitor):
    page = editor.get("/plans").text
    assert re.search(r"Action plan<span class=\"sr\">: [^<]* · 2025–2027</span></a>", page)


def test_many_plans_are_looked_through_by_words_and_by_state(tree: Tree, editor: Visitor):
    assert len(listed(editor)) == MANY
    assert listed(editor, "?words=REPAIRS+programme") == ["plan-0000"]
    assert len(listed(editor, "?words=action+2025–2027")) == MANY - 1
    assert listed(editor, "?state=amended") == listed(editor), "no plan is in that state, so that it asks for nothing"
    desk = followed(tree, id="plan-0099", plan=replace(PLAN, title={"en": "Programme of homes"}))
    assert desk.ask(OpenAmendment("New words")).ok
    assert listed(editor, "?state=amended") == ["plan-0099"]
    assert listed(editor, "?state=approved&words=programme") == ["plan-0000"]


def test_a_plan_is_called_in_the_reader_s_language_and_found_by_its_title_in_any(tree: Tree, editor: Visitor):
    titles = {"en": "Roofs", "fi": "Katot", "sv": "Tak"}
    followed(tree, id="plan-0099", plan=replace(PLAN, title=titles))
    for language, title in titles.items():
        assert title in editor.get(f"/plans?words={title}", **{"Accept-Language": language}).text
        assert listed(editor, f"?words={title}") == ["plan-0099"]


def test_what_a_plan_was_called_is_known_where_the_program_was_older(app: Flask, tree: Tree, editor: Visitor):
    followed(tree, id="plan-0099", plan=replace(PLAN, title={"en": "Roofs", "fi": "Katot"}))
    migrated_again(app, "0033")
    assert listed(editor, "?words=katot") == ["plan-0099"]


def test_it_is_said_how_many_were_found_and_when_none_was(editor: Visitor):
    assert "One plan was found." in editor.get("/plans?words=repairs").text
    page = editor.get("/plans?words=nowhere").text
    assert "No plan has these words in that state" in page
    assert 'value="nowhere"' in page


def test_few_plans_need_no_form(tree: Tree):
    followed(tree)
    assert "Find plans" not in tree.somebody("editor", "homes").get("/plans").text


def test_from_above_nothing_of_a_draft_is_found(tree: Tree, editor: Visitor):
    desk = followed(tree, id="plan-0099")
    assert desk.ask(OpenAmendment("New words")).ok
    assert desk.revise(desk.id, "title", CANARY, PLAN.title["en"]).ok
    above = tree.somebody("reader", "housing")
    assert listed(editor, f"?words={CANARY}") == ["plan-0099"]
    assert listed(above, f"?words={CANARY}") == []
    assert CANARY not in above.get("/plans").text
    assert listed(above, "?state=amended") == listed(above)


def test_a_round_of_many_plans_is_told_in_pages_and_counted_over_all(tree: Tree, monkeypatch: pytest.MonkeyPatch):
    for number, name in enumerate(("homes", "repairs"), 1):
        followed(tree, name, f"plan-000{number}", replace(PLAN, goals=(replace(GOAL, actions=()),)))
    editor, page = tree.somebody("editor", "housing"), tree.page("housing") + "/rounds"
    editor.send(page, "Set the round", opens=f"{TODAY}", due=f"{TODAY.replace(day=30)}", name_en="Autumn")
    monkeypatch.setattr(paging, "LISTED", 1)
    first, second = (editor.get(f"{page}?page={number}").text for number in (1, 2))
    for told, there, other in ((first, "plan-0001", "plan-0002"), (second, "plan-0002", "plan-0001")):
        assert "0 of 2 figures that were due have been given" in told
        assert f"/plans/{there}/follow-up" in told
        assert f"/plans/{other}/follow-up" not in told
