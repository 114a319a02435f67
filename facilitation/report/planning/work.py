"""Actions year by year: work and money spread over the days of an action, so that the years add up to the whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from facilitation import limits
from facilitation.shapes import TOGETHER, Action, Goal, Plan


@dataclass(frozen=True, slots=True)
class Share:
    """What an action takes in one year: person-days and euros, None where nobody has said."""

    plan: Plan
    whose: str
    """Those who carry it out."""
    action: Action
    year: int
    effort: float | None
    cost: float | None


def shares(plans: Sequence[Plan]) -> Iterator[Share]:
    """Every dated action in every year it touches, at most so many. What repeats every year takes the whole of it in
    each.
    """
    for plan in plans:
        for whose, action in _actions(plan):
            yield from _shares(plan, whose, action)


def whose(plan: Plan, goal: Goal) -> str:
    """Whose a goal is: in a branch's plan, of the unit or units that it was made of."""
    return (goal.unit if plan.kind in TOGETHER else "") or plan.organisation


def _actions(plan: Plan) -> Iterator[tuple[str, Action]]:
    """Those that nobody has given up."""
    of_goals = ((whose(plan, goal), action) for goal in plan.goals for action in goal.actions)
    loose = ((plan.organisation, action) for action in plan.loose_actions)
    return ((by, action) for by, action in (*of_goals, *loose) if action.status != "abandoned")


def _shares(plan: Plan, whose: str, action: Action) -> Iterator[Share]:
    first, last = action.start or action.end, action.end or action.start
    if first is None or last is None:
        return
    first, last = min(first, last), _told(min(first, last), max(first, last))
    whole = (last - first).days + 1
    for year in range(first.year, last.year + 1):
        days = (min(last, date(year, 12, 31)) - max(first, date(year, 1, 1))).days + 1
        part = 1.0 if action.yearly else days / whole
        yield Share(plan, whose, action, year, _of(action.effort, part), _of(action.cost, part))


def _told(first: date, last: date) -> date:
    """The last day of work that is told year by year."""
    most = first.year + limits.YEARS_OF_WORK - 1
    return last if last.year <= most else date(most, 12, 31)


def _of(whole: float | None, part: float) -> float | None:
    return None if whole is None else whole * part


def total(values: Sequence[float | None]) -> float | None:
    """The sum of what is known; None where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def undated(plans: Sequence[Plan]) -> int:
    return sum(not (action.start or action.end) for plan in plans for _, action in _actions(plan))
