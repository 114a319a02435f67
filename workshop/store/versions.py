"""Approved versions of plans, each in a row of its own: what rests on them reads many at once, and no log."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple, TypeAlias

import msgspec
from sqlalchemy import Connection, insert, select, tuple_
from sqlalchemy.orm import Session

from facilitation.plans.state import Life
from facilitation.shapes import Plan
from facilitation.view.as_data import digest_of
from workshop.schemas import shape
from workshop.store.tables import PlanVersionRow

VERSIONS = PlanVersionRow.__table__
_DECODER = msgspec.json.Decoder(shape.Plan)

Number: TypeAlias = tuple[str, str]
"""A plan's id and its version's number."""


class Approved(NamedTuple):
    """A version as it was approved, after which event of its log, and the first signs of its data."""

    plan: Plan
    seq: int
    digest: str


def project(connection: Connection, life: Life) -> None:
    """A row for each version that was approved. None is ever changed: what was approved stays as it is."""
    approved = [each for each in life.versions if each.approved]
    here = select(VERSIONS.c.number).where(VERSIONS.c.plan == life.plan.id)
    known = set(connection.scalars(here)) if approved else set[str]()
    for each in (each for each in approved if each.number not in known):
        values = {"plan": life.plan.id, "number": each.number, "seq": each.seq, "digest": digest_of(each.plan)}
        connection.execute(insert(VERSIONS).values(values | {"body": msgspec.json.encode(each.plan).decode()}))


def approved(db: Session, which: Sequence[Number]) -> Iterator[tuple[Number, Approved]]:
    """Those of these that have a row, in one question."""
    row = PlanVersionRow
    wanted = select(row.plan, row.number, row.seq, row.digest, row.body)
    found = db.execute(wanted.where(tuple_(row.plan, row.number).in_(which))) if which else ()
    for plan, number, seq, digest, body in found:
        yield (plan, number), Approved(shape.plan(_DECODER.decode(body)), seq, digest)
