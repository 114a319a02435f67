"""The finding in one sentence, the counts behind it, and the goals, what lags first; by theme and by organisation."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple, TypeAlias

from facilitation.followup import (
    STATUSES,
    FollowedGoal,
    Loose,
    Standing,
    Tally,
    by_name,
    by_theme,
    finding,
    lagging,
    tally,
)
from facilitation.report.blocks import Block, Column, Figure, Headline, KeyFigures, Note, Paragraph, Section, Table
from facilitation.report.following.figures import why
from facilitation.report.following.loose import LISTED, lagging_too
from facilitation.report.following.milestones import named
from facilitation.report.following.moved import Then, moved
from facilitation.report.following.naming import goal_name, status_name, theme_name
from facilitation.report.following.statuses import chart, row
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.words import N_, Count

Known: TypeAlias = Mapping[tuple[str, int], FollowedGoal]
"""By plan and number of a goal, with its metrics, what lags first."""
PARTS = 80
"""Themes or organisations in a table: a whole branch, and of more those that lag most."""


class Parts(NamedTuple):
    """What the whole is made up of, by name: branches, or organisations."""

    tallies: Mapping[str, Tally]
    branches: bool = False

    @property
    def told(self) -> Mapping[str, Tally]:
        """Those of which there is anything to count."""
        return {name: part for name, part in self.tallies.items() if part.of or part.actions}


def section(
    goals: Sequence[Standing],
    to: Reader,
    parts: Parts,
    then: Sequence[Then] = (),
    whole: Sequence[FollowedGoal] = (),
    loose: Sequence[Loose] = (),
) -> Section:
    """`then`: where the goals stood when earlier rounds ended. `whole`: the same goals with their figures, where these
    are at hand. `loose`: what belongs to no goal, named where it lags and counted as none.
    """
    known = {(goal.plan, goal.number): goal for goal in whole}
    return Section(to.words(N_("Summary")), tuple(_blocks(goals, parts, then, known, loose, to)))


def _blocks(
    goals: Sequence[Standing],
    parts: Parts,
    then: Sequence[Then],
    known: Known,
    loose: Sequence[Loose],
    to: Reader,
) -> Iterator[Block]:
    seen, about = tally(goals), to.words(N_("Summary"))
    yield Headline(to.words(finding(seen)), about)
    if not goals:
        if not loose:
            yield Note(to.line(N_("Goals are followed once a plan has been approved.")))
        yield from lagging_too(loose, to)
        return
    yield KeyFigures(tuple(Figure(to.number(seen.goals[status]), to.words(name)) for status, name in STATUSES.items()))
    every = parts.told
    if parts.branches or len(every) > 1:
        yield from _whose(every, parts.branches, to)
        yield from moved(then, seen, to)
        yield Headline(to.words(N_("Goals, what lags first")), to.words(N_("Goals")))
        yield from _goals(goals, known, to, several=True)
        yield from lagging_too(loose, to)
    else:
        yield from _goals(goals, known, to, several=False)
        yield from lagging_too(loose, to)
        yield from moved(then, seen, to)
    themes = _themes(goals, to)
    if len(themes) > 1:
        about = to.words(N_("Goals by theme"))
        yield Headline(_in_how_many(N_("Goals lag behind in %(n)s of %(of)s themes"), themes, to), about)
        yield from _parts(to.words(N_("Theme")), about, themes, to)


def _themes(goals: Sequence[Standing], to: Reader) -> Mapping[str, Tally]:
    """By name: a theme that two versions of a strategy call the same is one."""
    return by_name((theme_name(*key, to), part) for key, part in by_theme(goals).items())


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


def _why(goal: Standing, whole: FollowedGoal | None, to: Reader) -> Words:
    """With the figure and what was expected, since when a figure is overdue, and milestones that are late, where these
    are at hand."""
    said = to.line(goal.why or N_("The goal has no metric."))
    if whole is None:
        return said
    told = why(whole.metrics[0], to) if whole.metrics else said.text
    return Words(" ".join((told, *_of_milestones(whole, to))))


def _of_milestones(goal: FollowedGoal, to: Reader) -> Iterator[str]:
    """The first that is late of each action."""
    missed = [each.missed[0] for each in goal.actions if each.missed]
    if missed:
        one, many = N_("A milestone is late: %(names)s."), N_("Milestones are late: %(names)s.")
        yield to.counted(one, many, len(missed), names=named(missed, to))


def _parts(head: str, caption: str, parts: Mapping[str, Tally], to: Reader) -> Iterator[Block]:
    """Those whose goals lag stand first."""
    ordered = sorted(parts.items(), key=lambda part: (part[1].pressing, part[0]))
    if (more := len(ordered) - PARTS) > 0:
        told = N_("Listed are the %(n)s whose goals call for somebody first; %(more)s more are not.")
        yield Note(to.line(told, n=PARTS, more=more))
    rows = (row(Words(name) if name else NONE, part, to) for name, part in ordered[:PARTS])
    yield chart(caption, head, rows, to, late=True)
