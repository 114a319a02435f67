"""Where the goals of many plans stand: read from what was judged once, and remembered for a day while a plan stands."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from time import sleep
from typing import NamedTuple, TypeAlias, TypeVar

from flask import Flask, current_app

from facilitation import packs
from facilitation.followup import NONE_LOOSE, LooseActions, Standing, Tally, added, loose_on, standings_on, stood, tally
from facilitation.plans.succession import Continues
from facilitation.words import Parallel
from workshop import store
from workshop.limits import STANDINGS_AT_HAND, TALLIES_AT_HAND
from workshop.remembering import Remembered
from workshop.store import outlook
from workshop.store.followed import FollowedPlan, Head, followed_by_id
from workshop.store.outlook import Outlooks
from workshop.together.counted import with_units
from workshop.together.joined import outlooks_of
from workshop.together.portions import ROWS_AT_ONCE, portions
from workshop.web.organisations.known import Known

REMEMBERED, TALLIED = "standings", "tallies"


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
    continues: Continues | None = None
    """The plan in whose stead it stands or will stand."""
    loose: LooseActions = NONE_LOOSE

    @cached_property
    def tally(self) -> Tally:
        return tally(self.goals, self.loose)

    def stands_for_another(self, day: date) -> bool:
        return self.continues is not None and self.continues.since <= day


@dataclass(frozen=True)
class Stood:
    """A plan on a day that is past; no tally where the figures at hand do not go back to it."""

    plan: str
    continues: Continues | None
    tally: Tally | None = None


class _Key(NamedTuple):
    head: Head
    called: str
    today: date


Linked = TypeVar("Linked", Where, Stood)
_Then: TypeAlias = tuple[Head, date]


def init_app(app: Flask) -> None:
    app.extensions[REMEMBERED] = Remembered[_Key, Where](STANDINGS_AT_HAND)
    app.extensions[TALLIED] = Remembered[_Then, Stood](TALLIES_AT_HAND)


def where(heads: Sequence[Head], of: Known, today: date) -> Sequence[Where]:
    """In the order of the heads, without those in whose stead another stands: these are not read."""
    known: Remembered[_Key, Where] = current_app.extensions[REMEMBERED]
    keys = {head.plan: _Key(head, of.name(head.organisation), today) for head in heads}
    found: dict[str, Where] = {}
    last = keys.keys() - {head.continues for head in heads}
    while last:
        read = known.each([key for plan, key in keys.items() if plan in last], _fresh)
        found |= {each.plan: each for each in read.values()}
        last = {key.head.continues for key, each in read.items() if not each.stands_for_another(today)} & keys.keys()
    return _counted([found[plan] for plan in keys if plan in found], today)


def where_of_branches(
    plans: Sequence[FollowedPlan], of: Known, today: date, heads: Sequence[Head] = ()
) -> Sequence[Where]:
    """Of branches' plans, whose figures are their units' too: these move without any of their own logs.

    Remembered of those that stand alone: what stands before and after a plan has no part in the sign. `heads`: of
    units' plans, where they were read.
    """
    known: Remembered[_Key, Where] = current_app.extensions[REMEMBERED]
    by_key = {_key_of(each, of, today): each for each in with_units(plans, heads)}
    alone = [key for key, each in by_key.items() if each.counted and not each.next and not each.continues]
    found = known.each(alone, lambda keys: [(key, _read(key, by_key[key])) for key in keys])
    return _counted([found.get(key) or _read(key, each) for key, each in by_key.items()], today)


def _key_of(each: FollowedPlan, of: Known, today: date) -> _Key:
    head = Head(each.plan.id, each.organisation, each.head, each.counted)
    return _Key(head, of.name(each.organisation), today)


def _counted(plans: Sequence[Linked], day: date) -> Sequence[Linked]:
    """Of a plan and the next one, the one that stands on that day: each goal is counted once."""
    links = {each.plan: each.continues for each in plans if each.continues}
    over = {link.plan for link in links.values() if link.since <= day}
    here = {each.plan for each in plans}
    early = {plan for plan, link in links.items() if day < link.since and link.plan in here}
    return [each for each in plans if each.plan not in over | early]


def _fresh(keys: Sequence[_Key]) -> Iterator[tuple[_Key, Where]]:
    for some in portions(keys, ROWS_AT_ONCE):
        by_plan = {key.head.plan: key for key in some}
        found = outlooks_of([key.head for key in some])
        yield from ((by_plan[plan], _where(by_plan[plan], of)) for plan, of in found.items())


def _read(key: _Key, each: FollowedPlan) -> Where:
    return _where(key, outlook.of(each))


def _where(key: _Key, of: Outlooks) -> Where:
    head, called = key.head, key.called or of.organisation
    goals = standings_on(key.today, of.goals, called, packs.load(of.pack).strategy, of.pack, head.plan)
    loose = loose_on(key.today, of.loose)
    return Where(head.plan, head.organisation, called, of.title, of.pack, tuple(goals), of.continues, loose)


# -- On days that are past ------------------------------------------------------------------------------------------


def tallies(heads: Sequence[Head], days: Sequence[date]) -> Sequence[Tally | None]:
    """How many goals of all these plans stood where on each of some days that are past, by what was known then.

    None for a day to which the figures at hand do not go back.
    """
    known: Remembered[_Then, Stood] = current_app.extensions[TALLIED]
    found = known.each([(head, day) for head in heads for day in days], _then)
    by_day = (_counted([seen for (_, on), seen in found.items() if on == day], day) for day in days)
    return [_together([seen.tally for seen in of]) for of in by_day]


def _then(keys: Sequence[_Then]) -> Iterator[tuple[_Then, Stood]]:
    heads = list(dict.fromkeys(head for head, _day in keys))
    days = defaultdict[str, list[_Then]](list)
    for key in keys:
        days[key[0].plan].append(key)
    for some in portions(heads):
        with store.reading() as db:
            plans = followed_by_id(db, [head.plan for head in some])
        for each in plans:
            yield from ((key, _stood(each, key[1])) for key in days[each.plan.id])
            sleep(0)


def _stood(each: FollowedPlan, day: date) -> Stood:
    if not each.reaches(day):
        return Stood(each.plan.id, each.continues)
    found = stood(each.plan, each.entries, day, packs.load(each.plan.pack).strategy, each.counting)
    return Stood(each.plan.id, each.continues, found)


def _together(of: Sequence[Tally | None]) -> Tally | None:
    every = [tally for tally in of if tally]
    return added(every) if len(every) == len(of) else None
