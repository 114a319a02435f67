"""The second shipped method on every page of the desk: in its own words, and nowhere in those of another."""

import re
from collections.abc import Iterator
from html import unescape
from typing import Any

import pytest
from flask import Flask

from facilitation.packs import load
from facilitation.plans.commands import CloseCommentRound, OpenCommentRound, PlacePlan, RecordApproval, ReviseField
from facilitation.words import LANGUAGES, said
from tests.facilitation.test_city_workshop import plan as drafted
from tests.workshop.checking_in import hand_over
from tests.workshop.checking_in import link as link_to
from tests.workshop.desk import Desk, set_up
from tests.workshop.drafted import with_a_goal
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.readback import SAYS
from tests.workshop.test_city_plan import settle
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.clock import now
from workshop.store.plans import new_link

OTHERS = re.compile(
    "procure|hankin|upphandl|performance agreement|tulossopimu|resultatavtal|result system|tulosohjau|resultatstyrning",
    re.IGNORECASE,
)
"""What only the national method speaks of."""
FILES = ("docx", "docx?of=agreement", "pptx", "xlsx", "md", "csv.zip")
WRITTEN: dict[str, Any] = {"from": "Few can", "to": "All can", "objectives": ["2.1"], "agreement": "no"}
OWN = {field.key: field.name for field in load("city").fields_of("goal")}


@pytest.fixture
def desk(app: Flask, facilitator: Visitor) -> PlanDesk:
    return PlanDesk(app, facilitator.account, drafted())


def strange(text: str) -> list[str]:
    """The sentences and names of what is read that belong to the other method; what scripts hold is not read."""
    shown = re.sub(r"<(script|style)\b.*?</\1>", "", text, flags=re.DOTALL)
    told = [*re.split("<[^>]*>", shown), *re.findall('(?:aria-label|title|alt|placeholder)="([^"]*)"', shown)]
    return [unescape(each).strip() for each in told if OTHERS.search(each)]


def read(who: Visitor, *pages: str) -> Iterator[tuple[str, str, str]]:
    """Each page in each language."""
    for page in pages:
        for language in LANGUAGES:
            answer = who.get(f"{page}{'&' if '?' in page else '?'}language={language}")
            assert answer.status_code == 200, page
            yield page, language, unescape(answer.text)


def found(who: Visitor, *pages: str) -> list[tuple[str, str, list[str]]]:
    return [(page, language, odd) for page, language, text in read(who, *pages) if (odd := strange(text))]


def lines(desk: PlanDesk) -> list[str]:
    goals = desk.life.plan.goals
    under = [each.id for goal in goals for each in (goal, *goal.metrics, *goal.actions)]
    return [f"{desk.page}/lines/{id}" for id in (desk.id, *under)]


def test_from_the_set_up_to_the_plan_a_city_reads_its_own_words(app: Flask, facilitator: Visitor):
    workshop = set_up(facilitator, agenda="city/goals", organisation="Shoreton")
    with_a_goal(Desk(app, workshop), **WRITTEN)
    assert found(facilitator, f"/workshops/{workshop}/plan", f"/w/{workshop}/draft") == []
    plan = facilitator.send(f"/w/{workshop}/draft", "Make this the plan").request.path
    assert found(facilitator, plan, f"{plan}/add/goal", f"{plan}/approval", f"{plan}/files") == []


def test_the_form_of_a_goal_asks_in_the_city_s_words(facilitator: Visitor, desk: PlanDesk):
    for _page, language, text in read(facilitator, f"{desk.page}/add/goal"):
        for key in ("objectives", "own", "agreement", "agreement_year", "document", "scope"):
            assert said(OWN[key], language) in text, key
    page = facilitator.get(f"{desk.page}/add/goal?language=en").text
    assert "The whole service" in page
    assert "Performance agreement" not in page


def test_a_draft_s_pages_and_forms_have_no_words_of_another_method(facilitator: Visitor, desk: PlanDesk):
    adds = [f"{desk.page}/add/{kind}" for kind in ("goal", "metric", "action", "risk", "follow_up")]
    named = ("themes", "versions", "comments", "approval", "people", "files")
    assert found(facilitator, *adds, *lines(desk), desk.page, *(f"{desk.page}/{part}" for part in named)) == []


def test_two_texts_and_what_a_version_changed_are_told_by_the_city_s_names(facilitator: Visitor, desk: PlanDesk):
    goal = desk.life.plan.goals[0].id
    facilitator.send(f"{desk.page}/versions", "Keep", name="As it left the room")
    facilitator.send(f"{desk.page}/lines/{goal}", "Save", agreement="agreed", scope="single")
    assert desk.ask(ReviseField(goal, "agreement", "no", "candidate")).ok
    texts, changes = (dict(told(facilitator, f"{desk.page}/{page}")) for page in (f"lines/{goal}", "versions"))
    for language in LANGUAGES:
        name = said(OWN["agreement"], language)
        assert f": {name}" in texts[language]
        assert name in changes[language]
        assert strange(texts[language]) == strange(changes[language]) == []


def told(who: Visitor, page: str) -> Iterator[tuple[str, str]]:
    return ((language, text) for _page, language, text in read(who, page))


def test_a_plan_recorded_as_approved_is_read_and_followed_up_in_the_city_s_words(facilitator: Visitor, desk: PlanDesk):
    settle(desk)
    recorded = facilitator.send(f"{desk.page}/approval", approver="City council", record_number="SHR/9")
    assert desk.life.published, recorded.text
    assert found(facilitator, *(f"{desk.page}{part}" for part in ("", "/approval", "/versions", "/follow-up"))) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("file", FILES)
def test_what_is_taken_home_says_what_the_city_says(facilitator: Visitor, desk: PlanDesk, file: str, language: str):
    made = facilitator.get(f"{desk.page}/plan.{file}{'&' if '?' in file else '?'}language={language}")
    text = SAYS[file.partition("?")[0]](made.data)
    assert OTHERS.findall(text) == []
    assert said(OWN["agreement"], language) in text


def test_who_comments_or_checks_in_by_link_reads_the_city_s_words(
    app: Flask, tree: Tree, desk: PlanDesk, visitor: Visitor
):
    with app.app_context(), store.writing() as db:
        link = new_link(db, desk.id, desk.fay.seat, now())
    assert desk.ask(OpenCommentRound(TODAY.replace(day=30), TODAY)).ok
    assert found(visitor, f"/comment/{link}") == []
    assert desk.ask(CloseCommentRound()).ok
    settle(desk)
    assert desk.ask(PlacePlan(tree.ids["homes"])).ok
    assert desk.ask(RecordApproval("City council", TODAY, "SHR/9", "", "", "", "It is known", TODAY)).ok
    editor, owner = tree.somebody("editor", "homes"), desk.life.plan.goals[0].owner
    hand_over(editor, tree, "Hal", owner)
    path = link_to(editor, tree)
    assert desk.life.plan.goals[0].metrics[0].name["en"] in visitor.get(path).text
    assert found(visitor, path) == []


def test_a_service_that_follows_another_method_is_offered_to_plans_of_that_one_only(
    app: Flask, facilitator: Visitor, desk: PlanDesk
):
    national = PlanDesk(app, facilitator.account, id="plan-national")
    offered = ["/transfer/hankintaluotsi" in facilitator.get(each.page).text for each in (national, desk)]
    assert offered == [True, False]
