"""Where the goals of many plans stand: judged once for each plan and day, and remembered while its log stands still."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from time import sleep
from typing import TypeAlias

from flask import Flask, current_app

from facilitation import packs
from facilitation.followup import Standing, follow, standings
from facilitation.words import Parallel
from workshop import store
from workshop.limits import STANDINGS_AT_HAND
from workshop.store.followed import FollowedPlan, Head, followed_by_id

REMEMBERED = "standings"
TOGETHER = 20
"""Plans read in one question, if they are not known yet."""


@dataclass(frozen=True)
class Where:
    """A plan in the hands of an organisation (its id, and what it is called), and where its goals stand."""

    plan: str
    organisation: str
    called: str
    title: Parallel
    pack: str
    goals: tuple[Standing, ...]


_Remembered: TypeAlias = dict[tuple[Head, date], Where]


def init_app(app: Flask) -> None:
    app.extensions[REMEMBERED] = _Remembered()


def where(heads: Sequence[Head], today: date) -> Sequence[Where]:
    """In the order of the heads; whatever is not known yet is read in one question."""
    known: _Remembered = current_app.extensions[REMEMBERED]
    found = {head: known[head, today] for head in heads if (head, today) in known}
    fresh = dict(_read([head for head in heads if head not in found], today))
    known.update({(head, today): seen for head, seen in fresh.items()})
    for oldest in list(known)[: max(0, len(known) - STANDINGS_AT_HAND)]:
        known.pop(oldest, None)
    return [seen for head in heads if (seen := found.get(head) or fresh.get(head))]


def _read(heads: Sequence[Head], today: date) -> Iterator[tuple[Head, Where]]:
    """A few plans at a time: those who wait in a live room are answered in between."""
    by_plan = {head.plan: head for head in heads}
    plans = list(by_plan)
    for at in range(0, len(plans), TOGETHER):
        with store.reading() as db:
            found = followed_by_id(db, plans[at : at + TOGETHER])
        yield from ((by_plan[each.plan.id], _judged(each, today)) for each in found)
        sleep(0)


def _judged(each: FollowedPlan, today: date) -> Where:
    plan = each.plan
    goals = standings(follow(plan, each.entries, today, packs.load(plan.pack).strategy, each.redefined))
    return Where(plan.id, each.organisation, plan.organisation, plan.title, plan.pack, goals)
