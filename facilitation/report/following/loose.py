"""What belongs to no goal and lags or is late: named beside the goals, and counted as none of them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from facilitation.followup import FollowedMetric, Loose, Progressed
from facilitation.followup.followed import first_what_lags
from facilitation.followup.progress import PROGRESS, first_things_first
from facilitation.report.blocks import Block, Column, Headline, Note, Table
from facilitation.report.following.actions import how_far
from facilitation.report.following.figures import why
from facilitation.report.following.naming import NO_GOAL, status_name
from facilitation.report.goals import metric_name
from facilitation.report.reader import Reader
from facilitation.report.texts import Place, Words
from facilitation.words import N_

LISTED = 20
"""In a list of what lags, as of goals; of a whole branch nobody reads a thousand rows."""


def lagging_too(loose: Sequence[Loose], to: Reader) -> Iterator[Block]:
    metrics = sorted(((of, each) for of in loose for each in of.lagging), key=lambda each: first_what_lags(each[1]))
    actions = sorted(((of, each) for of in loose for each in of.late), key=lambda each: first_things_first(each[1]))
    if n := len(metrics) + len(actions):
        one, many = (
            N_("One metric or action that belongs to no goal lags behind or is late"),
            N_("%(n)s metrics and actions that belong to no goal lag behind or are late"),
        )
        yield Headline(to.counted(one, many, n), to.words(N_("Belongs to no goal")))
        rows = [*(_metric(of, each, to) for of, each in metrics), *(_action(of, each, to) for of, each in actions)]
        yield _table(rows[:LISTED], to, several=len({of.organisation for of in loose}) > 1)
        yield from _rest(n - LISTED, to)


def _rest(more: int, to: Reader) -> Iterator[Block]:
    if more > 0:
        one, many = N_("One more stands in the workbook."), N_("%(n)s more stand in the workbook.")
        yield Note(Words(to.counted(one, many, more)), workbook=True)


def _table(rows: Sequence[tuple[Words, ...]], to: Reader, *, several: bool) -> Table:
    heads = (
        Column(to.words(N_("Metric or action")), 4.6),
        Column(to.words(N_("Organisation")), 2),
        Column(to.words(N_("Status")), 1.6),
        Column(to.words(N_("Why")), 3),
        Column(to.words(N_("Owner")), 1.9),
    )
    shown = [at for at in range(len(heads)) if several or at != 1]
    return Table(
        to.words(N_("What lags and belongs to no goal")),
        tuple(heads[at] for at in shown),
        tuple(tuple(row[at] for at in shown) for row in rows),
    )


def _metric(of: Loose, each: FollowedMetric, to: Reader) -> tuple[Words, ...]:
    leads = Place(of.plan, NO_GOAL) if of.plan else None
    return (
        replace(metric_name(each.metric, to), leads=leads),
        Words(of.organisation, theirs=True),
        status_name(each.judged.status, to),
        Words(why(each, to)),
        to.named(each.metric.owner),
    )


def _action(of: Loose, each: Progressed, to: Reader) -> tuple[Words, ...]:
    return (
        to.theirs(each.action.text),
        Words(of.organisation, theirs=True),
        to.line(PROGRESS[each.progress]),
        Words(how_far(each, to)),
        to.named(each.action.responsible),
    )
