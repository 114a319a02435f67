"""The operational and financial plan: what is done in each year, by whom, with how much work and money."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from facilitation.report.blocks import Block, Column, Headline, Note, Section, Table
from facilitation.report.goals import when
from facilitation.report.planning.standing import Stands
from facilitation.report.planning.work import Share, shares, total, undated
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.shapes import Plan
from facilitation.words import N_

WHOLE = 0
"""Decimals of person-days and euros in a plan of years."""


def sections(plans: Sequence[Plan], _stands: Stands | None, to: Reader) -> Iterator[Section]:
    found: dict[int, list[Share]] = defaultdict(list)
    for share in shares(plans):
        found[share.year].append(share)
    yield Section(to.words(N_("All years")), tuple(_overview(found, plans, to)))
    for year, each in sorted(found.items()):
        yield Section(str(year), tuple(_year(year, each, to)))


def _overview(found: dict[int, list[Share]], plans: Sequence[Plan], to: Reader) -> Iterator[Block]:
    about = to.words(N_("All years"))
    if not found:
        yield Headline(to.words(N_("No action has dates yet")), about)
        yield Note(to.line(N_("Give the actions a start and an end, and they appear here by year.")))
        return
    yield Headline(to.words(N_("Actions from %(first)s to %(last)s"), first=min(found), last=max(found)), about)
    yield Table(
        to.words(N_("Actions, work and money by year")),
        (
            Column(to.words(N_("Year")), 1.4),
            Column(to.words(N_("Actions")), 1.4, figures=True),
            Column(to.words(N_("Person-days")), 1.8, figures=True),
            Column(to.words(N_("Euros")), 1.8, figures=True),
        ),
        tuple(
            (
                Words(str(year)),
                Words(str(len(each))),
                Words(_round(total([share.effort for share in each]), to)),
                Words(_round(total([share.cost for share in each]), to)),
            )
            for year, each in sorted(found.items())
        ),
    )
    yield Note(
        to.line(N_("Work and money of an action are spread evenly over its days, unless it repeats every year."))
    )
    if missing := undated(plans):
        yield Note(
            Words(
                to.counted(
                    N_("One action has no dates yet and is in no year."),
                    N_("%(n)s actions have no dates yet and are in no year."),
                    missing,
                )
            )
        )


def _year(year: int, each: Sequence[Share], to: Reader) -> Iterator[Block]:
    yield Headline(
        to.counted(N_("One action in %(year)s"), N_("%(n)s actions in %(year)s"), len(each), year=year),
        to.words(N_("Actions")),
    )
    yield Table(
        to.words(N_("Actions of %(year)s"), year=year),
        (
            Column(to.words(N_("Action")), 4),
            Column(to.words(N_("Organisation")), 2),
            Column(to.words(N_("Responsible")), 2),
            Column(to.words(N_("When")), 1.9),
            Column(to.words(N_("Person-days")), 1.3, figures=True),
            Column(to.words(N_("Euros")), 1.3, figures=True),
            Column(to.words(N_("Funding")), 1.6),
        ),
        tuple(_row(share, to) for share in each),
    )


def _row(share: Share, to: Reader) -> tuple[Words, ...]:
    action = share.action
    return (
        to.theirs(action.text),
        to.theirs(share.whose),
        to.named(action.responsible),
        Words(when(action, to)),
        Words(_round(share.effort, to)),
        Words(_round(share.cost, to)),
        to.theirs(action.funding) if action.funding else NONE,
    )


def _round(value: float | None, to: Reader) -> str:
    return to.number(None if value is None else round(value, WHOLE))
