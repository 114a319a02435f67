"""Texts as a workbook can hold them, and names that Excel takes for sheets, tables and columns."""

import re
from collections.abc import Iterable, Iterator

from workshop.texts import without_controls

LONGEST = 32_767
LONGEST_NAME = 31
LONGEST_HEAD = 200
NO_XML = re.compile("[\ufffe\uffff]")
NO_NAME = re.compile(r"[\[\]:*?/\\']")
BLANKS = re.compile(r"[ \t\n]+")
RESERVED = "history"


def clean(text: str) -> str:
    """Without what XML forbids: control characters, halves of letters, and the two signs that are none."""
    return cut(NO_XML.sub("", without_controls(text).encode("utf-8", "ignore").decode()), LONGEST)


def line(text: str, longest: int = LONGEST) -> str:
    """On one line; a no-break space stays one."""
    return cut(BLANKS.sub(" ", clean(text)).strip(), longest)


def cut(text: str, longest: int) -> str:
    """Excel counts an emoji as two signs."""
    if len(text) * 2 <= longest:
        return text
    return text.encode("utf-16-le")[: longest * 2].decode("utf-16-le", "ignore")


def sheet_names(titles: Iterable[str]) -> Iterator[str]:
    """A name a title: short, without forbidden signs, no two alike."""
    return _apart((line(NO_NAME.sub(" ", title)) for title in titles), LONGEST_NAME, {RESERVED})


def heads(titles: Iterable[str]) -> Iterator[str]:
    """A table's columns are known by their heads: no two may be alike."""
    return _apart(map(line, titles), LONGEST_HEAD, set())


def _apart(texts: Iterable[str], longest: int, taken: set[str]) -> Iterator[str]:
    for text in (text or "\N{EN DASH}" for text in texts):
        name, number = cut(text, longest).strip(), 1
        while name.lower() in taken:
            number += 1
            mark = f" ({number})"
            name = cut(text, longest - len(mark)).strip() + mark
        taken.add(name.lower())
        yield name
