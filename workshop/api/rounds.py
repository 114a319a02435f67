"""Rounds of follow-up: those of the organisations that a token sees, and those of whoever they stand under."""

from contextlib import suppress
from datetime import date, datetime
from hashlib import sha256
from typing import Annotated, Literal

import msgspec
from flask import url_for
from msgspec import UNSET, Meta, Struct, UnsetType
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from facilitation.followup.setting import may_be_due, may_be_set, may_open
from facilitation.organisations import above
from facilitation.words import N_, Parallel, Refused
from workshop import store
from workshop.api.found import not_there
from workshop.api.paging import PAGED, after, cut, most, paged
from workshop.api.parameters import IF_MATCH, in_path
from workshop.api.problems import Failed, title_of
from workshop.api.resource import Answer, Ask, Resource, digest_of
from workshop.clock import now
from workshop.days import today
from workshop.perform import MOVED_ON
from workshop.store import rounds as rows
from workshop.store.rounds import round_of
from workshop.store.tables import AccountRow, FollowRoundRow
from workshop.texts import one_line

resource = Resource("api_rounds", "Rounds of follow-up: when figures are asked for, and by when.", __name__)

ROUND = in_path("round", "Its id.")
Name = Annotated[str, Meta(max_length=120)]
Names = Annotated[dict[Literal["fi", "sv", "en"], Name], Meta(description="By language; none is needed.")]


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


class NewRound(Struct, frozen=True, forbid_unknown_fields=True):
    """A round to set: the first day and the last on which it asks."""

    opens: date
    due: date
    name: Names = {}
    organisation: Annotated[str, Meta(max_length=64, description="Whose it is; the token's own if left out.")] = ""


class RoundChange(Struct, frozen=True, forbid_unknown_fields=True):
    """What is to be otherwise; what is left out stays."""

    opens: Annotated[date | UnsetType, Meta(description="Only until it has opened.")] = UNSET
    due: date | UnsetType = UNSET
    name: Names | UnsetType = UNSET


# -- Reading --------------------------------------------------------------------------------------------------------


@resource.asks("GET", "/rounds", "Rounds of follow-up", "read_figures", gives=Rounds, parameters=PAGED)
def list_rounds(ask: Ask) -> Answer:
    """In the order of their ids."""
    with store.reading() as db:
        part = cut(rows.after(db, askers(ask), after(ask), most(ask) + 1), ask, lambda each: each.id)
    return paged(Rounds([told(each) for each in part.of], part.next), part.next)


@resource.asks(
    "GET",
    "/rounds/{round}",
    "One round",
    "read_figures",
    gives=FollowRound,
    parameters=(ROUND,),
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


# -- Setting ----------------------------------------------------------------------------------------------------------


@resource.asks(
    "POST",
    "/rounds",
    "Set a round",
    "open_round",
    gives=FollowRound,
    status=201,
    body=NewRound,
    problems=(404, 409),
    headers={"Location": "Where the round is."},
)
def open_round(ask: Ask) -> Answer:
    """As on the organisation's page; it asks only for what is due. With a key, the round of that key."""
    new: NewRound = ask.body
    whose = new.organisation or ask.bearer.token.organisation
    if not ask.bearer.may_in("open_round", whose):
        raise Failed(403, "not_allowed", title_of(403), field="organisation")
    may_be_set(new.opens, new.due)
    id = sha256(ask.once(new).id.encode()).hexdigest()[:16]
    with suppress(IntegrityError), store.writing() as db:
        if db.get(FollowRoundRow, id) is None:
            rows.open_round(db, whose, new.opens, new.due, tidy(new.name), program(db, ask), now(), id)
    with store.reading() as db:
        row = db.get_one(FollowRoundRow, id)
    return Answer(told(row), {"Location": url_for("api.api_rounds.read_round", round=id)})


@resource.asks(
    "PATCH",
    "/rounds/{round}",
    "Change a round",
    "change_round",
    gives=FollowRound,
    body=RoundChange,
    parameters=(ROUND, IF_MATCH),
    problems=(409,),
)
def change_round(ask: Ask, round: str) -> Answer:
    """Those who were asked hear of another last day by letter; letters that had not gone are written anew."""
    change: RoundChange = ask.body
    with store.writing() as db:
        row = held(db, ask, round, "change_round")
        if row.withdrawn_at:
            raise Refused(WITHDRAWN, code="withdrawn")
        before = round_of(row)
        opens, due = given(change.opens, before.opens), given(change.due, before.due)
        may_open(before, opens, today())
        may_be_due(before, opens, due, today())
        name = before.name if change.name is UNSET else tidy(change.name)
        rows.change_round(db, row, opens, due, name, program(db, ask), now())
        return Answer(told(row))


@resource.asks(
    "POST",
    "/rounds/{round}/withdrawal",
    "Withdraw a round",
    "withdraw_round",
    gives=FollowRound,
    parameters=(ROUND, IF_MATCH),
)
def withdraw_round(ask: Ask, round: str) -> Answer:
    """It asks nobody any more, and those who were asked hear of it by letter; what was answered is kept."""
    with store.writing() as db:
        row = held(db, ask, round, "withdraw_round")
        rows.withdraw_round(db, row, program(db, ask), now())
        return Answer(told(row))


WITHDRAWN = N_("That round was withdrawn. Set another, if one is to be asked.")


def held(db: Session, ask: Ask, id: str, action: str) -> FollowRoundRow:
    """A round that the token may do this to, locked, while it is as `If-Match` says. Raises Failed."""
    row = db.get(FollowRoundRow, id, with_for_update=True)
    if row is None or not (ask.bearer.may_in(action, row.organisation) or row.organisation in askers(ask)):
        return not_there()
    if not ask.bearer.may_in(action, row.organisation):
        raise Failed(403, "not_allowed", title_of(403))
    if ask.given[IF_MATCH.name] not in (None, "*", f'"{etag_of(row)}"'):
        raise Refused(MOVED_ON, code="moved_on")
    return row


def etag_of(row: FollowRoundRow) -> str:
    """As it is told."""
    return digest_of(msgspec.json.encode(told(row)))


def program(db: Session, ask: Ask) -> AccountRow:
    """The account by which the token's doings are known."""
    return db.get_one(AccountRow, ask.bearer.token.account)


def given(wanted: date | UnsetType, before: date) -> date:
    return before if isinstance(wanted, UnsetType) else wanted


def tidy(name: Names) -> Parallel:
    return {code: text for code, said in name.items() if (text := one_line(said))}
