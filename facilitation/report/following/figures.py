"""Every metric of every goal, what lags first: where it began, is, should be and shall be; its figures by period."""

from collections.abc import Iterator, Sequence

from facilitation.followup import STATUSES, FollowedGoal, FollowedMetric, broken, expected, judged, standing, urgent
from facilitation.followup import Figure as Given
from facilitation.report.blocks import Block, Column, Headline, Note, Paragraph, Section, Table
from facilitation.report.charts import Point
from facilitation.report.following.naming import aimed, period_name, theme_name, value
from facilitation.report.goals import baseline, metric_name, target
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.report.trajectories import trajectory
from facilitation.words import N_

TOLD = 40
"""Goals with a page of their own, what lags first; every figure of all of them stands in the workbook."""
FEWEST = 2
"""Figures that make a way; a single one stands in the table above."""


def section(goals: Sequence[FollowedGoal], to: Reader) -> Section:
    return Section(
        to.words(N_("Goals and figures")),
        tuple(block for goal in _lagging(goals)[:TOLD] for block in _goal(goal, to)),
        to.words(N_("Expected is where a straight line over the interim targets stands at the end of the period.")),
    )


def _lagging(goals: Sequence[FollowedGoal]) -> Sequence[FollowedGoal]:
    return sorted(goals, key=lambda goal: urgent(standing(goal)))


def _goal(goal: FollowedGoal, to: Reader) -> Iterator[Block]:
    if not goal.metrics:
        return
    yield Headline(_finding(goal, to), to.words(N_("Goal %(number)s"), number=goal.number))
    yield Paragraph(to.theirs(goal.goal.to))
    yield Table(
        to.words(N_("Metrics of the goal, what lags first")),
        (
            Column(to.words(N_("Metric")), 3.4),
            Column(to.words(N_("Baseline")), 1.7),
            Column(to.words(N_("Newest figure")), 2),
            Column(to.words(N_("Expected")), 1.3),
            Column(to.words(N_("Target")), 1.7),
            Column(to.words(N_("Status")), 1.6),
        ),
        tuple(_row(each, to) for each in goal.metrics),
    )
    for each in goal.metrics:
        yield from _way(each, to)


def _finding(goal: FollowedGoal, to: Reader) -> str:
    said = N_("%(organisation)s, goal %(number)s, %(theme)s: %(status)s")
    return to.words(
        said if goal.organisation else N_("Goal %(number)s, %(theme)s: %(status)s"),
        **({"organisation": goal.organisation} if goal.organisation else {}),
        number=goal.number,
        theme=theme_name(goal.theme, to),
        status=to.words(STATUSES[goal.status]).lower(),
    )


def _row(each: FollowedMetric, to: Reader) -> tuple[Words, ...]:
    metric = each.metric
    return (
        metric_name(metric, to),
        baseline(metric, to),
        value(each.last, metric.unit, to),
        Words(aimed(each.judged.expected, metric, to)),
        target(metric, to),
        to.line(STATUSES[each.judged.status]),
    )


def _way(each: FollowedMetric, to: Reader) -> Iterator[Block]:
    """The metric's way drawn beside its line, by the newest definition alone, and all its figures as numbers."""
    figures = [figure for series in each.series for figure in series.figures]
    if chart := trajectory(each.metric, to, _measured(each)):
        yield chart
    name = metric_name(each.metric, to).text
    if len(figures) >= FEWEST:
        yield Table(
            to.words(N_("%(name)s by period"), name=name),
            (
                Column(to.words(N_("Period")), 1.6),
                Column(to.words(N_("Figure")), 1.4, figures=True),
                Column(to.words(N_("Expected")), 1.4, figures=True),
                Column(to.words(N_("Status")), 1.8),
                Column(to.words(N_("Comment")), 4),
            ),
            tuple(_figure(each, figure, to) for figure in figures),
        )
    if broken(each.series):
        yield Note(to.line(N_("%(name)s: the definition was changed, and a new series begins."), name=name))
    for figure in figures:
        yield from _about(figure, each, len(figures) < FEWEST, to)


def _measured(each: FollowedMetric) -> list[Point]:
    figures = [figure.now for figure in each.series[-1].figures] if each.series else []
    return [Point(now.period.last, now.value, now.standing == "preliminary") for now in figures]


def _figure(each: FollowedMetric, figure: Given, to: Reader) -> tuple[Words, ...]:
    """The line belongs to the metric as it is defined now: figures by an older definition are held against nothing."""
    now, metric = figure.now, each.metric
    held = now.definition == each.series[-1].definition
    version = to.words(N_("definition %(n)s"), n=now.definition)
    return (
        Words(period_name(now.period, to) + (f" ({version})" if broken(each.series) else "")),
        Words(to.number(now.value, metric.unit)),
        Words(aimed(expected(metric, now.period.last), metric, to)) if held else NONE,
        to.line(STATUSES[judged(metric, now, now.period.last).status]) if held else NONE,
        to.theirs(now.comment) if now.comment else NONE,
    )


def _about(figure: Given, each: FollowedMetric, alone: bool, to: Reader) -> Iterator[Block]:
    now = figure.now
    if figure.restated:
        was = to.listed([to.number(old.value, each.metric.unit) for old in figure.was])
        yield Note(
            to.line(
                N_("The figure for %(period)s was corrected; before: %(was)s."),
                period=period_name(now.period, to),
                was=was,
            )
        )
    if alone and now.comment:
        yield Note(to.theirs(now.comment))
    if now.evidence:
        yield Note(
            to.line(N_("Evidence for %(period)s: %(link)s"), period=period_name(now.period, to), link=now.evidence)
        )
