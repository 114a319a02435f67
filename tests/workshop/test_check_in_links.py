"""A personal link leads to its role's check-in until it is over; whoever only opens it changes nothing."""

from datetime import timedelta
from hashlib import sha256

from tests.conftest import Clock
from tests.workshop.checking_in import desk, editor, hand_over, heads, link
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.config import settings_of
from workshop.limits import CHECK_IN_DAYS

__all__ = ["desk", "editor"]


def test_the_key_is_kept_nowhere(tree: Tree, desk: PlanDesk, editor: Visitor):
    hand_over(editor, tree, "Hal")
    key = link(editor, tree).rpartition("/")[2]
    with tree.app.app_context(), store.engine_of().connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    kept = settings_of(tree.app).instance.joinpath("toimi.db").read_bytes()
    assert key.encode() not in kept
    assert sha256(key.encode()).hexdigest().encode() in kept


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
