"""What goes to planning, as rows: goals for agreements, and each action's share of each year."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from facilitation.followup import STATUSES, FollowedMetric, expected
from facilitation.report.following.sheets import STANDINGS
from facilitation.report.goals import AGREEMENTS, metric_name
from facilitation.report.planning.agreements import Proposed, proposed
from facilitation.report.planning.standing import Stands
from facilitation.report.planning.work import Share, shares, whose
from facilitation.report.reader import Reader
from facilitation.report.sheets import Sheet
from facilitation.report.tabled.columns import DAY, NARROW, WIDE, WIDEST, Column, offered, sheet, worded
from facilitation.report.tabled.metrics import unit
from facilitation.shapes import Metric, Plan, Reading
from facilitation.shapes.followed import Entered
from facilitation.words import N_


@dataclass(frozen=True, slots=True)
class Aim:
    """A metric of a goal for the agreements, and how it stands."""

    of: Proposed
    metric: Metric
    stands: FollowedMetric | None

    @property
    def last(self) -> Entered | None:
        return self.stands.last if self.stands else None

    @property
    def standing(self) -> str:
        return self.last.standing if self.last else ""

    @property
    def status(self) -> str:
        return self.stands.judged.status if self.stands else ""

    @property
    def expected(self) -> float | None:
        """By the end of the agreement's year."""
        year = self.of.goal.agreement_year
        return expected(self.metric, date(year, 12, 31)) if year else None


def planning_sheets(plans: Sequence[Plan], stands: Stands | None, to: Reader) -> Iterator[Sheet]:
    goals = [(f"{each.plan.id}/{each.goal.id}", each) for _, year in sorted(proposed(plans).items()) for each in year]
    aims = [
        (f"{each.plan.id}/{metric.id}", Aim(each, metric, stands.of(each.plan, metric.id) if stands else None))
        for _, each in goals
        for metric in each.goal.metrics
    ]
    work = [(f"{each.plan.id}/{each.action.id}.{each.year}", each) for each in shares(plans)]
    every = (
        sheet("agreements", N_("Performance agreements"), GOALS, goals, to),
        sheet("aims", N_("Metrics of the agreements"), AIMS, aims, to),
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
AIMS: tuple[Column[Aim], ...] = (
    Column("year", N_("Year"), lambda each, to: each.of.goal.agreement_year, "number", NARROW),
    Column("organisation", N_("Organisation"), lambda each, to: whose(each.of.plan, each.of.goal), width=WIDE),
    Column("goal", N_("Goal"), lambda each, to: to.plain(each.of.goal.to), width=WIDEST),
    Column("metric", N_("Metric"), lambda each, to: metric_name(each.metric, to).text, width=WIDEST),
    Column("unit", N_("Measured in"), lambda each, to: unit(each.metric, to), width=14),
    Column("baseline", N_("Baseline"), lambda each, to: _value(each.metric.baseline), "number", 14),
    Column("newest", N_("Newest figure"), lambda each, to: _value(each.last), "number", 14, spare=True),
    Column("first", N_("From"), lambda each, to: each.last and each.last.period.first, "day", DAY, spare=True),
    Column("last", N_("To"), lambda each, to: each.last and each.last.period.last, "day", DAY, spare=True),
    worded("standing", N_("Preliminary or final"), {**STANDINGS, "": ""}, lambda each: each.standing, spare=True),
    worded("status", N_("Status"), {**STATUSES, "": ""}, lambda each: each.status, spare=True),
    Column("expected", N_("Expected by the end of the year"), lambda each, to: each.expected, "number", 14),
    Column("target", N_("Target"), lambda each, to: _value(each.metric.target), "number", 14),
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


def _value(of: Reading | Entered | None) -> float | None:
    return of.value if of else None
