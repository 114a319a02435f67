"""A comparison as a page shows it: by goal, metric and action, in words."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from flask_babel import gettext as _

from facilitation.report import figures
from facilitation.report.following.asked import BASELINES, KEY, PROGRESS
from facilitation.report.head import WHOLE
from facilitation.report.returned import Line, Note
from facilitation.report.sheets import Cell, Sheet
from facilitation.words import N_
from workshop.languages import reader_language
from workshop.web.comparing import Comparison, Offer

NAMED_BY: Mapping[str, str] = {
    **dict.fromkeys(("themes", "current_state", KEY), "name"),
    "votes": "idea",
    "tasks": "what",
    **dict.fromkeys(("decisions", "focus", "parked"), "text"),
    WHOLE: "part",
    BASELINES: "name",
    PROGRESS: "text",
    "follow_up": "what",
    "risks": "text",
    "actions": "text",
    "metrics": "name",
    "goals": "to",
}
"""The column by which the rows of a sheet are known; the lines of a plan last, whose names are its own."""
WHY: Mapping[str, str] = {
    "formula": N_("%(sheet)s, %(cell)s: this is a formula. Formulas are not run; write what it comes to."),
    "error": N_("%(sheet)s, %(cell)s: this is an error of the spreadsheet, not a value."),
    "number": N_("%(sheet)s, %(cell)s: this is not a number."),
    "day": N_("%(sheet)s, %(cell)s: this is not a day."),
    "choice": N_("%(sheet)s, %(cell)s: this is not one of the choices."),
    "flag": N_("%(sheet)s, %(cell)s: this is neither yes nor no."),
    "objective": N_("%(sheet)s, %(cell)s: this is no objective of the strategy. Begin each line with its number."),
    "interim": N_("%(sheet)s, %(cell)s: write a day and a value on each line, such as 31.12.2027: 60."),
    "milestone": N_("%(sheet)s, %(cell)s: give each milestone a name, and its day in brackets behind it."),
    "unfit": N_("%(sheet)s, %(cell)s: this does not fit in its place in a plan; it may be too long or too large."),
    "unknown": N_("%(sheet)s, %(cell)s: no row with this id left in the workbook. Lines are added in Toimi itself."),
    "fixed": N_("%(sheet)s, %(cell)s: this comes from somewhere else and cannot be changed in the workbook."),
    "gone": N_("%(sheet)s, %(cell)s: what this row is about was taken away meanwhile."),
    "absent": N_("The sheet “%(sheet)s” is no longer in the file. Nothing happens to what stood there."),
    "column": N_("%(sheet)s, column %(cell)s: this column is not the plan’s, and is not read."),
    "sheet": N_("The sheet “%(sheet)s” is not the plan’s, and is not read."),
    "missing": N_("%(sheet)s: no longer in the file: %(rows)s. Nothing happens to it."),
}


@dataclass(frozen=True)
class Difference:
    """A line of the page. `number` is its place among all that can be taken in; None stands for an empty cell."""

    number: int
    head: str
    cell: str
    language: str
    both: bool
    old: str | None
    now: str | None
    new: str | None


@dataclass(frozen=True)
class Group:
    """What differs on one goal, metric or action."""

    sheet: str
    name: str
    lines: list[Difference]


@dataclass(frozen=True)
class Differences:
    """The whole page."""

    of: Comparison

    @cached_property
    def names(self) -> Mapping[str, Mapping[str, str]]:
        """What the rows of each sheet are called now, by id."""
        return {key: named(self.of.now, key, column) for key, column in NAMED_BY.items()}

    def name(self, sheet: str, row: str) -> str:
        return self.names.get(sheet, {}).get(row, row)

    @cached_property
    def groups(self) -> list[Group]:
        """Row by row as the file has them."""
        found: dict[tuple[str, str], Group] = {}
        for number, each in enumerate(self.of.offers):
            key = (each.line.sheet, each.line.row)
            group = found.setdefault(key, Group(each.line.place.sheet, self.name(*key), []))
            group.lines.append(self.difference(number, each))
        return list(found.values())

    def difference(self, number: int, each: Offer) -> Difference:
        line = each.line
        goals = self.names["goals"] if line.field.key == "goal_id" else {}
        language = getattr(each.command, "language", "")
        old, now, new = (shown(goals.get(str(cell), cell)) for cell in (line.old, line.now, line.new))
        return Difference(number, line.field.head, line.place.cell, language, line.state == "both", old, now, new)

    @cached_property
    def meanwhile(self) -> list[str]:
        """What was changed here alone, and stays as it is."""
        return [meanwhile(line) for line in self.of.lines if line.state == "meanwhile"]

    @cached_property
    def problems(self) -> list[str]:
        """What cannot be taken in, each with its sheet and cell."""
        fixed = [line for line in self.of.lines if line.state != "meanwhile"]
        return [*map(self.problem, self.of.notes), *(why(line.state, line) for line in fixed)]

    def problem(self, note: Note) -> str:
        return why(note.why, note, ", ".join(self.name(note.sheet, row) for row in note.rows))


def named(sheets: Sequence[Sheet], key: str, column: str) -> Mapping[str, str]:
    """The texts of a column, by the ids of the rows."""
    found: dict[str, str] = {}
    for sheet in sheets:
        at = next((at for at, field in enumerate(sheet.fields) if field.key == column), None)
        if sheet.key == key and at is not None:
            found |= {row.id: str(row.cells[at]) for row in sheet.rows if row.cells[at]}
    return found


def why(key: str, about: Line | Note, rows: str = "") -> str:
    return _(WHY[key], sheet=about.place.sheet, cell=about.place.cell, rows=rows)


def meanwhile(line: Line) -> str:
    said = shown(line.now) or _("empty")
    return f"{line.place.sheet}, {line.place.cell}, {line.field.head}: {said}"


def shown(cell: Cell) -> str | None:
    """A value as a reader of this page writes it."""
    match cell:
        case None:
            return None
        case date():
            return figures.day(cell, reader_language())
        case int() | float() if not isinstance(cell, bool):
            return figures.number(cell, reader_language())
        case _:
            return str(cell)
