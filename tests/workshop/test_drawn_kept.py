"""Which goals came since that look like those decided on: found once for what was decided, and told from a row then."""

from collections.abc import Sequence
from dataclasses import replace

from sqlalchemy import select, update

from facilitation.consolidation import Branch, Decided, Drawn, drawn
from tests.facilitation.branch_desk import TALKS, made
from tests.facilitation.branch_world import ROADS, branch, unit_plan
from tests.facilitation.test_decisions_touched import LATE, UNITS_BY_ID
from tests.workshop.followed import followed
from tests.workshop.tree import Tree
from workshop import store
from workshop.doctoring import rebuild
from workshop.remembering import Remembered
from workshop.store.tables import BranchDrawnRow
from workshop.together.alike import DRAWN, drawn_in


def seen(*, late: bool = True) -> tuple[Branch, Sequence[Decided]]:
    """The goal of the roads was adopted; then the north brought one that looks like it."""
    talks = unit_plan(ROADS, replace(LATE, id="g1"), version="1.0")
    north = {"pohjoinen": unit_plan(UNITS_BY_ID["pohjoinen"], LATE, version="7.0")} if late else {}
    return branch(tie=talks, **north), [made("adopt", TALKS[0], seen=branch(tie=talks))]


def found(tree: Tree, plan: str, branch: Branch, decisions: Sequence[Decided]) -> Drawn:
    """As a process tells it that has just started."""
    remembered: Remembered[object, object] = tree.app.extensions[DRAWN]
    remembered.forget()
    with tree.app.app_context():
        return tuple(drawn_in(plan, branch, decisions))


def signs(tree: Tree) -> list[str]:
    with tree.app.app_context(), store.reading() as db:
        return [*db.scalars(select(BranchDrawnRow.sign))]


def test_they_are_told_as_comparing_tells_them_first_and_from_then_on(tree: Tree):
    plan = followed(tree).id
    assert drawn(*seen())
    for _ in range(2):
        assert found(tree, plan, *seen()) == drawn(*seen())
        assert len(signs(tree)) == 1


def test_what_is_kept_is_read_and_not_compared_again(tree: Tree):
    plan = followed(tree).id
    found(tree, plan, *seen())
    with tree.app.app_context(), store.writing() as db:
        db.execute(update(BranchDrawnRow).values(body="[]"))
    assert found(tree, plan, *seen()) == ()


def test_another_version_or_another_decision_is_compared_anew(tree: Tree):
    plan, (now, decisions) = followed(tree).id, seen()
    ways = [(now, decisions), seen(late=False), (now, [replace(decisions[0], id="decision-9")]), (now, [])]
    told = set[str]()
    for way in ways:
        assert found(tree, plan, *way) == drawn(*way)
        told |= {*signs(tree)}
    assert len(told) == len(ways)


def test_rebuilding_begins_it_anew(tree: Tree):
    found(tree, followed(tree).id, *seen())
    rebuild(tree.app)
    assert signs(tree) == []
