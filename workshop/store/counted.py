"""Figures of branches' plans as they were put together of their units': rows that are made when somebody reads them.

Each bears the sign of all that it was made of, so that no plan's own transaction need know of it: whoever finds
another sign puts them together anew.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, delete, select
from sqlalchemy.orm import Session

from facilitation.packs import Pack
from facilitation.shapes import TOGETHER
from facilitation.shapes.followed import Entered
from workshop.store import own
from workshop.store.alike import ALIKE, DRAWN
from workshop.store.columns import among, as_kept
from workshop.store.followed import FollowedPlan, Head, followed_by_id, heads_by_id
from workshop.store.forest import stead
from workshop.store.joined import JOINED
from workshop.store.putting import put
from workshop.store.recipes import RECIPES
from workshop.store.tables import PlanCountedRow, PlanRow

COUNTED = PlanCountedRow.__table__
WAY = 4
"""Another one once figures are put together otherwise: what was kept before says nothing any more."""
_DECODER = msgspec.json.Decoder(tuple[Entered, ...])


class Ingredients(NamedTuple):
    """What a branch's plan's figures are put together of now."""

    sign: str
    recipe: str
    """The sign of what stays the same whatever is entered: which metrics are made of whose."""
    head: Head
    pack: Pack
    """The method with what is its organisation's own."""


def ingredients(
    db: Session, plans: Iterable[FollowedPlan], day: date, known: Iterable[Head] = ()
) -> Mapping[str, Ingredients]:
    """By plan; as many questions for many as for one. `known`: how far some have come, as was read before."""
    every = {each.plan.id: each for each in plans}
    while below := _branches_below(db, every):
        every |= below
    rests = {id: [rest.plan for rest in each.rests if rest.plan] for id, each in every.items()}
    wanted = {*every, *(unit for of in rests.values() for unit in of)}
    come = {head.plan: head for head in known if head.plan in wanted}
    come |= {head.plan: head for head in heads_by_id(db, wanted - come.keys())}
    packs = own.methods(db, {id: (every[id].plan.pack, come[id].organisation) for id in every if id in come}, day)
    libraries = {id(pack): msgspec.json.encode(pack.library) for pack in packs.values()}
    homes = stead(db) if any(head.around for head in come.values()) else []

    def sign(plan: str) -> str:
        under = [sign(id) for id in rests[plan] if id in packs]
        return _sign([homes, under, *_signs(plan, rests[plan], come)], libraries[id(packs[plan])])

    def recipe(plan: str) -> str:
        return _sign([WAY, plan, come[plan].sign], libraries[id(packs[plan])])

    return {plan: Ingredients(sign(plan), recipe(plan), come[plan], pack) for plan, pack in packs.items()}


def _branches_below(db: Session, known: Mapping[str, FollowedPlan]) -> Mapping[str, FollowedPlan]:
    """Plans of branches on which these rest, as a government's does, and what those are made of in turn."""
    rests = {rest.plan for each in known.values() for rest in each.rests if rest.plan} - known.keys()
    branches = db.scalars(select(PlanRow.id).where(among(db, PlanRow.id, rests), PlanRow.kind.in_(TOGETHER))).all()
    return {each.plan.id: each for each in followed_by_id(db, branches)} if branches else {}


def _signs(plan: str, rests: Iterable[str], come: Mapping[str, Head]) -> Iterator[Any]:
    yield WAY, plan, come[plan].sign
    yield from ((id, come[id].sign, come[id].around) for id in rests if id in come)


def _sign(of: Sequence[Any], library: bytes) -> str:
    return sha256(msgspec.json.encode(of) + library).hexdigest()


def kept(db: Session, wanted: Mapping[str, Ingredients], *, whole: bool) -> Iterator[tuple[str, Sequence[Entered]]]:
    """By plan the last of each metric's figures, or all: in one question; of none whose row is of another sign."""
    row = PlanCountedRow
    wished = select(row.plan, row.sign, as_kept(db, row.whole if whole else row.body))
    for plan, sign, body in db.execute(wished.where(among(db, row.plan, wanted))):
        if sign == wanted[plan].sign:
            yield plan, _DECODER.decode(body)


def keep(connection: Connection, plan: str, sign: str, last: Sequence[Entered], whole: Sequence[Entered]) -> None:
    """In the place of what was kept of it. Of two who keep theirs at once either may be last: each bears its sign."""
    put(connection, COUNTED, plan, {"sign": sign, "body": _written(last), "whole": _written(whole)})


def _written(figures: Sequence[Entered]) -> str:
    return msgspec.json.encode(figures).decode()


def forget(connection: Connection) -> None:
    """All of them: they are made anew once somebody reads them."""
    for table in (COUNTED, RECIPES, ALIKE, DRAWN, JOINED):
        connection.execute(delete(table))
