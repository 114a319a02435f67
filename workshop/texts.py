"""Which signs a text may keep, whoever typed it and wherever it comes in."""

import re
import unicodedata

# Everything below a blank but line feed and tab, the second range of controls, and what turns the direction of the
# words that follow: none of our languages needs it, and it can make a name read as another.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")

BLANKS = re.compile("[ \t\n\r]+")


def without_controls(text: str | None) -> str:
    """The text as people see it."""
    return CONTROLS.sub("", text or "")


def one_line(text: str | None) -> str:
    """The text on one line, without blanks around it."""
    return " ".join(without_controls(text).split())


def joined(text: str) -> str:
    """The text on one line, for what is drawn: blanks that hold a number to its unit go on holding."""
    return BLANKS.sub(" ", text).strip(" ")


def several_lines(text: str | None) -> str:
    """The text without blanks around it; its lines stay."""
    return without_controls(text).strip()


# -- For files ------------------------------------------------------------------------------------------------------

TAGS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
"""Languages as files name them: Swedish is Finland's here, English British."""
RIGHT_TO_LEFT = ("R", "AL")
LAST_TWO = "".join(chr(plane * 0x10000 + last) for plane in range(17) for last in (0xFFFE, 0xFFFF))
NO_LETTERS = re.compile(f"[\ud800-\udfff{LAST_TWO}]")
"""Halves of letters, and the ends of each plane, which never were any."""


def for_xml(text: str) -> str:
    """The text as XML can hold it: no controls, no halves of letters, every kind of line end the same."""
    if text.isprintable():
        return text
    lines = text.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\t", " ")
    return NO_LETTERS.sub("", without_controls(lines))


def leftwards(text: str) -> bool:
    """Whether the first letter that has a direction is written from the right."""
    found = (unicodedata.bidirectional(letter) for letter in text)
    return next((each in RIGHT_TO_LEFT for each in found if each in ("L", *RIGHT_TO_LEFT)), False)
