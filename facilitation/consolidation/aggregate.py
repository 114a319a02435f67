"""Figures of several units as one, only where they are comparable; where not, why not, in words.

A share is never added up, and no mean of shares stands for the whole: their counts are added up and divided anew. A
median of shares is made, since it claims less: it tells where the unit in the middle stands, not what the whole is. A
mean names what it weighs by. Who has given no figure is named, so that nobody takes "7 of 9" for all.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import fsum
from statistics import median

from facilitation.consolidation.branch import Unit
from facilitation.consolidation.comparable import UNDATED, Given, of_one_length, of_one_period, why_not
from facilitation.packs import Pack
from facilitation.quality.metrics import is_share
from facilitation.shapes import Metric, Reading
from facilitation.words import N_, Message

PER_CENT = 100

HOW: Mapping[str, str] = {
    "sum": N_("Sum"),
    "ratio": N_("All counts divided anew"),
    "weighted_mean": N_("Mean weighted by %(weight)s"),
    "median": N_("Median of the units"),
    "min": N_("Smallest"),
    "max": N_("Largest"),
    "count_meeting_target": N_("Units that meet their target"),
    "latest": N_("Newest figure"),
}
UNCOUNTED = N_("Some units gave a share without its two counts, and shares cannot be added up.")
UNWEIGHED = N_("Some units gave no weight: %(weight)s.")
EACH_ITS_OWN = ("latest", "count_meeting_target")
"""By these no unit's figure is reckoned with another's."""


@dataclass(frozen=True, slots=True)
class Aggregate:
    """`value` of `n` units out of `of`, or None and the reasons. `weight` names what a mean is weighted by."""

    how: str
    value: float | None = None
    n: int = 0
    of: int = 0
    missing: tuple[Unit, ...] = ()
    why_not: tuple[Message, ...] = ()
    weight: str = ""
    newest: Reading | None = None
    preliminary: tuple[Unit, ...] = ()
    """Whose figures may still change, and this one with them."""
    numerator: float | None = None
    denominator: float | None = None
    restated: tuple[Unit, ...] = ()
    """Whose figures were corrected since they were first given."""


def aggregate(given: Sequence[Given], pack: Pack, how: str = "") -> Aggregate:
    """One figure for all who gave one. `how` defaults to what their metrics ask for, if they all ask for the same."""
    rule = how or rule_of([each.metric for each in given])
    having = [each for each in given if each.figure]
    reasons = tuple(_reasons(given, having, rule, pack))
    told = Aggregate(
        rule,
        n=len(having),
        of=len(given),
        missing=tuple(each.unit for each in given if not each.figure),
        why_not=reasons,
        weight=given[0].metric.weight if rule == "weighted_mean" and given else "",
        newest=newest(having),
        preliminary=tuple(each.unit for each in having if each.preliminary),
        restated=tuple(each.unit for each in having if each.restated),
    )
    return told if reasons else _reckoned(told, having)


def rule_of(metrics: Sequence[Metric]) -> str:
    """The metrics' own rule; shares without one are divided anew. "" where there is none, or several."""
    rules = {metric.aggregation or ("ratio" if is_share(metric) else "") for metric in metrics}
    return rules.pop() if len(rules) == 1 else ""


def _reasons(given: Sequence[Given], having: Sequence[Given], rule: str, pack: Pack) -> list[Message]:
    if not having:
        return [Message(N_("No unit has given a figure yet."))]
    found = list(why_not(given, pack))
    if rule == "none":
        found.append(Message(N_("The metric is not to be put together.")))
    elif rule not in HOW:
        found.append(Message(N_("It is not agreed how the units’ figures are put together.")))
    if rule not in EACH_ITS_OWN:
        found += of_one_length(having)
    if rule != "latest":
        found += of_one_period(having)
    return [*found, *_lacking(having, rule)]


def _lacking(having: Sequence[Given], rule: str) -> list[Message]:
    figures = [each.figure for each in having if each.figure]
    if rule == "sum" and any(is_share(each.metric) for each in having):
        return [Message(N_("Shares cannot be added up. Have their counts divided anew instead."))]
    if rule == "ratio" and any(each.numerator is None or each.denominator is None for each in figures):
        return [Message(UNCOUNTED)]
    if rule == "ratio" and not fsum(each.denominator or 0.0 for each in figures):
        return [Message(N_("There was nothing to count in any unit."))]
    if rule == "weighted_mean":
        return _lacking_weights(having, figures)
    if rule == "latest" and any(each.day is None for each in figures):
        return [Message(UNDATED)]
    if rule == "count_meeting_target" and any(meets(each) is None for each in having):
        return [Message(N_("Some units have no target to meet."))]
    return []


def _lacking_weights(having: Sequence[Given], figures: Sequence[Reading]) -> list[Message]:
    names = {each.metric.weight.strip() for each in having}
    if len(names) > 1 or names == {""}:
        return [Message(N_("It is not agreed what the mean is weighted by."))]
    if any(each.denominator is None for each in figures) or not fsum(each.denominator or 0.0 for each in figures):
        return [Message(UNWEIGHED, {"weight": names.pop()})]
    return []


def _reckoned(told: Aggregate, having: Sequence[Given]) -> Aggregate:
    figures = [each.figure for each in having if each.figure]
    made = replace(told, value=RECKON[told.how](having, figures))
    if told.how != "ratio":
        return made
    return replace(made, numerator=_total(figures, "numerator"), denominator=_total(figures, "denominator"))


def _total(figures: Sequence[Reading], key: str) -> float:
    return fsum(getattr(each, key) or 0.0 for each in figures)


def _ratio(having: Sequence[Given], figures: Sequence[Reading]) -> float:
    times = PER_CENT if is_share(having[0].metric) else 1
    return _total(figures, "numerator") / _total(figures, "denominator") * times


def _weighted(_: Sequence[Given], figures: Sequence[Reading]) -> float:
    return fsum(each.value * (each.denominator or 0.0) for each in figures) / _total(figures, "denominator")


def _newest(having: Sequence[Given], _: Sequence[Reading]) -> float:
    found = newest(having)
    return found.value if found else 0.0


def newest(having: Sequence[Given]) -> Reading | None:
    """The figure of the latest day; of two on one day, that of the unit that comes first."""
    dated = [each.figure for each in having if each.figure and each.figure.day]
    return max(dated, key=lambda each: each.day.toordinal() if each.day else 0, default=None)


RECKON: Mapping[str, Callable[[Sequence[Given], Sequence[Reading]], float]] = {
    "sum": lambda _, figures: fsum(each.value for each in figures),
    "ratio": _ratio,
    "weighted_mean": _weighted,
    "median": lambda _, figures: median(each.value for each in figures),
    "min": lambda _, figures: min(each.value for each in figures),
    "max": lambda _, figures: max(each.value for each in figures),
    "count_meeting_target": lambda having, _: float(sum(bool(meets(each)) for each in having)),
    "latest": _newest,
}


def meets(given: Given) -> bool | None:
    """Whether a unit's figure is as good as its own target; None where there is no target."""
    metric, figure = given.metric, given.figure
    if figure is None:
        return None
    if metric.direction == "range":
        low, high = metric.range_low, metric.range_high
        return None if low is None or high is None else low <= figure.value <= high
    aim = metric.target or (metric.baseline if metric.direction == "keep" else None)
    if aim is None or not metric.direction:
        return None
    return {
        "more": figure.value >= aim.value,
        "less": figure.value <= aim.value,
        "keep": figure.value == aim.value,
    }[metric.direction]
