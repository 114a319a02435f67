"""What goes to planning, as rows: goals for agreements, and each action's share of each year."""

from collections.abc import Iterator, Sequence

from facilitation.report.goals import AGREEMENTS
from facilitation.report.planning.agreements import Proposed, proposed
from facilitation.report.planning.work import Share, shares, whose
from facilitation.report.reader import Reader
from facilitation.report.sheets import Sheet
from facilitation.report.tabled.columns import DAY, NARROW, WIDE, WIDEST, Column, offered, sheet, worded
from facilitation.shapes import Plan
from facilitation.words import N_


def planning_sheets(plans: Sequence[Plan], to: Reader) -> Iterator[Sheet]:
    goals = [(f"{each.plan.id}/{each.goal.id}", each) for _, year in sorted(proposed(plans).items()) for each in year]
    work = [(f"{each.plan.id}/{each.action.id}.{each.year}", each) for each in shares(plans)]
    every = (
        sheet("agreements", N_("Performance agreements"), GOALS, goals, to),
        sheet("years", N_("Actions by year"), YEARS, work, to),
    )
    return (each for each in every if each.rows)


GOALS: tuple[Column[Proposed], ...] = (
    Column("year", N_("Year"), lambda each, to: each.goal.agreement_year, "number", NARROW),
    Column("organisation", N_("Organisation"), lambda each, to: whose(each.plan, each.goal), width=WIDE),
    Column("goal", N_("Goal"), lambda each, to: to.plain(each.goal.to), width=WIDEST),
    worded("agreement", N_("Performance agreement"), AGREEMENTS, lambda each: each.goal.agreement),
    offered("goal", "document", N_("Planning document"), lambda each: each.goal.document),
    Column("owner", N_("Owner"), lambda each, to: each.goal.owner, width=26),
    Column("due", N_("By"), lambda each, to: each.goal.due, "day", DAY),
)
YEARS: tuple[Column[Share], ...] = (
    Column("year", N_("Year"), lambda each, to: each.year, "number", NARROW),
    Column("organisation", N_("Organisation"), lambda each, to: each.whose, width=WIDE),
    Column("action", N_("Action"), lambda each, to: to.plain(each.action.text), width=WIDEST),
    Column("responsible", N_("Responsible"), lambda each, to: each.action.responsible, width=26),
    Column("effort", N_("Person-days"), lambda each, to: each.effort, "number", 14),
    Column("cost", N_("Euros"), lambda each, to: each.cost, "number", 14),
    Column("funding", N_("Funding"), lambda each, to: each.action.funding, width=26),
)
