"""What is worth a second look when a figure is entered. Advice beside the field; the figure is taken all the same."""

from collections.abc import Iterator

from facilitation.quality.metrics import is_share
from facilitation.shapes import Metric, Reading
from facilitation.shapes.followed import Entered
from facilitation.words import N_, Message

CLOSE = 0.05
"""How far a share may lie from what its two counts give, in its own unit: people round."""
PER_CENT = 100


def share(metric: Metric, numerator: float | None, denominator: float | None) -> float | None:
    """The value that two counts give: per cent for a percentage. None where it cannot be reckoned."""
    if numerator is None or not denominator:
        return None
    return numerator / denominator * (PER_CENT if is_share(metric) else 1)


def follows(metric: Metric, entered: Entered | Reading) -> bool:
    """Whether its value is what its two counts give."""
    reckoned = share(metric, entered.numerator, entered.denominator)
    return reckoned is not None and abs(reckoned - entered.value) <= CLOSE


def doubts(metric: Metric, entered: Entered | Reading) -> Iterator[Message]:
    yield from _out_of_bounds(metric, entered)
    if entered.denominator == 0:
        yield Message(N_("Nothing can be divided by nought."))
    reckoned = share(metric, entered.numerator, entered.denominator)
    if reckoned is not None and not follows(metric, entered):
        yield Message(N_("The two counts give %(reckoned)s, not %(value)s."), _figures(reckoned, entered.value))
    if is_share(metric) and entered.numerator is not None and entered.denominator is None:
        yield Message(N_("Give both counts: units can be put together only by them."))


def _out_of_bounds(metric: Metric, entered: Entered | Reading) -> Iterator[Message]:
    low, high = (0, PER_CENT) if is_share(metric) else (metric.valid_low, metric.valid_high)
    if (low is not None and entered.value < low) or (high is not None and entered.value > high):
        yield Message(N_("The figure lies outside what is possible for this metric."))
    elif entered.value < 0 and _never_below_nought(metric):
        yield Message(N_("The figure is below nought, and no other of this metric is."))


def _never_below_nought(metric: Metric) -> bool:
    known = [each.value for each in (metric.baseline, *metric.targets) if each is not None]
    return bool(known) and min(known) >= 0


def _figures(reckoned: float, value: float) -> dict[str, float]:
    return {"reckoned": _rounded(reckoned), "value": _rounded(value)}


def _rounded(value: float) -> float:
    near = round(value, 2)
    return int(near) if near == int(near) else near
