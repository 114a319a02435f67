"""Where many plans stand in a round of follow-up: worked out once for each plan, and remembered while it stands."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from time import sleep
from typing import TypeAlias

from flask import Flask, current_app

from facilitation.followup import Round, answers, asked, before
from facilitation.words import Parallel
from workshop import store
from workshop.limits import STANDINGS_AT_HAND
from workshop.mail.asked import roles_waited_for
from workshop.remembering import Remembered
from workshop.store.followed import FollowedPlan, Head, followed_by_id
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
            plans = followed_by_id(db, list(by_plan))
        for each in plans:
            yield by_plan[each.plan.id], _where(each, round, day)
            sleep(0)


def _where(each: FollowedPlan, round: Round, day: date) -> InRound:
    asks = asked(each.asking, before(each.entries, round), round, each.counting) if each.asks(day) else ()
    told = list(answers(asks, each.entries, round, day))
    given = sum(answer.entered is not None for answer in told)
    waits_for = {key: role.name for key, role in roles_waited_for([each], round, day).items()}
    return InRound(each.plan.id, each.organisation, each.plan.title, len(told), given, waits_for)
