"""What is decided on units' goals: adopt, merge, keep at unit level, raise. Data, with links both ways.

A decision keeps each goal as it was read when it was decided on. So it stands whatever arrives later, in whatever
order, and what has changed since can be named.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import compress
from typing import Literal, TypeAlias

from facilitation.consolidation.branch import Branch, Ref, Unit, UnitGoal
from facilitation.shapes import Goal
from facilitation.words import N_, Parallel, Refused

Kind: TypeAlias = Literal["adopt", "merge", "keep", "raise"]

KINDS: Mapping[Kind, str] = {
    "adopt": N_("Adopted as a goal of the branch"),
    "merge": N_("Merged into a goal of the branch"),
    "keep": N_("Kept at unit level"),
    "raise": N_("Raised to the performance agreement"),
}


@dataclass(frozen=True, slots=True)
class Taken:
    """A unit's goal as it was when it was decided on, and the version of the plan it stood in."""

    unit: Unit
    goal: Goal
    version: str = ""
    plan: str = ""

    @property
    def ref(self) -> Ref:
        return Ref(self.unit.id, self.goal.id)


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision on one goal, or on several that become one. Its id is that of the branch's goal.

    `to`, `owner`: the merged goal's own words and who answers for it. `year`: of the performance agreement.
    `language`: in which the reason was written; empty where nobody said.
    """

    id: str
    kind: Kind
    goals: tuple[Taken, ...]
    reason: str = ""
    to: Parallel = field(default_factory=dict)
    owner: str = ""
    year: int | None = None
    language: str = field(default="", compare=False)

    @property
    def why(self) -> Parallel | str:
        """The reason, in its language where that is known."""
        return {self.language: self.reason} if self.language else self.reason


def decided(
    branch: Branch,
    id: str,
    kind: Kind,
    refs: Sequence[Ref],
    *,
    reason: str = "",
    to: Parallel | None = None,
    owner: str = "",
    year: int | None = None,
    language: str = "",
) -> Decided:
    """A decision on published goals; refused for goals that are not there, and for merging fewer than two."""
    known = {goal.ref: goal for goal in branch.goals}
    if any(ref not in known for ref in refs):
        raise Refused(N_("This goal stands in no published plan of the branch."), code="no_such_goal")
    if kind == "merge" and len(set(refs)) < 2:
        raise Refused(N_("Choose at least two goals to merge."), code="too_few")
    if kind != "merge" and len(refs) != 1:
        raise Refused(N_("Decide on one goal at a time, or merge them."), code="too_many")
    taken = (known[ref] for ref in dict.fromkeys(refs))
    goals = tuple(taken_of(each, branch) for each in taken)
    return Decided(id, kind, goals, reason, to or {}, owner, year, language)


def taken_of(goal: UnitGoal, branch: Branch) -> Taken:
    """A goal as it stands in the branch now."""
    plan = branch.plans[goal.unit.id]
    return Taken(goal.unit, goal.goal, plan.version, plan.id)


def standing(decisions: Iterable[Decided]) -> tuple[Decided, ...]:
    """The decisions that hold: of two on one goal the later one. A merge left with one goal has adopted it."""
    every = tuple(decisions)
    last = {taken.ref: place for place, each in enumerate(every) for taken in each.goals}
    left = (_left(each, [last[taken.ref] == place for taken in each.goals]) for place, each in enumerate(every))
    return tuple(alone(each) for each in left if each.goals)


def _left(each: Decided, holds: Sequence[bool]) -> Decided:
    """The decision with those of its goals for which it holds."""
    return each if all(holds) else replace(each, goals=tuple(compress(each.goals, holds)))


def alone(each: Decided) -> Decided:
    """A merge of one goal is its adoption."""
    return replace(each, kind="adopt") if each.kind == "merge" and len(each.goals) == 1 else each


def rehomed(decisions: Iterable[Decided], now: Mapping[str, Unit]) -> tuple[Decided, ...]:
    """Decisions under the units whose the plans are now: a goal is found again by its plan, to whomever that went over.

    `now`: by plan.
    """
    return tuple(_rehomed(each, [_unit_of(taken, now) for taken in each.goals]) for each in decisions)


def _unit_of(taken: Taken, now: Mapping[str, Unit]) -> Unit:
    unit = now.get(taken.plan, taken.unit)
    return taken.unit if unit.id == taken.unit.id else unit


def _rehomed(each: Decided, units: Sequence[Unit]) -> Decided:
    if all(unit is taken.unit for unit, taken in zip(units, each.goals, strict=True)):
        return each
    goals = (replace(taken, unit=unit) for unit, taken in zip(units, each.goals, strict=True))
    return replace(each, goals=tuple(goals))


def decision_of(decisions: Iterable[Decided]) -> Mapping[Ref, Decided]:
    """From a unit's goal to what was decided on it."""
    return {taken.ref: each for each in standing(decisions) for taken in each.goals}


def sources_of(decisions: Iterable[Decided]) -> Mapping[str, tuple[Ref, ...]]:
    """From a goal of the branch back to the units' goals it was made of."""
    return {each.id: tuple(taken.ref for taken in each.goals) for each in standing(decisions) if each.kind != "keep"}


def undecided(branch: Branch, decisions: Iterable[Decided]) -> tuple[Ref, ...]:
    """Units' goals that nobody has decided on; the ministry's own need no decision."""
    known = decision_of(decisions)
    return tuple(goal.ref for goal in branch.goals if not goal.unit.own and goal.ref not in known)
