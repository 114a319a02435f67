"""Holders of roles check in by a personal link, without an account: what they send, and what becomes of it."""

from dataclasses import replace
from datetime import timedelta

from lxml import html
from sqlalchemy import select

from tests.conftest import Clock
from tests.workshop.checking_in import desk, editor, hand_over, heads, link
from tests.workshop.followed import ACTION, FINANCE, LAW, PLAN, SHARE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_follow_up_pages import field
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.perform import plan_log
from workshop.store.log import Log
from workshop.store.tables import RoleHolderRow

__all__ = ["desk", "editor"]


def test_a_holder_checks_in_by_link_without_an_account(tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor):
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    page = visitor.get(path)
    assert page.status_code == 200
    assert SHARE.name["en"] in page.text
    assert ACTION.text["en"] not in page.text, "another role answers for the action"
    page = visitor.send(path, "Send", **{field(visitor, path, "value"): "30"})
    assert "One answer is kept." in page.text
    (entered,) = desk.life.entered
    assert (entered.value, entered.by) == (30, FINANCE)


def test_whoever_takes_over_reads_what_they_answer_for_that_belongs_to_no_goal(tree: Tree, visitor: Visitor):
    theirs = replace(SHARE, id="metric-tenders", name={"en": "Tenders with dialogue"})
    others = replace(SHARE, id="metric-others", name={"en": "Complaints upheld"}, owner=LAW)
    followed(tree, plan=replace(PLAN, loose_metrics=(theirs, others)))
    editor = tree.somebody("editor", "homes")
    hand_over(editor, tree, "Hal")
    told = html.fromstring(visitor.get(link(editor, tree) + "/briefing").text).text_content()
    assert SHARE.name["en"] in told
    assert "Tenders with dialogue" in told
    assert "Complaints upheld" not in told


def test_the_log_knows_which_holder_it_was_and_not_what_they_are_called(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor
):
    hand_over(editor, tree, "Hal Harkonen")
    path = link(editor, tree)
    visitor.send(path, "Send", **{field(visitor, path, "value"): "30"})
    with tree.app.app_context(), store.engine_of().connect() as connection:
        fact = Log(connection, plan_log(desk.id)).since(desk.life.seq - 1)[0]
        holder = connection.scalar(select(RoleHolderRow.id))
    assert fact.by == holder
    assert "Harkonen" not in repr(fact)


def test_a_post_without_the_form_s_token_changes_nothing(tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor):
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    name, before = field(visitor, path, "value"), heads(tree.app)
    assert visitor.client.post(path, data={name: "30"}).status_code in (200, 400)
    assert heads(tree.app) == before


def test_pressed_twice_it_is_one_answer(tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor):
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    form = visitor.form(path, "Send")
    data = form.fields | {field(visitor, path, "value"): "30"}
    for _press in range(2):
        visitor.client.post(form.action or path, data=data)
    assert [each.value for each in desk.life.entered] == [30]


def test_a_comment_of_64_kibibytes_is_told_at_its_field_and_is_not_lost(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor
):
    hand_over(editor, tree, "Hal")
    path, long = link(editor, tree), "a goose " * 8192
    given = {field(visitor, path, "value"): "30", field(visitor, path, "comment"): long}
    page = visitor.send(path, "Send", **given)
    assert long.strip() in page.text
    assert "aria-invalid" in page.text
    assert desk.life.entered == ()


def test_what_is_wrong_stands_at_its_field_for_a_holder_too(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor
):
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    page = visitor.send(
        path, "Send", **{field(visitor, path, "value"): "a lot", field(visitor, path, "comment"): "More or less."}
    )
    assert page.status_code == 400
    assert 'value="a lot"' in page.text
    assert "More or less." in page.text


def test_it_is_filled_in_with_what_was_given_while_the_round_is_open(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor, clock: Clock
):
    editor.send(tree.page("homes") + "/rounds", "Set the round", opens=f"{TODAY}", due=f"{TODAY + timedelta(days=20)}")
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    visitor.send(path, "Send", **{field(visitor, path, "value"): "30"})
    assert 'value="30' in visitor.get(path).text


def test_what_is_sent_too_often_waits_and_is_not_lost(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor, clock: Clock
):
    editor.send(tree.page("homes") + "/rounds", "Set the round", opens=f"{TODAY}", due=f"{TODAY + timedelta(days=20)}")
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    for number in range(20):
        visitor.send(path, "Send", **{field(visitor, path, "value"): f"{number}"})
    known, name = len(desk.life.entered), field(visitor, path, "value")
    page = visitor.send(path, "Send", **{name: "77"})
    assert page.status_code == 429
    assert 'value="77"' in page.text
    assert len(desk.life.entered) == known
    clock.pass_by(minutes=1)
    assert visitor.send(path, "Send", **{name: "77"}).status_code == 200
    assert desk.life.entered[-1].value == 77
