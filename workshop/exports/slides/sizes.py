"""The size that a template gives the text of a place: its own, its master's, or the master's style for such text."""

from collections.abc import Iterator
from typing import Any

from pptx.slide import SlideLayout

FIRST = "{*}lvl1pPr/{*}defRPr"
TITLES = ("title", "ctrTitle")


def own(layout: SlideLayout, index: int) -> float | None:
    """In points; None where the template leaves it to the program."""
    sizes = (each.get("sz") for each in _said(layout, index) if each is not None)
    return next((int(size) / 100 for size in sizes if size), None)


def _said(layout: SlideLayout, index: int) -> Iterator[Any]:
    """Where a size may be written, the nearest first."""
    place: Any = next((each for each in layout.placeholders if each.placeholder_format.idx == index), None)
    master: Any = layout.slide_master
    kinds = TITLES if index == 0 else ("body", None, "obj")
    above = [each._element for each in master.placeholders if each._element.ph.get("type") in kinds]
    for element in (*([place._element] if place is not None else []), *above):
        yield element.find(f".//{{*}}lstStyle/{FIRST}")
        yield element.find(".//{*}p/{*}pPr/{*}defRPr")
    style = "titleStyle" if index == 0 else "bodyStyle"
    yield master._element.find(f".//{{*}}{style}/{FIRST}")
