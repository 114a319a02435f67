"""What was decided on units' goals and why, which decisions to look at again, and what nobody has decided on."""

from collections import Counter
from collections.abc import Iterator, Sequence

from facilitation.consolidation import KINDS, Branch, Decided, Drawn, Taken, Touched, standing, touched, undecided
from facilitation.report.blocks import Block, Column, Headline, Section, Table
from facilitation.report.branch.naming import numbered, unit_name
from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.words import N_

HOW = {
    "no_unit": N_("The unit is no longer in the branch"),
    "no_plan": N_("The unit’s plan is no longer published"),
    "gone": N_("The goal is no longer in the unit’s plan"),
    "changed": N_("Changed since: %(parts)s"),
    "alike": N_("A goal that nobody has decided on looks like it: %(goal)s"),
}


def section(branch: Branch, decisions: Sequence[Decided], to: Reader, drawn: Drawn | None = None) -> Section:
    """`drawn`: which goals came that look like others, where that is known already."""
    blocks = (
        *_made(decisions, to),
        *_again(branch, touched(branch, decisions, drawn), to),
        *_open(branch, decisions, to),
    )
    return Section(to.words(N_("Decisions on the units’ goals")), blocks)


def _made(decisions: Sequence[Decided], to: Reader) -> Iterator[Block]:
    holding = standing(decisions)
    if not holding:
        return
    goals = Counter(each.kind for each in holding for _goal in each.goals)
    names = {"adopted": goals["adopt"], "merged": goals["merge"], "raised": goals["raise"], "kept": goals["keep"]}
    yield Headline(
        to.words(N_("Adopted %(adopted)s, merged %(merged)s, raised %(raised)s, kept at unit level %(kept)s"), **names),
        to.words(N_("Decisions")),
    )
    yield Table(
        to.words(N_("What was decided on the units’ goals")),
        (
            Column(to.words(N_("Unit")), 2),
            Column(to.words(N_("Goal")), 4),
            Column(to.words(N_("Decision")), 2),
            Column(to.words(N_("Why")), 2.4),
        ),
        tuple(
            (
                unit_name(taken.unit, to),
                to.theirs(taken.goal.to),
                to.line(KINDS[each.kind]),
                to.theirs(each.why),
            )
            for each in holding
            for taken in each.goals
        ),
    )


def _again(branch: Branch, found: Sequence[Touched], to: Reader) -> Iterator[Block]:
    if not found:
        return
    yield Headline(
        to.counted(
            N_("One decision rests on what has changed since"),
            N_("%(n)s decisions rest on what has changed since"),
            len(found),
        ),
        to.words(N_("Decisions")),
    )
    names = {unit.id: unit for unit in branch.units}
    yield Table(
        to.words(N_("Decisions to look at again; what was decided holds until then")),
        (
            Column(to.words(N_("Unit")), 2),
            Column(to.words(N_("Goal as it was decided on")), 4),
            Column(to.words(N_("What happened")), 3),
        ),
        tuple(
            (
                unit_name(names.get(each.ref.unit, _as_decided(each).unit), to),
                to.theirs(_as_decided(each).goal.to),
                _how(each, to),
            )
            for each in found
        ),
    )


def _how(each: Touched, to: Reader) -> Words:
    if each.late:
        goal = f"{to.plain(each.late.unit.name)} {each.late.number}. {to.plain(each.late.goal.to)}"
        return to.line(HOW[each.how], goal=goal)
    if not each.parts:
        return to.line(HOW[each.how])
    return to.line(HOW[each.how], parts=to.listed([to.words(part) for part in each.parts]))


def _as_decided(each: Touched) -> Taken:
    return next(taken for taken in each.decision.goals if taken.ref == each.ref)


def _open(branch: Branch, decisions: Sequence[Decided], to: Reader) -> Iterator[Block]:
    left = set(undecided(branch, decisions))
    if not left:
        return
    yield Headline(
        to.counted(
            N_("One goal of a unit waits for a decision"), N_("%(n)s goals of units wait for a decision"), len(left)
        ),
        to.words(N_("Decisions")),
    )
    yield Table(
        to.words(N_("Goals that nobody has decided on")),
        (Column(to.words(N_("Unit")), 2), Column(to.words(N_("Goal")), 5)),
        tuple((unit_name(goal.unit, to), numbered(goal, to)) for goal in branch.goals if goal.ref in left),
    )
