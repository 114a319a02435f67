"""Every metric of every goal, what lags first: where it began, is, should be and shall be; its figures by period."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitation.followup import (
    STATUSES,
    Break,
    FollowedGoal,
    FollowedMetric,
    Loose,
    Series,
    expected,
    judged,
    standing,
    urgent,
)
from facilitation.followup import Figure as Given
from facilitation.limits import STEADY_DENOMINATOR
from facilitation.quality.metrics import of_few
from facilitation.report.blocks import Block, Column, Headline, Note, Paragraph, Section, Table
from facilitation.report.charts import Cut, Point, TrajectoryChart
from facilitation.report.following.naming import (
    NO_GOAL,
    aimed,
    anew,
    corrected,
    goal_place,
    period_name,
    status_name,
    theme_name,
    value,
)
from facilitation.report.goals import baseline, metric_name, target
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.report.trajectories import trajectory
from facilitation.words import N_

TOLD = 40
"""Goals with a page of their own, what lags first; every figure of all of them stands in the workbook."""
FEW = N_("%(name)s: with fewer than %(least)s cases a share is told as how many of how many, and not drawn.")
FEWEST = 2
"""Figures that make a way; a single one stands in the table above."""


def section(goals: Sequence[FollowedGoal], loose: Sequence[Loose], to: Reader) -> Section:
    """Goal by goal, then plan by plan what belongs to none."""
    of_goals = (block for goal in _lagging(goals)[:TOLD] for block in _goal(goal, to))
    of_none = (block for each in loose[:TOLD] for block in _loose(each, to))
    return Section(
        to.words(N_("Goals and figures")),
        (*of_goals, *of_none),
        to.words(N_("Expected is where a straight line over the interim targets stands at the end of the period.")),
    )


def _lagging(goals: Sequence[FollowedGoal]) -> Sequence[FollowedGoal]:
    return sorted(goals, key=lambda goal: urgent(standing(goal)))


def _goal(goal: FollowedGoal, to: Reader) -> Iterator[Block]:
    if not goal.metrics:
        return
    yield Headline(_finding(goal, to), to.words(N_("Goal %(number)s"), number=goal.number), goal_place(goal.number))
    yield Paragraph(to.theirs(goal.goal.to))
    yield from _metrics(to.words(N_("Metrics of the goal, what lags first")), goal.metrics, to)


def _loose(of: Loose, to: Reader) -> Iterator[Block]:
    if not of.metrics:
        return
    said = N_("%(organisation)s, metrics of no goal: %(status)s")
    told = to.words(
        said if of.organisation else N_("Metrics of no goal: %(status)s"),
        **({"organisation": of.organisation} if of.organisation else {}),
        status=to.words(STATUSES[of.metrics[0].judged.status]).lower(),
    )
    yield Headline(told, to.words(N_("Belongs to no goal")), NO_GOAL)
    yield from _metrics(to.words(N_("Metrics that belong to no goal, what lags first")), of.metrics, to)


def _metrics(caption: str, metrics: Sequence[FollowedMetric], to: Reader) -> Iterator[Block]:
    yield Table(
        caption,
        (
            Column(to.words(N_("Metric")), 3.4),
            Column(to.words(N_("Baseline")), 1.7),
            Column(to.words(N_("Newest figure")), 2),
            Column(to.words(N_("Expected")), 1.3),
            Column(to.words(N_("Target")), 1.7),
            Column(to.words(N_("Status")), 1.6),
        ),
        tuple(_row(each, to) for each in metrics),
    )
    for each in metrics:
        yield from _way(each, to)


def _finding(goal: FollowedGoal, to: Reader) -> str:
    said = N_("%(organisation)s, goal %(number)s, %(theme)s: %(status)s")
    return to.words(
        said if goal.organisation else N_("Goal %(number)s, %(theme)s: %(status)s"),
        **({"organisation": goal.organisation} if goal.organisation else {}),
        number=goal.number,
        theme=theme_name(goal.pack, goal.theme, to),
        status=to.words(STATUSES[goal.status]).lower(),
    )


def _row(each: FollowedMetric, to: Reader) -> tuple[Words, ...]:
    metric = each.metric
    return (
        metric_name(metric, to),
        baseline(metric, to),
        _newest(each, to),
        Words(aimed(each.judged.expected, metric, to)),
        target(metric, to),
        status_name(each.judged.status, to),
    )


def _newest(each: FollowedMetric, to: Reader) -> Words:
    """The newest figure, and by when the next one is to be there, or should have been."""
    told = value(each.newest, each.metric.unit, to)
    if each.due is None:
        return told
    due = N_("was due by %(day)s") if each.judged.owed else N_("next due by %(day)s")
    return Words(f"{told.text}; {to.words(due, day=to.day(each.due))}")


def _way(each: FollowedMetric, to: Reader) -> Iterator[Block]:
    """The way drawn beside its line, broken where the definition was changed, and all its figures as numbers."""
    figures = [figure for series in each.series for figure in series.figures]
    chart = way(each, to)
    if chart:
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
            tuple(_rows(each, to)),
            drawn=chart is not None,
        )
    if any(of_few(each.metric.unit, figure.now.denominator) for figure in figures):
        yield Note(to.line(FEW, name=name, least=STEADY_DENOMINATOR))
    for broken in each.breaks:
        yield Note(_break(broken, name, to))
    for figure in figures:
        yield from _about(figure, each, len(figures) < FEWEST, to)


def way(each: FollowedMetric, to: Reader) -> TrajectoryChart | None:
    """From its baseline over what was expected and what was measured to its target; None where too little has a day."""
    chart = trajectory(each.metric, to, *_drawn(each, to))
    return replace(chart, status=each.judged.status) if chart else None


def stands(each: FollowedMetric, to: Reader) -> str:
    """The newest figure and what was expected, in words."""
    now = value(each.newest, each.metric.unit, to).text
    if each.newest is None or each.judged.expected is None:
        return now
    return to.words(N_("%(now)s, expected %(aim)s"), now=now, aim=aimed(each.judged.expected, each.metric, to))


def why(each: FollowedMetric, to: Reader) -> str:
    """Why it stands where it stands, with the figure and what was expected, and since when a figure is overdue."""
    return " ".join(_why(each, to))


def _why(each: FollowedMetric, to: Reader) -> Iterator[str]:
    said = to.line(each.judged.why).text
    yield f"{stands(each, to)}. {said}" if each.newest else said
    if each.judged.owed and each.due:
        yield to.words(N_("It was due by %(day)s."), day=to.day(each.due))


def _drawn(each: FollowedMetric, to: Reader) -> tuple[Sequence[Point], Sequence[tuple[Point, ...]], Sequence[Cut]]:
    """What is counted now, what was counted by each older definition, and where the newer ones begin."""
    now = [series for series in each.series if each.newest in series.figures]
    older = [series for series in each.series if series not in now]
    cuts = [Cut(broken.first, anew(broken, to)) for broken in each.breaks]
    unit = each.metric.unit
    points = [point for series in now for point in _points(series, unit)]
    return points, [_points(series, unit) for series in older], cuts


def _points(series: Series, unit: str) -> tuple[Point, ...]:
    """Shares of few cases are told in the table only."""
    every = ((figure.now, figure.restated) for figure in series.figures if not of_few(unit, figure.now.denominator))
    return tuple(Point(now.period.last, now.value, now.standing == "preliminary", again) for now, again in every)


def _rows(each: FollowedMetric, to: Reader) -> Iterator[tuple[Words, ...]]:
    """Series by series, and between them the row that says so."""
    begins = {broken.definition: broken for broken in each.breaks}
    for series in each.series:
        if broken := begins.pop(series.definition, None):
            yield _between(broken, to)
        yield from (_figure(each, figure, to) for figure in series.figures)
    yield from (_between(broken, to) for broken in begins.values())


def _between(broken: Break, to: Reader) -> tuple[Words, ...]:
    return Words(anew(broken, to)), NONE, NONE, NONE, NONE


def _break(broken: Break, name: str, to: Reader) -> Words:
    """With the day of the new definition where it is known."""
    if broken.since is None:
        return to.line(N_("%(name)s: the definition was changed, and a new series begins."), name=name)
    said = N_(
        "%(name)s: the definition was changed on %(day)s, and a new series begins. Figures before and after it are not "
        "compared."
    )
    return to.line(said, name=name, day=to.day(broken.since))


def _figure(each: FollowedMetric, figure: Given, to: Reader) -> tuple[Words, ...]:
    """The line belongs to the metric as it is defined now: figures by an older definition are held against nothing."""
    now, metric = figure.now, each.metric
    held = each.newest is not None and now.definition == each.newest.now.definition
    version = to.words(N_("definition %(n)s"), n=now.definition)
    told = (to.measured(now, metric.unit), *corrected(figure, metric.unit, to))
    return (
        Words(period_name(now.period, to) + (f" ({version})" if each.breaks else "")),
        Words(", ".join(told)),
        Words(aimed(expected(metric, now.period.last), metric, to)) if held else NONE,
        status_name(judged(metric, now, now.period.last).status, to) if held else NONE,
        to.theirs(now.comment) if now.comment else NONE,
    )


def _about(figure: Given, each: FollowedMetric, alone: bool, to: Reader) -> Iterator[Block]:
    now = figure.now
    if figure.restated:
        was = to.listed([to.measured(old, each.metric.unit) for old in figure.was])
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
