"""Which signs a text may keep, whoever typed it and wherever it comes in."""

import re

# Everything below a blank but line feed and tab, the second range of controls, and what turns the direction of the
# words that follow: none of our languages needs it, and it can make a name read as another.
CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def without_controls(text: str | None) -> str:
    """The text as people see it."""
    return CONTROLS.sub("", text or "")


def one_line(text: str | None) -> str:
    """The text on one line, without blanks around it."""
    return " ".join(without_controls(text).split())
