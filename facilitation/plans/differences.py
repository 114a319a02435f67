"""What differs between two plans, line by line and field by field: between versions, or from what the room agreed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Literal, TypeAlias

from facilitation.plans.fields import Entry, entries_of, nothing, value_of
from facilitation.plans.lines import Line, goal_of, kind_of, lines
from facilitation.shapes import Plan
from facilitation.steps.kind import Value
from facilitation.words import LANGUAGES, Parallel

How: TypeAlias = Literal["added", "dropped", "moved", "revised"]


@dataclass(frozen=True, slots=True)
class Change:
    """A field that says something else; of words, in one language."""

    entry: Entry
    language: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True)
class Difference:
    """What became of one line, called as it is now, or as it was when it went; `goal`: what it stands under."""

    line: str
    kind: str
    how: frozenset[How]
    name: Parallel
    changes: tuple[Change, ...] = ()
    goal: str = ""


@dataclass(frozen=True, slots=True)
class ThemeChange:
    """A theme that is left out for another reason, for the first time, or no longer."""

    theme: str
    before: str
    after: str


def differences(before: Plan, after: Plan) -> tuple[Difference, ...]:
    """Every line that is new, gone, moved or revised: in the order of the later plan, then what is gone."""
    was, now, gone_elsewhere = by_id(before), by_id(after), moved(before, after)
    met = (compared(after, was.get(key), line, key in gone_elsewhere) for key, line in now.items())
    gone = (difference(before, line, {"dropped"}, None) for key, line in was.items() if key not in now)
    return (*(each for each in met if each), *gone)


def by_id(plan: Plan) -> Mapping[str, Line]:
    """The lines by their ids. The plan itself is the plan, whatever its id."""
    return {"" if isinstance(line, Plan) else line.id: line for line in lines(plan)}


def compared(plan: Plan, was: Line | None, line: Line, elsewhere: bool) -> Difference | None:
    if was is None:
        return difference(plan, line, {"added"}, line)
    revised = any(changes(was, line))
    how: set[How] = {*(("revised",) if revised else ()), *(("moved",) if elsewhere else ())}
    return difference(plan, line, how, line, was) if how else None


def difference(plan: Plan, line: Line, how: set[How], after: Line | None, before: Line | None = None) -> Difference:
    goal = goal_of(plan, line.id)
    said = tuple(changes(before, after)) if after else ()
    return Difference(line.id, kind_of(line), frozenset(how), name_of(line), said, goal.id if goal else "")


def changes(was: Line | None, line: Line) -> Iterator[Change]:
    """Field by field, in the order in which they are asked."""
    for entry in entries_of(line):
        for language in LANGUAGES if entry.is_words else ("",):
            before = value_of(was, entry, language) if was else None
            after = value_of(line, entry, language)
            if entry.shown and told(before) != told(after):
                yield Change(entry, language, before, after)


def told(value: Value) -> Value:
    """What a value tells a reader: no and nothing are the same."""
    return None if nothing(value) or value is False else value


def name_of(line: Line) -> Parallel:
    """What a line is called: the words that it cannot be without, else the first of its words."""
    words = [entry for entry in entries_of(line) if entry.is_words]
    held = next((entry.get(line) for entry in sorted(words, key=lambda each: not each.field.required)), None)
    return {code: str(text) for code, text in held.items()} if isinstance(held, Mapping) else {}


# -- Order ----------------------------------------------------------------------------------------------------------


def moved(before: Plan, after: Plan) -> set[str]:
    """Lines that stand under another goal, or in another order than those around them."""
    was, now = orders(before), orders(after)
    home = {id: place for place, ids in was.items() for id in ids}
    stays = {id for place, ids in now.items() for id in in_order(was.get(place, ()), ids)}
    return {id for ids in now.values() for id in ids if id in home and id not in stays}


def orders(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """The ids of every list whose order means something."""
    return {
        "goals": ids(plan.goals),
        "metrics": ids(plan.loose_metrics),
        "actions": ids(plan.loose_actions),
        "risks": ids(plan.risks),
        **{f"metrics of {goal.id}": ids(goal.metrics) for goal in plan.goals},
        **{f"actions of {goal.id}": ids(goal.actions) for goal in plan.goals},
    }


def ids(some: tuple[Line, ...]) -> tuple[str, ...]:
    return tuple(each.id for each in some)


def in_order(was: tuple[str, ...], now: tuple[str, ...]) -> Iterator[str]:
    """The ids that stand in the same order in both."""
    for start, _, length in SequenceMatcher(None, was, now, autojunk=False).get_matching_blocks():
        yield from was[start : start + length]


# -- Themes ---------------------------------------------------------------------------------------------------------


def theme_changes(before: Plan, after: Plan) -> tuple[ThemeChange, ...]:
    was, now = left_out(before), left_out(after)
    return tuple(
        ThemeChange(theme, was.get(theme, ""), now.get(theme, ""))
        for theme in {**was, **now}
        if was.get(theme, "") != now.get(theme, "")
    )


def left_out(plan: Plan) -> Mapping[str, str]:
    return {choice.about: choice.reason for choice in plan.focus.left_out}
