"""What files of plans read together are made of: the plan of a branch, and what planning takes from it."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from facilitation.consolidation import for_planning
from facilitation.report.blocks import Report
from facilitation.report.branch import branch_report
from facilitation.report.following import Followed
from facilitation.report.planning import LINKS, planning_report
from facilitation.report.reader import reader
from facilitation.report.sources import ReadPlan, resting
from facilitation.shapes import Plan
from facilitation.view.as_data import digest_of
from facilitation.words import N_
from workshop import store
from workshop.days import today
from workshop.languages import reader_language, wording
from workshop.store import wordings
from workshop.store.followed import followed_by_id
from workshop.together.counted import with_units
from workshop.together.known import name_of
from workshop.together.level import words
from workshop.together.resting import sources
from workshop.together.seen import Seen, approved

PLAN, BRANCHES = "plan", "branches"
FOR_PLANNING: Mapping[str, str] = {key: link.title for key, link in LINKS.items()}
OF: Mapping[str, str] = {PLAN: N_("Plan of the branch"), **FOR_PLANNING}
OF_ALL: Mapping[str, str] = {BRANCHES: N_("Plans of the branches together"), **FOR_PLANNING}
"""What is made of a branch, and of all branches."""
FORMATS = ("pptx", "docx", "xlsx", "pdf", "md")


def report_of(seen: Seen[Any], of: str) -> Report:
    """One of them in the reader's language."""
    with store.reading() as db:
        known = wordings.confirmations(db, seen.pack.key)
    sources = tuple(sources_of(seen))
    told = (reader_language(), words(seen.kind), seen.pack)
    if of in (PLAN, BRANCHES):
        whole = branch_report(approved(seen), *told, made=today(), confirmed=known)
    else:
        plans = planned(seen)
        told_of = partial(planning_report, of, plans, *told, organisation=name_of(seen.row))
        whole = told_of(followed=followed_up(plans), made=today(), confirmed=known)
    return resting(whole, sources, reader(reader_language(), wording, seen.pack, known))


def sources_of(seen: Seen[Any]) -> Iterator[ReadPlan]:
    """The branch's own plan, once it is approved, and those of the units that it was made from; else those seen now."""
    published = seen.here.life.published if seen.here else None
    if published is None:
        yield from seen.sources
        return
    yield ReadPlan(name_of(seen.row), published.plan.id, published.number, published.seq, digest_of(published.plan))
    yield from sources(published.rests, seen.sources)


def planned(seen: Seen[Any]) -> Sequence[Plan]:
    """What was decided in the branch, once that is approved; until then what its units propose."""
    published = seen.here.life.published if seen.here else None
    return for_planning(seen.branch, published.decisions, published.plan) if published else seen.plans


def followed_up(plans: Sequence[Plan]) -> Followed:
    """With what was entered, the branch's with what its units entered."""
    with store.reading() as db:
        every = followed_by_id(db, [plan.id for plan in plans])
    known = with_units(every)
    return Followed(
        [(each.plan, each.entries) for each in known],
        today(),
        counting={each.plan.id: each.counting for each in known},
    )
