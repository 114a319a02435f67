"""Where the goals of many plans stand: read from what was judged once, and remembered for a day while a plan stands."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from time import sleep
from typing import NamedTuple

from flask import Flask, current_app

from facilitation import packs
from facilitation.followup import Standing, standings_on
from facilitation.words import Parallel
from workshop import store
from workshop.limits import STANDINGS_AT_HAND
from workshop.remembering import Remembered
from workshop.store import outlook
from workshop.store.followed import Head, followed_by_id
from workshop.store.outlook import Outlooks
from workshop.web.organisations.known import Known

REMEMBERED = "standings"
TOGETHER = 60
"""Plans read in one question, if they are not known yet."""


@dataclass(frozen=True)
class Where:
    """A plan in the hands of an organisation (its id, and what it is called), and where its goals stand.

    It is called by the organisation's own name, which is one for all of its plans.
    """

    plan: str
    organisation: str
    called: str
    title: Parallel
    pack: str
    goals: tuple[Standing, ...]


class _Key(NamedTuple):
    head: Head
    called: str
    today: date


def init_app(app: Flask) -> None:
    app.extensions[REMEMBERED] = Remembered[_Key, Where](STANDINGS_AT_HAND)


def where(heads: Sequence[Head], of: Known, today: date) -> Sequence[Where]:
    """In the order of the heads."""
    known: Remembered[_Key, Where] = current_app.extensions[REMEMBERED]
    keys = [_Key(head, of.name(head.organisation), today) for head in heads]
    return list(known.each(keys, _fresh).values())


def _fresh(keys: Sequence[_Key]) -> Iterator[tuple[_Key, Where]]:
    """Some plans at a time: those who wait in a live room are answered in between."""
    for at in range(0, len(keys), TOGETHER):
        part = keys[at : at + TOGETHER]
        found = _outlooks([key.head.plan for key in part])
        yield from ((key, _where(key, found[key.head.plan])) for key in part if key.head.plan in found)
        sleep(0)


def _outlooks(plans: Sequence[str]) -> dict[str, Outlooks]:
    with store.reading() as db:
        found = dict(outlook.kept(db, plans))
        missing = [each for each in plans if each not in found]
        older = followed_by_id(db, missing) if missing else ()
    return found | {each.plan.id: outlook.of(each.plan, each.entries, each.redefined) for each in older}


def _where(key: _Key, of: Outlooks) -> Where:
    head, called = key.head, key.called or of.organisation
    goals = standings_on(key.today, of.goals, called, packs.load(of.pack).strategy)
    return Where(head.plan, head.organisation, called, of.title, of.pack, tuple(goals))
