"""The annex to a performance agreement: which goals are proposed or agreed for it, and how they are followed.

Ministries name in it the result targets that are entered in the agreements with their agencies (DOMAIN §1).
"""

from collections.abc import Iterator

from facilitation.report import goals
from facilitation.report.blocks import Block, Column, Headline, Note, Paragraph, Section, Table
from facilitation.report.head import REASON, at_part
from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.shapes import Goal, Plan
from facilitation.words import N_

MARKED = ("agreed", "candidate")


def sections(plan: Plan, to: Reader) -> Iterator[Section]:
    chosen = [(number, goal) for number, goal in enumerate(plan.goals, 1) if goal.agreement in MARKED]
    yield Section(to.words(N_("Performance agreement")), tuple(_overview(plan, chosen, to)))
    pages = tuple(block for number, goal in chosen for block in goals.goal_page(number, goal, to))
    yield Section(to.words(N_("Goals")), pages)


def _overview(plan: Plan, chosen: list[tuple[int, Goal]], to: Reader) -> Iterator[Block]:
    about = to.words(N_("Performance agreement"))
    if not chosen:
        yield Headline(to.words(N_("No goal is proposed for the performance agreement")), about)
        unsaid = to.line(N_("No reason has been written down yet."))
        yield Paragraph(to.theirs(plan.agreement_reason, at_part(REASON)) if plan.agreement_reason else unsaid)
        return
    yield Headline(_finding(chosen, to), about)
    yield _table(chosen, to)
    yield Note(to.line(N_("“Candidate” is a proposal; “agreed” stands in the agreement of that year.")))


def _finding(chosen: list[tuple[int, Goal]], to: Reader) -> str:
    agreed = sum(goal.agreement == "agreed" for _, goal in chosen)
    if agreed:
        return to.words(
            N_("%(agreed)s agreed and %(proposed)s proposed for the performance agreement"),
            agreed=agreed,
            proposed=len(chosen) - agreed,
        )
    return to.counted(
        N_("One goal is proposed for the performance agreement"),
        N_("%(n)s goals are proposed for the performance agreement"),
        len(chosen),
    )


def _table(chosen: list[tuple[int, Goal]], to: Reader) -> Table:
    return Table(
        to.words(N_("Goals for the performance agreement")),
        (
            Column(to.words(N_("Goal")), 4.4),
            Column(to.words(N_("Objective of the strategy")), 3),
            Column(to.words(N_("Owner")), 1.9),
            Column(to.words(N_("By")), 1.3),
            Column(to.words(N_("Performance agreement")), 1.6),
        ),
        tuple(_row(number, goal, to) for number, goal in chosen),
    )


def _row(number: int, goal: Goal, to: Reader) -> tuple[Words, ...]:
    return (
        goals.numbered(number, goal, to),
        goals.objectives(goal, to),
        goals.owner(goal, to),
        goals.due(goal, to),
        goals.agreement(goal, to),
    )
