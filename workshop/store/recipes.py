"""Which metrics of a branch's plan are made of whose: rows that are made when somebody reads them."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import msgspec
from sqlalchemy import Connection, select
from sqlalchemy.orm import Session

from facilitation.consolidation import Made
from workshop.store.columns import as_kept
from workshop.store.putting import put
from workshop.store.tables import PlanRecipeRow

RECIPES = PlanRecipeRow.__table__


@dataclass(frozen=True)
class Recipe:
    """The metrics of a branch's plan by whose they are made of; and by unit, the plan that is read of it."""

    made: Made = ()
    plans: Mapping[str, str] = field(default_factory=dict[str, str])


_DECODER = msgspec.json.Decoder(Recipe)


def kept(db: Session, plan: str, sign: str) -> Recipe | None:
    """None where there is none of that sign."""
    row = PlanRecipeRow
    body = db.scalar(select(as_kept(db, row.body)).where(row.plan == plan, row.sign == sign))
    return _DECODER.decode(body) if body else None


def keep(connection: Connection, plan: str, sign: str, recipe: Recipe) -> None:
    """In the place of the one before it."""
    put(connection, RECIPES, plan, {"sign": sign, "body": msgspec.json.encode(recipe).decode()})
