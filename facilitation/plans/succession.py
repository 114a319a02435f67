"""One plan after another: since when a plan is followed in the stead of the one it began from, and in which series."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from facilitation.plans.lines import line_in, lines
from facilitation.plans.results import otherwise
from facilitation.plans.state import Life
from facilitation.shapes import Metric, Plan
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import Redefined


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


def asks(plan: Plan, since: date | None, day: date) -> bool:
    """Whether a plan still asks for anything on a day. `since`: when the next plan takes effect, if there is one.

    A plan whose years were over by then is asked for what they still owe: no other plan asks for that.
    """
    ends = plan.period.last
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
    known = {metric: days for metric, days in earlier.redefined.items() if metric in metrics}
    shared = {each.metric for each in before} | known.keys()
    broken = {each for each in shared if each in link.anew or any(day > link.begun for day in known.get(each, ()))}
    days = {each: (*known.get(each, ()), *([link.since] if each in broken else [])) for each in shared}
    entries = (replace(each, definition=each.definition + len(days.get(each.metric, ()))) for each in own.entries)
    redefined = {each: (*days.get(each, ()), *own.redefined.get(each, ())) for each in {*days, *own.redefined}}
    return History((*before, *entries), {each: days for each, days in redefined.items() if days})
