"""A branch as a version of its plan read it: the plans of its units as they were approved then."""

from collections.abc import Iterable, Iterator

from facilitation.consolidation import Branch
from facilitation.plans.events import RestsOn
from facilitation.shapes import Plan
from workshop.web.plans.found import life_of


def as_rested(rests: Iterable[RestsOn], now: Branch) -> Branch:
    """Approved versions never change, so that what was read then is read again; most of it is what is read now."""
    every = tuple(rests)
    return Branch(tuple(each.unit for each in every), dict(_plans(every, now)))


def _plans(rests: Iterable[RestsOn], now: Branch) -> Iterator[tuple[str, Plan]]:
    for each in rests:
        plan = _plan(each, now.plans.get(each.unit.id)) if each.plan else None
        if plan:
            yield each.unit.id, plan


def _plan(rests: RestsOn, now: Plan | None) -> Plan | None:
    if now and (now.id, now.version) == (rests.plan, rests.version):
        return now
    version = life_of(rests.plan).version(rests.version)
    return version.plan if version and version.approved else None
