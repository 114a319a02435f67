"""A branch as a version of its plan read it: the plans of its units as they were approved then."""

from collections.abc import Collection, Iterable, Iterator, Mapping

from facilitation.consolidation import Branch
from facilitation.plans.events import RestsOn
from facilitation.report.sources import ReadPlan
from facilitation.view.as_data import digest_of
from workshop import store
from workshop.store import versions
from workshop.store.versions import Approved, Number
from workshop.together.lives import life_of


def as_rested(rests: Iterable[RestsOn], now: Branch) -> Branch:
    """Approved versions never change, so that what was read then is read again; most of it is what is read now."""
    every = tuple(rests)
    here = {(plan.id, plan.version): plan for plan in now.plans.values()}
    plans = here | {key: each.plan for key, each in _others(every, here).items()}
    read = {each.unit.id: plans[key] for each in every if (key := (each.plan, each.version)) in plans}
    rested = {each.plan for each in every}
    unread = tuple((unit, plan) for unit, plan in now.unread if plan.id not in rested)
    return Branch(tuple(each.unit for each in every), read, unread)


def sources(rests: Iterable[RestsOn], now: Iterable[ReadPlan]) -> Iterator[ReadPlan]:
    """What was read then, as files tell it."""
    every = tuple(rests)
    known = {(each.plan, each.version): each for each in now}
    known |= {key: _source(key, each) for key, each in _others(every, known).items()}
    yield from (known[key] for each in every if (key := (each.plan, each.version)) in known)


def _source(which: Number, of: Approved) -> ReadPlan:
    return ReadPlan(of.plan.organisation, *which, of.seq, of.digest)


def _others(rests: Iterable[RestsOn], here: Collection[Number]) -> Mapping[Number, Approved]:
    """What is not read now, in one question; from its log, if it was approved before versions had rows."""
    wanted = [key for each in rests if each.plan and (key := (each.plan, each.version)) not in here]
    if not wanted:
        return {}
    with store.reading() as db:
        kept = dict(versions.approved(db, wanted))
    return kept | {key: found for key in wanted if key not in kept and (found := _told(*key))}


def _told(plan: str, number: str) -> Approved | None:
    version = life_of(plan).version(number)
    return Approved(version.plan, version.seq, digest_of(version.plan)) if version and version.approved else None
