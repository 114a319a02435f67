"""How followed goals, figures and periods are called."""

from facilitation.followup import Standing
from facilitation.report.figures import month
from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.shapes import Metric
from facilitation.shapes.followed import Entered, Period
from facilitation.words import N_

YEAR = 12


def goal_name(goal: Standing, to: Reader) -> Words:
    words = to.theirs(goal.to)
    return Words(f"{goal.number}. {words.text}", words.language, words.theirs)


def theme_name(theme: str, to: Reader) -> str:
    known = to.pack.strategy.theme(theme)
    return to.plain(known.name) if known else to.words(N_("Outside the strategy"))


def period_name(period: Period, to: Reader) -> str:
    """2027, 1/2027, or 1/2027–3/2027."""
    first, last = period.first, period.last
    if (first.month, first.day, last.month, last.day) == (1, 1, YEAR, 31) and first.year == last.year:
        return str(first.year)
    return "–".join(dict.fromkeys((month(first, to.language), month(last, to.language))))


def aimed(value: float | None, metric: Metric, to: Reader) -> str:
    """Where a line stands, no more exactly than it is worth: to the metric's decimals, else to one."""
    decimals = 1 if metric.precision is None else metric.precision
    return to.number(None if value is None else round(value, decimals), metric.unit)


def value(entered: Entered | None, unit: str, to: Reader) -> Words:
    """A figure with its period, and a word where it is not final."""
    if entered is None:
        return to.line(N_("No figure"))
    told = f"{to.number(entered.value, unit)} ({period_name(entered.period, to)})"
    return Words(", ".join((told, to.words(N_("preliminary")))) if entered.standing == "preliminary" else told)
