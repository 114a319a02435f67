"""Sentences that the reader sees: marked for translation here, worded in the reader's language elsewhere."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

LANGUAGES = ("fi", "sv", "en")
NAMES = {"fi": "Suomi", "sv": "Svenska", "en": "English"}
"""What each calls itself."""

Parallel: TypeAlias = Mapping[str, str]
"""One text in several languages, by language code; a language may be missing."""

Argument: TypeAlias = str | int | float


class Count(int):
    """How many, within a sentence: a large one is told in groups of three, as a year or a number in a row is not."""


def N_(text: str) -> str:  # noqa: N802 gettext's own name for it
    """Mark a sentence for the catalogues without translating it."""
    return text


def said(texts: Parallel, language: str) -> str:
    """The text in the reader's language, else in English, Finnish, Swedish, any other; else nothing."""
    return said_in(texts, language)[1]


def said_in(texts: Parallel, language: str) -> tuple[str, str]:
    """The same with the language that it is in before it."""
    for code in (language, "en", "fi", "sv", *texts):
        if text := texts.get(code, ""):
            return code, text
    return "", ""


def missing(texts: Parallel, languages: Iterable[str]) -> tuple[str, ...]:
    """The wanted languages in which the text is blank."""
    return tuple(code for code in languages if not texts.get(code, "").strip())


@dataclass(frozen=True, slots=True)
class Message:
    """A catalogue's sentence and what goes into its `%(name)s` places."""

    id: str
    arguments: Mapping[str, Argument] = field(default_factory=dict, hash=False)


class Refused(Exception):
    """Somebody asked for what the rules do not grant; carries the words for the person and a code for the program."""

    def __init__(
        self,
        sentence: str,
        *,
        code: str,
        field: str | None = None,
        kept: Mapping[str, object] | None = None,
        **arguments: Argument,
    ) -> None:
        super().__init__(sentence)
        self.code = code
        self.message = Message(sentence, arguments)
        self.field = field
        self.kept = kept
