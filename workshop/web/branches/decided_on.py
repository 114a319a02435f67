"""What was decided on the units' goals, what of it to look at again, what looks alike, and what is still open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from facilitation.consolidation import (
    KINDS,
    Alike,
    Decided,
    Ref,
    Touched,
    UnitGoal,
    completeness,
    decision_of,
    home,
    not_compared,
    touched,
    undecided,
)
from facilitation.plans.decided import on_units, seen_of
from facilitation.report.branch.deciding import HOW
from facilitation.report.reader import Wording
from facilitation.shapes import Goal
from facilitation.words import N_, Message, said
from workshop.languages import reader_language, worded, wording
from workshop.together.alike import alike_in, drawn_in
from workshop.web.asking import OnceForm, apart
from workshop.web.branches.beginning import own_of
from workshop.web.branches.decision_forms import WithdrawForm, form_for
from workshop.web.branches.level import words
from workshop.web.branches.seen import Seen
from workshop.web.method import reading
from workshop.web.plans.found import PlanHere

SIGNS = {"adopt": "ok", "merge": "ok", "raise": "info", "keep": "none"}
ALIKE = N_("Several plans say nearly the same.")


@dataclass(frozen=True)
class Goals:
    """What the page shows."""

    seen: Seen
    here: PlanHere

    @property
    def words(self) -> Wording:
        """In which is spoken of units and of branches, and of what the method calls otherwise."""
        return reading(self.seen.pack, words(self.seen.kind)).words

    @cached_property
    def decided(self) -> Mapping[Ref, Decided]:
        return decision_of(self.here.life.decisions)

    @cached_property
    def again(self) -> Sequence[tuple[Decided, Goal, str, list[str]]]:
        """Decisions on goals that have changed since: the goal as it was, what happened, and all goals decided on."""
        branch, decisions = self.seen.branch, on_units(self.here.life.decisions)
        found = touched(branch, decisions, drawn_in(self.here.row.id, branch, decisions))
        named = {unit.id: said(unit.name, reader_language()) for unit in branch.units}
        return [(each.decision, as_decided(each), self.told(each, named), keys_of(each.decision)) for each in found]

    def told(self, each: Touched, named: Mapping[str, str]) -> str:
        """What happened, and to whose goal: several units may say the same."""
        return " · ".join(filter(None, (named.get(each.ref.unit, ""), how(each, self.words))))

    @cached_property
    def unowned(self) -> Sequence[tuple[Goal, list[str]]]:
        """Goals of the branch that nobody answers for, each with all goals that it was made of."""
        made = {each.id: each for each in self.here.life.decisions}
        goals = self.here.life.plan.goals
        return [(goal, keys_of(made[goal.id])) for goal in goals if goal.id in made and not goal.owner.strip()]

    @cached_property
    def alike(self) -> Sequence[Alike]:
        return alike_in(self.seen.row.id, self.seen.branch)

    def merging(self, group: Alike) -> OnceForm | None:
        """The press that makes a group one goal, where it is not one yet."""
        return None if self.one(group) else self.merge(group)

    @property
    def unheard(self) -> str:
        message = not_compared(self.seen.branch.goals)
        return worded(message) if message else ""

    @cached_property
    def open(self) -> frozenset[Ref]:
        return frozenset(undecided(self.seen.branch, self.here.life.decisions))

    @cached_property
    def of_units(self) -> Sequence[UnitGoal]:
        return [each for each in self.seen.branch.goals if not each.unit.own]

    @property
    def finding(self) -> str:
        done = len(self.of_units) - len(self.open)
        return worded(Message(N_("%(n)s of %(of)s goals decided on"), {"n": done, "of": len(self.of_units)}))

    @property
    def complete(self) -> str:
        return worded(completeness(self.seen.branch, reader_language()))

    @cached_property
    def own_waits(self) -> bool:
        """Whether own goals were approved otherwise than they stand in the plan."""
        now = {taken.ref: taken.goal for taken in own_of(self.seen)}
        known = {taken.ref: taken.goal for each in self.here.life.decisions for taken in each.goals if taken.unit.own}
        return now != known

    def one(self, group: Alike) -> bool:
        made = {self.decided[each.ref].id if each.ref in self.decided else "" for each in group.goals}
        return len(made) == 1 and "" not in made

    def merge(self, group: Alike) -> OnceForm:
        refs = [each.ref for each in group.goals]
        form = form_for(refs, seen_of(self.here.life, "", refs), kind="merge", reason=wording(ALIKE))
        return apart(form, home(refs[0]))

    def withdraw(self, decision: Decided) -> WithdrawForm:
        at = self.here.life.decided_at[decision.id]
        return apart(WithdrawForm(formdata=None, decision=decision.id, seen=at), decision.id)

    def together(self, goal: UnitGoal) -> list[str]:
        """The goal with all that it was decided on with."""
        decision = self.decided.get(goal.ref)
        return keys_of(decision) if decision else [home(goal.ref)]

    def differs(self, group: Alike) -> str:
        """In the midst of a sentence."""
        names = [self.words(name) for name in group.differs]
        return ", ".join(name[:1].lower() + name[1:] for name in names)

    def called(self, decision: Decided) -> tuple[str, str]:
        """A decision as a sign and in words."""
        return SIGNS[decision.kind], self.words(KINDS[decision.kind])


def keys_of(decision: Decided) -> list[str]:
    return [home(taken.ref) for taken in decision.goals]


def as_decided(each: Touched) -> Goal:
    return next(taken.goal for taken in each.decision.goals if taken.ref == each.ref)


def how(each: Touched, words: Wording) -> str:
    if late := each.late:
        language = reader_language()
        goal = f"{said(late.unit.name, language)} {late.number}. {said(late.goal.to, language)}"
        return words(HOW[each.how], goal=goal)
    parts = ", ".join(words(part) for part in each.parts)
    return words(HOW[each.how], parts=parts)
