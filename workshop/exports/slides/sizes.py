"""The size that a template gives the text of a place: its own, its master's, or the master's style for such text."""

from collections.abc import Iterator
from typing import Any

from pptx.slide import SlideLayout

TITLES = ("title", "ctrTitle")
LEVELS = range(1, 6)


def own(layout: SlideLayout, index: int, level: int = 1) -> float | None:
    """In points; None where the template leaves it to the program."""
    sizes = (each.get("sz") for each in _said(layout, index, level) if each is not None)
    return next((int(size) / 100 for size in sizes if size), None)


def least(layout: SlideLayout, index: int) -> float | None:
    """The smallest that any level of that place's text has, in points: what the template takes to be legible."""
    return min((size for level in LEVELS if (size := own(layout, index, level))), default=None)


def _said(layout: SlideLayout, index: int, level: int) -> Iterator[Any]:
    """Where a size may be written, the nearest first."""
    place: Any = next((each for each in layout.placeholders if each.placeholder_format.idx == index), None)
    master: Any = layout.slide_master
    kinds = TITLES if index == 0 else ("body", None, "obj")
    above = [each._element for each in master.placeholders if each._element.ph.get("type") in kinds]
    for element in (*([place._element] if place is not None else []), *above):
        yield element.find(f".//{{*}}lstStyle/{{*}}lvl{level}pPr/{{*}}defRPr")
        yield element.find(".//{*}p/{*}pPr/{*}defRPr") if level == 1 else None
    style = "titleStyle" if index == 0 else "bodyStyle"
    yield master._element.find(f".//{{*}}{style}/{{*}}lvl{level}pPr/{{*}}defRPr")
