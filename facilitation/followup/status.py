"""How a metric is doing, by its own thresholds, or by the line from its baseline to its target.

On its way: no worse than green, else than expected. Slightly behind: no worse than amber, else within a tenth of the
whole way from baseline to target (of the level, of the range's width).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

from facilitation.followup.badness import badness, lag, worst
from facilitation.followup.trajectory import expected
from facilitation.shapes import Metric
from facilitation.shapes.followed import Entered, Period
from facilitation.words import N_, Message

Status: TypeAlias = Literal["behind", "overdue", "slightly_behind", "no_figure", "on_its_way"]

STATUSES: Mapping[Status, str] = {
    "behind": N_("Behind"),
    "overdue": N_("Figure overdue"),
    "slightly_behind": N_("Slightly behind"),
    "no_figure": N_("No figure"),
    "on_its_way": N_("On its way"),
}
"""In the order in which they call for somebody: what lags stands first."""
URGENCY: Mapping[Status, int] = {status: place for place, status in enumerate(STATUSES)}
LAGS: frozenset[Status] = frozenset(("behind", "overdue", "slightly_behind"))
"""What is named among what lags, where not everything is listed."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A status, why, where the metric should be, and how far behind it is as a share of its whole way."""

    status: Status
    why: Message
    expected: float | None = None
    lag: float = 0.0
    owed: Period | None = None
    """The period whose figure is overdue."""


Reason: TypeAlias = Literal[
    "on_its_way", "slightly_behind", "behind", "unentered", "unheld", "early", "newer_owed", "first_owed"
]
WHY: Mapping[Reason, str] = {
    "on_its_way": N_("The figure is where it should be, or better."),
    "slightly_behind": N_("The figure is a little worse than it should be."),
    "behind": N_("The figure is clearly worse than it should be."),
    "unentered": N_("No figure has been entered."),
    "unheld": N_("There is no target to hold the figure against."),
    "early": N_("Nothing is expected of it yet."),
    "newer_owed": N_("A newer figure should be there by now."),
    "first_owed": N_("A first figure should be there by now."),
}


@dataclass(frozen=True, slots=True)
class Seen:
    """How a metric's last figure looks, whatever the day; `lag`: how far behind, as a share of the whole way."""

    status: Status
    reason: Reason
    lag: float = 0.0


def judged(metric: Metric, last: Entered | None, today: date, owed: Period | None = None) -> Judged:
    """An overdue figure is told before how the older one looked, unless that was behind: age makes it no better."""
    found = seen(metric, last)
    aim = None if found.reason in ("unheld", "early") else expected(metric, last.period.last if last else today)
    status, reason = owing(first=last is None) if owed and may_owe(found.status) else (found.status, found.reason)
    return Judged(status, Message(WHY[reason]), aim, found.lag, owed)


def may_owe(status: Status) -> bool:
    """Whether it says more that a figure is overdue than how the older one looked."""
    return status != "behind"


def owing(*, first: bool) -> tuple[Status, Reason]:
    """How a metric stands whose figure is overdue."""
    return "overdue", "first_owed" if first else "newer_owed"


def seen(metric: Metric, last: Entered | None) -> Seen:
    if last is None:
        return Seen("no_figure", "unentered")
    day = last.period.last
    limit = worst(metric, day)
    if limit is None:
        return _unheld(metric, day)
    bad = badness(metric, last.value)
    green, amber = limit
    status = "on_its_way" if bad <= green else "slightly_behind" if bad <= amber else "behind"
    return Seen(status, status, lag(bad - green, metric))


def _unheld(metric: Metric, day: date) -> Seen:
    """A figure with nothing to hold it against: the first target is still ahead, or there is none."""
    first = min((each.day for each in metric.targets if each.day), default=None)
    ahead = metric.direction and first and day < first
    return Seen("on_its_way", "early") if ahead else Seen("no_figure", "unheld")
