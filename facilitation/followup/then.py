"""Where goals stood on an earlier day, as far as it was known then."""

from collections.abc import Iterable
from datetime import date

from facilitation.followup.followed import follow
from facilitation.followup.rollup import Tally, tally
from facilitation.followup.standing import standings
from facilitation.shapes import Plan
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import NEVER, Redefined
from facilitation.strategy import Strategy


def stood(plan: Plan, entries: Iterable[Entered], day: date, strategy: Strategy, redefined: Redefined = NEVER) -> Tally:
    """The plan's goals as they are now, held against the figures that were known on that day."""
    known = [each for each in entries if each.on is None or each.on <= day]
    anew = {metric: tuple(since for since in days if since <= day) for metric, days in redefined.items()}
    return tally(standings(follow(plan, known, day, strategy, anew)))
