"""A goal as lists of very many show it: where it stands and why, without its figures."""

from collections.abc import Iterable
from typing import NamedTuple

from facilitation.followup.followed import FollowedGoal, Loose
from facilitation.followup.status import Status
from facilitation.words import Message, Parallel


class Standing(NamedTuple):
    """`why` is that of the metric which lags most; None for a goal without metrics. `actions`, `late`: how many.

    `pack`: the plan's method, whose theme it is. `plan`: its id.
    """

    organisation: str
    number: int
    to: Parallel
    owner: str
    theme: str
    status: Status
    why: Message | None
    lag: float
    actions: int
    late: int
    pack: str = ""
    plan: str = ""


class LooseActions(NamedTuple):
    """Actions of a plan that belong to no goal, as lists of very many show them: how many, and how many are late."""

    actions: int = 0
    late: int = 0


NONE_LOOSE = LooseActions()


def standing(goal: FollowedGoal) -> Standing:
    return Standing(
        goal.organisation,
        goal.number,
        goal.goal.to,
        goal.goal.owner,
        goal.theme,
        goal.status,
        goal.metrics[0].judged.why if goal.metrics else None,
        goal.lag,
        len(goal.actions),
        goal.late,
        goal.pack,
        goal.plan,
    )


def standings(goals: Iterable[FollowedGoal]) -> tuple[Standing, ...]:
    return tuple(map(standing, goals))


def loose_actions(loose: Loose) -> LooseActions:
    return LooseActions(len(loose.actions), len(loose.late))
