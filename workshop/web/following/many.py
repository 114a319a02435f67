"""What pages over many plans ask: which this account reads, under which names, and in whose words."""

from collections.abc import Sequence
from dataclasses import replace

from facilitation import packs
from facilitation.organisations import below, in_their_hands
from facilitation.packs import Pack
from facilitation.report.sources import ReadPlan
from workshop import store
from workshop.access import parts_from
from workshop.store.followed import FollowedPlan, followed
from workshop.web.head import today
from workshop.web.organisations.known import Known
from workshop.web.signing_in import rights


def read_under(id: str, of: Known) -> Sequence[str]:
    """An organisation, those under it and those in whose stead they go on, as far as this account reads there."""
    under = (id, *below(of.forest, id, today()))
    every = (*under, *in_their_hands(of.forest, frozenset(under), today()))
    return [each for each in every if parts_from(rights().standing(each))]


def plans_under(id: str, of: Known) -> Sequence[FollowedPlan]:
    """Their approved plans, of a plan and the one after it the one that stands today."""
    with store.reading() as db:
        return [named(each, of) for each in followed(db, read_under(id, of)) if each.counts(today())]


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
