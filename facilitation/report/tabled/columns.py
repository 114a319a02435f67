"""What a sheet's columns are made of: a head, and how a cell is read from what the row is about."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Generic, TypeAlias, TypeVar

from facilitation.report.reader import Reader
from facilitation.report.sheets import Cell, Drawn, Field, Row, Sheet, Sort
from facilitation.words import Parallel

T = TypeVar("T")
Choices: TypeAlias = Callable[[Reader], Mapping[str, str]]
"""The names of all answers that a column may hold, by the keys under which the plan keeps them."""

NARROW, WIDE, WIDEST = 12, 40, 60
DAY = 13
"""Widths in letters."""


def no_choices(_: Reader) -> Mapping[str, str]:
    return {}


@dataclass(frozen=True, slots=True)
class Column(Generic[T]):
    """`head` is a sentence of the catalogue; a `spare` column is left out where nobody filled it in."""

    key: str
    head: str
    cell: Callable[[T, Reader], Cell]
    sort: Sort = "text"
    width: int = 22
    choices: Choices = no_choices
    spare: bool = False
    texts: Callable[[T], Parallel] | None = None
    """Where the text comes from if people wrote it in several languages: each has a column of its own."""
    language: str = ""
    value: Callable[[T], str] | None = None
    """The key of the answer, where the column holds a choice."""


def written(
    key: str, head: str, texts: Callable[[T], Parallel], *, width: int = WIDE, spare: bool = False
) -> Column[T]:
    """What people wrote: in the reader's language if it exists, and beside it in the plan's others."""
    return Column(key, head, lambda it, to: to.plain(texts(it)), width=width, spare=spare, texts=texts)


def offered(
    of: str, key: str, head: str, value: Callable[[T], str], *, width: int = 18, spare: bool = True
) -> Column[T]:
    """A choice by the names that the pack gives to a plan field's answers."""

    def names(to: Reader) -> Mapping[str, str]:
        asked = [field for field in to.pack.fields_of(of) if field.key == key]
        return {choice.key: to.plain(choice.name) for field in asked for choice in field.choices}

    return Column(key, head, lambda it, to: to.choice(of, key, value(it)), "choice", width, names, spare, value=value)


def worded(
    key: str, head: str, names: Mapping[str, str], value: Callable[[T], str], *, width: int = 18, spare: bool = False
) -> Column[T]:
    """A choice by sentences of the catalogue."""
    return Column(
        key,
        head,
        lambda it, to: to.words(names[value(it)]) if names[value(it)] else None,
        "choice",
        width,
        lambda to: {key: to.words(name) for key, name in names.items() if name},
        spare,
        value=value,
    )


def sheet(
    key: str,
    title: str,
    columns: Iterable[Column[T]],
    rows: Sequence[tuple[str, T]],
    to: Reader,
    languages: Sequence[str] = (),
    charts: Sequence[Drawn] = (),
) -> Sheet:
    """The rows, each with its id, under those columns that hold something."""
    every = [each for column in columns for each in in_languages(column, languages, to)]
    filled = [(column, [tidy(column.cell(it, to)) for _, it in rows]) for column in every]
    kept = [(column, cells) for column, cells in filled if not column.spare or any(map(_says, cells))]
    cells = zip(*(cells for _, cells in kept), strict=True)
    return Sheet(
        key,
        to.words(title),
        tuple(field(column, to) for column, _ in kept),
        tuple(Row(id, each) for (id, _), each in zip(rows, cells, strict=True)),
        tuple(charts),
    )


def in_languages(column: Column[T], languages: Sequence[str], to: Reader) -> Iterator[Column[T]]:
    """Where two languages stand beside each other, neither takes the other's place and neither is left out."""
    texts = column.texts
    if texts is None:
        yield column
        return
    yield replace(column, cell=_in(texts, to.language), language=to.language) if to.beside else column
    for code in languages:
        spare = column.spare or code != to.beside
        yield replace(column, key=f"{column.key}.{code}", cell=_in(texts, code), language=code, texts=None, spare=spare)


def _in(texts: Callable[[T], Parallel], code: str) -> Callable[[T, Reader], Cell]:
    return lambda it, _: texts(it).get(code)


def field(column: Column[T], to: Reader) -> Field:
    head = to.words(column.head) + (f" ({column.language})" if column.language else "")
    wanted = bool(to.beside) and column.language in (to.language, to.beside)
    choices = tuple(column.choices(to).values())
    return Field(column.key, head, column.sort, choices, column.width, wanted=wanted)


def tidy(cell: Cell) -> Cell:
    return cell.strip() or None if isinstance(cell, str) else cell


def _says(cell: Cell) -> bool:
    """Nought is an answer; a flag that is not set says nothing."""
    return cell is not None and cell is not False
