"""Programs set rounds of follow-up, change and withdraw them: by the rules of the pages, and with the same letters."""

from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from tests.workshop.changed_round import last_round, page_of
from tests.workshop.program import Program, token_for
from tests.workshop.tree import TODAY, Tree
from workshop import store
from workshop.store.tables import AccountRow, AuditRow, FollowRoundRow

SOON, LATER = TODAY + timedelta(days=20), TODAY + timedelta(days=40)
AUTUMN = {"opens": f"{TODAY}", "due": f"{SOON}", "name": {"en": "Autumn", "fi": " Syksy\t2026 "}}


@pytest.fixture
def homes(app: Flask, tree: Tree) -> Program:
    return Program(app, token_for(app, tree.ids["homes"], "rounds:write", "readings:read"))


def opened(program: Program, **otherwise: Any) -> dict[str, Any]:
    answer = program.post("/rounds", {**AUTUMN, **otherwise})
    assert answer.status_code == 201, answer.text
    return answer.get_json()


def test_a_round_is_set_once_for_a_key_and_stands_on_the_page_and_in_the_trail(app: Flask, tree: Tree, homes: Program):
    first, again = (homes.post("/rounds", AUTUMN, Idempotency_Key="autumn-2026") for _again in range(2))
    assert first.get_json() == again.get_json()
    assert first.headers["Location"].endswith(f"/rounds/{first.get_json()['id']}")
    assert first.get_json()["name"] == {"en": "Autumn", "fi": "Syksy 2026"}
    assert "<b>Autumn</b>" in tree.somebody("editor", "homes").get(tree.page("homes") + "/rounds").text
    with app.app_context(), store.reading() as db:
        assert db.query(FollowRoundRow).count() == 1
        trail = db.query(AuditRow).filter_by(action="open_round").one()
        assert db.get_one(AccountRow, trail.account).name == "Books"


def test_a_round_is_changed_and_withdrawn_as_on_the_page(tree: Tree, homes: Program):
    id = opened(homes)["id"]
    changed = homes.ask("PATCH", f"/rounds/{id}", {"due": f"{LATER}"}, {}).get_json()
    assert (changed["due"], changed["opens"], changed["name"]["en"]) == (f"{LATER}", f"{TODAY}", "Autumn")
    assert last_round(tree).moved_at is not None
    withdrawn = homes.post(f"/rounds/{id}/withdrawal", None)
    assert withdrawn.status_code == 200
    assert withdrawn.get_json()["withdrawn"]
    assert homes.post(f"/rounds/{id}/withdrawal", None).get_json() == withdrawn.get_json()
    assert homes.ask("PATCH", f"/rounds/{id}", {"due": f"{LATER}"}, {}).get_json()["code"] == "withdrawn"


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        ({"due": f"{TODAY - timedelta(days=1)}"}, "due_first", "due"),
        ({"opens": f"{SOON}"}, "opened", "opens"),
    ],
)
def test_what_the_page_refuses_is_refused(homes: Program, change: dict[str, str], code: str, field: str):
    answer = homes.ask("PATCH", f"/rounds/{opened(homes)['id']}", change, {})
    assert answer.status_code == 409
    assert (answer.get_json()["code"], answer.get_json()["field"]) == (code, field)


def test_no_day_that_has_passed_is_chosen_anew(homes: Program):
    to_come = opened(homes, opens=f"{SOON}", due=f"{LATER}")["id"]
    over = opened(homes, opens="2026-01-01", due="2026-02-01")["id"]
    for id, change in ((to_come, {"opens": "2026-01-01"}), (over, {"due": "2026-03-01"})):
        assert homes.ask("PATCH", f"/rounds/{id}", change, {}).get_json()["code"] == "passed"
    assert homes.ask("PATCH", f"/rounds/{over}", {"name": {"en": "Winter"}}, {}).status_code == 200


def test_a_round_that_would_be_due_before_it_opens_is_not_set(homes: Program):
    answer = homes.post("/rounds", {**AUTUMN, "due": f"{TODAY - timedelta(days=1)}"})
    assert answer.status_code == 409
    assert answer.get_json()["title"] == "It would be due before it opens."


def test_who_began_from_another_state_changes_nothing(tree: Tree, homes: Program):
    id = opened(homes)["id"]
    etag = homes.get(f"/rounds/{id}").headers["ETag"]
    assert homes.ask("PATCH", f"/rounds/{id}", {"due": f"{LATER}"}, {"If_Match": etag}).status_code == 200
    late = homes.ask("PATCH", f"/rounds/{id}", {"name": {"en": "Mine"}}, {"If_Match": etag})
    assert (late.status_code, late.get_json()["code"]) == (412, "moved_on")
    assert homes.post(f"/rounds/{id}/withdrawal", None, If_Match=etag).status_code == 412
    assert last_round(tree).en == "Autumn"


def test_a_form_on_the_page_that_is_older_than_a_program_s_change_is_told(tree: Tree, homes: Program):
    opened(homes)
    editor, path = tree.somebody("editor", "homes"), page_of(tree)
    old = editor.form(path, "Save").fields
    homes.ask("PATCH", f"/rounds/{last_round(tree).id}", {"due": f"{LATER}"}, {})
    assert "Somebody changed the round meanwhile" in editor.client.post(path, data=old).text


def test_only_its_own_rounds_are_a_token_s_to_set(app: Flask, tree: Tree, homes: Program):
    head = Program(app, token_for(app, tree.ids["housing"], "rounds:write", "readings:read", below=True))
    id, above = opened(homes)["id"], opened(head)["id"]
    assert head.post("/rounds", {**AUTUMN, "organisation": tree.ids["homes"]}).status_code == 403
    assert head.ask("PATCH", f"/rounds/{id}", {"due": f"{LATER}"}, {}).status_code == 403
    assert homes.post(f"/rounds/{above}/withdrawal", None).status_code == 403
    other = Program(app, token_for(app, tree.ids["traffic"], "rounds:write", "readings:read"))
    assert other.post(f"/rounds/{id}/withdrawal", None).status_code == 404
    reads = Program(app, token_for(app, tree.ids["homes"], "readings:read", "readings:write"))
    assert reads.post("/rounds", AUTUMN).status_code == 403
