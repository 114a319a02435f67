"""The plan that a workbook tells, and what of the workbook it could not be told from."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from facilitation.plans.goals import theme_of
from facilitation.plans.lines import Line, blank, placed
from facilitation.report.head import NAMES
from facilitation.report.reader import Reader
from facilitation.report.returned.anew import lines
from facilitation.report.returned.anew.beside import beside
from facilitation.report.returned.anew.cells import Book
from facilitation.report.returned.anew.entries import KINDS
from facilitation.report.returned.anew.figures import figures
from facilitation.report.returned.cells import Raw
from facilitation.report.returned.compare import Back, BackRow, Note
from facilitation.shapes import Goal, Metric, Plan

LANGUAGES_ROW = "languages"


@dataclass(frozen=True, slots=True)
class Begun:
    """The plan, and the cells that could not be read as what stands in their columns."""

    plan: Plan
    notes: tuple[Note, ...]


def begun(tables: Sequence[Back], to: Reader) -> Begun:
    """Every line that the sheets have, under its own id where it has one; what stands elsewhere is not the plan's."""
    book = Book({each.key: each for each in tables}, to)
    plan = replace(itself(book), pack=to.pack.key, pack_version=to.pack.version, **beside(book))
    for kind_of_sheet in ("goals", "metrics", "actions", "risks", "follow_up"):
        for row, line in made(kind_of_sheet, book):
            plan = placed(plan, line, under(row, book))
    return Begun(plan, tuple(book.notes))


def itself(book: Book) -> Plan:
    """The plan with what its own sheet says of it."""
    plan = Plan("")
    for row in book.rows("plan"):
        raw = row.cells.get("text")
        if row.id == LANGUAGES_ROW:
            plan = replace(plan, languages=spoken(raw))
        plan = book.tried("plan", "text", row, partial(lines.part, plan, row, raw, book), plan)
    return plan


def spoken(raw: Raw) -> tuple[str, ...]:
    """The languages that a cell names."""
    named = str(raw or "").casefold()
    return tuple(code for code, name in NAMES.items() if name.casefold() in named)


def made(sheet: str, book: Book) -> Iterator[tuple[BackRow, Line]]:
    known: Mapping[str, Metric] = figures(book) if sheet == "metrics" else {}
    for row in book.rows(sheet):
        yield row, finished(lines.line(start(sheet, row, known), sheet, row, book), book)


def start(sheet: str, row: BackRow, known: Mapping[str, Metric]) -> Line:
    """A line before its row is read: a metric has its figures, and the library's words."""
    if sheet != "metrics":
        return blank(KINDS[sheet], row.id)
    return replace(known.get(row.id, Metric(row.id)), library=str(row.cells.get("library") or ""))


def finished(line: Line, book: Book) -> Line:
    """A goal's theme follows its objectives."""
    if isinstance(line, Goal) and line.objectives and not line.theme:
        return replace(line, theme=theme_of(line.objectives, book.to.pack))
    return line


def under(row: BackRow, book: Book) -> str:
    """The goal that a row stands under: by its id, or by the number that somebody typed beside a new row."""
    id, number = row.cells.get("goal_id"), row.cells.get("goal")
    if id or number is None:
        return str(id or "")
    return next((each.id for each in book.rows("goals") if each.cells.get("number") == number), "")
