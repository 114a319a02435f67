"""A cell of a method's workbook as a value of its JSON, or why it is none."""

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from facilitation.report.method.columns import Column
from facilitation.report.returned.cells import Raw, Strange, Unfit, number
from facilitation.words import N_, Message

APART = re.compile(r"[,;\n]")
YES, NO = ("true", "yes", "x", "kyllä", "ja", "1"), ("false", "no", "ei", "nej", "0")
FORMULA = N_("A formula or an error stands here. Write the value itself.")
NO_NUMBER = N_("This is not a number.")
A_DAY = N_("The spreadsheet made a day of this. Format the cell as text and write it again.")


class Unread(Exception):
    """A cell whose value does not fit its column."""

    def __init__(self, sentence: str, **arguments: str) -> None:
        super().__init__(sentence)
        self.message = Message(sentence, arguments)


def read(raw: Raw, column: Column) -> Any:
    """The value, or None for an empty cell. Raises Unread."""
    if isinstance(raw, Strange):
        raise Unread(FORMULA)
    if raw is None or (isinstance(raw, str) and not raw.strip()):
        return "" if "" in column.choices else None
    match column.kind:
        case "whole":
            return whole(raw)
        case "flag":
            return flag(raw)
        case "several":
            return several(text(raw))
        case "settings":
            return settings(text(raw))
        case "words" | "text":
            return text(raw)
        case "code" | "origins":
            return text(raw).strip()


def text(raw: Raw) -> str:
    """What was typed; figures as people write them."""
    if isinstance(raw, date):
        raise Unread(A_DAY)
    return str(int(raw)) if isinstance(raw, float) and raw.is_integer() else str(raw)


def whole(raw: Raw) -> Any:
    if isinstance(raw, Strange):
        raise Unread(NO_NUMBER)
    try:
        return number(int(raw) if isinstance(raw, float) and raw.is_integer() else raw)
    except Unfit:
        raise Unread(NO_NUMBER) from None


def flag(raw: Raw) -> bool:
    said = text(raw).strip().lower()
    if said not in YES + NO:
        raise Unread(N_("Write yes or no."))
    return said in YES


def several(said: str) -> list[str]:
    if said.startswith("["):
        return [str(each) for each in _json(said, list)]
    return [each.strip() for each in APART.split(said) if each.strip()]


def settings(said: str) -> Mapping[str, Any]:
    return _json(said, dict)


def _json(said: str, kind: type) -> Any:
    try:
        found = json.loads(said)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, kind):
        raise Unread(N_("This cell is written as JSON and cannot be read."))
    return found
