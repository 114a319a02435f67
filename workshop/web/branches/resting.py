"""A branch as a version of its plan read it: the plans of its units as they were approved then."""

from collections.abc import Iterable, Iterator

from facilitation.consolidation import Branch
from facilitation.plans.events import RestsOn
from facilitation.report.sources import ReadPlan
from facilitation.shapes import Plan
from facilitation.view.as_data import digest_of
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


def sources(rests: Iterable[RestsOn], now: Iterable[ReadPlan]) -> Iterator[ReadPlan]:
    """What was read then, as files tell it; what is read now needs no log."""
    known = {(each.plan, each.version): each for each in now}
    for each in rests:
        if each.plan and (found := known.get((each.plan, each.version)) or _source(each)):
            yield found


def _source(rests: RestsOn) -> ReadPlan | None:
    version = life_of(rests.plan).version(rests.version)
    if version is None or not version.approved:
        return None
    return ReadPlan(version.plan.organisation, rests.plan, rests.version, version.seq, digest_of(version.plan))


def _plan(rests: RestsOn, now: Plan | None) -> Plan | None:
    if now and (now.id, now.version) == (rests.plan, rests.version):
        return now
    version = life_of(rests.plan).version(rests.version)
    return version.plan if version and version.approved else None
