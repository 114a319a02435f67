"""Who entered a figure or took it back is told to those who may know it, and stands in the trail."""

import json
from io import BytesIO
from zipfile import ZipFile

from flask import Flask

from tests.workshop.checking_in import desk, editor, hand_over, link
from tests.workshop.followed import FINANCE, SHARE
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.program import Program, token_for
from tests.workshop.requested import act, found
from tests.workshop.taken_back import WHY, correct, series, take_back, taking_back
from tests.workshop.test_api_following import YEAR
from tests.workshop.test_follow_up_pages import enter, field
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor

__all__ = ["desk", "editor"]


def test_each_figure_says_by_whom_and_for_which_role(tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor):
    hand_over(editor, tree, "Hal Harkonen")
    path = link(editor, tree)
    visitor.send(path, "Send", **{field(visitor, path, "value"): "30"})
    correct(editor, desk, "33")
    program = Program(desk.app, token_for(desk.app, tree.ids["homes"]))
    assert program.post(f"/plans/{desk.id}/readings", YEAR).status_code == 201
    page = editor.get(series(desk)).text
    for name in ("by Hal Harkonen", "by Editor of Homes", "by Books", FINANCE):
        assert name in page, name


def test_whoever_follows_from_above_is_told_no_name_and_no_reason(
    app: Flask, tree: Tree, desk: PlanDesk, editor: Visitor
):
    enter(editor, desk, value="31")
    take_back(editor, desk)
    above = tree.somebody("administrator", "housing")
    for path in (series(desk), taking_back_of(desk)):
        assert above.get(path).status_code in (403, 404)
    for path in (f"{desk.page}/follow-up", f"{desk.page}/follow-up/report.md", f"{desk.page}/follow-up/report.json"):
        told = above.get(path).text
        assert "Editor of Homes" not in told, path
        assert WHY not in told, path
    housing = Program(app, token_for(app, tree.ids["housing"], below=True))
    [reading] = housing.get(f"/plans/{desk.id}/readings").get_json()["readings"]
    assert (bool(reading["withdrawn"]), reading["withdrawn_reason"]) == (True, "")


def taking_back_of(desk: PlanDesk) -> str:
    return f"{desk.page}/follow-up/take-back/{desk.life.withdrawn[-1].entered.id}"


def test_somebody_of_another_organisation_with_a_part_in_the_plan_is_told_roles_and_no_names(
    tree: Tree, desk: PlanDesk, editor: Visitor
):
    enter(editor, desk, value="30")
    owner = tree.somebody("editor", "roads")
    editor.send(f"{desk.page}/people", "Give the part", email="editor@roads.example", roles=["reader"])
    page = owner.get(series(desk))
    assert page.status_code == 200
    assert "Editor of Homes" not in page.text
    assert FINANCE in page.text
    assert "told to people of the plan’s own organisation" in page.text


def test_of_somebody_who_was_erased_it_is_said_that_they_were(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor, administrator: Visitor
):
    hand_over(editor, tree, "Hal Harkonen", email="hal@homes.example")
    path = link(editor, tree)
    visitor.send(path, "Send", **{field(visitor, path, "value"): "30"})
    assert "holder|" in found(administrator, name="Hal Harkonen").text
    with ZipFile(BytesIO(act(administrator, "archive", name="Hal Harkonen").data)) as archive:
        theirs = json.loads(archive.read("person.json"))
    assert "FigureEntered" in {each["type"] for each in theirs["event"]}
    assert {"hand_over", "make_check_in_link", "enter_figures"} <= {each["action"] for each in theirs["audit"]}
    act(administrator, "erase", name="Hal Harkonen")
    page = editor.get(series(desk)).text
    assert "Hal Harkonen" not in page
    assert "by somebody who was erased" in page


def test_one_sending_is_one_line_in_the_trail_by_whichever_way_it_came(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor, administrator: Visitor
):
    enter(editor, desk, value="30", status="done")
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    editor.send(taking_back(desk), "Take the figure back", reason=WHY)
    visitor.send(path, "Send", **{field(visitor, path, "value"): "31"})
    program = Program(desk.app, token_for(desk.app, tree.ids["homes"]))
    for _again in range(2):
        program.post(f"/plans/{desk.id}/readings", YEAR)
    lines = json.loads(administrator.get("/trail.json?action=enter_figures").text)
    told = [(line["by"], line["object"]) for line in lines]
    assert told == [("Books", desk.id), ("Hal", desk.id), ("Editor of Homes", desk.id)]
    for line, words in zip(lines, ("way=program", "way=link", "progress=1"), strict=True):
        assert words in line["detail"]
        assert SHARE.name["en"] not in json.dumps(line)
    [back] = json.loads(administrator.get("/trail.json?action=withdraw_figure").text)
    assert back["by"] == "Editor of Homes"
    assert WHY not in back["detail"]


def test_what_says_nothing_new_leaves_no_line(desk: PlanDesk, editor: Visitor, administrator: Visitor):
    enter(editor, desk, value="30")
    correct(editor, desk, "30")
    assert len(json.loads(administrator.get("/trail.json?action=enter_figures").text)) == 1
