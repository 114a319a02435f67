"""A branch as an account reads it: whose plans are in, and nothing that was not approved."""

from collections.abc import Sequence
from typing import TypeAlias

from facilitation.consolidation import Unit
from facilitation.shapes import Plan
from workshop import store
from workshop.store.followed import BRANCHES, followed
from workshop.together import overall
from workshop.together import seen as together
from workshop.together.known import Known, known
from workshop.together.naming import called
from workshop.together.seen import with_unread
from workshop.web.branches.kept import kept_of, written_here
from workshop.web.branches.level import kind_of, reads
from workshop.web.head import today
from workshop.web.organisations.known import found
from workshop.web.plans.found import PlanHere

Seen: TypeAlias = together.Seen[PlanHere]
Asked: TypeAlias = together.Asked[PlanHere]
Overall: TypeAlias = overall.Overall[PlanHere]


def asked_here(id: str, here: PlanHere | None = None) -> Asked:
    """As far as this account reads, seen by the plan that is read or by this one."""
    return together.asked(found(id, "see_branch"), known(), here or kept_of(id), reads)


def seen_anew(id: str) -> Seen:
    """As a plan that is begun there today sees it; by the one that there is, where that sees the same."""
    row, of = found(id, "see_branch"), known()
    return together.seen(together.asked(row, of, kept_of(id, (kind_of(row, of),)), reads))


def seen_here(id: str, here: PlanHere | None = None) -> Seen:
    """The branch under an organisation, for those who may see it.

    `here`: the branch's plan that it is seen by, if not the one that is read.
    """
    return together.seen(asked_here(id, here))


def seen_above(id: str) -> Overall:
    """All branches under an organisation, for those who may see them."""
    return overall.above(found(id, "see_branch"), known(), kept_of(id, (BRANCHES,)), reads)


def decided_here(id: str) -> tuple[PlanHere, Seen]:
    """The plan in which is decided, for those who edit it, and the branch that it is seen by."""
    here = written_here(id)
    seen = seen_here(id, here)
    return seen.here or here, seen


def unread(of: Known, units: Sequence[str], kind: str) -> Sequence[tuple[Unit, Plan]]:
    """Plans of units that stand beside the one that is read of each, as far as this account reads."""
    read = [each for each in units if reads(each)]
    with store.reading() as db:
        plans = followed(db, read, kind, lambda each: not each.is_over(today()))
    return with_unread([Unit(each, called(of, each)) for each in read], plans).unread
