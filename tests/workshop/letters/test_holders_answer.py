"""Where the link of a letter leads, who has the role today, and what becomes of silence."""

from datetime import timedelta

from flask import Flask

from tests.conftest import Clock
from tests.workshop.checking_in import hand_over
from tests.workshop.followed import FINANCE, LAW, followed
from tests.workshop.letters.conftest import DEE, DUE, HAL, OWNER, due, link_in, open_round, rows
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.post import Post, posted
from tests.workshop.test_follow_up_pages import field
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.config import settings_of
from workshop.mail.due import write
from workshop.perform import plan_log
from workshop.store.log import Log
from workshop.store.tables import RoleHolderRow

# -- The link ------------------------------------------------------------------------------------------------------


def test_the_link_lies_sealed_until_it_goes_and_is_gone_then(
    tree: Tree, editor: Visitor, administrator: Visitor, visitor: Visitor, clock: Clock
):
    hand_over(editor, tree, "Hal", email=HAL)
    open_round(editor, tree)
    due(tree.app, clock)
    page = administrator.get("/mail").text
    assert "You answer by this link" in page
    assert "the personal link of the reader" in page
    assert "/check-in/" not in page
    with posted(tree.app) as post:
        due(tree.app, clock)
        key = link_in(post.text(HAL)).rpartition("/")[2]
    with tree.app.app_context(), store.engine_of().connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    assert key.encode() not in settings_of(tree.app).instance.joinpath("toimi.db").read_bytes()
    assert [each.sealed for each in rows(tree.app)] == [""]
    assert visitor.get(f"/check-in/{key}").status_code == 200


def test_with_the_role_goes_the_letter_that_has_not_gone_yet(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    hand_over(editor, tree, "Hal", email=HAL)
    open_round(editor, tree)
    with tree.app.app_context():
        write(tree.app, clock())
    hand_over(editor, tree, "Ida", email="ida@homes.example")
    due(tree.app, clock)
    assert post.to == ["ida@homes.example"]


def test_a_letter_that_nobody_has_any_use_for_does_not_go(tree: Tree, editor: Visitor, clock: Clock):
    """Mail was turned on long after it was written."""
    hand_over(editor, tree, "Hal", email=HAL)
    open_round(editor, tree)
    due(tree.app, clock)
    clock.pass_by(days=70)
    with posted(tree.app) as post:
        due(tree.app, clock)
    assert post.to == []
    assert [(each.sealed, each.text) for each in rows(tree.app)] == [("", "")]


def test_what_people_type_makes_no_header(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    page = hand_over(editor, tree, "Hal\r\nBcc: all@homes.example", email="hal@homes.example\r\nBcc: all@homes.example")
    assert "Write an address such as" in page.text
    hand_over(editor, tree, "Hal\r\nBcc: all@homes.example", email=HAL)
    names = {"opens": f"{TODAY}", "due": f"{DUE}", "name_en": "Autumn\r\nBcc: all@homes.example"}
    editor.send(tree.page("homes") + "/rounds", "Set the round", **names)
    due(tree.app, clock)
    assert post.to == [HAL]
    assert post.last(HAL)["Bcc"] is None


# -- Who has the role today ----------------------------------------------------------------------------------------


def test_after_a_hand_over_letters_go_to_whoever_holds_the_role_that_day(
    tree: Tree, desk: PlanDesk, editor: Visitor, visitor: Visitor, post: Post, clock: Clock
):
    hand_over(editor, tree, "Hal", email=HAL)
    hand_over(editor, tree, "Ida", email="ida@homes.example", since=f"{TODAY + timedelta(days=10)}")
    open_round(editor, tree)
    due(tree.app, clock)
    assert post.to == [HAL]
    hals = link_in(post.text(HAL))
    clock.pass_by(days=10)
    due(tree.app, clock)
    assert post.to == [HAL, "ida@homes.example"]
    assert visitor.get(hals).status_code == 404
    idas = link_in(post.text("ida@homes.example"))
    visitor.send(idas, "Send", **{field(visitor, idas, "value"): "30"})
    with store.reading(tree.app) as db:
        ida = db.query(RoleHolderRow).filter_by(name="Ida").one()
    assert desk.life.entered[0].by == FINANCE
    assert who_entered(tree.app, desk) == ida.id


def who_entered(app: Flask, desk: PlanDesk) -> str:
    with app.app_context(), store.engine_of().connect() as connection:
        return Log(connection, plan_log(desk.id)).since(desk.life.seq - 1)[0].by


def test_whoever_has_no_address_is_shown_to_the_editor(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    hand_over(editor, tree, "Hal")
    open_round(editor, tree)
    due(tree.app, clock)
    assert HAL not in post.to
    assert "No address</span>" in editor.get(tree.page("homes") + "/holders").text
    page = editor.get(tree.page("homes") + "/rounds").text
    assert "No letter reaches these roles" in page
    assert f"Homes: {FINANCE}" in page


# -- Silence and what comes back -----------------------------------------------------------------------------------


def test_what_the_holder_leaves_unanswered_goes_to_the_deputy_and_then_to_the_plan_s_owner(
    tree: Tree, editor: Visitor, post: Post, clock: Clock
):
    hand_over(editor, tree, "Hal", email=HAL)
    hand_over(editor, tree, "Dee", email=DEE, part="deputy")
    open_round(editor, tree)
    heard: list[set[str]] = []
    for days in (0, 14, 7, 7):
        clock.pass_by(days=days)
        before = len(post.taken)
        due(tree.app, clock)
        heard.append(set(post.to[before:]))
    assert heard == [{HAL}, {HAL}, {HAL, DEE}, {HAL, DEE, OWNER}]
    assert "Nobody has answered for it yet" in post.text(DEE)
    assert f"Nobody has answered for: {FINANCE}" in post.text(OWNER)
    assert "/check-in/" not in post.text(OWNER), "an owner's answer would not be the role's"


def test_of_a_role_that_nobody_holds_the_plan_s_owner_hears_at_once(
    tree: Tree, editor: Visitor, post: Post, clock: Clock
):
    followed(tree, "homes", "plan-0002")
    hand_over(editor, tree, "Hal", email=HAL)
    open_round(editor, tree)
    due(tree.app, clock)
    assert sorted(post.to) == [HAL, "owner-plan-0002@example.fi"]
    assert f"Nobody has answered for: {LAW}" in post.text("owner-plan-0002@example.fi")


def test_what_comes_back_goes_to_the_deputy_at_once(tree: Tree, editor: Visitor, post: Post, clock: Clock):
    hand_over(editor, tree, "Hal", email="gone@homes.example")
    hand_over(editor, tree, "Dee", email=DEE, part="deputy")
    open_round(editor, tree)
    due(tree.app, clock)
    clock.pass_by(minutes=5)
    due(tree.app, clock)
    assert DEE in post.to
    assert "Letters do not reach its holder" in post.text(DEE)
    page = editor.get(tree.page("homes") + "/holders").text
    assert "Letters come back</span>" in page
    assert "550 No such user here" in page


def test_after_the_holder_s_last_day_the_deputy_is_asked_and_then_the_plan_s_owner(
    tree: Tree, editor: Visitor, post: Post, clock: Clock
):
    hand_over(editor, tree, "Hal", email=HAL, until=f"{TODAY + timedelta(days=9)}")
    hand_over(editor, tree, "Dee", email=DEE, part="deputy", until=f"{TODAY + timedelta(days=20)}")
    clock.pass_by(days=10)
    open_round(editor, tree)
    due(tree.app, clock)
    assert set(post.to) == {DEE}
    clock.pass_by(days=11)
    due(tree.app, clock)
    assert OWNER in post.to
    assert HAL not in post.to
