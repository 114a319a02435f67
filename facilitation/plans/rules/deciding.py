"""What a branch decides on its units' goals: nobody's decision is overwritten by who has not seen it."""

from collections.abc import Iterator
from dataclasses import replace
from typing import assert_never

from facilitation import limits
from facilitation.consolidation import KINDS, Decided, Ref, Taken, alone, goal_of, home, moved_home, rehomed
from facilitation.live.rules.common import within_all
from facilitation.packs import Pack
from facilitation.plans.commands import DecideOnGoals, Deciding, ReadBranch, TakeInOwn, WithdrawDecision
from facilitation.plans.decided import plainly_own, seen_of
from facilitation.plans.events import BranchRead, DecisionTakenBack, Event, GoalsDecided, RestsOn
from facilitation.plans.lines import lines
from facilitation.plans.rules.common import fresh, pack_of, within, writable
from facilitation.plans.state import Life
from facilitation.shapes import Goal
from facilitation.words import LANGUAGES, N_, Refused

FIRST_YEAR, LAST_YEAR = 2000, 2100


def decide(life: Life, command: Deciding) -> list[Event]:
    """What deciding grants."""
    of_branch(life)
    writable(life)
    match command:
        case DecideOnGoals(decision, seen):
            return decide_on(life, decision, seen)
        case WithdrawDecision(decision, seen):
            return withdraw(life, decision, seen)
        case TakeInOwn(goals):
            return take_in(life, goals)
        case ReadBranch(units):
            moved = list(gone_over(life, units))
            return [*moved, BranchRead(units)] if moved or units != life.rests else []
        case unknown:
            assert_never(unknown)


def gone_over(life: Life, units: tuple[RestsOn, ...]) -> Iterator[Event]:
    """Decisions on goals of plans that are read under another unit now, with all that was written in their goals."""
    now = {each.plan: each.unit for each in units if each.plan}
    goals = {goal.id: goal for goal in life.plan.goals}
    for was, each in zip(life.decisions, rehomed(life.decisions, now), strict=True):
        if each != was:
            yield GoalsDecided(each, moved_home(goals[each.id], was, each) if each.id in goals else None)


def of_branch(life: Life) -> None:
    if not life.of_branch:
        raise Refused(N_("This is not the plan of a branch."), code="no_branch")


# -- One decision ---------------------------------------------------------------------------------------------------


def decide_on(life: Life, wish: Decided, seen: int) -> list[Event]:
    """The decision, and what it leaves of those that others of its goals were in."""
    wish = sound(wish)
    life = replace(life, decisions=rehomed(life.decisions, {each.plan: each.unit for each in wish.goals if each.plan}))
    old = next((each for each in life.decisions if each.id == wish.id), None)
    if wish == old:
        return []
    if old and old.reason == wish.reason:
        wish = replace(wish, language=old.language)
    if old is None:
        fresh({*life.dropped, *(line.id for line in lines(life.plan)), *life.decided_at}, wish.id)
    refs = frozenset(taken.ref for taken in wish.goals)
    looked_at(seen, seen_of(life, wish.id, refs))
    pack = pack_of(life.plan.pack)
    made = made_of(life, old, wish, pack)
    room_for(life, made)
    return [*left_of(life, wish.id, refs, pack), GoalsDecided(wish, made)]


def sound(wish: Decided) -> Decided:
    """The decision with its words tidied, or Refused at the field that is missing."""
    few = len({taken.ref for taken in wish.goals})
    if wish.kind not in KINDS:
        raise Refused(N_("Choose what becomes of the goal."), code="not_a_choice", field="kind")
    if wish.kind == "merge" and few < 2:
        raise Refused(N_("Choose at least two goals to merge."), code="too_few", field="kind")
    if wish.kind != "merge" and few != 1:
        raise Refused(N_("Decide on one goal at a time, or merge them."), code="too_many", field="kind")
    if wish.language not in ("", *LANGUAGES) or not set(wish.to) <= set(LANGUAGES):
        raise Refused(N_("Choose one of the languages shown."), code="not_a_choice", field="to")
    if wish.year is not None and not FIRST_YEAR <= wish.year <= LAST_YEAR:
        raise Refused(N_("Give the year with four digits."), code="no_year", field="year")
    return replace(
        wish,
        reason=within(wish.reason, limits.REASON, "reason", required=wish.kind != "adopt"),
        to={code: text for code, text in within_all(wish.to, limits.CARD_TEXT, "to").items() if text},
        owner=within(wish.owner, limits.NAME, "owner"),
    )


def looked_at(seen: int, now: int) -> None:
    if seen != now:
        words = N_("Somebody else decided on this meanwhile. Look at what they decided; your text is kept for you.")
        raise Refused(words, code="changed_meanwhile", kept={"now": now})


def made_of(life: Life, old: Decided | None, wish: Decided, pack: Pack) -> Goal | None:
    """The branch's goal. One that the decision makes as before stays as it was edited since."""
    if wish.kind == "keep":
        return None
    made = goal_of(wish, pack)
    as_before = old is not None and old.kind != "keep" and goal_of(old, pack) == made
    now = next((each for each in life.plan.goals if each.id == wish.id), None)
    return now if as_before and now else made


def room_for(life: Life, goal: Goal | None) -> None:
    more = 1 + len(goal.metrics) + len(goal.actions) if goal else 0
    if sum(1 for _ in lines(life.plan)) + more > limits.LINES:
        raise Refused(N_("The plan is full."), code="full")


def left_of(life: Life, id: str, refs: frozenset[Ref], pack: Pack) -> Iterator[Event]:
    """Decisions that share goals with this one hold for the rest of theirs."""
    for each in life.decisions:
        if each.id == id or refs.isdisjoint(taken.ref for taken in each.goals):
            continue
        left = alone(replace(each, goals=tuple(taken for taken in each.goals if taken.ref not in refs)))
        yield GoalsDecided(left, goal_of(left, pack)) if left.goals else DecisionTakenBack(each.id)


def withdraw(life: Life, id: str, seen: int) -> list[Event]:
    """As if nobody had decided; that somebody did stays in the log."""
    if id not in life.decided_at:
        return []
    looked_at(seen, life.decided_at[id])
    return [DecisionTakenBack(id)]


# -- The ministry's own goals ---------------------------------------------------------------------------------------


def take_in(life: Life, goals: tuple[Taken, ...]) -> list[Event]:
    """Own goals that nobody decided otherwise on: new and changed ones come in, those that are gone go."""
    pack = pack_of(life.plan.pack)
    elsewhere = {taken.ref for each in life.decisions if not plainly_own(each) for taken in each.goals}
    before = {each.goals[0].ref: each for each in life.decisions if plainly_own(each)}
    now = {taken.ref: taken for taken in goals if taken.ref not in elsewhere}
    wished = (taken_in(life, taken, before.get(ref)) for ref, taken in now.items())
    made = [GoalsDecided(each, goal_of(each, pack)) for each in wished if each not in life.decisions]
    return [*(DecisionTakenBack(each.id) for ref, each in before.items() if ref not in now), *made]


def taken_in(life: Life, taken: Taken, before: Decided | None) -> Decided:
    if before:
        return replace(before, goals=(taken,))
    used, id = {*life.decided_at, *(line.id for line in lines(life.plan))}, home(taken.ref)
    names = (id, *(f"{id}-{number}" for number in range(2, len(used) + 3)))
    return Decided(next(each for each in names if each not in used), "adopt", (taken,))
