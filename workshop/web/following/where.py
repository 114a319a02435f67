"""Where the goals of many plans stand: judged once for each plan and day, and remembered while its log stands still."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from time import sleep
from typing import TypeAlias

from flask import Flask, current_app

from facilitation import packs
from facilitation.followup import Standing, follow, standings
from facilitation.plans.succession import Continues
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
    continues: Continues | None = None
    """The plan in whose stead it stands or will stand."""
    heads: Mapping[str, int] = field(default_factory=dict[str, int])
    """How far the logs of the plans before it had come."""

    def holds(self, now: Mapping[str, int]) -> bool:
        """Whether nothing was entered since into the plans whose figures it goes on with."""
        return all(now.get(plan, seq) == seq for plan, seq in self.heads.items())


_Remembered: TypeAlias = dict[tuple[Head, date], Where]


def init_app(app: Flask) -> None:
    app.extensions[REMEMBERED] = _Remembered()


def where(heads: Sequence[Head], today: date) -> Sequence[Where]:
    """In the order of the heads; whatever is not known yet is read in one question."""
    known: _Remembered = current_app.extensions[REMEMBERED]
    now = {head.plan: head.seq for head in heads}
    found = {head: known[head, today] for head in heads if (head, today) in known and known[head, today].holds(now)}
    fresh = dict(_read([head for head in heads if head not in found], today))
    known.update({(head, today): seen for head, seen in fresh.items()})
    for oldest in list(known)[: max(0, len(known) - STANDINGS_AT_HAND)]:
        known.pop(oldest, None)
    return _counted([seen for head in heads if (seen := found.get(head) or fresh.get(head))], today)


def _counted(plans: Sequence[Where], today: date) -> Sequence[Where]:
    """Of a plan and the next one, the one that stands today: each goal is counted once."""
    links = {each.plan: each.continues for each in plans if each.continues}
    over = {link.plan for link in links.values() if link.since <= today}
    here = {each.plan for each in plans}
    early = {plan for plan, link in links.items() if today < link.since and link.plan in here}
    return [each for each in plans if each.plan not in over | early]


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
    link = each.continues if each.heads else None
    return Where(plan.id, each.organisation, plan.organisation, plan.title, plan.pack, goals, link, each.heads)
