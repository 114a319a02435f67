"""A branch read together: matrix, look-alikes, figures put together, decisions and the branch's plan, as units grow.

The reference is one bare walk in the same run: every goal's words read once, every figure added up once, nothing held
against anything. What is no steeper than the walk has no square in it.
"""

from dataclasses import replace
from datetime import date
from math import fsum

from benchmarks.measure import head, line, seconds
from facilitation.consolidation import (
    Branch,
    Decided,
    Figures,
    Ref,
    Unit,
    branch_plan,
    changes,
    coverage,
    decided,
    look_alike,
    put_together,
    read_together,
    touched,
    undecided,
)
from facilitation.followup import by_theme, follow, lagging, standings, tally
from facilitation.quality.likeness import stem
from facilitation.quality.reading import words_in, written
from facilitation.shapes import Goal, Metric, Plan
from facilitation.shapes.followed import Entered, period_of
from facilitation.shapes.series import Figure
from tests.facilitation.branch_world import TALK_FI, TALK_SV, YEAR, amount, goal, share, unit_plan
from tests.facilitation.sample_plan import PACK

UNITS, GOALS = (15, 30, 60), 20
GOAL = 2.0
"""Seconds in which most units are consolidated."""
OBJECTIVES = [objective.id for objective in PACK.strategy.objectives]
SYLLABLES = ("ka", "lo", "mi", "ne", "pu", "ra", "si", "to", "va", "yl")


def run() -> None:
    head(f"Branch: {GOALS} goals a unit with 3 metrics each; consolidation beside one bare walk")
    took = {units: measured(units) for units in UNITS}
    most = max(took)
    line(f"consolidation, goal of {most} units in {GOAL:g} s", "held" if took[most] <= GOAL else "missed")


def measured(units: int) -> float:
    """Seconds of the consolidation; what was measured is said."""
    given, figures = branch(units)
    made = decisions(given)
    stem.cache_clear()
    with seconds() as unread:
        consolidate(given, figures, made)
    first = unread()
    with seconds() as ours:
        consolidate(given, figures, made)
    took = ours()
    with seconds() as theirs:
        walk(given)
    reference = theirs()
    line(f"{units} units, {units * GOALS} goals", f"{took:.3f} s", f"{took / reference:.1f} x the walk")
    line(f"{units} units, no word of theirs read before", f"{first:.3f} s", f"{first / reference:.1f} x the walk")
    entered = entries(given)
    with seconds() as following:
        follow_all(given, entered)
    followed = following()
    n = sum(len(each) for each in entered.values())
    line(f"{units} units followed up, {n} figures", f"{followed:.3f} s", f"{followed / reference:.1f} x the walk")
    return max(first, took)


def consolidate(given: Branch, figures: Figures, made: tuple[Decided, ...]) -> None:
    before = replace(given, plans=dict(list(given.plans.items())[1:]))
    coverage(given, PACK.strategy)
    assert look_alike(given.goals)
    assert put_together(given, figures, PACK)
    touched(given, made)
    undecided(given, made)
    changes(before, given)
    assert branch_plan(given, made, PACK, Plan("branch")).goals


def follow_all(given: Branch, entered: dict[str, list[Entered]]) -> None:
    goals = [
        goal
        for unit, plan in given.plans.items()
        for goal in follow(plan, entered[unit], date(2028, 2, 1), PACK.strategy)
    ]
    where = standings(goals)
    assert lagging(where, 3)
    assert tally(where).of == sum(part.of for part in by_theme(where).values())


def entries(given: Branch) -> dict[str, list[Entered]]:
    """Twelve figures of every metric: one for each month of a year."""
    months = [period_of("monthly", date(2027, month, 1)) for month in range(1, 13)]
    return {
        unit: [
            Entered("e", metric.id, month, float(n))
            for n, month in enumerate(months)
            for goal in plan.goals
            for metric in goal.metrics
        ]
        for unit, plan in given.plans.items()
    }


def walk(given: Branch) -> float:
    known = 0
    for each in given.goals:
        known += sum(len(set(words_in(text))) for _, text in written(each.goal.to))
    return known + fsum(
        metric.baseline.value for each in given.goals for metric in each.goal.metrics if metric.baseline
    )


def branch(units: int) -> tuple[Branch, Figures]:
    every = [Unit(f"u{n}", {"fi": f"Yksikkö {n}"}) for n in range(units)]
    plans = [(unit.id, unit_plan(unit, *(one(n, m) for m in range(GOALS)))) for n, unit in enumerate(every)]
    figures = {
        Ref(unit, metric.id): Figure(Entered("e", metric.id, YEAR, 50, 5, 10))
        for unit, plan in plans
        for goal in plan.goals
        for metric in goal.metrics
    }
    return read_together(every, plans), figures


def one(unit: int, number: int) -> Goal:
    """Every fourth goal is nearly the same in all units; the others share their bones and differ in their words."""
    seed = unit * GOALS + number
    own = " ".join(made_up(seed * 7 + word) for word in range(6))
    alike = number % 4 == 0
    fi = f"{TALK_FI} {made_up(number)}" if alike else f"Jokaisessa hankinnassa {own}"
    sv = f"{TALK_SV} {made_up(number)}" if alike else f"I varje upphandling {own}"
    return goal(f"g{number}", {"fi": fi, "sv": sv}, (OBJECTIVES[seed % len(OBJECTIVES)],), *metrics(seed, number))


def metrics(seed: int, number: int) -> tuple[Metric, ...]:
    mine = replace(amount(f"o{number}", seed, seed + 9), name={"fi": made_up(seed), "sv": made_up(seed + 1)})
    return share(f"s{number}", seed % 9 + 1, 10), amount(f"a{number}", seed % 7, 20), mine


def made_up(number: int) -> str:
    return "".join(SYLLABLES[int(digit)] for digit in str(number * 7919 % 100_003))


def decisions(given: Branch) -> tuple[Decided, ...]:
    """Look-alikes are merged, every other goal that is left is adopted."""
    groups = look_alike(given.goals)
    merged = [
        decided(given, f"m{n}", "merge", [each.ref for each in group.goals]) for n, group in enumerate(groups[:20])
    ]
    left = undecided(given, merged)
    return (*merged, *(decided(given, f"d{n}", "adopt", (ref,)) for n, ref in enumerate(left[:40])))


if __name__ == "__main__":
    run()
