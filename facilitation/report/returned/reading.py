"""How the words of one column are read that stand in a document: a figure, a day, a choice, a text, several lines."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from facilitation.plans.fields import milestones as points
from facilitation.report import lists
from facilitation.report.goals import objectives
from facilitation.report.reader import NONE, Reader
from facilitation.report.returned.apart import amount
from facilitation.report.returned.cells import Raw, Strange, Unfit, flag, number
from facilitation.report.returned.days import first_day, last_day
from facilitation.report.returned.lists import (
    Several,
    interim_in,
    interim_lines,
    lines_of,
    milestones_in,
    objectives_in,
)
from facilitation.report.sheets import Cell
from facilitation.shapes import Goal
from facilitation.steps import interim


@dataclass(frozen=True, slots=True)
class Part:
    """A column's words as they came back, as they left, and what its cell held then."""

    words: str
    before: str
    cell: Cell
    to: Reader


Read: TypeAlias = Callable[[Part], Raw]
"""What a part says, as a cell of its column. Raises Unfit."""


def said(read: Read, part: Part) -> Raw:
    """The cell, or why there is none."""
    if part.words in ("", NONE.text):
        return None
    try:
        return read(part)
    except Unfit as unfit:
        return Strange(unfit.why)


def figure(part: Part) -> Raw:
    """The figure, whatever unit stands behind it."""
    return number(amount(part.words)[0])


def first(part: Part) -> Raw:
    return first_day(part.words)


def last(part: Part) -> Raw:
    return last_day(part.words)


def name(part: Part) -> Raw:
    return part.words


def year(part: Part) -> Raw:
    return int(part.words)


def yes(part: Part) -> Raw:
    return flag(part.words)


def mine(part: Part) -> Raw:
    """The sentence itself is the yes."""
    return True


def written(part: Part) -> Raw:
    """A text beside others, where it was told apart from them when it left."""
    if _bare(part.before) != _bare(str(part.cell or "")):
        raise Unfit("unclear")
    return part.words


def _bare(text: str) -> str:
    return " ".join(text.split()) if text != NONE.text else ""


def several(
    read: Several, tell: Callable[[list[str], Reader], str], lines: Callable[[str], Iterable[str]] = lines_of
) -> Read:
    """Line by line: one that stands as it stood says what it said, however much more exactly the sheet says it."""

    def cell(part: Part) -> Raw:
        left, cells = list(lines(part.before)), list(lines_of(str(part.cell or "")))
        exact = list(zip(left, cells, strict=True)) if len(left) == len(cells) else []
        told: list[str] = []
        for line in lines(part.words):
            known = next((each for each in exact if each[0] == line), None)
            if known:
                exact.remove(known)
            told.append(known[1] if known else tell(read(line, part.to, []), part.to))
        return "\n".join(told) or None

    return cell


def _objectives(ids: list[str], to: Reader) -> str:
    return objectives(Goal("", objectives=tuple(ids)), to).text


def _interim(texts: list[str], to: Reader) -> str:
    return lists.interim_targets(map(interim.read, texts), to.language)


def _milestones(texts: list[str], to: Reader) -> str:
    return lists.milestones(map(points.read, texts), to).text


aims = several(objectives_in, _objectives)
way = several(interim_in, _interim, interim_lines)
milestones = several(milestones_in, _milestones)
