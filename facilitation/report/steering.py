"""Where a plan enters steering: which goals go to the performance agreement, which planning documents take them in."""

from collections.abc import Iterator
from dataclasses import replace

from facilitation.report import goals
from facilitation.report.blocks import Block, Column, Headline, Paragraph, Section, Table
from facilitation.report.goals import numbered
from facilitation.report.head import REASON, at_part
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.shapes import Goal, Plan
from facilitation.words import N_


def section(plan: Plan, to: Reader) -> Section:
    return Section(to.words(N_("Link to planning and performance agreements")), tuple(_blocks(plan, to)))


def _blocks(plan: Plan, to: Reader) -> Iterator[Block]:
    entering = [(number, goal) for number, goal in enumerate(plan.goals, 1) if enters(goal)]
    if not entering and not plan.agreement_reason:
        return
    about = to.words(N_("Planning"))
    yield Headline(finding(len(entering), to), about)
    if entering:
        yield Table(
            to.words(N_("Where goals enter planning")),
            (
                Column(to.words(N_("Goal")), 5),
                Column(to.words(N_("Performance agreement")), 2),
                Column(to.words(N_("Planning document")), 3),
            ),
            tuple((numbered(number, goal, to), agreement(goal, to), document(goal, to)) for number, goal in entering),
        )
    if plan.agreement_reason:
        yield Paragraph(to.theirs(plan.agreement_reason, at_part(REASON)))


def finding(entering: int, to: Reader) -> str:
    if not entering:
        return to.words(N_("No goal enters an agreement"))
    one, many = N_("One goal enters planning or an agreement"), N_("%(n)s goals enter planning or an agreement")
    return to.counted(one, many, entering)


def enters(goal: Goal) -> bool:
    return goal.agreement in ("candidate", "agreed") or bool(goal.document)


def agreement(goal: Goal, to: Reader) -> Words:
    told = goals.agreement(goal, to)
    return told if goal.agreement else replace(NONE, at=told.at)


def document(goal: Goal, to: Reader) -> Words:
    return to.theirs(to.choice("goal", "document", goal.document), f"goals/{goal.id}/document")
