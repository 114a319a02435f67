"""The foot of a slide: of what it is, its stamp and its number, in the layout's places or, without any, on a line.

The stamp is what a printed slide is held against the log by: the event and the digest stay whatever else has room.
"""

import copy
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pptx.slide import Slide, SlideLayout

from facilitation.report.texts import Words
from workshop.exports.slides.letters import Letters, paragraphs
from workshop.exports.slides.placeholders import fill
from workshop.exports.slides.sheet import Frame, Sheet
from workshop.exports.slides.xml import Element, child, tag
from workshop.native import measure
from workshop.texts import for_xml

BETWEEN = " · "
FOOTER, NUMBER = Letters(12, soft=True, face="+mn-lt"), Letters(12, soft=True, face="+mn-lt", align="r")
KINDS = {"ftr": "Footer", "sldNum": "Slide number"}
LINE, NUMBER_WIDTH = 18.0, 48.0
"""In points: a line at the foot of a slide, and what a number takes of it."""
FIELD = "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}"


@dataclass(frozen=True, slots=True)
class Said:
    """What a foot says, the most important part first, and the stamp behind it."""

    parts: str
    mark: str
    language: str

    def within(self, width: float) -> str:
        """As many parts as there is room for beside the stamp; where there is room for one thing only, the stamp."""
        mark, parts = for_xml(self.mark).strip(), for_xml(self.parts).strip().split(BETWEEN)
        behind = BETWEEN + mark if mark else ""
        wholes = (BETWEEN.join(parts[:count]) + behind for count in range(len(parts), 0, -1))
        if found := next((whole for whole in wholes if _wide(whole) <= width), ""):
            return found.removeprefix(BETWEEN)
        room = width - _wide(behind)
        short = measure.shortened(parts[0], FOOTER.size, room, 1) if room > NUMBER_WIDTH else ""
        return short + behind if short else mark or measure.shortened(parts[0], FOOTER.size, width, 1)


def _wide(text: str) -> float:
    return measure.width(text, FOOTER.size)


def lacking(layout: SlideLayout) -> Collection[str]:
    """What of a foot the layout has no place for."""
    elements: list[Any] = [each._element for each in layout.placeholders]
    has = {each.ph.get("type") for each in elements}
    return [kind for kind in KINDS if kind not in has]


def feet(layout: SlideLayout, said: Said) -> Iterator[Element]:
    """The layout's own places for footer and slide number, which the library does not take over."""
    for each in layout.placeholders:
        element: Any = each._element
        kind = element.ph.get("type")
        if kind == "sldNum":
            yield _bare(element)
        elif kind == "ftr" and (text := said.within((each.width or 0) / 12700)):
            made = _bare(element)
            fill(made.find(".//{*}txBody"), paragraphs(text, said.language, FOOTER))
            yield made


def stand(slide: Slide, kinds: Collection[str], line: Frame, said: Said) -> None:
    """What the layout has no place for, on a line of the slide."""
    sheet, wide = Sheet(slide, said.language), line.width - NUMBER_WIDTH
    if "ftr" in kinds and (text := said.within(wide)):
        sheet.text(Frame(line.x, line.y, wide, line.height), [(Words(text), FOOTER)], KINDS["ftr"])
    if "sldNum" in kinds:
        frame = Frame(line.x + wide, line.y, NUMBER_WIDTH, line.height)
        sheet.text(frame, [(Words("\N{SINGLE LEFT-POINTING ANGLE QUOTATION MARK}#"), NUMBER)], KINDS["sldNum"])
        _numbered(slide.shapes[-1]._element)


def _numbered(shape: Element) -> None:
    """The run becomes a field, so that the number follows when slides are moved."""
    run: Any = shape.find(f".//{tag('r')}")
    paragraph = run.getparent()
    field = child(paragraph, tag("fld"), id=FIELD, type="slidenum")
    field.extend(list(run))
    paragraph.replace(run, field)


def foot(slide: Slide, made: Iterable[Element]) -> None:
    """Copies of these at the foot of a slide."""
    tree: Any = slide.shapes._spTree
    for each in made:
        copied = copy.deepcopy(each)
        copied.nvSpPr.cNvPr.set("id", str(tree.max_shape_id + 1))
        tree.append(copied)


def _bare(element: Element) -> Element:
    """A placeholder for a slide: name, kind and text of the layout's; place and looks are inherited."""
    made = copy.deepcopy(element)
    parts = (made.spPr, made.find(".//{*}lstStyle"), made.find(".//{*}bodyPr"))
    for part in (each for each in parts if each is not None):
        part.attrib.clear()
        for inside in list(part):
            part.remove(inside)
    return made
