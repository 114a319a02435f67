"""How much room a text takes: real letter widths of Arial and Cambria (by their free twins), so that nothing overflows.

Everything is in points. A little is added, since programs break lines a little differently.
"""

import json
import unicodedata
from functools import cache, lru_cache
from pathlib import Path

from workshop.texts import joined

MARGIN = 1.04
LINE, SERIF_LINE = 1.17, 1.22
"""Line heights of Arial and Cambria, the larger of what programs take."""
wider, taller = 1.0, 1.0
"""How much more room than ours the letters of the template in hand take; a process makes one file at a time."""
TALL_LINE = 1.55
"""Of a line with letters of another face: emoji, Arabic, Chinese."""
SQUARE, PICTURE = 1.02, 1.4
REMEMBERED = 20_000
"""Texts whose measures are kept: each is measured several times while pages are tried."""
BREAKS_AFTER = " -\N{EN DASH}"


def set_in(across: float, down: float) -> None:
    """Measure from now on for letters that are so much wider and taller than ours."""
    global wider, taller
    if (across, down) != (wider, taller):
        wider, taller = across, down
        for measured in (width, lines, height):
            measured.cache_clear()


@cache
def letters(serif: bool, bold: bool) -> dict[str, float]:
    """Width by letter, as a share of the size."""
    table = json.loads(Path(__file__).with_name("widths.json").read_text("utf-8"))
    by_width = table["serif" if serif else "sans"][int(bold)]
    return {letter: int(width) / 1000 for width, group in by_width.items() for letter in group}


def letter_width(letter: str, known: dict[str, float]) -> float:
    if (width := known.get(letter)) is not None:
        return width
    if unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0.0
    return PICTURE if ord(letter) > 0xFFFF else SQUARE


def plain_width(text: str, *, serif: bool = False, bold: bool = False) -> float:
    """In our letters, as a share of their size."""
    known = letters(serif, bold)
    return sum(letter_width(letter, known) for letter in text)


@lru_cache(REMEMBERED)
def width(text: str, size: float, *, serif: bool = False, bold: bool = False) -> float:
    return plain_width(text, serif=serif, bold=bold) * size * MARGIN * wider


@lru_cache(REMEMBERED)
def lines(text: str, size: float, room: float, *, serif: bool = False, bold: bool = False) -> list[tuple[int, int]]:
    """Where each line begins and ends when the text is set in `room`; a word too long for a line is cut."""
    known = letters(serif, bold)
    scale = size * MARGIN * wider
    found: list[tuple[int, int]] = []
    start = rest = 0
    used = since_break = 0.0
    for at, letter in enumerate(text):
        if letter == "\n":
            found.append((start, at))
            start = rest = at + 1
            used = since_break = 0.0
            continue
        wide = letter_width(letter, known) * scale
        if used + wide > room and letter != " " and at > start:
            cut = rest if rest > start else at
            found.append((start, cut))
            start = rest = cut
            used = since_break if cut != at else 0.0
        used += wide
        since_break += wide
        if letter in BREAKS_AFTER:
            rest, since_break = at + 1, 0.0
    return [*found, (start, len(text))]


def line_height(text: str, size: float, *, serif: bool = False) -> float:
    known = letters(serif, False)
    if not all(letter in known for letter in text):
        return size * TALL_LINE * taller
    return size * (SERIF_LINE if serif else LINE) * taller


@lru_cache(REMEMBERED)
def height(text: str, size: float, room: float, *, serif: bool = False, bold: bool = False) -> float:
    """How tall the text stands in `room`."""
    return sum(
        line_height(text[first:last].strip("\n"), size, serif=serif)
        for first, last in lines(text, size, room, serif=serif, bold=bold)
    )


def shortened(text: str, size: float, room: float, most: int) -> str:
    """The text in at most so many lines, cut with an ellipsis; for labels whose whole text stands elsewhere."""
    text = joined(text)
    rows = lines(text, size, room)
    if len(rows) <= most:
        return text
    cut = text[: rows[most - 1][1]].rstrip()
    while cut and len(lines(cut + "…", size, room)) > most:
        cut = cut[:-1].rstrip()
    return cut + "…"
