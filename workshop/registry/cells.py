"""What a cell says, or why it does not fit."""

import re
from collections.abc import Mapping
from datetime import date
from functools import cache

from facilitation.limits import ORGANISATION
from facilitation.organisations import KINDS, ROLES
from facilitation.words import LANGUAGES, N_, Message
from workshop.languages import NAMES, worded
from workshop.registry.records import FORMULA, Record, day_of

EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
LONGEST = {"code": 40, "email": 254, "name": 120}


class Wrong(Exception):
    """A cell that does not fit: its key, and the sentence for the person."""

    def __init__(self, key: str, sentence: str, **arguments: str | int) -> None:
        super().__init__(sentence)
        self.key, self.message = key, Message(sentence, arguments)


def text(record: Record, key: str) -> str:
    said, longest = record[key], LONGEST.get(key, ORGANISATION)
    if said == FORMULA:
        raise Wrong(key, N_("A formula or an error stands here. Write the value itself."))
    if len(said) > longest:
        raise Wrong(key, N_("At most %(max)d characters."), max=longest)
    return said


def needed(record: Record, key: str) -> str:
    return text(record, key) or _missing(key)


def _missing(key: str) -> str:
    raise Wrong(key, N_("This cell is empty."))


def day(record: Record, key: str) -> date | None:
    said = text(record, key)
    try:
        return day_of(said)
    except (ValueError, OverflowError):
        raise Wrong(key, N_("“%(said)s” is no day. Write it like 2027-01-31."), said=said) from None


def email(record: Record) -> str:
    said = needed(record, "email").lower()
    if not EMAIL.fullmatch(said):
        raise Wrong("email", N_("Write the whole address, like name@example.fi."))
    return said


def kind(record: Record) -> str:
    return _one_of(record, "kind", _words("kind"))


def role(record: Record) -> str:
    needed(record, "role")
    return _one_of(record, "role", _words("role"))


def language(record: Record) -> str:
    """In which letters are written to somebody; by its code or its own name."""
    own_names = {name.casefold(): code for code, name in NAMES.items()}
    return _one_of(record, "language", own_names | {code: code for code in NAMES})


def _one_of(record: Record, key: str, words: Mapping[str, str]) -> str:
    said = text(record, key)
    if said and said.casefold() not in words:
        raise Wrong(key, N_("“%(said)s” is not one of those that are known."), said=said)
    return words[said.casefold()] if said else ""


@cache
def _words(table: str) -> Mapping[str, str]:
    """What may be written, in any language, and what it is called in the program."""
    known = KINDS if table == "kind" else ROLES
    several = {worded(Message(words), code).casefold(): key for key, words in known.items() for code in LANGUAGES}
    return several | {key: key for key in known}
