"""The layout's own places for content: what is put into one is found again when the layout or the theme changes."""

from typing import Any

from pptx.slide import Slide

from workshop.exports.slides.xml import Element, child, tag

INSETS = ("lIns", "tIns", "rIns", "bIns")
EVERYTHING, WORDS = (None, "obj"), ("body",)
"""Kinds of places: those that take whatever is given, and those that take words only."""
NEAR = 12700
"""A point: what stands so close to where the layout has it stands there."""


def place(slide: Slide, index: int) -> Any:
    """The slide's place of that number."""
    return next(each for each in slide.placeholders if each.placeholder_format.idx == index)


def bare(body: Element) -> None:
    """Without the insets that it would inherit: texts are measured without them."""
    body.find(tag("bodyPr")).attrib.update(dict.fromkeys(INSETS, "0"))


def plain(body: Element) -> None:
    """From the top, unscaled, one line below the other: as texts are measured, whatever the layout would have."""
    looks = body.find(tag("bodyPr"))
    bare(body)
    looks.set("anchor", "t")
    for inside in list(looks):
        looks.remove(inside)
    child(looks, tag("normAutofit"))
    first = child(body.find(tag("lstStyle")), tag("lvl1pPr"))
    child(child(first, tag("lnSpc")), tag("spcPct"), val="100000")
    child(child(first, tag("spcAft")), tag("spcPts"), val="0")


def take(place: Any, frame: Any) -> None:
    """A table's or a chart's frame stands for the place. The library does so only for places of that one kind."""
    frame.nvGraphicFramePr.nvPr._insert_ph(place._element.ph)
    place._element.getparent().replace(place._element, frame)


def follow(slide: Slide, index: int, room: tuple[int, int, int, int]) -> None:
    """Let a text that has the room for itself stand where the layout has its place, if that is the same."""
    text: Any = place(slide, index)
    theirs: Any = next(each for each in slide.slide_layout.placeholders if each.placeholder_format.idx == index)
    box = (theirs.left, theirs.top, theirs.width, theirs.height)
    if text.has_text_frame and all(abs(own - other) < NEAR for own, other in zip(room, box, strict=True)):
        text._element.spPr.remove(text._element.spPr.xfrm)
