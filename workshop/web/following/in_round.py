"""Where many plans stand in a round of follow-up: worked out once for each plan, and remembered while it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from time import sleep
from typing import TypeAlias

from flask import Flask, current_app

from facilitation.followup import NOTHING_ASKED, Round, counted
from facilitation.words import Parallel
from workshop import store
from workshop.limits import STANDINGS_AT_HAND
from workshop.remembering import Remembered
from workshop.store import duties
from workshop.store.duties import Asking
from workshop.store.followed import FollowedPlan, Head, followed_by_id
from workshop.store.holders import same_role
from workshop.web.following.where import TOGETHER

REMEMBERED = "in_round"


@dataclass(frozen=True)
class InRound:
    """A plan in the hands of an organisation: so many figures were asked for, so many given."""

    plan: str
    organisation: str
    title: Parallel
    asked: int
    given: int
    waits_for: Mapping[str, str]
    """Roles from which something is still due: what they are called, by what they are known by."""


_Key: TypeAlias = tuple[Head, date, date, date]


def init_app(app: Flask) -> None:
    app.extensions[REMEMBERED] = Remembered[_Key, InRound](STANDINGS_AT_HAND)


def in_round(heads: Sequence[Head], round: Round, day: date) -> Sequence[InRound]:
    """In the order of the heads; what is not known yet is read together."""
    known: Remembered[_Key, InRound] = current_app.extensions[REMEMBERED]
    keys = [(head, round.opens, round.due, day) for head in heads]
    return list(known.each(keys, lambda fresh: _fresh(fresh, round, day)).values())


def _fresh(keys: Sequence[_Key], round: Round, day: date) -> Iterator[tuple[_Key, InRound]]:
    """Some plans at a time: those who wait in a live room are answered in between."""
    for at in range(0, len(keys), TOGETHER):
        by_plan = {key[0].plan: key for key in keys[at : at + TOGETHER]}
        with store.reading() as db:
            asking = dict(duties.kept(db, [plan for plan, (head, *_days) in by_plan.items() if not head.around]))
            others = by_plan.keys() - asking.keys()
            asking |= {each.plan.id: _read(each, day) for each in (followed_by_id(db, others) if others else ())}
        yield from ((by_plan[plan], _where(by_plan[plan][0], asks, round, day)) for plan, asks in asking.items())
        sleep(0)


def _read(each: FollowedPlan, day: date) -> Asking:
    """Of a plan that goes on from another, or another from it, or whose row is older than duties are."""
    return duties.of(each) if each.asks(day) else Asking(each.plan.title, NOTHING_ASKED)


def _where(head: Head, asks: Asking, round: Round, day: date) -> InRound:
    found = counted(asks.duties, round, day)
    waits_for = {same_role(role): role for role in found.waits_for}
    return InRound(head.plan, head.organisation, asks.title, found.asked, found.given, waits_for)
