"""The units' goals as their branch decides on them: what to look at again, what looks alike, what is still open."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, partial
from itertools import groupby
from operator import attrgetter
from urllib.parse import urlencode

from flask import Blueprint, Flask, current_app, render_template, url_for
from flask.typing import ResponseReturnValue
from markupsafe import Markup

from facilitation.consolidation import (
    KINDS,
    Alike,
    Branch,
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
from facilitation.report.reader import Reader, Wording
from facilitation.shapes import Goal
from facilitation.words import N_, Message, said
from workshop.languages import reader_language, worded, wording
from workshop.limits import BRANCHES_AT_HAND
from workshop.remembering import Remembered
from workshop.web.asking import OnceForm, apart
from workshop.web.branches.alike import alike_in
from workshop.web.branches.beginning import own_of
from workshop.web.branches.decision_forms import WithdrawForm, form_for
from workshop.web.branches.kept import carried
from workshop.web.branches.level import spoken, words
from workshop.web.branches.seen import Seen, decided_here
from workshop.web.called import name_of
from workshop.web.method import reading
from workshop.web.plans.found import PlanHere
from workshop.web.signing_in import signed_in

bp = Blueprint("branch_goals", __name__, url_prefix="/organisations/<id>/branch")
bp.url_defaults(carried)

REMEMBERED = "goals_of_units"
SIGNS = {"adopt": "ok", "merge": "ok", "raise": "info", "keep": "none"}
ALIKE = N_("Several plans say nearly the same.")


def init_app(app: Flask) -> None:
    app.extensions[REMEMBERED] = Remembered[Hashable, Listed](BRANCHES_AT_HAND)


@dataclass(frozen=True)
class Goals:
    """What the page shows."""

    seen: Seen
    here: PlanHere

    @cached_property
    def decided(self) -> Mapping[Ref, Decided]:
        return decision_of(self.here.life.decisions)

    @cached_property
    def again(self) -> Sequence[tuple[Decided, Goal, str, list[str]]]:
        """Decisions on goals that have changed since: the goal as it was, what happened, and all goals decided on."""
        found = touched(self.seen.branch, on_units(self.here.life.decisions))
        return [
            (each.decision, as_decided(each), how(each, words(self.seen.kind)), keys_of(each.decision))
            for each in found
        ]

    @cached_property
    def unowned(self) -> Sequence[tuple[Goal, list[str]]]:
        """Goals of the branch that nobody answers for, each with all goals that it was made of."""
        made = {each.id: each for each in self.here.life.decisions}
        goals = self.here.life.plan.goals
        return [(goal, keys_of(made[goal.id])) for goal in goals if goal.id in made and not goal.owner.strip()]

    @cached_property
    def alike(self) -> Sequence[tuple[Alike, OnceForm | None]]:
        """Groups side by side; where they are not one goal yet, with the press that makes them one."""
        groups = alike_in(self.seen.row.id, self.seen.branch)
        return [(group, None if self.one(group) else self.merge(group)) for group in groups]

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
        return ", ".join(wording(name) for name in group.differs)

    def called(self, decision: Decided) -> tuple[str, str]:
        """A decision as a sign and in words."""
        return SIGNS[decision.kind], words(self.seen.kind)(KINDS[decision.kind])


def keys_of(decision: Decided) -> list[str]:
    return [home(taken.ref) for taken in decision.goals]


def as_decided(each: Touched) -> Goal:
    return next(taken.goal for taken in each.decision.goals if taken.ref == each.ref)


def how(each: Touched, words: Wording) -> str:
    if late := each.late:
        language = reader_language()
        goal = f"{said(late.unit.name, language)} {late.number}. {said(late.goal.to, language)}"
        return words(HOW[each.how], goal=goal)
    parts = ", ".join(wording(part) for part in each.parts)
    return words(HOW[each.how], parts=parts)


def looking(id: str, plan: str, keys: Sequence[str]) -> str:
    """The address at which these goals are decided on; a list has a thousand, so that it is not built from its rule."""
    return f"{url_for('branch_deciding.look', id=id, plan=plan)}&{urlencode([('goal', key) for key in keys])}"


@bp.get("/goals")
@signed_in("see_organisations")
def goals(id: str) -> ResponseReturnValue:
    here, seen = decided_here(id)
    shown = Goals(seen, here)
    to = reading(seen.pack)
    return render_template(
        "branches/goals.html",
        id=id,
        name=name_of(seen.row),
        page=shown,
        here=here,
        stage=here.stage,
        listed=listed(shown, to),
        look=partial(looking, id, here.row.id),
        missing=seen.branch.missing,
        unread=seen.branch.unread,
        to=to,
        plain=OnceForm(formdata=None),
        **spoken(seen.kind),
    )


# -- The goals unit by unit -------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Listed:
    """The list as it is drawn, and what it was drawn from."""

    branch: Branch
    decisions: Sequence[Decided]
    drawn: Markup


def listed(page: Goals, to: Reader) -> Markup:
    """Of a thousand goals or more: drawn anew when a plan or a decision changed."""
    known: Remembered[Hashable, Listed] = current_app.extensions[REMEMBERED]
    key = (page.here.row.id, to.language, page.here.writes)
    branch, decisions = page.seen.branch, page.here.life.decisions
    found = known.get(key)
    if found is None or (found.branch, found.decisions) != (branch, decisions):
        found = known.keep(key, Listed(branch, decisions, drawn(page, to)))
    return found.drawn


def drawn(page: Goals, to: Reader) -> Markup:
    id, writes = page.seen.row.id, page.here.writes
    units = [(unit, list(its)) for unit, its in groupby(page.of_units, attrgetter("unit"))]
    more = {"id": id, "units": units, "page": page, "to": to, "key": home, "writes": writes, **spoken(page.seen.kind)}
    html = render_template("branches/goals_of_units.html", look=partial(looking, id, page.here.row.id), **more)
    return Markup(html if units else "")  # noqa: S704 (a template's, which escapes)
