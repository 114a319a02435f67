"""One plan after another: since when a plan is followed in the stead of the one it began from, and in which series."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from facilitation.plans.lines import line_in, lines
from facilitation.plans.results import otherwise
from facilitation.plans.state import Life
from facilitation.shapes import Metric, Plan, Span
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import Figure, Redefined, ending


@dataclass(frozen=True, slots=True)
class Continues:
    """The plan that another began from, on which day it began, and since when it stands in that one's stead."""

    plan: str
    begun: date
    since: date
    anew: tuple[str, ...] = ()
    """Metrics that it had defined otherwise by its first approval."""


def continues(life: Life) -> Continues | None:
    """None where a plan began otherwise, or nothing of it was approved.

    It takes effect when it is first approved, or on the first day of its years if that is later.
    """
    earlier = next((source.id for source in life.sources if source.kind == "plan"), "")
    first = next((version for version in life.versions if version.approved), None)
    if not earlier or first is None or life.drafted_at is None:
        return None
    approved = first.plan.approved_on or first.at.date()
    since = max(approved, first.plan.period.first or approved)
    return Continues(earlier, life.drafted_at.date(), since, tuple(_anew(life.first, first.plan)))


def _anew(drafted: Plan, approved: Plan) -> Iterator[str]:
    for now in lines(approved):
        was = line_in(drafted, now.id)
        if isinstance(now, Metric) and isinstance(was, Metric) and otherwise(was, now):
            yield now.id


def asks(years: Span, since: date | None, day: date) -> bool:
    """Whether a plan still asks for anything on a day. `since`: when the next plan takes effect, if there is one.

    A plan whose years were over by then is asked for what they still owe: no other plan asks for that.
    """
    ends = years.last
    return since is None or day < since or (ends is not None and ends < since)


@dataclass(frozen=True, slots=True)
class History:
    """What was entered, in the order in which it came, and which metrics were defined anew when."""

    entries: Sequence[Entered] = ()
    redefined: Redefined = field(default_factory=dict[str, tuple[date, ...]])


def carried_on(earlier: History, own: History, link: Continues, metrics: Collection[str]) -> History:
    """The figures of a plan after those of the plan before it, for the metrics that both have.

    A definition that stayed goes on in its series. One that was changed on the way begins another: by the next plan,
    on the day from which that holds; or by the earlier plan, after the next one had been taken from it.
    """
    before = [each for each in earlier.entries if each.metric in metrics]
    days = _days({each.metric for each in before}, earlier.redefined, link, metrics)
    entries = (replace(each, definition=each.definition + len(days.get(each.metric, ()))) for each in own.entries)
    return History((*before, *entries), _all_days(days, own.redefined))


@dataclass(frozen=True, slots=True)
class Ends:
    """A history without its entries: the newest figure of each metric that was counted by the definition in force."""

    newest: Mapping[str, Figure] = field(default_factory=dict[str, Figure])
    redefined: Redefined = field(default_factory=dict[str, tuple[date, ...]])


def ends_on(earlier: Ends, own: Ends, link: Continues, metrics: Collection[str]) -> tuple[Ends, frozenset[str]]:
    """What `carried_on` ends with, told without reading who entered what; and those metrics of which it cannot be told
    so, since both plans have a figure of one period."""
    days = _days([id for id in earlier.newest if id in metrics], earlier.redefined, link, metrics)
    redefined = _all_days(days, own.redefined)
    mine = {id: _by_definition(figure, len(days.get(id, ()))) for id, figure in own.newest.items()}
    theirs = {
        id: figure
        for id, figure in earlier.newest.items()
        if id in metrics and redefined.get(id, ()) == earlier.redefined.get(id, ())
    }
    both = mine.keys() & theirs.keys()
    unsure = frozenset(id for id in both if mine[id].now.period == theirs[id].now.period)
    later = {id for id in both if ending(mine[id].now.period) > ending(theirs[id].now.period)}
    return Ends({**mine, **{id: each for id, each in theirs.items() if id not in later}}, redefined), unsure


def _days(entered: Collection[str], known: Redefined, link: Continues, metrics: Collection[str]) -> Redefined:
    """When metrics that both plans have were defined anew before the next one's own first definition held."""
    before = {metric: days for metric, days in known.items() if metric in metrics}
    shared = {*entered, *before}
    broken = {each for each in shared if each in link.anew or any(day > link.begun for day in before.get(each, ()))}
    return {each: (*before.get(each, ()), *([link.since] if each in broken else [])) for each in shared}


def _all_days(before: Redefined, own: Redefined) -> Redefined:
    every = {each: (*before.get(each, ()), *own.get(each, ())) for each in {*before, *own}}
    return {each: days for each, days in every.items() if days}


def _by_definition(figure: Figure, after: int) -> Figure:
    """The same by the number that its definition has after so many others."""
    if not after:
        return figure
    now, *was = (replace(each, definition=each.definition + after) for each in (figure.now, *figure.was))
    return Figure(now, tuple(was))
