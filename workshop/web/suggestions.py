"""What came back in a document as a page shows it: goal by goal, the text now, the suggestion, what was said beside."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from difflib import SequenceMatcher
from functools import cached_property

from flask_babel import gettext as _

from facilitation.report import figures
from facilitation.report.reader import Reader
from facilitation.report.returned import Elsewhere, Line, Remark, Run
from facilitation.report.returned.columns import source_of
from facilitation.report.sheets import Cell, Sort
from facilitation.words import N_
from workshop.languages import reader_language
from workshop.web.reviewing import Review, Suggestion
from workshop.web.taking import Sheaf, Wanted

LINE_END = "\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}\n"
"""A line that somebody ended shows: a text that only breaks elsewhere would look the same."""
WORD = re.compile(r"\s+|\w+|[^\w\s]")
WHY: Mapping[str, str] = {
    "gone": N_("What this is about was taken away meanwhile."),
    "choice": N_("This is not one of the choices."),
    "number": N_("This is not a number."),
    "day": N_("This is not a day. Write it as 31.3.2027."),
    "fixed": N_("This comes from somewhere else and cannot be changed here."),
    "flag": N_("This is neither yes nor no."),
    "objective": N_("This is no objective of the strategy. Begin each line with its number."),
    "interim": N_("Write a day and a value on each line, such as 31.12.2027: 60."),
    "milestone": N_("Give each milestone a name, and its day in brackets behind it."),
    "unclear": N_("Several fields stand here, and it cannot be told which words belong to which."),
    "same": N_("Read as it was before: nothing that the plan keeps is otherwise."),
}
FLAGS = (N_("Yes"), N_("No"))
OUTSIDE: Mapping[str, str] = {
    "new": N_("Not in the document when it left"),
    "gone": N_("No longer in the document"),
    "said": N_("Said about this"),
}


@dataclass(frozen=True)
class Part:
    """A stretch of a text: the same in both, put in ("in") or taken out ("out")."""

    way: str
    text: str


@dataclass(frozen=True)
class Shown:
    """A field of the page. `number` is its place among all that can be taken; None if it cannot."""

    number: int | None
    head: str
    language: str
    of: Suggestion
    parts: list[Part]
    why: str
    now: str = ""
    old: str = ""
    new: str = ""
    """The field as it is, as it left and as the document wants it, as its readers write it."""
    choices: Sequence[str] = ()
    """The names of all, where one of several is chosen."""

    @property
    def both(self) -> bool:
        return bool(self.of.changed.line and self.of.changed.line.state == "both")

    @property
    def apart(self) -> bool:
        """Told in several places of the document, and wanted otherwise in each: nobody chooses for people."""
        return self.of.changed.apart

    @property
    def sort(self) -> Sort:
        return sort_of(self.of)


@dataclass(frozen=True)
class Group:
    name: str
    fields: list[Shown]


@dataclass(frozen=True)
class Suggestions:
    """The whole page."""

    of: Review

    @cached_property
    def offered(self) -> list[Suggestion]:
        return [each for each in self.of.suggestions if each.command]

    @cached_property
    def sheaf(self) -> Sheaf:
        lines = [
            Wanted(f"{self.name(each)}: {self.head(each)}", each.command, cell_of(each))
            for each in self.offered
            if each.command
        ]
        return Sheaf(f"{self.of.digest}-{self.of.seq}", lines, self.of.to.language)

    @cached_property
    def groups(self) -> list[Group]:
        """In the order of the document."""
        found: dict[str, Group] = {}
        numbers = {id(each): number for number, each in enumerate(self.offered)}
        for each in filter(telling, self.of.suggestions):
            group = found.setdefault(each.changed.at.split("/")[1], Group(self.name(each), []))
            group.fields.append(self.shown(each, numbers.get(id(each))))
        return list(found.values())

    def shown(self, each: Suggestion, number: int | None) -> Shown:
        line, language = each.changed.line, each.command.language if each.command else self.of.to.language
        why = _(WHY[each.why]) if each.why else ""
        if line is None:
            return Shown(
                number, self.head(each), language, each, [], why, new=each.changed.text if each.changed.why else ""
            )
        now, old, new = (written(cell, self.of.to) for cell in (line.now, line.old, line.new))
        parts = difference(now, new) if line.state != "meanwhile" and not each.changed.why else []
        new = each.changed.text if each.changed.why else new
        return Shown(number, self.head(each), language, each, parts, why, now, old, new, self.choices(line))

    def choices(self, line: Line) -> Sequence[str]:
        if line.field.sort == "flag":
            return [self.of.to.words(name) for name in FLAGS]
        source = source_of(line.sheet, line.row, line.field.key, self.of.sources)
        return [*source.names(self.of.to)] if source and not source.free else []

    def name(self, each: Suggestion) -> str:
        row = each.changed.at.split("/")[1]
        return self.of.names.get(row) or each.changed.text or row

    def head(self, each: Suggestion) -> str:
        return self.of.heads[each.changed.at]

    @cached_property
    def elsewhere(self) -> Sequence[tuple[str, Elsewhere]]:
        return [(_(OUTSIDE[each.why]), each) for each in self.of.of.elsewhere]

    def day(self, of: Run | Remark) -> str:
        """When it was written, as its program told it; empty if it told nothing."""
        try:
            return figures.day(datetime.fromisoformat(of.when).date(), reader_language())
        except ValueError:
            return ""

    @cached_property
    def missing(self) -> list[str]:
        """Fields that are no longer in the document: what they belong to, and what they are."""
        pairs = ((at.split("/")[1], self.of.heads[at]) for at in self.of.of.missing)
        return list(dict.fromkeys(f"{self.of.names.get(row, row)}: {head}" for row, head in pairs))


def telling(each: Suggestion) -> bool:
    """What was changed here alone stays, and needs no words here."""
    line = each.changed.line
    return bool(each.changed.remarks or each.changed.why) or (line is not None and line.state != "meanwhile")


def cell_of(each: Suggestion) -> tuple[str, str, str, Sort] | None:
    line = each.changed.line
    return (line.sheet, line.row, line.field.key, line.field.sort) if line else None


def sort_of(each: Suggestion) -> Sort:
    return each.changed.line.field.sort if each.changed.line else "text"


def written(cell: Cell, to: Reader) -> str:
    """A figure with all its decimals, a day as the document writes it."""
    match cell:
        case date():
            return f"{cell.day}.{cell.month}.{cell.year}"
        case None:
            return ""
        case bool():
            return to.words(FLAGS[not cell])
        case int() | float():
            return figures.exact(cell, to.language)
        case _:
            return cell


def difference(before: str, after: str) -> list[Part]:
    """Word by word."""
    one, other = WORD.findall(before), WORD.findall(after)
    return [part for part in _parts(one, other) if part.text]


def _parts(one: list[str], other: list[str]) -> Iterator[Part]:
    for what, start, end, first, last in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        out, put = "".join(one[start:end]), "".join(other[first:last])
        if what == "equal":
            yield Part("", out)
        else:
            yield Part("out", "" if "\n" in put and not out.strip() else out)
            yield Part("in", put.replace("\n", LINE_END))
