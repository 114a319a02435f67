"""A method's JSON as sheets: every text in its cell, in every language, under heads that the reader understands."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from facilitation.report.method.columns import Column, Part
from facilitation.report.method.parts import PARTS
from facilitation.report.reader import Wording
from facilitation.report.sheets import Cell, Field, Row, Sheet, Sort
from facilitation.words import LANGUAGES, N_

BLANK_ROWS = 25
SEPARATORS = frozenset(",;\n")
SORTS: Mapping[str, Sort] = {"code": "code", "origins": "code", "several": "code", "whole": "number", "flag": "flag"}


def sheets(pack: Mapping[str, Any], words: Wording, *, blank: bool = False) -> tuple[Sheet, ...]:
    """The method's sheets. `blank`: what every method has of its own is left empty, with rows to fill in."""
    return tuple(_sheet(part, {} if blank and part.own else pack, words) for part in PARTS)


def _sheet(part: Part, pack: Mapping[str, Any], words: Wording) -> Sheet:
    fields = [field for column in part.columns for field in _fields(column, words)]
    rows = [Row(id, tuple(_cells(part, entry))) for id, entry in entries(part, pack)]
    if not rows:
        rows = [Row("", (None,) * len(fields))] * (1 if part.shape == "one" else BLANK_ROWS)
    return Sheet(part.key, words(part.title), tuple(fields), tuple(rows))


def _fields(column: Column, words: Wording) -> Iterator[Field]:
    head = words(column.head) + (" *" if column.needed else "")
    choices = tuple(filter(None, column.choices))
    sort = SORTS.get(column.kind, "text")
    for key, language in keys(column):
        yield Field(key, f"{head} ({language})" if language else head, sort, choices, column.width)


def keys(column: Column) -> Iterator[tuple[str, str]]:
    """The column's cells: the key of each and its language."""
    if column.kind in ("words", "origins"):
        yield from ((f"{column.key}:{code}", code) for code in LANGUAGES)
    else:
        yield column.key, ""


def entries(part: Part, pack: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """What the part holds, entry by entry, with its id."""
    here = deep(pack, part.path)
    match part.shape:
        case "one":
            yield from [(id_of(part, here), here)] if here else []
        case "list":
            yield from ((id_of(part, entry), entry) for entry in here or ())
        case "named":
            yield from (here or {}).items()
        case "inside":
            for parent in here or ():
                yield from ((id_of(part, parent), entry) for entry in parent.get(part.under) or ())


def id_of(part: Part, entry: Mapping[str, Any]) -> str:
    return ".".join(str(entry[name]) for name in part.id)


def deep(value: Any, path: tuple[str, ...]) -> Any:
    """What stands at the end of the path; None where it breaks off."""
    for name in path:
        value = value.get(name) if isinstance(value, dict) else None
    return value


def _cells(part: Part, entry: Any) -> Iterator[Cell]:
    for column in part.columns:
        value = deep(entry, column.path)
        match column.kind:
            case "words":
                texts = value if isinstance(value, dict) else {}
                yield from (texts.get(code) for code in LANGUAGES)
            case "origins":
                said = value if isinstance(value, dict) else dict.fromkeys(LANGUAGES, value)
                yield from (said.get(code) for code in LANGUAGES)
            case "several":
                yield listed(value or [])
            case "settings":
                yield _settings(value or {})
            case _:
                yield value


def listed(texts: list[str]) -> str | None:
    """Side by side as long as no sign that keeps them apart stands inside of one; else as JSON."""
    plain = all(text == text.strip() and SEPARATORS.isdisjoint(text) for text in texts)
    if plain and not "".join(texts[:1]).startswith("["):
        return ", ".join(texts) or None
    return json.dumps(texts, ensure_ascii=False)


def _settings(options: Mapping[str, Any]) -> str | None:
    """All but a text that has its own columns."""
    rest = {key: value for key, value in options.items() if key != "text" or not isinstance(value, dict)}
    return json.dumps(rest, ensure_ascii=False) if rest else None


HOW = (
    N_("A row is an entry. What is marked with * has to be filled in, a text in at least one language."),
    N_("In the column of ids stands what other sheets point at; choices and steps name their field or agenda."),
    N_("Several things in one cell stand beside each other with commas between them."),
    N_("Where words are from: official, translated (our translation), placeholder (official words not found), own."),
)
"""What somebody who fills it in has to know."""
