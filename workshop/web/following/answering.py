"""What a role answers for across an organisation's plans: told to whoever takes it over, asked of its holder."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from facilitation import packs
from facilitation.consolidation import from_units
from facilitation.followup import (
    STATUSES,
    Ask,
    FollowedMetric,
    Progressed,
    Round,
    follow,
    follow_loose,
    progress,
    stage,
    waiting,
)
from facilitation.followup.progress import PROGRESS
from facilitation.organisations import forebears
from facilitation.packs import Pack
from facilitation.plans.rules.following import answering
from facilitation.report.following.milestones import on_the_way
from facilitation.report.following.naming import period_name
from facilitation.shapes import TOGETHER, Goal, Plan
from facilitation.shapes.followed import Told
from facilitation.shapes.roles import same_role
from facilitation.words import N_
from workshop import store
from workshop.store.followed import FollowedPlan, with_branches
from workshop.store.forest import forest
from workshop.store.tables import OrganisationRow
from workshop.together.counted import with_units
from workshop.together.known import name_of
from workshop.web.branches.level import words
from workshop.web.following.asking import Part, parts_of
from workshop.web.following.reading import plain_round, round_now
from workshop.web.plans.found import today
from workshop.web.saying import KINDS

SAID = {
    "kinds": KINDS,
    "statuses": STATUSES,
    "progress": PROGRESS,
    "period_name": period_name,
    "on_the_way": on_the_way,
}
"""How a page of what a role answers for shows where things stand."""


@dataclass(frozen=True)
class Answered:
    """What a role answers for in one plan."""

    plan: Plan
    pack: Pack
    owner: bool
    goals: tuple[Goal, ...]
    metrics: tuple[FollowedMetric, ...]
    actions: tuple[Progressed, ...]
    due: tuple[Ask, ...]
    """What is waited for now."""
    told: Mapping[str, Told]
    """What was said last of each action."""
    from_units: frozenset[str]
    """Metrics of a branch's plan that nobody is asked for here: their figures come from the units' plans."""

    @property
    def together(self) -> bool:
        """Whether the plan was put together of others'."""
        return self.plan.kind in TOGETHER

    @property
    def elsewhere(self) -> str:
        """Where figures come from that nobody is asked for here."""
        return words(self.plan.kind)(N_("From the units’ figures"))

    @property
    def any(self) -> bool:
        return bool(self.lines)

    @property
    def lines(self) -> frozenset[str]:
        """The ids of the plan, if it owns that, and of the goals, metrics and actions."""
        goals = (goal.id for goal in self.goals)
        below = (*(each.metric.id for each in self.metrics), *(each.action.id for each in self.actions))
        return frozenset((*((self.plan.id,) if self.owner else ()), *goals, *below))


def plans_of(organisation: str) -> Sequence[FollowedPlan]:
    """Approved plans of an organisation, its branch, and those in whose stead it is, as long as they stand or ask."""
    return plans_by((organisation,))[organisation]


def plans_by(organisations: Collection[str]) -> Mapping[str, Sequence[FollowedPlan]]:
    """The same of each of these, in as many questions for many as for one."""
    with store.reading() as db:
        tree = forest(db)
        whose = {each: {each, *forebears(tree, each, today())} for each in organisations}
        found = with_branches(db, {one for every in whose.values() for one in every})
        wanted = select(OrganisationRow).where(OrganisationRow.id.in_({each.organisation for each in found}))
        rows = {row.id: row for row in db.scalars(wanted)}
    lasting = (each for each in found if each.counts(today()) or each.asks(today()))
    now = [_named(each, name_of(rows.get(each.organisation))) for each in lasting]
    return {each: [plan for plan in now if plan.organisation in whose[each]] for each in organisations}


def _named(each: FollowedPlan, name: str) -> FollowedPlan:
    """Under its organisation's own name for the reader, where it has one."""
    return replace(each, plan=replace(each.plan, organisation=name)) if name else each


def answered(organisation: str, role: str) -> list[Answered]:
    """Plan by plan what the role answers for, what lags first."""
    return next(answered_by([(role, organisation)]))


def answered_by(held: Sequence[tuple[str, str]]) -> Iterator[list[Answered]]:
    """The same of each of these roles, each with its organisation."""
    plans = plans_by({where for _role, where in held})
    standing = {each.plan.id: each for its in plans.values() for each in its if each.counts(today())}
    counted = {each.plan.id: each for each in with_units(tuple(standing.values()))}
    for role, where in held:
        round, _dated = asking_now(where)
        found = (_answered(counted[each.plan.id], role, round) for each in plans[where] if each.plan.id in counted)
        yield [each for each in found if each.any]


def asking_now(organisation: str | None) -> tuple[Round, bool]:
    """The round that is open, whose questions stay until it is over; where none is, what is due as of today."""
    round = round_now(organisation)
    is_open = round is not None and stage(round, today()) == "open"
    return (round, True) if round and is_open else (plain_round(), False)


def _answered(of: FollowedPlan, role: str, round: Round) -> Answered:
    plan, pack = of.told_apart, packs.load(of.plan.pack)
    goals = follow(plan, of.entries, today(), pack.strategy, of.counting)
    loose = follow_loose(plan, of.entries, today(), of.counting)

    def theirs(line) -> bool:
        return same_role(role) in map(same_role, answering(plan, line))

    actions = (action for goal in plan.goals for action in goal.actions)
    waits = waiting(of.plan, of.entries, of.told, round, today(), of.counting) if of.asks(today()) else ()
    return Answered(
        plan,
        pack,
        same_role(plan.owner) == same_role(role),
        tuple(goal for goal in plan.goals if same_role(goal.owner) == same_role(role)),
        tuple(each for lines in (*goals, loose) for each in lines.metrics if theirs(each.metric)),
        tuple(progress(each, today()) for each in (*actions, *plan.loose_actions) if theirs(each)),
        tuple(ask for ask in waits if same_role(ask.role) == same_role(role)),
        of.told,
        from_units(plan, of.units),
    )


# -- What is asked of it --------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Asked:
    """What is due from a role in one plan."""

    plan: Plan
    pack: Pack
    parts: list[Part]


def asked_of(organisation: str, role: str) -> Iterator[Asked]:
    """Plan by plan what is due now."""
    asking, dated = asking_now(organisation)
    for each in plans_of(organisation):
        parts = list(_parts(each, role, asking, dated)) if each.asks(today()) else []
        if parts:
            yield Asked(each.plan, packs.load(each.plan.pack), parts)


def _parts(of: FollowedPlan, role: str, round: Round, dated: bool) -> Iterator[Part]:
    every = parts_of(of.told_apart, of.entries, of.told, round, of.counting, dated=dated)
    return (part for part in every if same_role(part.ask.role) == same_role(role))
