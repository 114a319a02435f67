"""A cell that holds several things, read back: objectives, interim targets, milestones, a line each.

Each is given what the line says now: what stands in the cell as it was told stays as exact as it was. All raise Unfit.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import TypeAlias

from facilitation.plans.fields import milestones as points
from facilitation.report.lists import DONE, interim_targets, milestones
from facilitation.report.reader import Reader
from facilitation.report.returned.apart import VALUED, amount
from facilitation.report.returned.cells import Unfit, number
from facilitation.report.returned.days import by_then
from facilitation.shapes import Milestone, Reading
from facilitation.steps import interim
from facilitation.steps.kind import Value

Several: TypeAlias = Callable[[str, Reader, Value], list[str]]
"""What a cell with several things says, given what the field says now. Raises Unfit."""
REACHED = re.compile(r"(?P<day>[^:=]+)[:=](?P<value>.+)")
TOLD = re.compile(r"(?P<name>.*?)(?:\s*\((?P<said>[^()]*)\))?")
BETWEEN = re.compile(r"[,;\s]+")


def texts_of(now: Value) -> Sequence[str]:
    return now if isinstance(now, list) else ()


def lines_of(cell: str) -> Iterator[str]:
    return filter(None, (line.strip() for line in cell.splitlines()))


# -- Objectives -----------------------------------------------------------------------------------------------------


def objectives_in(cell: str, to: Reader, now: Value) -> list[str]:
    """The objectives by their ids, by their ids and words, or by their words."""
    return list(dict.fromkeys(id for line in lines_of(cell) for id in _objectives(line, to, texts_of(now))))


def _objectives(line: str, to: Reader, now: Sequence[str]) -> Sequence[str]:
    every = to.pack.strategy.objectives
    known = {*now, *(each.id for each in every)}
    ids = [part for part in BETWEEN.split(line) if part]
    if set(ids) <= known:
        return ids
    if ids[0] in known:
        return ids[:1]
    worded = [each.id for each in every if to.plain(each.text).casefold() == line.casefold()]
    if not worded:
        raise Unfit("objective")
    return worded[:1]


# -- Interim targets ------------------------------------------------------------------------------------------------


def interim_in(cell: str, to: Reader, now: Value) -> list[str]:
    """31.12.2027: 18,4 – or a year, a month or a day in any of the ways in which people write them; or 18,4 % (2027)"""
    known = {interim_targets([interim.read(text)], to.language): text for text in texts_of(now)}
    return [known.get(line) or interim.written(_reading(line)) for line in interim_lines(cell)]


def interim_lines(cell: str) -> Iterator[str]:
    return lines_of(cell.replace(";", "\n"))


def _reading(line: str) -> Reading:
    found = REACHED.fullmatch(line) or VALUED.fullmatch(line)
    if found is None or not found["day"]:
        raise Unfit("interim")
    value = number(amount(found["value"].strip())[0])
    if not isinstance(value, int | float):
        raise Unfit("interim")
    return Reading(value, by_then(found["day"]))


# -- Milestones -----------------------------------------------------------------------------------------------------


def milestones_in(cell: str, to: Reader, now: Value) -> list[str]:
    """Tender out (31.3.2027, reached). A name in other languages stays with what it is the name of."""
    before = [points.read(text) for text in texts_of(now)]
    known = {milestones([each], to).text: each for each in before}
    lines = list(lines_of(cell))
    beside = before if len(lines) == len(before) else []
    return [points.told(known.get(line) or _milestone(line, old, before, to)) for line, old in _pairs(lines, beside)]


def _pairs(lines: list[str], before: list[Milestone]) -> Iterator[tuple[str, Milestone | None]]:
    return zip_longest(lines, before) if before else ((line, None) for line in lines)


def _milestone(line: str, old: Milestone | None, before: list[Milestone], to: Reader) -> Milestone:
    """The line as it says; other languages come from the one of that name, or from the one in that place."""
    found = TOLD.fullmatch(line)
    name, said = (found["name"], found["said"]) if found else (line, None)
    if said is not None and not _tells(said, to):
        name, said = line, None
    if not name:
        raise Unfit("milestone")
    same = next((each for each in before if to.plain(each.name) == name), old) or Milestone({})
    parts = [part.strip() for part in said.split(",")] if said else []
    days = [part for part in parts if part.casefold() != to.words(DONE).casefold()]
    return replace(
        same,
        name={**same.name, to.language: name} if to.plain(same.name) != name else same.name,
        day=by_then(days[0]) if days else None,
        done=len(days) < len(parts),
    )


def _tells(said: str, to: Reader) -> bool:
    """Whether brackets tell a day or that it is reached; anything else is part of the name."""
    return to.words(DONE).casefold() in said.casefold() or any(letter.isdigit() for letter in said)
