"""Roles in organisations begin by invitation, from a day on, and end."""

from datetime import timedelta

import pytest
from flask import Flask

from tests.conftest import PASSWORD, Clock, signed_in
from tests.workshop.organised import SHELF, shown
from tests.workshop.test_accounts import link_on
from tests.workshop.tree import TODAY, Tree
from tests.workshop.visitor import Visitor, forms
from workshop import store
from workshop.store import accounts
from workshop.store.tables import OrganisationRoleRow

EVA = {"name": "Eva Berg", "email": "eva@example.fi", "password": "seven swans and a swallow"}


# -- Roles by invitation --------------------------------------------------------------------------------------------


def test_an_invited_editor_sees_their_own_and_nothing_else(app: Flask, administrator: Visitor, tree: Tree):
    link = link_on(administrator.send(tree.page("homes"), label="Eva", role="editor").text)
    eva = Visitor(app)
    page = eva.send(link, **EVA)
    assert page.request.path == SHELF
    assert shown(page) == ["Homes"]
    for name in ("housing", "repairs", "roads"):
        assert eva.get(tree.page(name)).status_code == 404
    for path in ("/people", "/trail", "/mail", f"{SHELF}/new", f"{SHELF}/table", "/workshops/new"):
        assert eva.get(path).status_code == 403, path
    assert "eva@example.fi" not in eva.get(tree.page("homes")).text


def test_who_has_an_account_gets_the_role_at_once(app: Flask, administrator: Visitor, tree: Tree, facilitator: Visitor):
    page = administrator.send(tree.page("homes"), label="Fay", email="FAY@example.fi", role="approver")
    assert "Fay has the role." in page.text
    assert shown(facilitator.get(SHELF)) == ["Homes"]


def test_who_is_signed_in_takes_the_role_with_their_account(
    app: Flask, administrator: Visitor, facilitator: Visitor, tree: Tree
):
    link = link_on(administrator.send(tree.page("homes"), label="Fay", role="reader").text)
    assert "Reader in Homes." in facilitator.get(link).text
    assert shown(facilitator.send(link, "Take the role")) == ["Homes"]
    assert facilitator.get(link).status_code == 410


def test_a_role_that_has_ended_opens_nothing(administrator: Visitor, tree: Tree):
    eva = tree.somebody("editor", "homes")
    assert eva.get(tree.page("homes")).status_code == 200
    administrator.send(tree.page("homes"), "End the role")
    assert eva.get(tree.page("homes")).status_code == 403


def test_a_role_that_begins_later_opens_nothing_yet(administrator: Visitor, tree: Tree, clock: Clock, app: Flask):
    eva = signed_in(app, "eva@example.fi", "Eva", "member")
    administrator.send(tree.page("homes"), label="Eva", email="eva@example.fi", since="2026-11-28", until="2026-11-29")
    assert eva.get(tree.page("homes")).status_code == 403
    for days, status in ((2, 200), (1, 200), (1, 403)):
        clock.pass_by(days=days)
        assert eva.get(tree.page("homes")).status_code == status


def test_a_role_does_not_end_before_it_begins(administrator: Visitor, tree: Tree):
    page = administrator.send(tree.page("homes"), label="Eva", until="2026-11-01")
    assert "It would end before it begins." in page.text


@pytest.mark.usefixtures("facilitator")
def test_the_last_day_of_the_calendar_means_for_good(app: Flask, administrator: Visitor, tree: Tree):
    fay = {"label": "Fay", "email": "fay@example.fi", "role": "reader"}
    assert "Fay has the role." in administrator.send(tree.page("homes"), **fay, until="9999-12-31").text
    with app.app_context(), store.reading() as db:
        assert [row.until for row in db.query(OrganisationRoleRow)] == [None]


def test_an_administrator_of_a_ministry_rules_its_branch_only(app: Flask, tree: Tree):
    ada = tree.somebody("administrator", "housing")
    assert shown(ada.get(SHELF)) == ["Housing", "Homes", "Repairs"]
    ada.send(f"{tree.page('homes')}/settings", en="Dwellings")
    assert "has the role" not in ada.send(tree.page("homes"), label="Eva").text
    assert ada.get(f"{tree.page('roads')}/settings").status_code == 404
    page = ada.get(f"{tree.page('homes')}/place").text
    assert tree.ids["traffic"] not in page and tree.ids["roads"] not in page, "nowhere to move it but in the branch"
    sent = ada.form(f"{tree.page('homes')}/place", "Move it").fields | {
        "move-under": tree.ids["traffic"],
        "move-day": "2027-01-01",
    }
    assert ada.client.post(f"{tree.page('homes')}/place/move", data=sent).status_code == 400
    sent = ada.form(f"{SHELF}/new", "Add it").fields | {"en": "Mine", "under": tree.ids["traffic"]}
    assert ada.client.post(f"{SHELF}/new", data=sent).status_code == 400


ACTS = ("people", "place/move", "place/merge", "place/end", "settings")


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("role", ["reader", "editor", "approver", "facilitator", "steering"])
def test_only_administrators_change_an_organisation(tree: Tree, role: str, act: str):
    who = tree.somebody(role, "homes")
    token = next(form.fields["csrf_token"] for form in forms(who.get("/account")) if "csrf_token" in form.fields)
    own, others = (
        who.client.post(f"{tree.page(name)}/{act}", data={"csrf_token": token}) for name in ("homes", "roads")
    )
    assert (own.status_code, others.status_code) == (403, 404)


@pytest.mark.parametrize(
    ("role", "begins"), [("reader", 403), ("approver", 403), ("editor", 200), ("facilitator", 200)]
)
def test_who_writes_plans_somewhere_may_begin_one(tree: Tree, role: str, begins: int):
    who = tree.somebody(role, "homes")
    assert who.get("/plans").status_code == 200
    assert who.get("/plans/new").status_code == begins


def test_a_member_brings_templates_for_their_own_only(tree: Tree):
    eva = tree.somebody("editor", "homes")
    page = eva.send("/templates", organisation="Roads")
    assert "You bring templates for your own organisations only." in page.text
    assert "for your own" not in eva.send("/templates", organisation="Homes").text


def test_the_list_of_people_tells_who_has_which_role_where(
    administrator: Visitor, tree: Tree, app: Flask, clock: Clock
):
    tree.somebody("editor", "homes")
    with app.app_context(), store.writing() as db:
        accounts.bring(db, "Ella", "ella@example.fi", None, clock())
    page = administrator.get("/people").text
    assert "Editor, Homes" in page
    assert page.count("Has not come in yet") == 1


# -- Is it you? -----------------------------------------------------------------------------------------------------


def test_after_a_while_rights_change_only_with_the_password_and_nothing_typed_is_lost(
    administrator: Visitor, tree: Tree, clock: Clock
):
    clock.pass_by(minutes=16)
    asked = administrator.send(tree.page("homes"), label="Eva Berg", role="approver")
    assert asked.status_code == 403 and "Is it you?" in asked.text
    [form] = [form for form in forms(asked) if "sure_password" in form.fields]
    assert form.fields["label"] == "Eva Berg"
    path = f"{tree.page('homes')}/people"
    wrong = administrator.client.post(path, data=form.fields | {"sure_password": "another goose"})
    assert "That is not your password." in wrong.text
    right = administrator.client.post(path, data=form.fields | {"sure_password": PASSWORD}, follow_redirects=True)
    assert "/invite/" in right.text and "Eva Berg, approver" in right.text
    assert "/invite/" in administrator.send(tree.page("homes"), label="Ben").text, "it is not asked again at once"


def test_who_guesses_at_it_waits(administrator: Visitor, tree: Tree, clock: Clock):
    clock.pass_by(minutes=16)
    path, sent = f"{tree.page('homes')}/people", administrator.form(tree.page("homes"), "Invite").fields
    for _guess in range(5):
        administrator.client.post(path, data=sent | {"label": "Eva", "sure_password": "a guess and a half"})
    assert administrator.client.post(path, data=sent | {"sure_password": PASSWORD}).status_code == 429


def test_reading_never_asks_for_the_password(administrator: Visitor, tree: Tree, clock: Clock):
    clock.pass_by(days=2)
    for path in (SHELF, tree.page("homes"), f"{tree.page('homes')}/place", "/people", "/trail"):
        assert administrator.get(path).status_code == 200


def test_nobody_signs_in_to_an_account_without_a_password(app: Flask, visitor: Visitor, clock: Clock):
    with app.app_context(), store.writing() as db:
        accounts.bring(db, "Eva", "eva@example.fi", None, clock())
    page = visitor.send("/sign-in", email="eva@example.fi", password="nobody has this password")
    assert page.status_code == 401


# -- The trail ------------------------------------------------------------------------------------------------------


def test_the_trail_tells_who_did_what_to_whom(administrator: Visitor, tree: Tree):
    administrator.send(f"{tree.page('homes')}/settings", en="Dwellings")
    page = administrator.get("/trail?action=change_organisation").text
    assert "changed an organisation" in page and "Dwellings" in page and "Ann" in page
    assert "added an organisation</td>" not in page


def test_the_trail_leaves_as_a_table_in_which_nothing_runs(administrator: Visitor, tree: Tree):
    administrator.send(f"{tree.page('homes')}/settings", en="=HYPERLINK(1)", code="+358")
    table = administrator.get("/trail.csv")
    assert table.mimetype == "text/csv"
    cells = [cell.strip('"') for line in table.text.lstrip("\ufeff").splitlines() for cell in line.split(";")]
    assert not [cell for cell in cells if cell.startswith(("=", "+", "-", "@"))]
    assert any("HYPERLINK" in cell for cell in cells)


def test_the_trail_is_read_page_by_page_and_by_day(administrator: Visitor, tree: Tree, clock: Clock):
    for number in range(101):
        tree.add(f"unit {number}", "homes")
    first, second = administrator.get("/trail"), administrator.get("/trail?page=2")
    assert "Page 1 of 2" in first.text and "Page 2 of 2" in second.text
    assert "No lines" in administrator.get(f"/trail?since={TODAY + timedelta(days=1)}").text


@pytest.mark.parametrize("asked", ["until=9999-12-31", "since=0001-01-01", f"page={10**30}"])
def test_the_trail_has_no_end_to_fall_off(administrator: Visitor, asked: str):
    for page in ("/trail", "/trail.csv"):
        assert administrator.get(f"{page}?{asked}").status_code == 200


def test_only_administrators_read_the_trail(tree: Tree, facilitator: Visitor):
    for who in (facilitator, tree.somebody("editor", "housing"), tree.somebody("steering", "housing")):
        assert who.get("/trail").status_code == who.get("/trail.csv").status_code == 403
