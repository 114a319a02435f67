"""What a role answers for across an organisation's plans: told to whoever takes it over, asked of its holder."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from facilitation import packs
from facilitation.followup import STATUSES, FollowedMetric, Progressed, Round, follow, progress, stage
from facilitation.followup.progress import PROGRESS
from facilitation.packs import Pack
from facilitation.plans.rules.following import answering, same
from facilitation.shapes import Goal, Plan
from workshop import store
from workshop.store.followed import FollowedPlan, carried
from workshop.store.forest import forest
from workshop.web.following.asking import Part, parts_of
from workshop.web.following.reading import plain_round, round_now
from workshop.web.plans.found import today

KINDS = {"behind": "bad", "overdue": "warn", "slightly_behind": "warn", "no_figure": "none", "on_its_way": "ok"}
SAID = {"kinds": KINDS, "statuses": STATUSES, "progress": PROGRESS}
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

    @property
    def any(self) -> bool:
        return bool(self.owner or self.goals or self.metrics or self.actions)


def plans_of(organisation: str) -> Sequence[FollowedPlan]:
    """Approved plans of an organisation and of those in whose stead it goes on, as long as they stand or ask."""
    with store.reading() as db:
        found = carried(db, organisation, forest(db), today())
    return [each for each in found if each.counts(today()) or each.asks(today())]


def answered(organisation: str, role: str) -> list[Answered]:
    """Plan by plan what the role answers for, what lags first."""
    found = (_answered(each, role) for each in plans_of(organisation) if each.counts(today()))
    return [each for each in found if each.any]


def _answered(of: FollowedPlan, role: str) -> Answered:
    plan, pack = of.plan, packs.load(of.plan.pack)
    goals = follow(plan, of.entries, today(), pack.strategy, of.redefined)

    def theirs(line) -> bool:
        return same(role) in map(same, answering(plan, line))

    actions = (action for goal in plan.goals for action in goal.actions)
    return Answered(
        plan,
        pack,
        same(plan.owner) == same(role),
        tuple(goal for goal in plan.goals if same(goal.owner) == same(role)),
        tuple(each for goal in goals for each in goal.metrics if theirs(each.metric)),
        tuple(progress(each, today()) for each in (*actions, *plan.loose_actions) if theirs(each)),
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
    round = round_now(organisation)
    is_open = round is not None and stage(round, today()) == "open"
    asking = round if round and is_open else plain_round()
    for each in plans_of(organisation):
        parts = list(_parts(each, role, asking, is_open)) if each.asks(today()) else []
        if parts:
            yield Asked(each.plan, packs.load(each.plan.pack), parts)


def _parts(of: FollowedPlan, role: str, round: Round, dated: bool) -> Iterator[Part]:
    every = parts_of(of.plan, of.entries, of.told, round, of.counting, dated=dated)
    return (part for part in every if same(part.ask.role) == same(role))
