"""Rounds of follow-up: those of the organisations that a token sees, and those of whoever they stand under."""

from datetime import date, datetime

from msgspec import Struct
from sqlalchemy import select

from facilitation.organisations import above
from workshop import store
from workshop.api.found import not_there
from workshop.api.paging import PAGED, after, cut, most, paged
from workshop.api.parameters import in_path
from workshop.api.resource import Answer, Ask, Resource
from workshop.days import today
from workshop.store.rounds import round_of
from workshop.store.tables import FollowRoundRow

resource = Resource("api_rounds", "Rounds of follow-up: when figures are asked for, and by when.", __name__)


class FollowRound(Struct, frozen=True):
    """It asks the organisation that opened it, and all that stand under it."""

    id: str
    organisation: str
    name: dict[str, str]
    opens: date
    due: date
    withdrawn: datetime | None = None
    """Since when it asks for nothing any more."""


class Rounds(Struct, frozen=True):
    rounds: list[FollowRound]
    next: str | None


@resource.asks("GET", "/rounds", "Rounds of follow-up", "read_figures", gives=Rounds, parameters=PAGED)
def list_rounds(ask: Ask) -> Answer:
    """In the order of their ids."""
    row = FollowRoundRow
    wanted = select(row).where(row.organisation.in_(askers(ask)), row.id > after(ask))
    with store.reading() as db:
        part = cut(db.scalars(wanted.order_by(row.id).limit(most(ask) + 1)).all(), ask, lambda each: each.id)
    return paged(Rounds([told(each) for each in part.of], part.next), part.next)


@resource.asks(
    "GET",
    "/rounds/{round}",
    "One round",
    "read_figures",
    gives=FollowRound,
    parameters=(in_path("round", "Its id."),),
)
def read_round(ask: Ask, round: str) -> Answer:
    """When it opens, and by when what it asks is due."""
    with store.reading() as db:
        row = db.get(FollowRoundRow, round)
    return Answer(told(row if row and row.organisation in askers(ask) else not_there()))


def askers(ask: Ask) -> set[str]:
    """Whose rounds ask those that the token sees: their own, and of those they stand under."""
    seen = ask.bearer.where("read_figures")
    return {*seen, *(each for one in seen for each in above(ask.bearer.forest, one, today()))}


def told(row: FollowRoundRow) -> FollowRound:
    found = round_of(row)
    return FollowRound(found.id, row.organisation, dict(found.name), found.opens, found.due, row.withdrawn_at)
