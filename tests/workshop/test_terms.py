"""What the plans before and after one need of it stands in a row of its own, and is what the plan's log says."""

from collections.abc import Mapping
from typing import Any

import msgspec
from sqlalchemy import select, update

from tests.workshop.followed import followed, redefine
from tests.workshop.older import migrated_again
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_dashboards import questions
from tests.workshop.test_figures_kept import figure
from tests.workshop.test_next_plan import approved, begun
from tests.workshop.tree import Tree
from workshop import store
from workshop.store import followed as followed_plans
from workshop.store import terms
from workshop.store.followed import followed_by_id
from workshop.store.tables import PlanFollowedRow, PlanTermRow


def kept(tree: Tree) -> Mapping[str, Any]:
    """Every row as it is read, whatever order it was written in."""
    term, row = PlanTermRow, PlanFollowedRow
    wanted = select(row.plan, row.body, row.entries, term.body).join(term, term.plan == row.plan)
    with tree.app.app_context(), store.reading() as db:
        return {plan: [msgspec.json.decode(text) for text in texts] for plan, *texts in db.execute(wanted)}


def two_years(tree: Tree) -> tuple[PlanDesk, PlanDesk]:
    first = followed(tree)
    figure(first, 40, 2024)
    figure(first, 50, 2025)
    redefine(first)
    second = approved(begun(tree.somebody("editor", "homes"), first))
    figure(second, 60, 2025)
    return first, second


def test_rows_of_before_are_brought_to_what_they_are_now(tree: Tree):
    two_years(tree)
    before = kept(tree)
    migrated_again(tree.app, "0030")
    assert kept(tree) == before


def test_the_newest_figures_are_found_in_rows_that_did_not_tell_them(tree: Tree):
    two_years(tree)
    before = kept(tree)
    with store.writer_of(tree.app).begin() as connection:
        for plan, body in connection.execute(select(PlanTermRow.plan, PlanTermRow.body)).all():
            untold = msgspec.json.encode({**msgspec.json.decode(body), "newest": {}}).decode()
            connection.execute(update(PlanTermRow).where(PlanTermRow.plan == plan).values(body=untold))
    migrated_again(tree.app, "0030")
    assert kept(tree) == before


def test_figures_are_read_once_somebody_looks_at_them_and_in_one_question_for_all(tree: Tree):
    plans = [followed(tree).id, followed(tree, "repairs", "plan-0002").id]
    followed_plans.AT_HAND.forget()
    terms.AT_HAND.forget()
    with questions(tree.app) as asked, tree.app.app_context():
        with store.reading() as db:
            found = followed_by_id(db, plans)
        assert not [each for each in asked if "entries" in each]
        assert [list(each.entries) for each in found] == [[], []]
        assert len([each for each in asked if "entries" in each]) == 1
