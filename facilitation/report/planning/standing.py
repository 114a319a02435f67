"""How the metrics of plans stand that planning takes over, by what was entered into these plans."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from facilitation.followup import FollowedMetric
from facilitation.packs import Pack
from facilitation.report.following import Followed, goals_of
from facilitation.shapes import Plan


@dataclass(frozen=True, slots=True)
class Stands:
    """Metrics by plan and id; none of a plan that nobody follows up."""

    metrics: Mapping[tuple[str, str], FollowedMetric]

    def of(self, plan: Plan, metric: str) -> FollowedMetric | None:
        return self.metrics.get((plan.id, metric))


def stands_of(plans: Sequence[Plan], followed: Followed, pack: Pack) -> Stands:
    """The plans as planning has them, a branch's with what was decided, by the entries of each."""
    entries = {plan.id: known for plan, known in followed.plans}
    seen = replace(followed, plans=[(plan, entries[plan.id]) for plan in plans if plan.id in entries])
    every = [(goal.plan, metric) for goals in goals_of(seen, pack) for goal in goals for metric in goal.metrics]
    return Stands({(plan, each.metric.id): each for plan, each in every})
