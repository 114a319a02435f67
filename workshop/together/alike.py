"""Goals of a branch that look alike: found once for the versions that are read, and kept for whoever reads next."""

from collections.abc import Sequence

from flask import Flask, current_app

from facilitation.consolidation import Alike, Branch, Decided, Drawn, drawn, look_alike, side_by_side
from workshop import store
from workshop.limits import BRANCHES_AT_HAND
from workshop.remembering import Remembered
from workshop.store import alike
from workshop.together.rows import keep_if_it_can

REMEMBERED, DRAWN = "goals_alike", "goals_drawn"


def init_app(app: Flask) -> None:
    app.extensions[REMEMBERED] = Remembered[str, tuple[Branch, Sequence[Alike]]](BRANCHES_AT_HAND)
    app.extensions[DRAWN] = Remembered[tuple[str, str], Drawn](BRANCHES_AT_HAND)


def alike_in(organisation: str, branch: Branch) -> Sequence[Alike]:
    """Worked out anew when a plan changed."""
    known: Remembered[str, tuple[Branch, Sequence[Alike]]] = current_app.extensions[REMEMBERED]
    found = known.get(organisation)
    if found is None or found[0] != branch:
        found = known.keep(organisation, (branch, _found(organisation, branch)))
    return found[1]


def _found(organisation: str, branch: Branch) -> Sequence[Alike]:
    sign, goals = alike.sign_of(branch), branch.goals
    with store.reading() as db:
        groups = alike.kept(db, organisation, sign)
    if groups is not None:
        return side_by_side(goals, groups)
    fresh = look_alike(goals)
    keep_if_it_can(organisation, lambda connection: alike.keep(connection, organisation, sign, fresh))
    return fresh


def drawn_in(plan: str, branch: Branch, decisions: Sequence[Decided]) -> Drawn:
    """Which goals came that look like those decided on in a branch's plan: anew when a plan or a decision changed."""
    known: Remembered[tuple[str, str], Drawn] = current_app.extensions[DRAWN]
    key = plan, alike.sign_of_drawn(branch, decisions)
    found = known.get(key)
    return known.keep(key, _drawn(*key, branch, decisions)) if found is None else found


def _drawn(plan: str, sign: str, branch: Branch, decisions: Sequence[Decided]) -> Drawn:
    with store.reading() as db:
        kept = alike.drawn_kept(db, plan, sign)
    if kept is not None:
        return kept
    fresh = drawn(branch, decisions)
    keep_if_it_can(plan, lambda connection: alike.keep_drawn(connection, plan, sign, fresh))
    return fresh
