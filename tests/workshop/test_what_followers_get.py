"""Whoever may see only what was approved gets only that: on every page, in every file, by every address there is."""

from collections.abc import Iterator

import pytest
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

from facilitation.plans.commands import AddComment, KeepVersion, OpenCommentRound
from facilitation.shapes import Goal
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.readback import SAYS, flat, says
from tests.workshop.test_attacks import PLACE
from tests.workshop.test_every_file import asked
from tests.workshop.test_making import until
from tests.workshop.test_plans_of_organisations import DRAFT, approve, plan_of
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop.exports import FORMATS

ASKED = ("", "?version=1.0", "?version=1.1", "?beside=fi")
"""What a page may be asked for: the plan as it is, its versions, a draft of it among them, two languages."""


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    """Approved as 1.0; since then the word of the draft stands in every sort of thing, in a version and a comment."""
    desk = plan_of(tree, "homes")
    approve(desk)
    goal = desk.life.plan.goals[0]
    for line, field, base in words_of(goal):
        assert desk.revise(line, field, f"{DRAFT} in {field}", base).ok
    assert desk.ask(KeepVersion(DRAFT)).ok
    assert desk.ask(OpenCommentRound(TODAY, TODAY)).ok
    assert desk.ask(AddComment("comment-01", goal.id, DRAFT, "en", TODAY)).ok
    return desk


def words_of(goal: Goal) -> Iterator[tuple[str, str, str]]:
    yield goal.id, "from", goal.from_.get("en", "")
    yield goal.metrics[0].id, "name", goal.metrics[0].name["en"]
    yield goal.actions[0].id, "what", goal.actions[0].text["en"]


@pytest.fixture
def follower(tree: Tree, desk: PlanDesk) -> Visitor:
    """Reads what was approved in the organisations under her own."""
    return tree.somebody("reader", "housing")


def addresses(tree: Tree, desk: PlanDesk, method: str) -> Iterator[str]:
    """Every address under the plan and under its organisations; files in each format."""
    for rule in tree.app.url_map.iter_rules():
        if method in (rule.methods or ()) and rule.rule.startswith(("/plans", "/organisations", "/follow-up")):
            yield from filled(rule, tree, desk)


def filled(rule: Rule, tree: Tree, desk: PlanDesk) -> Iterator[str]:
    id = desk.id if rule.rule.startswith("/plans") else tree.ids["housing"]
    goal = desk.life.plan.goals[0]
    known = {"key": "hankintaluotsi", "line": goal.id, "metric": goal.metrics[0].id, "comment": "comment-01"}
    for format in FORMATS if "<format>" in rule.rule else ("",):
        given = {**known, "id": id, "format": format}
        yield PLACE.sub(lambda found, given=given: given.get(found["name"], "1"), rule.rule)


def told(answer: TestResponse) -> str:
    """All that an answer says, whatever it is."""
    name = answer.headers.get("Content-Disposition", "")
    format = next((format for format in SAYS if name.rstrip('"').endswith(f".{format}")), "")
    return flat(name) + (says(format, answer.data) if format else flat(answer.get_data(as_text=True)))


def test_no_address_tells_a_follower_a_word_of_the_draft(tree: Tree, desk: PlanDesk, follower: Visitor):
    inside, read = tree.somebody("reader", "homes"), set[str]()
    for address in sorted(set(addresses(tree, desk, "GET"))):
        for query in ASKED if address.startswith(desk.page) and "." not in address else ("",):
            answer = follower.client.get(address + query)
            assert answer.status_code < 500, address + query
            assert flat(DRAFT) not in told(answer), address + query
            read |= {address} if answer.status_code == 200 else set()
    assert {f"{desk.page}/plan.{format}" for format in FORMATS} <= read
    assert {f"{desk.page}/files", f"{desk.page}/plan.json", f"{desk.page}/transfer/hankintaluotsi"} <= read
    assert flat(DRAFT) in told(inside.get(f"{desk.page}/plan.md")), "whoever belongs there reads it"


@pytest.mark.parametrize("path", ["plan.docx", "plan.xlsx", "transfer/hankintaluotsi/workbook.xlsx", "pictures.md"])
def test_nothing_that_is_made_for_a_follower_holds_a_word_of_the_draft(
    tree: Tree, desk: PlanDesk, follower: Visitor, path: str
):
    inside, page = tree.somebody("reader", "homes"), f"{desk.page}/files"
    for who, holds in ((follower, False), (inside, True)):
        making = asked(who, page, f"{desk.page}/{path}")
        until(lambda who=who, making=making: (who.get(making).json or {})["state"] == "made")
        assert (flat(DRAFT) in of_making(who, making, path)) == holds
    assert follower.client.get(making).status_code == 404, "what was made for somebody else"


def of_making(who: Visitor, making: str, path: str) -> str:
    if not path.startswith("pictures"):
        return told(who.get(f"{making}/file"))
    pages = (who.get(f"{making}/pages").json or {})["pages"]
    return flat("".join(who.get(each["address"]).text for each in pages))


def test_a_follower_has_no_draft_to_ask_for(tree: Tree, desk: PlanDesk, follower: Visitor):
    for version in ("0.1", "1.1"):
        for path in ("files", "plan.json", "plan.md", "transfer/hankintaluotsi"):
            assert follower.get(f"{desk.page}/{path}?version={version}").status_code == 404


def test_what_was_made_of_the_draft_is_gone_once_one_only_follows(tree: Tree, desk: PlanDesk):
    who = tree.somebody("reader", "housing")
    desk.invite(who.account, "reader")
    making = asked(who, f"{desk.page}/files", f"{desk.page}/plan.md")
    until(lambda: (who.get(making).json or {})["state"] == "made")
    assert flat(DRAFT) in told(who.get(f"{making}/file"))
    desk.invite(who.account)
    assert who.get(desk.page).status_code == 200
    assert who.client.get(f"{making}/file").status_code == 404


def test_no_paper_of_the_draft_is_confirmed_to_a_follower(tree: Tree, desk: PlanDesk, follower: Visitor):
    name = tree.somebody("reader", "homes").get(f"{desk.page}/plan.json").headers["Content-Disposition"]
    event, digest = name.removesuffix(".json").split("-")[-2:]
    page = follower.get(f"{desk.page}/genuine?event={event.removeprefix('event')}&digest={digest}")
    assert "The digest is not this plan’s" in page.text
