"""What a sheet tells of a line: columns that a workbook brings back, and those that nobody edits but the line has."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from facilitation.plans.fields import FIELDS, Entry
from facilitation.plans.fields.entry import Plain, at, figure, several
from facilitation.report.reader import Reader
from facilitation.report.returned.columns import Source, Sources
from facilitation.report.returned.lines import LINES
from facilitation.report.tabled.goals import theme
from facilitation.shapes import Goal
from facilitation.steps.kind import Field

KINDS: Mapping[str, str] = {
    "goals": "goal",
    "metrics": "metric",
    "actions": "action",
    "risks": "risk",
    "follow_up": "follow_up",
    "plan": "plan",
}
"""The sheets whose rows are lines of a plan, and of which kind."""


def kept(make: Callable[[Field], Entry], *keys: str) -> tuple[Entry, ...]:
    """What a line holds and no form asks for."""
    return tuple(replace(make(Plain(key=key, label=key)), shown=False) for key in keys)


MORE: Mapping[str, tuple[Entry, ...]] = {
    "goal": kept(at, "status", "parent", "unit"),
    "metric": (*kept(at, "audience"), *kept(figure, "valid_low", "valid_high")),
    "action": kept(several, "depends_on", "collects", "notes"),
    "plan": kept(at, "strategy_version"),
}


def entries(kind: str) -> Iterator[Entry]:
    """In an order in which each finds what it needs: a figure stands before its day."""
    yield from (*FIELDS[kind], *MORE.get(kind, ()))


def themes(to: Reader) -> Mapping[str, str]:
    """The strategy's themes as a sheet calls them."""
    told = ((each.id, theme(Goal("", theme=each.id), to)) for each in to.pack.strategy.themes)
    return {words.text: id for id, words in told if words}


def listed(cell: str, to: Reader, now: Any) -> list[str]:
    return [text for text in cell.split(", ") if text]


def lines(cell: str, to: Reader, now: Any) -> list[str]:
    return cell.splitlines()


SOURCES: Sources = {
    **LINES,
    "goals": {
        **LINES["goals"],
        **{key: Source(key) for key in ("status", "parent", "unit")},
        "theme": Source("theme", names=themes, free=False),
    },
    "metrics": {
        **LINES["metrics"],
        **{key: Source(key) for key in ("valid_low", "valid_high", "audience", "registered")},
    },
    "actions": {
        **LINES["actions"],
        **{key: Source(key, read=listed) for key in ("depends_on", "collects")},
        "notes": Source("notes", read=lines),
    },
    "plan": {**LINES["plan"], "version-of-the-strategy": Source("strategy_version")},
}
"""What stands behind each column, or behind each row of the plan as a whole."""
