"""People's words, headings and languages as the template is given them."""

import unicodedata
from typing import Any, TypeAlias

from facilitation.report.texts import Words
from workshop.exports.pdf.letters import printable

Data: TypeAlias = dict[str, Any]


def words(said: Words) -> Data:
    return {
        "kind": "words",
        "text": printable(said.text),
        "language": language(said.language),
        "theirs": said.theirs,
        "unconfirmed": said.unconfirmed,
        "beside": words(said.beside) if said.beside else None,
    }


def heading(text: str) -> str:
    """A text that can be found in a list of contents, or nothing: a heading that nobody can see is none."""
    text = printable(text).strip()
    return text if any(unicodedata.category(letter)[0] in "LNPS" for letter in text) else ""


def language(code: str) -> str | None:
    """A language as the file may name it, else none: texts come from people, codes from anywhere."""
    known = code.isascii() and code.isalpha() and len(code) in (2, 3)
    return code.lower() if known else None
