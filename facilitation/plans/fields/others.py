"""What an action, a risk, a day of follow-up and the plan itself are asked for."""

from dataclasses import replace

from facilitation import limits
from facilitation.plans.fields.entry import Entry, Languages, Offered, Plain, Yes, at, day, figure, several
from facilitation.plans.fields.milestones import Milestones, milestones
from facilitation.shapes import Plan, span_of
from facilitation.steps.kind import Choice, Day, Number, Person, Scale, Text
from facilitation.words import N_

ACTION: tuple[Entry, ...] = (
    at(
        Text(key="what", label=N_("What is done"), help=N_("begin with a verb"), required=True, limit=240, lines=2),
        "text",
    ),
    at(Person(key="responsible", label=N_("Responsible"), help=N_("a role, not a name"))),
    day(Day(key="start", label=N_("Start"))),
    day(Day(key="end", label=N_("End"))),
    at(Text(key="deliverable", label=N_("What comes out of it"), limit=240)),
    at(Text(key="resources", label=N_("Resources"), limit=160)),
    at(Plain(key="partners", label=N_("Partners"))),
    milestones(Milestones(key="milestones", label=N_("Milestones"), help=N_("points on the way, each with its day"))),
    figure(Number(key="effort", label=N_("Effort (person-days)"))),
    figure(Number(key="cost", label=N_("Cost (€)"))),
    at(Plain(key="funding", label=N_("Funding"))),
    at(Yes(key="yearly", label=N_("Repeats every year")), empty=False),
    at(
        Choice(
            key="priority",
            label=N_("Priority"),
            choices=(("high", N_("High")), ("medium", N_("Medium")), ("low", N_("Low"))),
        )
    ),
    at(
        Choice(
            key="status",
            label=N_("Status"),
            choices=(
                ("to_come", N_("To come")),
                ("in_progress", N_("In progress")),
                ("done", N_("Done")),
                ("paused", N_("Paused")),
                ("abandoned", N_("Abandoned")),
            ),
        ),
        empty="to_come",
    ),
    at(Text(key="risk", label=N_("Risk"), limit=240)),
)

RISK: tuple[Entry, ...] = (
    at(Text(key="text", label=N_("Risk"), required=True, limit=300, lines=2)),
    figure(Scale(key="likelihood", label=N_("Likelihood"))),
    figure(Scale(key="impact", label=N_("Impact on the goals"))),
)

FOLLOW_UP: tuple[Entry, ...] = (
    day(Day(key="day", label=N_("Day"), required=True)),
    at(Text(key="what", label=N_("What is looked at"), limit=240)),
)


def period(plan: Plan) -> str:
    return plan.period.name


def with_period(plan: Plan, name: str | None) -> Plan:
    return replace(plan, period=span_of(name or ""))


PLAN: tuple[Entry, ...] = (
    at(Text(key="title", label=N_("Title"), required=True, limit=limits.TITLE)),
    at(Plain(key="organisation", label=N_("Organisation"), limit=limits.ORGANISATION)),
    at(
        Choice(
            key="kind",
            label=N_("Kind of organisation"),
            choices=(("ministry", N_("Ministry")), ("unit", N_("Accounting unit"))),
        )
    ),
    Entry(
        Plain(key="period", label=N_("Period"), help=N_("such as 2027–2029"), limit=limits.PERIOD), period, with_period
    ),
    at(Person(key="owner", label=N_("Owner of the plan"), help=N_("a role, not a name"))),
    several(Languages(key="languages", label=N_("Languages of the plan"))),
    at(Text(key="summary", label=N_("Summary"), limit=limits.SECTION, lines=5)),
    at(Text(key="background", label=N_("Background and mandate"), limit=limits.SECTION, lines=5)),
    at(
        Plain(
            key="agreement_reason",
            label=N_("Why no goal goes to planning or to the performance agreement"),
            limit=limits.REASON,
            lines=2,
        )
    ),
    at(Offered(key="publicity", label=N_("Publicity"))),
    at(Plain(key="records_class", label=N_("Records class"), help=N_("where the records plan files it"))),
)
