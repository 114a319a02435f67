"""Actions year by year: work and money spread over the days of an action, so that the years add up to the whole."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from facilitation.shapes import Action, Plan


@dataclass(frozen=True, slots=True)
class Share:
    """What an action takes in one year: person-days and euros, None where nobody has said."""

    plan: Plan
    number: int
    action: Action
    year: int
    effort: float | None
    cost: float | None


def shares(plans: Sequence[Plan]) -> Iterator[Share]:
    """Every dated action in every year it touches. What repeats every year takes the whole of it in each."""
    for plan in plans:
        for number, action in _numbered(plan):
            yield from _shares(plan, number, action)


def _numbered(plan: Plan) -> Iterator[tuple[int, Action]]:
    for number, goal in enumerate(plan.goals, 1):
        yield from ((number, action) for action in goal.actions)
    yield from ((0, action) for action in plan.loose_actions)


def _shares(plan: Plan, number: int, action: Action) -> Iterator[Share]:
    first, last = action.start or action.end, action.end or action.start
    if first is None or last is None or action.status == "abandoned":
        return
    first, last = min(first, last), max(first, last)
    whole = (last - first).days + 1
    for year in range(first.year, last.year + 1):
        days = (min(last, date(year, 12, 31)) - max(first, date(year, 1, 1))).days + 1
        part = 1.0 if action.yearly else days / whole
        yield Share(plan, number, action, year, _of(action.effort, part), _of(action.cost, part))


def _of(whole: float | None, part: float) -> float | None:
    return None if whole is None else whole * part


def total(values: Sequence[float | None]) -> float | None:
    """The sum of what is known; None where nothing is."""
    known = [value for value in values if value is not None]
    return sum(known) if known else None


def undated(plans: Sequence[Plan]) -> int:
    return sum(not (action.start or action.end) for plan in plans for _, action in _numbered(plan))
