"""Texts in which nothing is markup: whatever people typed is read as they typed it."""

import re
from collections.abc import Iterator

from facilitation.report.texts import Words
from workshop.texts import without_controls

MARKS = re.compile(r"[\\`*_\[\]<>&|~$#@]")
BEGINS = re.compile(r"^(\d{1,9}(?=[.)])|(?=[-+=:]))")
"""What would begin a list, a rule or a heading of the line above, if a line begins with it."""
LINKS = re.compile(r"(?=://)|(?<=\bwww)(?=\.)", re.IGNORECASE)
"""GitHub makes links of addresses that stand in a text."""
BLANKS = re.compile(r"[ \t]+")
BREAK = "\\\n"
DOUBT = "\\*"


def lines(text: str) -> Iterator[str]:
    """The text line by line, without empty ones."""
    for line in text.splitlines():
        if kept := BLANKS.sub(" ", without_controls(line)).strip():
            yield LINKS.sub(r"\\", MARKS.sub(r"\\\g<0>", kept))


def one_line(text: str) -> str:
    """For where a line has begun already: in a heading, a cell, after a sign of ours."""
    return " ".join(lines(text))


def broken(text: str, before: str = "") -> str:
    """A paragraph whose lines end where people ended them; `before` stands before each but the first."""
    return f"{BREAK}{before}".join(BEGINS.sub(r"\1\\", line) for line in lines(text))


def bullet(text: str) -> str:
    return f"- {broken(text, '  ')}"


def strong(text: str) -> str:
    return f"**{told}**" if (told := one_line(text)) else ""


def marked(words: Words) -> str:
    """The text; its language cannot be told in Markdown, that it is not confirmed can."""
    return " / ".join(
        each.text + ("\N{NO-BREAK SPACE}*" if each.unconfirmed and each.text.strip() else "") for each in words.both
    )
