"""Many goals at a glance: how many are on their way, by theme and by organisation, and which lag most."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from heapq import nsmallest
from operator import attrgetter

from facilitation.followup.standing import NONE_LOOSE, LooseActions, Standing
from facilitation.followup.status import STATUSES, URGENCY, Status
from facilitation.words import N_, Count, Message

# Of a whole government some ten thousand goals are counted again and again.
_STATUS, _ACTIONS, _LATE = attrgetter("status"), attrgetter("actions"), attrgetter("late")


@dataclass(frozen=True, slots=True)
class Tally:
    """How many goals have each status, and how many actions are late, those that belong to no goal among them."""

    goals: Mapping[Status, int]
    actions: int = 0
    late: int = 0

    @property
    def of(self) -> int:
        return sum(self.goals.values())

    @property
    def worst(self) -> Status:
        """The status among the goals that calls for somebody first."""
        found: list[Status] = [status for status in URGENCY if self.goals[status]]
        return found[0] if found else "no_figure"

    @property
    def pressing(self) -> tuple[float, ...]:
        """Sorts what calls for somebody first: by the share of goals with the most urgent status, then the next."""
        of = self.of or 1
        return tuple(-self.goals[status] / of for status in URGENCY)

    @property
    def well(self) -> float:
        """The share of goals on their way."""
        return self.goals["on_its_way"] / (self.of or 1)


def tally(goals: Iterable[Standing], loose: LooseActions = NONE_LOOSE) -> Tally:
    every = tuple(goals)
    counts = Counter(map(_STATUS, every))
    actions, late = loose.actions + sum(map(_ACTIONS, every)), loose.late + sum(map(_LATE, every))
    return Tally({status: counts[status] for status in STATUSES}, actions, late)


def added(of: Iterable[Tally]) -> Tally:
    """The tallies of parts as that of the whole."""
    every = tuple(of)
    return Tally(
        {status: sum(each.goals[status] for each in every) for status in STATUSES},
        sum(each.actions for each in every),
        sum(each.late for each in every),
    )


def by_theme(goals: Iterable[Standing]) -> Mapping[tuple[str, str], Tally]:
    """A tally a theme, by the method whose it is and its id there, in the order in which themes turn up.

    Those of two methods share ids and nothing else. ("", "") holds goals outside the strategy.
    """
    found: dict[tuple[str, str], list[Standing]] = defaultdict(list)
    for goal in goals:
        found[goal.pack if goal.theme else "", goal.theme].append(goal)
    return {key: tally(goals) for key, goals in found.items()}


def by_name(parts: Iterable[tuple[str, Tally]]) -> Mapping[str, Tally]:
    """What bears one name added, in the order in which names turn up."""
    found: dict[str, list[Tally]] = defaultdict(list)
    for name, part in parts:
        found[name].append(part)
    return {name: added(of) for name, of in found.items()}


def lagging(goals: Iterable[Standing], most: int) -> list[Standing]:
    """Of all goals so many, what lags first."""
    return nsmallest(most, goals, key=urgent)


def urgent(goal: Standing) -> tuple[int, float, int, str, int]:
    """Sorts what lags first: by status, then by how far behind, then by late actions."""
    return URGENCY[goal.status], -goal.lag, -goal.late, goal.organisation, goal.number


def finding(seen: Tally) -> Message:
    """For who reads one sentence: what lags, then what cannot be told, then what goes well."""
    n, of = seen.goals, Count(seen.of)
    if not of:
        return Message(N_("There are no goals to follow"))
    lag, unknown = Count(n["behind"] + n["slightly_behind"]), Count(n["no_figure"] + n["overdue"])
    if lag == 0 and unknown == 0:
        return _well(seen)
    if lag == of:
        return Message(N_("The goal lags behind") if of == 1 else N_("Every goal lags behind"))
    if unknown == of:
        one = N_("There is no figure yet to tell how the goal is doing")
        return Message(one if of == 1 else N_("There is no figure yet to tell how the goals are doing"))
    if lag and unknown:
        told = N_("%(lag)s of %(of)s goals lag behind; of %(unknown)s there is no figure to tell")
        return Message(told, {"lag": lag, "of": of, "unknown": unknown})
    if lag:
        return Message(N_("%(lag)s of %(of)s goals lag behind, the others are on their way"), {"lag": lag, "of": of})
    told = N_("Of %(unknown)s of %(of)s goals there is no figure to tell, the others are on their way")
    return Message(told, {"unknown": unknown, "of": of})


def _well(seen: Tally) -> Message:
    """Goals may be on their way while what is to be done for them is not."""
    late = {"late": Count(seen.late), "actions": Count(seen.actions)}
    if seen.of == 1 and seen.late:
        return Message(N_("The goal is on its way, but %(late)s of %(actions)s actions are late"), late)
    if seen.late:
        return Message(N_("Every goal is on its way, but %(late)s of %(actions)s actions are late"), late)
    return Message(N_("The goal is on its way") if seen.of == 1 else N_("Every goal is on its way"))
