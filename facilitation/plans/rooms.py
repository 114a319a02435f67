"""What several rooms bring to one plan: who was there, and what they agreed on the same statements."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from facilitation.shapes import Gathering, Plan, StateRow, StepPlan, Task
from facilitation.words import N_, Message, said

DIFFERENTLY = N_(
    "Two rooms agreed differently on %(about)s: level %(level)s and target %(target)s stand in the plan, "
    "level %(other)s and target %(aim)s were agreed in the other room. Settle which hold."
)
NOTHING = "\N{EN DASH}"


def one_room(drafts: Sequence[Plan]) -> Plan:
    """A room's drafts, its organisation's and those of units, as one: what they share stands in it once."""
    goals = tuple(goal for plan in drafts for goal in plan.goals)
    return replace(drafts[0], goals=goals, tasks=tuple(task for plan in drafts for task in plan.tasks))


# -- Who was there --------------------------------------------------------------------------------------------------


def gathering(plans: Iterable[Plan]) -> Gathering | None:
    """All rooms as one. It stands after no event of a log, since each room has its own."""
    every = [plan.gathering for plan in plans if plan.gathering]
    if len(every) <= 1:
        return every[0] if every else None
    languages = dict.fromkeys(code for each in every for code in each.title)
    return Gathering(
        title={code: ", ".join(said(each.title, code) for each in every) for code in languages},
        days=tuple(sorted({day for each in every for day in each.days})),
        people=sum(each.people for each in every),
        groups=sum(each.groups for each in every),
        places=added(each.places for each in every),
        organisations=added(each.organisations for each in every),
        steps=tuple(step for steps in programmes(every) for step in steps),
    )


def added(counts: Iterable[Mapping[str, int]]) -> Mapping[str, int]:
    return sum(map(Counter, counts), Counter[str]())


def programmes(every: Iterable[Gathering]) -> Sequence[tuple[StepPlan, ...]]:
    """The steps of each room; those of rooms that went through the same ones stand once."""
    found: list[tuple[StepPlan, ...]] = []
    for each in every:
        found += [] if each.steps in found else [each.steps]
    return found


# -- What they agreed -----------------------------------------------------------------------------------------------


def state_rows(plans: Iterable[Plan]) -> tuple[StateRow, ...]:
    """Of each statement what the first room marked, and what was agreed first: marks are not put together."""
    return tuple(_agreed(rows) for rows in _by_statement(plans).values())


def to_settle(plans: Iterable[Plan]) -> Iterator[Task]:
    """What another room agreed otherwise than the plan has it."""
    for rows in _by_statement(plans).values():
        ends = list(dict.fromkeys((row.agreed, row.target) for row in rows if _agrees(row)))
        yield from (_task(rows[0], *ends[0], *other) for other in ends[1:])


def _by_statement(plans: Iterable[Plan]) -> Mapping[str, list[StateRow]]:
    found = defaultdict[str, list[StateRow]](list)
    for plan in plans:
        for row in plan.current_state:
            found[row.statement].append(row)
    return found


def _agrees(row: StateRow) -> bool:
    return row.agreed is not None or row.target is not None


def _agreed(rows: Sequence[StateRow]) -> StateRow:
    held = next(filter(_agrees, rows), rows[0])
    return replace(rows[0], agreed=held.agreed, target=held.target, reason=held.reason)


def _task(row: StateRow, *levels: int | None) -> Task:
    told = (NOTHING if level is None else level for level in levels)
    ends = dict(zip(("level", "target", "other", "aim"), told, strict=True))
    return Task("", Message(DIFFERENTLY, {"about": row.objective or row.statement, **ends}))
