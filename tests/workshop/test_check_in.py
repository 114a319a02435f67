"""Roles outlive people: handed over in one act; their holders check in by a personal link, without an account."""

import re
from datetime import timedelta
from hashlib import sha256

import pytest
from flask import Flask
from sqlalchemy import func, select

from tests.conftest import Clock
from tests.workshop.followed import ACTION, FINANCE, SHARE, followed
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_follow_up_pages import field
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.config import settings_of
from workshop.limits import CHECK_IN_DAYS
from workshop.perform import plan_log
from workshop.store.log import Log
from workshop.store.tables import AuditRow, CheckInLinkRow, RoleHolderRow


@pytest.fixture
def desk(tree: Tree) -> PlanDesk:
    return followed(tree)


@pytest.fixture
def editor(tree: Tree, desk: PlanDesk) -> Visitor:
    return tree.somebody("editor", "homes")


def hand_over(editor: Visitor, tree: Tree, name: str, role: str = FINANCE, **more: str):
    return editor.send(tree.page("homes") + "/holders", "Hand it over", role=role, name=name, **more)


def link(editor: Visitor, tree: Tree, button: str = "Make a link to check in") -> str:
    page = editor.send(tree.page("homes") + "/holders", button)
    return re.search(r"/check-in/[\w-]+", page.text).group()  # pyright: ignore[reportOptionalMemberAccess]


def heads(app: Flask) -> tuple[int, int, int]:
    """What a visit could leave behind: facts in the log, lines of the trail, links."""
    with app.app_context(), store.engine_of().connect() as connection:
        head = Log(connection, plan_log("plan-0001")).head()
        counts = [connection.scalar(select(func.count()).select_from(row)) for row in (AuditRow, CheckInLinkRow)]
        return head, counts[0] or 0, counts[1] or 0


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


def test_opening_the_link_changes_nothing_however_often(tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor):
    """Mail scanners open links."""
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    before = heads(tree.app)
    for _scan in range(3):
        visitor.get(path)
        visitor.get(f"{path}/briefing")
        visitor.client.head(path)
        visitor.client.options(path)
    assert heads(tree.app) == before
    assert visitor.get(path).status_code == 200


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


def test_the_key_is_kept_nowhere(tree: Tree, desk: PlanDesk, editor: Visitor):
    hand_over(editor, tree, "Hal")
    key = link(editor, tree).rpartition("/")[2]
    with tree.app.app_context(), store.engine_of().connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = settings_of(tree.app).instance.joinpath("toimi.db").read_bytes()
    assert key.encode() not in kept
    assert sha256(key.encode()).hexdigest().encode() in kept


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


# -- Until when -----------------------------------------------------------------------------------------------------


def test_a_link_that_was_revoked_or_replaced_leads_nowhere(tree: Tree, editor: Visitor, visitor: Visitor):
    hand_over(editor, tree, "Hal")
    first = link(editor, tree)
    second = link(editor, tree)
    assert (visitor.get(first).status_code, visitor.get(second).status_code) == (404, 200)
    editor.send(tree.page("homes") + "/holders", "Revoke the link")
    assert visitor.get(second).status_code == 404
    assert visitor.get("/check-in/guessed").status_code == 404


def test_a_link_ends_by_itself(tree: Tree, editor: Visitor, visitor: Visitor, clock: Clock):
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    clock.pass_by(days=CHECK_IN_DAYS - 1)
    assert visitor.get(path).status_code == 200
    clock.pass_by(days=2)
    assert visitor.get(path).status_code == 404


def test_with_the_role_goes_the_link(tree: Tree, editor: Visitor, visitor: Visitor):
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    hand_over(editor, tree, "Ida")
    assert visitor.get(path).status_code == 404


def test_a_role_that_begins_later_checks_in_later(tree: Tree, editor: Visitor, visitor: Visitor, clock: Clock):
    hand_over(editor, tree, "Hal")
    old = link(editor, tree)
    hand_over(editor, tree, "Ida", since=f"{TODAY + timedelta(days=10)}")
    assert visitor.get(old).status_code == 200
    clock.pass_by(days=10)
    assert visitor.get(old).status_code == 404


def test_until_when_it_leads_anywhere_stands_on_the_page(tree: Tree, editor: Visitor, visitor: Visitor):
    hand_over(editor, tree, "Hal")
    assert "works until 25 January 2027" in visitor.get(link(editor, tree)).text


def test_what_a_mail_scanner_does_with_a_letter_s_link_changes_nothing(tree: Tree, editor: Visitor, visitor: Visitor):
    """It opens the link, its forms' addresses, with other methods too, and sends forms that it made up."""
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    before = heads(tree.app)
    for method in ("GET", "HEAD", "OPTIONS", "PUT", "DELETE", "PATCH", "POST"):
        for address in (path, f"{path}/", f"{path}/briefing", f"{path}?once=1&value=30"):
            visitor.client.open(address, method=method, headers={"User-Agent": "Scanner"})
    assert heads(tree.app) == before
    assert visitor.get(path).status_code == 200


def test_who_guesses_keys_waits_whether_the_next_is_right_or_wrong(
    tree: Tree, editor: Visitor, visitor: Visitor, clock: Clock
):
    hand_over(editor, tree, "Hal")
    path = link(editor, tree)
    for number in range(60):
        assert visitor.get(f"/check-in/guess-{number}").status_code == 404
    assert visitor.get(path).status_code == 429
    clock.pass_by(minutes=1)
    assert visitor.get(path).status_code == 200


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
