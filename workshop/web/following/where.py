"""Where the goals of many plans stand: judged once for each plan and day, and remembered while its log stands still."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from time import sleep
from typing import Any, TypeAlias, TypeVar

from flask import Flask, current_app

from facilitation import packs
from facilitation.followup import Standing, Tally, added, follow, standings, stood
from facilitation.plans.succession import Continues
from facilitation.words import Parallel
from workshop import store
from workshop.limits import STANDINGS_AT_HAND, TALLIES_AT_HAND
from workshop.store.followed import FollowedPlan, Head, followed_by_id

REMEMBERED, TALLIED = "standings", "tallies"
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
    continues: Continues | None = None
    """The plan in whose stead it stands or will stand."""
    heads: Mapping[str, int] = field(default_factory=dict[str, int])
    """How far the logs of the plans before it had come."""

    def holds(self, now: Mapping[str, int]) -> bool:
        """Whether nothing was entered since into the plans whose figures it goes on with."""
        return all(now.get(plan, seq) == seq for plan, seq in self.heads.items())


@dataclass(frozen=True)
class Stood:
    """A plan on a day that is past; no tally where the figures at hand do not go back to it."""

    plan: str
    continues: Continues | None
    tally: Tally | None = None


Linked = TypeVar("Linked", Where, Stood)
_Remembered: TypeAlias = dict[tuple[Head, date], Where]
_Tallied: TypeAlias = dict[tuple[Head, date], Stood]


def init_app(app: Flask) -> None:
    app.extensions[REMEMBERED] = _Remembered()
    app.extensions[TALLIED] = _Tallied()


def where(heads: Sequence[Head], today: date) -> Sequence[Where]:
    """In the order of the heads; whatever is not known yet is read in one question."""
    known: _Remembered = current_app.extensions[REMEMBERED]
    now = {head.plan: head.seq for head in heads}
    found = {head: known[head, today] for head in heads if (head, today) in known and known[head, today].holds(now)}
    fresh = {head: _judged(each, today) for head, each in _read([head for head in heads if head not in found])}
    known.update({(head, today): seen for head, seen in fresh.items()})
    _forget(known, STANDINGS_AT_HAND)
    return _counted([seen for head in heads if (seen := found.get(head) or fresh.get(head))], today)


def _counted(plans: Sequence[Linked], day: date) -> Sequence[Linked]:
    """Of a plan and the next one, the one that stands on that day: each goal is counted once."""
    links = {each.plan: each.continues for each in plans if each.continues}
    over = {link.plan for link in links.values() if link.since <= day}
    here = {each.plan for each in plans}
    early = {plan for plan, link in links.items() if day < link.since and link.plan in here}
    return [each for each in plans if each.plan not in over | early]


def tallies(heads: Sequence[Head], days: Sequence[date]) -> Sequence[Tally | None]:
    """How many goals of all these plans stood where on each of some days that are past, by what was known then.

    None for a day to which the figures at hand do not go back.
    """
    known: _Tallied = current_app.extensions[TALLIED]
    found = {(head, day): known[head, day] for head in heads for day in days if (head, day) in known}
    lacking = [head for head in heads if any((head, day) not in found for day in days)]
    fresh = {(head, day): _stood(each, day) for head, each in _read(lacking) for day in days}
    known.update(fresh)
    _forget(known, TALLIES_AT_HAND)
    every = found | fresh
    by_day = (_counted([seen for (_, on), seen in every.items() if on == day], day) for day in days)
    return [_together([seen.tally for seen in of]) for of in by_day]


def _together(of: Sequence[Tally | None]) -> Tally | None:
    every = [tally for tally in of if tally]
    return added(every) if len(every) == len(of) else None


def _forget(known: dict[tuple[Head, date], Any], most: int) -> None:
    for oldest in list(known)[: max(0, len(known) - most)]:
        known.pop(oldest, None)


def _read(heads: Sequence[Head]) -> Iterator[tuple[Head, FollowedPlan]]:
    """A few plans at a time: those who wait in a live room are answered in between."""
    by_plan = {head.plan: head for head in heads}
    plans = list(by_plan)
    for at in range(0, len(plans), TOGETHER):
        with store.reading() as db:
            found = followed_by_id(db, plans[at : at + TOGETHER])
        yield from ((by_plan[each.plan.id], each) for each in found)
        sleep(0)


def _judged(each: FollowedPlan, today: date) -> Where:
    plan = each.plan
    goals = standings(follow(plan, each.entries, today, packs.load(plan.pack).strategy, each.redefined))
    link = each.continues if each.heads else None
    return Where(plan.id, each.organisation, plan.organisation, plan.title, plan.pack, goals, link, each.heads)


def _stood(each: FollowedPlan, day: date) -> Stood:
    link = each.continues if each.heads else None
    if not each.reaches(day):
        return Stood(each.plan.id, link)
    found = stood(each.plan, each.entries, day, packs.load(each.plan.pack).strategy, each.redefined)
    return Stood(each.plan.id, link, found)
