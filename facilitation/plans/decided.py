"""What stands decided on goals of a branch's units, what a person saw of it, and what it rests on."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from facilitation.consolidation import Branch, Decided, Ref, Unit, asking, named_apart
from facilitation.plans.events import RestsOn
from facilitation.plans.results import with_results
from facilitation.plans.state import Life
from facilitation.shapes import Plan


def seen_of(life: Life, id: str, refs: Collection[Ref]) -> int:
    """The number of the last fact about this decision or these goals, 0 if there is none: two who saw the same number
    saw the same decisions."""
    wanted = frozenset(refs)
    about = (each for each in life.decisions if each.id == id or about_any(each, wanted))
    return max((life.decided_at.get(each.id, 0) for each in about), default=0)


def about_any(decision: Decided, refs: Collection[Ref]) -> bool:
    return any(taken.ref in refs for taken in decision.goals)


def plainly_own(each: Decided) -> bool:
    """A goal of the ministry's own that came in as it is."""
    return each.kind == "adopt" and each.goals[0].unit.own


def on_units(decisions: Iterable[Decided]) -> Sequence[Decided]:
    """What somebody decided; own goals come in without a decision."""
    return tuple(each for each in decisions if not plainly_own(each))


def units_by_plan(branch: Branch) -> Mapping[str, Unit]:
    """Under which unit each plan is read."""
    return {branch.plans[unit.id].id: unit for unit in branch.units if unit.id in branch.plans}


def taken_along(life: Life) -> tuple[Decided, ...]:
    """What the branch's next plan knows of where its goals come from: what was approved, and of goals it takes along.

    So that nobody decides twice on one goal; what became of the units' goals since is told as after any change.
    """
    of = life.published or life
    goals = {goal.id for goal in of.plan.goals}
    return tuple(each for each in of.decisions if each.kind == "keep" or each.id in goals)


def resting(branch: Branch) -> tuple[RestsOn, ...]:
    """Every unit with the version that is read of it now."""
    having = ((unit, branch.plans.get(unit.id)) for unit in branch.units)
    return tuple(
        RestsOn(unit, plan.id, plan.version, plan.approved_on) if plan else RestsOn(unit) for unit, plan in having
    )


def units_of(rests: Iterable[RestsOn]) -> frozenset[str]:
    """Whose plans were read."""
    return frozenset(each.unit.id for each in rests)


def asked_plan(life: Life) -> Plan | None:
    """The approved plan with its results, and without what units are asked for in theirs."""
    plan, version = with_results(life), life.published
    return asking(plan, units_of(version.rests)) if plan and version else plan


def told_apart(life: Life, plan: Plan) -> Plan:
    """The plan as people read it: where units' metrics or actions are called the same, each says whose it is."""
    version = life.published
    return named_apart(plan, {each.unit.id: each.unit.name for each in version.rests}) if version else plan
