"""What was approved keeps the words that its method had then, whatever the method says later."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import select

from facilitation import packs
from facilitation.plans.commands import OpenAmendment, ReviseField
from facilitation.shapes import Plan
from tests.conftest import Clock
from tests.workshop.followed import PLAN, followed
from tests.workshop.older import migrated_again
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_bringing_packs import named, sent
from tests.workshop.test_next_plan import approved
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.clock import now
from workshop.store import editions, schema
from workshop.store.editions import edition
from workshop.store.tables import PackEditionRow, PackRow

KEY, THEN, LATER = "worded", "Everybody borrows", "Everybody reads"


def method(version: str, words: str) -> dict[str, Any]:
    """With an objective in these words."""
    pack = named(KEY, version=version)
    first, *others = pack["strategy"]["objectives"]
    return {**pack, "strategy": {**pack["strategy"], "objectives": [{**first, "text": {"en": words}}, *others]}}


@pytest.fixture
def desk(tree: Tree, administrator: Visitor, clock: Clock) -> PlanDesk:
    """A plan that was approved under the first edition of its method, of which a second one has come."""
    assert "on the shelf" in sent(administrator, method("1", THEN)).text
    desk = followed(tree, plan=plan())
    clock.pass_by(days=1)
    assert "on the shelf" in sent(administrator, method("2", LATER)).text
    return desk


def plan() -> Plan:
    first = packs.load(KEY).strategy.objectives[0].id
    goals = (replace(PLAN.goals[0], objectives=(first,)),)
    return replace(PLAN, pack=KEY, pack_version="1", goals=goals)


def test_a_version_that_was_approved_is_read_in_the_words_of_then(desk: PlanDesk, editor: Visitor):
    for path in (desk.page, f"{desk.page}?version=1.0"):
        told = editor.get(path).text
        assert THEN in told
        assert LATER not in told


def test_its_files_are_too(desk: PlanDesk, editor: Visitor):
    told = editor.get(f"{desk.page}/plan.md?version=1.0").text
    assert THEN in told
    assert LATER not in told
    assert f"Method {KEY} 1." in told


def test_once_it_is_written_again_it_is_read_as_the_method_is_now(desk: PlanDesk, editor: Visitor):
    assert desk.ask(OpenAmendment("A slip")).ok
    assert LATER in editor.get(desk.page).text
    assert desk.ask(ReviseField(desk.id, "title", "Another", PLAN.title["en"], "en")).ok
    approved(desk)
    assert LATER in editor.get(desk.page).text
    assert THEN in editor.get(f"{desk.page}?version=1.0").text


def test_a_program_that_ships_other_words_changes_nothing_that_was_approved(app: Flask, tree: Tree, editor: Visitor):
    [words] = [each.text["en"] for each in packs.load("toimi").strategy.objectives if each.id == "1.4"]
    older = packs.shipped_text("toimi").replace(words, THEN)
    with app.app_context(), store.writing() as db:
        editions.keep(db.connection(), "toimi", "older", older, now() - timedelta(9))
        editions.keep_shipped(db.connection(), now() + timedelta(1))
    desk = followed(tree)
    told = editor.get(desk.page).text
    assert THEN in told
    assert words not in told


def test_what_is_older_than_the_first_edition_is_read_by_that(app: Flask, desk: PlanDesk):
    with app.app_context(), store.reading() as db:
        assert edition(db, KEY, now() - timedelta(999)).version == "1"
        assert edition(db, KEY, now()) is packs.load(KEY)
        assert edition(db, "city", now()) is packs.load("city")


def test_methods_that_were_brought_before_there_were_editions_have_one_too(app: Flask, desk: PlanDesk, editor: Visitor):
    migrated_again(app, "0028")
    with app.app_context(), store.reading() as db:
        kept = db.execute(
            select(PackEditionRow.version, PackRow.brought == PackEditionRow.since).join_from(
                PackEditionRow, PackRow, PackRow.key == PackEditionRow.key
            )
        ).all()
    assert kept == [("2", True)]
    assert LATER in editor.get(f"{desk.page}?version=1.0").text, "the words before it are not known any more"


def test_the_same_words_again_are_no_edition(app: Flask):
    schema.migrate(app)
    schema.migrate(app)
    with app.app_context(), store.reading() as db:
        shipped = db.scalars(select(PackEditionRow.key)).all()
    assert sorted(shipped) == sorted(packs.available())


def test_what_another_worker_has_brought_is_there_at_the_next_page(
    app: Flask, tree: Tree, desk: PlanDesk, editor: Visitor
):
    """Another has another shelf, and knows no more than what was there when it began."""
    del packs._shelved[KEY]
    app.extensions["packs_shelved"].clear()
    assert editor.get(desk.page).status_code == 200
    assert packs.load(KEY).version == "2"
