"""Where goals stood on an earlier day, as far as it was known then."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from facilitation.followup.outlook import outlooks, standings_on
from facilitation.followup.rollup import Tally, tally
from facilitation.shapes import Plan
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import AS_PLANNED, Counting
from facilitation.strategy import Strategy


def stood(
    plan: Plan, entries: Iterable[Entered], day: date, strategy: Strategy, counting: Counting = AS_PLANNED
) -> Tally:
    """The plan's goals as they are now, held against the figures that were known on that day."""
    anew = {metric: tuple(since for since in days if since <= day) for metric, days in counting.redefined.items()}
    known = outlooks(plan, _newest(entries, day), replace(counting, redefined=anew))
    return tally(standings_on(day, known, plan.organisation, strategy))


def _newest(entries: Iterable[Entered], day: date) -> Iterable[Entered]:
    """Of each metric the one figure that it was judged by."""
    found: dict[str, Entered] = {}
    for each in entries:
        last = found.get(each.metric)
        if (each.on is None or each.on <= day) and (last is None or _place(each) >= _place(last)):
            found[each.metric] = each
    return found.values()


def _place(of: Entered) -> tuple[int, date, date]:
    return of.definition, of.period.last, of.period.first
