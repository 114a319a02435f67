"""Goals that look alike, side by side, with what sets them apart and what was decided on each."""

from collections.abc import Iterator, Mapping, Sequence

from facilitation.consolidation import KINDS, Alike, Branch, Decided, Ref, decision_of, look_alike, not_compared
from facilitation.consolidation import UnitGoal as One
from facilitation.report.blocks import Block, Column, Headline, Note, Section, Table
from facilitation.report.branch.naming import numbered, shortly, unit_name
from facilitation.report.figures import HARD
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.words import N_

APART: Mapping[tuple[bool, bool], str] = {
    (True, False): N_("Beside the wording they differ in: %(names)s."),
    (True, True): N_("Their wording is the same; they differ in: %(names)s."),
    (False, False): N_("They differ in their wording only."),
    (False, True): N_("They say the same, word for word."),
}
"""What sets them apart, by whether anything beside their wording does, and whether that is the same."""


def section(branch: Branch, decisions: Sequence[Decided], to: Reader, alike: Sequence[Alike] | None = None) -> Section:
    """`alike`: the groups, where they are known already."""
    goals = branch.goals
    groups = look_alike(goals) if alike is None else alike
    known = decision_of(decisions)
    unheard = not_compared(goals)
    return Section(
        to.words(N_("Goals that look alike")),
        (
            *(block for group in groups for block in _group(group, known, to)),
            *((Note(to.line(unheard)),) if unheard else ()),
        ),
        to.words(N_("Goals of different units with many words in common; whether they are one goal, people decide.")),
    )


def _group(group: Alike, known: Mapping[Ref, Decided], to: Reader) -> Iterator[Block]:
    units = len({each.unit.id for each in group.goals})
    name = shortly(to.theirs(group.goals[0].goal.to).text)
    yield Headline(
        to.words(N_("%(n)s units say nearly the same: “%(goal)s”"), n=units, goal=name),
        to.words(N_("Goals that look alike")),
    )
    yield Table(
        to.words(N_("Goals side by side")),
        (
            Column(to.words(N_("Unit")), 2),
            Column(to.words(N_("Goal")), 4.4),
            Column(to.words(N_("Levels")), 1),
            Column(to.words(N_("By")), 1.3),
            Column(to.words(N_("Decision")), 1.9),
        ),
        tuple(_row(each, known.get(each.ref), to) for each in group.goals),
    )
    names = to.listed([to.words(name) for name in group.differs])
    yield Note(to.line(APART[bool(group.differs), group.worded_alike], names=names))


def _row(each: One, decision: Decided | None, to: Reader) -> tuple[Words, ...]:
    now, aim = each.goal.level_now, each.goal.level_target
    levels = f"{to.number(now)}{HARD}→{HARD}{to.number(aim)}" if now or aim else NONE.text
    return (
        unit_name(each.unit, to),
        numbered(each, to),
        Words(levels),
        Words(to.day(each.goal.due)),
        to.line(KINDS[decision.kind]) if decision else to.line(N_("Not decided yet")),
    )
