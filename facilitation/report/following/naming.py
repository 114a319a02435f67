"""How followed goals, figures and periods are called."""

from dataclasses import replace

from facilitation.followup import STATUSES, Break, Figure, Standing
from facilitation.followup.status import Status
from facilitation.packs import Pack, load
from facilitation.report.figures import month
from facilitation.report.reader import Reader
from facilitation.report.texts import Place, Words
from facilitation.shapes import Metric
from facilitation.shapes.followed import Period
from facilitation.words import N_

YEAR = 12


def goal_name(goal: Standing, to: Reader) -> Words:
    words = to.theirs(goal.to)
    leads = Place(goal.plan, goal_place(goal.number)) if goal.plan else None
    return Words(f"{goal.number}. {words.text}", words.language, words.theirs, leads=leads)


def goal_place(number: int) -> str:
    """By what a goal is led to where a plan's follow-up tells of it."""
    return f"goal-{number}"


NO_GOAL = "no-goal"
"""By what it is led to what belongs to no goal."""


def status_name(status: Status, to: Reader) -> Words:
    return replace(to.line(STATUSES[status]), status=status)


def own_pack(key: str, pack: Pack) -> Pack:
    """The method that a plan is by, among plans of which most are by `pack`."""
    return pack if key in ("", pack.key) else load(key)


def theme_name(pack: str, theme: str, to: Reader) -> str:
    """As the goal's own method calls it."""
    known = own_pack(pack, to.pack).strategy.theme(theme)
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


def value(figure: Figure | None, unit: str, to: Reader) -> Words:
    """A figure with its period, and a word where it is not final or was corrected."""
    if figure is None:
        return to.line(N_("No figure"))
    now = figure.now
    unsure = (to.words(N_("preliminary")),) if now.standing == "preliminary" else ()
    told = f"{to.measured(now, unit)} ({period_name(now.period, to)})"
    return Words(", ".join((told, *unsure, *corrected(figure, unit, to))))


def corrected(figure: Figure, unit: str, to: Reader) -> tuple[str, ...]:
    """That a figure restates another, and which."""
    if not figure.restated:
        return ()
    return (to.words(N_("corrected, before %(was)s"), was=to.measured(figure.was[-1], unit)),)


def anew(each: Break, to: Reader) -> str:
    """Where a new series begins, with its day."""
    return to.words(N_("New definition from %(day)s"), day=to.day(each.first))
