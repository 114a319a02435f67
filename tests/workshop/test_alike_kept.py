"""Which goals look alike is found once for the versions that are read, and told from a row from then on."""

from collections.abc import Sequence
from dataclasses import replace

from flask import Flask
from sqlalchemy import select, update

from facilitation.consolidation import Alike, Branch, look_alike
from tests.facilitation.branch_world import branch
from tests.workshop.tree import Tree
from workshop import store
from workshop.doctoring import rebuild
from workshop.remembering import Remembered
from workshop.store.tables import BranchAlikeRow
from workshop.together.alike import REMEMBERED, alike_in

HOUSING = "housing"


def found(tree: Tree, of: Branch) -> Sequence[Alike]:
    """As a process tells it that has just started."""
    remembered: Remembered[str, object] = tree.app.extensions[REMEMBERED]
    remembered.forget()
    with tree.app.app_context():
        return alike_in(tree.ids[HOUSING], of)


def rows(app: Flask) -> dict[str, str]:
    with app.app_context(), store.reading() as db:
        return {row.sign: row.body for row in db.scalars(select(BranchAlikeRow))}


def revised(of: Branch) -> Branch:
    """A unit whose goal looks like others' says something else in its next version."""
    unit = look_alike(of.goals)[0].goals[0].unit.id
    plan = of.plans[unit]
    goals = tuple(replace(goal, to={"en": f"Something else, number {n}"}) for n, goal in enumerate(plan.goals))
    return replace(of, plans={**of.plans, unit: replace(plan, version="9.0", goals=goals)})


def test_they_are_told_as_comparing_tells_them_first_and_from_then_on(tree: Tree):
    assert rows(tree.app) == {}
    compared = look_alike(branch().goals)
    assert compared
    assert found(tree, branch()) == compared
    kept = rows(tree.app)
    assert len(kept) == 1
    assert found(tree, branch()) == compared
    assert rows(tree.app) == kept


def test_what_is_kept_is_read_and_not_compared_again(tree: Tree):
    found(tree, branch())
    with tree.app.app_context(), store.writing() as db:
        db.execute(update(BranchAlikeRow).values(body="[]"))
    assert found(tree, branch()) == ()


def test_another_version_is_compared_anew(tree: Tree):
    found(tree, branch())
    before = rows(tree.app)
    compared = look_alike(revised(branch()).goals)
    assert compared != look_alike(branch().goals)
    assert found(tree, revised(branch())) == compared
    assert len(rows(tree.app)) == 1
    assert rows(tree.app).keys() != before.keys()


def test_no_word_of_the_goals_is_kept(tree: Tree):
    found(tree, branch())
    [body] = rows(tree.app).values()
    assert not any(text in body for goal in branch().goals for text in goal.goal.to.values())


def test_rebuilding_begins_it_anew(tree: Tree):
    found(tree, branch())
    rebuild(tree.app)
    assert rows(tree.app) == {}
