"""What a plan says beside its lines: marks and votes of the room, what was decided, chosen, left out, put aside."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from facilitation.report.returned.anew.cells import Book, texts
from facilitation.report.returned.cells import Unfit
from facilitation.report.returned.compare import BackRow
from facilitation.report.tabled.columns import Column
from facilitation.report.tabled.marks import MARKS, VOTES
from facilitation.report.tabled.others import DECISIONS
from facilitation.report.tabled.whole import FOCUS, PARKED
from facilitation.report.tabled.whole import WAYS as CHOICES
from facilitation.shapes import Decision, Focus, FocusChoice, Parked, StateRow, Voted

NAMED: tuple[Column[Any], ...] = (Column("name", "", lambda row, to: None), *MARKS)
COUNTS = ("n", "dont_know", "not_applicable", "picks", "agreed", "target", "dots", "people", "place")
"""Columns that hold whole numbers."""


def beside(book: Book) -> Mapping[str, Any]:
    """The parts of a plan, by their names."""
    return {
        "current_state": tuple(statements(book)),
        "themes": tuple(themes(book)),
        "votes": tuple(votes(book)),
        "decisions": tuple(decisions(book)),
        "focus": focus(book),
        "parked": tuple(parked(book)),
    }


def marked(sheet: str, columns: Sequence[Column[Any]], book: Book) -> Iterator[tuple[str, dict[str, Any]]]:
    """Each row's id with what its cells say."""
    for row in book.rows(sheet):
        told = book.told(sheet, row, columns)
        yield row.id, {key: cell for key, cell in told.items() if counts(sheet, key, cell, row, book)}


def counts(sheet: str, key: str, cell: object, row: BackRow, book: Book) -> bool:
    """Whether the cell can stand where whole numbers do, or stands elsewhere."""

    def whole() -> bool:
        if key in COUNTS and not isinstance(cell, int):
            raise Unfit("number")
        return True

    return book.tried(sheet, key, row, whole, otherwise=False)


def statements(book: Book) -> Iterator[StateRow]:
    """What the method has words for is worded by the method."""
    for id, told in marked("current_state", NAMED, book):
        known = book.to.pack.statement(id)
        words = known.text if known else texts(told, "name", book.to.language)
        yield state(id, told, book, text=words, objective=known.objective if known else "")


def themes(book: Book) -> Iterator[StateRow]:
    for id, told in marked("themes", NAMED, book):
        known = book.to.pack.strategy.theme(id)
        yield state(id, told, book, text=known.name if known else texts(told, "name", book.to.language))


def state(id: str, told: Mapping[str, Any], book: Book, **more: Any) -> StateRow:
    lines = str(told.get("examples", "")).splitlines()
    marks = {key: cell for key, cell in told.items() if key not in ("name", "unconfirmed", "examples")}
    return StateRow(id, examples=tuple({book.to.language: line} for line in lines), **more, **marks)


def votes(book: Book) -> Iterator[Voted]:
    for id, told in marked("votes", VOTES, book):
        text = texts(told, "idea", book.to.language)
        marks = {key: cell for key, cell in told.items() if key.partition(".")[0] not in ("idea", "place")}
        yield Voted(id, text, rank=told.get("place"), **marks)


def decisions(book: Book) -> Iterator[Decision]:
    for id, told in marked("decisions", DECISIONS, book):
        cards = tuple(filter(None, str(told.get("cards", "")).split(", ")))
        yield Decision(id, told.get("text", ""), told.get("reason", ""), cards, told.get("day"))


def focus(book: Book) -> Focus:
    left_out = book.to.words(CHOICES["left_out"])
    chosen: dict[bool, list[FocusChoice]] = {True: [], False: []}
    for id, told in marked("focus", FOCUS, book):
        choice = FocusChoice(id, texts(told, "text", book.to.language), told.get("reason", ""))
        chosen[told.get("way") != left_out].append(choice)
    return Focus(tuple(chosen[True]), tuple(chosen[False]))


def parked(book: Book) -> Iterator[Parked]:
    for id, told in marked("parked", PARKED, book):
        yield Parked(id, texts(told, "text", book.to.language))
