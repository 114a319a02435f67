"""What is asked over many plans: which are read, under which names, and in whose words."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol, TypeVar

from facilitation import packs
from facilitation.organisations import Forest, below, children, heirs, in_their_hands
from facilitation.packs import Pack
from facilitation.report.sources import ReadPlan
from workshop import store
from workshop.days import today
from workshop.store.followed import FollowedPlan, followed
from workshop.together.known import Known, Reads


class InHand(Protocol):
    """What is in the hands of an organisation."""

    @property
    def organisation(self) -> str: ...


Placed = TypeVar("Placed", bound=InHand)


def read_under(id: str, forest: Forest, reads: Reads) -> Sequence[str]:
    """An organisation, those under it and those in whose stead they go on, as far as is read there."""
    under = (id, *below(forest, id, today()))
    every = (*under, *in_their_hands(forest, frozenset(under), today()))
    return [each for each in every if reads(each)]


def plans_under(id: str, of: Known, reads: Reads) -> Sequence[FollowedPlan]:
    """Their approved plans, of a plan and the one after it the one that stands today."""
    with store.reading() as db:
        plans = followed(db, read_under(id, of.forest, reads), wanted=lambda each: each.counts(today()))
    return [named(each, of) for each in plans]


def named(each: FollowedPlan, of: Known) -> FollowedPlan:
    """Under its organisation's own name, which is one for all of its plans."""
    plan = replace(each.plan, organisation=of.name(each.organisation) or each.plan.organisation)
    return replace(each, plan=plan)


def source(each: FollowedPlan, event: int) -> ReadPlan:
    """As a file names it, read as it stood after that event."""
    return ReadPlan(each.plan.organisation, each.plan.id, each.plan.version, event, each.digest)


def pack_of(plans: Sequence[FollowedPlan]) -> Pack:
    return words_of([each.plan.pack for each in plans])


def words_of(keys: Sequence[str]) -> Pack:
    """The method whose words are used for plans of these packs: that of most; of as many, the one that follows."""
    found = [packs.load(key) for key in sorted(set(keys)) or (packs.NATIONAL,)]
    return max(found, key=lambda pack: (keys.count(pack.key), pack.follows is not None))


def branches(plans: Sequence[Placed], of: Known, id: str) -> Mapping[str, Sequence[Placed]]:
    """The plans by who stands right under this organisation, where others stand under these; else nothing."""
    by_parent = children(of.forest, today())
    right_under = by_parent.get(id, ())
    if not any(by_parent.get(each) for each in right_under):
        return {}
    part_of = {
        one: each
        for each in (id, *right_under)
        for one in (each, *(() if each == id else below(of.forest, each, today())))
    }
    found: dict[str, list[Placed]] = {}
    for plan in plans:
        home = (plan.organisation, *heirs(of.forest, plan.organisation, today()))[-1]
        found.setdefault(part_of[home], []).append(plan)
    return found
