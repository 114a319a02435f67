"""The long form: how important a statement is, how certain people are of their marks, and where they want to be."""

from collections.abc import Mapping
from dataclasses import dataclass

from facilitation.live.middle import middle
from facilitation.live.state import Frozen, Mark

ASKED = ("importance", "certainty", "target")


@dataclass(frozen=True, slots=True)
class Long:
    """Medians of what the long form asked about one statement, 1–5; None where not asked, or under five answers."""

    importance: float | None = None
    certainty: float | None = None
    target: float | None = None


def long_form(frozen: Frozen) -> Mapping[str, Long]:
    """By statement, of the latest round that asked it; empty where the step has the short form."""
    asked = [key for key in ASKED if frozen.options.get(key)]
    latest = {statement: each.book.get(statement, {}) for each in frozen.rounds for statement in each.asked}
    return {statement: medians(marks, asked) for statement, marks in latest.items()} if asked else {}


def medians(marks: Mapping[str, Mark], asked: list[str]) -> Long:
    """Those who said nothing about one of the questions are not counted in it."""
    given = {key: [value for mark in marks.values() if (value := getattr(mark, key)) is not None] for key in asked}
    found = {key: middle(values) for key, values in given.items()}
    return Long(**{key: half.median for key, half in found.items() if half})
