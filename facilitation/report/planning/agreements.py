"""The goals for the performance agreements, year by year, with what their metrics shall show when that year ends."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from facilitation.followup import expected
from facilitation.report.blocks import Block, Column, Headline, Note, Paragraph, Section, Table
from facilitation.report.extracts.agreement import MARKED
from facilitation.report.following.naming import aimed, status_name, value
from facilitation.report.goals import AGREEMENTS, metric_name
from facilitation.report.planning.standing import Stands
from facilitation.report.planning.work import whose
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.shapes import Goal, Metric, Plan
from facilitation.words import N_


@dataclass(frozen=True, slots=True)
class Proposed:
    """A goal that is proposed or agreed, and whose plan it stands in."""

    plan: Plan
    number: int
    goal: Goal


def sections(plans: Sequence[Plan], stands: Stands | None, to: Reader) -> Iterator[Section]:
    every = proposed(plans)
    if not every:
        yield Section(to.words(N_("Performance agreements")), tuple(_none(plans, to)))
    for year, goals in sorted(every.items()):
        title = to.words(N_("Agreements for %(year)s"), year=year) if year else to.words(N_("Year not yet set"))
        yield Section(title, tuple(_year(year, goals, stands, to)))


def proposed(plans: Sequence[Plan]) -> Mapping[int, list[Proposed]]:
    """By year of the agreement; nought where none is set."""
    found: dict[int, list[Proposed]] = defaultdict(list)
    for plan in plans:
        for number, goal in enumerate(plan.goals, 1):
            if goal.agreement in MARKED:
                found[goal.agreement_year or 0].append(Proposed(plan, number, goal))
    return found


def _none(plans: Sequence[Plan], to: Reader) -> Iterator[Block]:
    about = to.words(N_("Performance agreements"))
    yield Headline(to.words(N_("No goal is proposed for the performance agreement")), about)
    reasons = [plan.agreement_reason for plan in plans if plan.agreement_reason]
    for reason in reasons:
        yield Paragraph(Words(reason, theirs=True))
    if not reasons:
        yield Note(to.line(N_("No reason has been written down yet.")))


def _year(year: int, goals: Sequence[Proposed], stands: Stands | None, to: Reader) -> Iterator[Block]:
    agreed = sum(each.goal.agreement == "agreed" for each in goals)
    about = to.words(N_("Performance agreements"))
    finding = N_("%(agreed)s agreed and %(proposed)s proposed for the performance agreement")
    said = to.words(finding, agreed=agreed, proposed=len(goals) - agreed)
    yield Headline(f"{year}: {said}" if year else said, about)
    yield Table(
        to.words(N_("Goals for the performance agreement")),
        (
            Column(to.words(N_("Organisation")), 2),
            Column(to.words(N_("Goal")), 4.4),
            Column(to.words(N_("Owner")), 1.9),
            Column(to.words(N_("Performance agreement")), 1.6),
        ),
        tuple(
            (
                to.theirs(whose(each.plan, each.goal)),
                _goal(each, to),
                to.named(each.goal.owner),
                to.line(AGREEMENTS[each.goal.agreement]),
            )
            for each in goals
        ),
    )
    yield from _metrics(year, goals, stands, to)


def _metrics(year: int, goals: Sequence[Proposed], stands: Stands | None, to: Reader) -> Iterator[Block]:
    rows = [(each, metric) for each in goals for metric in each.goal.metrics]
    known = figured(goals, stands)
    if rows:
        aims = [date(year, 12, 31)] if year else []
        yield Table(
            to.words(N_("What the metrics of these goals shall show")),
            tuple(_heads(aims, to, known=bool(known))),
            tuple(tuple(_row(each, metric, aims, known, to)) for each, metric in rows),
        )
    if stands and not known:
        yield Note(to.line(N_("No figure has been entered yet for any of these goals.")))
    if rows and year:
        yield Note(
            to.line(N_("Between interim targets the figure lies on a straight line; settle it before agreeing."))
        )


def figured(goals: Sequence[Proposed], stands: Stands | None) -> Stands | None:
    """How their metrics stand; None where no figure of any of them is known."""
    found = (stands.of(each.plan, metric.id) for each in goals for metric in each.goal.metrics) if stands else ()
    return stands if any(each and each.newest for each in found) else None


def _heads(aims: Sequence[date], to: Reader, *, known: bool) -> Iterator[Column]:
    yield Column(to.words(N_("Organisation")), 2)
    yield Column(to.words(N_("Metric")), 3.4 if known else 4)
    yield Column(to.words(N_("Baseline")), 1.3, figures=True)
    if known:
        yield Column(to.words(N_("Newest figure")), 2)
        yield Column(to.words(N_("Status")), 1.6)
    for day in aims:
        yield Column(to.words(N_("By the end of %(year)s"), year=day.year), 1.6, figures=True)
    yield Column(to.words(N_("Target")), 1.3, figures=True)


def _row(each: Proposed, metric: Metric, aims: Sequence[date], known: Stands | None, to: Reader) -> Iterator[Words]:
    yield to.theirs(whose(each.plan, each.goal))
    yield metric_name(metric, to)
    yield Words(to.measured(metric.baseline, metric.unit))
    if known:
        stands = known.of(each.plan, metric.id)
        yield value(stands.newest if stands else None, metric.unit, to)
        yield status_name(stands.judged.status, to) if stands else NONE
    for day in aims:
        yield Words(aimed(expected(metric, day), metric, to))
    yield Words(to.number(metric.target.value if metric.target else None, metric.unit))


def _goal(each: Proposed, to: Reader) -> Words:
    said = to.theirs(each.goal.to)
    return NONE if said == NONE else Words(f"{each.number}. {said.text}", said.language, theirs=True)
