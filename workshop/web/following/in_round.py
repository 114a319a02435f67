"""Where many plans stand in a round of follow-up: worked out once for each plan, and remembered while it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from flask import Flask, current_app

from facilitation.followup import Round, counted
from facilitation.shapes.roles import same_role
from facilitation.words import Parallel
from workshop import store
from workshop.limits import STANDINGS_AT_HAND
from workshop.remembering import Remembered
from workshop.store import duties, joined
from workshop.store.duties import Asking
from workshop.store.followed import Head
from workshop.store.joined import signs_of
from workshop.together.joined import read_anew
from workshop.together.portions import portions

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
    for some in portions(keys):
        by_plan = {key[0].plan: key for key in some}
        with store.reading() as db:
            signs = signs_of(db, (head for head, *_days in by_plan.values()))
            asking = dict(duties.kept(db, by_plan.keys() - signs.keys()))
            asking |= joined.asking(db, signs)
        read = read_anew([key[0] for plan, key in by_plan.items() if plan not in asking], signs)
        asking |= {each.plan.id: duties.of(each) for each in read}
        yield from ((by_plan[plan], _where(by_plan[plan][0], asks, round, day)) for plan, asks in asking.items())


def _where(head: Head, asks: Asking, round: Round, day: date) -> InRound:
    found = counted(asks.on(day), round, day)
    waits_for = {same_role(role): role for role in found.waits_for}
    return InRound(head.plan, head.organisation, asks.title, found.asked, found.given, waits_for)
