"""The finding in one sentence, the counts behind it, and the goals, what lags first; by theme and by organisation."""

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeAlias

from facilitation.followup import (
    STATUSES,
    FollowedGoal,
    FollowedMetric,
    Standing,
    Tally,
    added,
    by_organisation,
    by_theme,
    finding,
    lagging,
    tally,
)
from facilitation.report.blocks import Block, Column, Figure, Headline, KeyFigures, Note, Paragraph, Section, Table
from facilitation.report.following.figures import stands
from facilitation.report.following.moved import Then, moved
from facilitation.report.following.naming import goal_name, status_name, theme_name
from facilitation.report.following.statuses import chart, row
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.words import N_, Count

LISTED = 20
"""Goals in the list of what lags; of a whole branch nobody reads a thousand rows."""
Known: TypeAlias = Mapping[tuple[str, int], FollowedMetric]
"""By plan and number of a goal, its metric that lags most."""
PARTS = 80
"""Themes or organisations in a table: a whole branch, and of more those that lag most."""


def section(
    goals: Sequence[Standing],
    to: Reader,
    parts: Mapping[str, Tally] | None = None,
    then: Sequence[Then] = (),
    whole: Sequence[FollowedGoal] = (),
) -> Section:
    """`parts`: the branches by name, where the whole is made up of these. `then`: where the goals stood when earlier
    rounds ended. `whole`: the same goals with their figures, where these are at hand.
    """
    known = {(goal.plan, goal.number): goal.metrics[0] for goal in whole if goal.metrics}
    return Section(to.words(N_("Summary")), tuple(_blocks(goals, parts or {}, then, known, to)))


def _blocks(
    goals: Sequence[Standing], parts: Mapping[str, Tally], then: Sequence[Then], known: Known, to: Reader
) -> Iterator[Block]:
    seen, about = tally(goals), to.words(N_("Summary"))
    yield Headline(to.words(finding(seen)), about)
    if not goals:
        yield Note(to.line(N_("Goals are followed once a plan has been approved.")))
        return
    yield KeyFigures(tuple(Figure(to.number(seen.goals[status]), to.words(name)) for status, name in STATUSES.items()))
    every = parts or by_organisation(goals)
    if parts or len(every) > 1:
        yield from _whose(every, bool(parts), to)
        yield from moved(then, seen, to)
        yield Headline(to.words(N_("Goals, what lags first")), to.words(N_("Goals")))
        yield from _goals(goals, known, to, several=True)
    else:
        yield from _goals(goals, known, to, several=False)
        yield from moved(then, seen, to)
    themes = _themes(goals, to)
    if len(themes) > 1:
        about = to.words(N_("Goals by theme"))
        yield Headline(_in_how_many(N_("Goals lag behind in %(n)s of %(of)s themes"), themes, to), about)
        yield from _parts(to.words(N_("Theme")), about, themes, to)


def _themes(goals: Sequence[Standing], to: Reader) -> Mapping[str, Tally]:
    """By name: a theme that two versions of a strategy call the same is one."""
    found: dict[str, Tally] = {}
    for key, part in by_theme(goals).items():
        name = theme_name(*key, to)
        found[name] = added((found[name], part)) if name in found else part
    return found


def _whose(every: Mapping[str, Tally], branches: bool, to: Reader) -> Iterator[Block]:
    """Under the finding over all: in how many branches or organisations it lags, and in which."""
    found, head, caption = (
        (N_("Goals lag behind in %(n)s of %(of)s branches"), N_("Branch"), N_("Goals by branch"))
        if branches
        else (N_("Goals lag behind in %(n)s of %(of)s organisations"), N_("Organisation"), N_("Goals by organisation"))
    )
    yield Paragraph(Words(_in_how_many(found, every, to)), stays=True)
    yield from _parts(to.words(head), to.words(caption), every, to)


def _in_how_many(found: str, parts: Mapping[str, Tally], to: Reader) -> str:
    n = sum(bool(part.goals["behind"] + part.goals["slightly_behind"]) for part in parts.values())
    return to.words(found, n=Count(n), of=Count(len(parts)))


def _goals(goals: Sequence[Standing], known: Known, to: Reader, *, several: bool) -> Iterator[Block]:
    yield _lagging(lagging(goals, LISTED), known, to, several=several)
    if (more := len(goals) - LISTED) > 0:
        yield Note(
            to.line(
                to.counted(
                    N_("One more goal, which lags less, stands in the workbook."),
                    N_("%(n)s more goals, which lag less, stand in the workbook."),
                    more,
                )
            ),
            workbook=True,
        )
    yield Note(to.line(N_("A goal stands where the metric stands that lags most.")))


def _lagging(goals: Sequence[Standing], known: Known, to: Reader, *, several: bool) -> Table:
    return Table(
        to.words(N_("Goals, what lags first")),
        (
            Column(to.words(N_("Goal")), 4.6),
            *((Column(to.words(N_("Organisation")), 2),) if several else ()),
            Column(to.words(N_("Status")), 1.6),
            Column(to.words(N_("Why")), 3),
            Column(to.words(N_("Owner")), 1.9),
        ),
        tuple(
            (
                goal_name(goal, to),
                *((Words(goal.organisation, theirs=True),) if several else ()),
                status_name(goal.status, to),
                _why(goal, known.get((goal.plan, goal.number)), to),
                to.named(goal.owner),
            )
            for goal in goals
        ),
    )


def _why(goal: Standing, metric: FollowedMetric | None, to: Reader) -> Words:
    """With the figure and what was expected, where they are at hand."""
    why = to.line(goal.why or N_("The goal has no metric."))
    return Words(f"{stands(metric, to)}. {why.text}") if metric and metric.newest else why


def _parts(head: str, caption: str, parts: Mapping[str, Tally], to: Reader) -> Iterator[Block]:
    """Those whose goals lag stand first."""
    ordered = sorted(parts.items(), key=lambda part: (part[1].pressing, part[0]))
    if (more := len(ordered) - PARTS) > 0:
        told = N_("Listed are the %(n)s whose goals call for somebody first; %(more)s more are not.")
        yield Note(to.line(told, n=PARTS, more=more))
    rows = (row(Words(name) if name else NONE, part, to) for name, part in ordered[:PARTS])
    yield chart(caption, head, rows, to, late=True)
