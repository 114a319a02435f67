"""A slide as one draws on it: frames in points, text boxes, marks, tables and charts with names and alt text."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.shapes.graphfrm import CT_GraphicalObjectFrame
from pptx.slide import Slide
from pptx.util import Emu

from facilitation.report.texts import Words
from workshop.exports.slides import placed
from workshop.exports.slides.letters import Letters, paint, paragraphs_of
from workshop.exports.slides.xml import Element, child, element, tag
from workshop.texts import for_xml

EMU = 12700
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
DECORATIVE_EXTENSION = "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"


def length(points: float) -> Emu:
    return Emu(round(points * EMU))


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle on the slide, in points."""

    x: float
    y: float
    width: float
    height: float

    @property
    def emu(self) -> tuple[Emu, Emu, Emu, Emu]:
        return length(self.x), length(self.y), length(self.width), length(self.height)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One slide and the language of its report."""

    slide: Slide
    language: str
    places: list[int] = field(default_factory=list[int])
    """Numbers of the layout's places: what is drawn next is put into the first, and so on; then things stand freely."""

    def loose(self) -> "Sheet":
        """The same slide, for what stands freely."""
        return replace(self, places=[])

    def _place(self) -> Any:
        """The next of the layout's places, now the last to be read; None where things stand freely."""
        if not self.places:
            return None
        found = placed.place(self.slide, self.places.pop(0))
        self.slide.shapes._spTree.append(found._element)
        return found

    def text(self, frame: Frame, texts: Sequence[tuple[Words, Letters]], name: str, anchor: str = "t") -> None:
        """A text without insets, as wide and tall as measured."""
        if (place := self._place()) is None:
            return self._box(frame, texts, name, anchor)
        place.name = name
        place.left, place.top, place.width, place.height = frame.emu
        placed.plain(place._element.txBody)
        return self.fill(place._element.txBody, texts)

    def _box(self, frame: Frame, texts: Sequence[tuple[Words, Letters]], name: str, anchor: str) -> None:
        box: Any = self.slide.shapes.add_textbox(*frame.emu)
        box.name = name
        self.fill(box._element.txBody, texts)
        body = box._element.txBody.find(tag("bodyPr"))
        body.attrib.update({"wrap": "square", "lIns": "0", "tIns": "0", "rIns": "0", "bIns": "0", "anchor": anchor})
        for inside in list(body):
            body.remove(inside)
        child(body, tag("noAutofit"))

    def fill(self, body: Element, texts: Sequence[tuple[Words, Letters]]) -> None:
        """Put the texts in the place of whatever paragraphs a text body has."""
        for old in body.findall(tag("p")):
            body.remove(old)
        for words, letters in texts:
            body.extend(paragraphs_of(words, self.language, letters))

    def mark(self, kind: MSO_SHAPE, frame: Frame, *, filled: bool, weight: float = 2.0) -> None:
        """A ring or a dot of the span: drawn in the accent, passed over by screen readers."""
        shape: Any = self.slide.shapes.add_shape(kind, *frame.emu)
        self._plain(shape._element, filled=filled, weight=weight)
        decorative(shape._element.nvSpPr.cNvPr)

    def way(self, x: float, top: float, bottom: float, weight: float = 2.0) -> None:
        """The line from ring to dot."""
        shape: Any = self.slide.shapes.add_connector(
            MSO_CONNECTOR.STRAIGHT, length(x), length(top), length(x), length(bottom)
        )
        self._plain(shape._element, filled=False, weight=weight, fill=False)
        decorative(shape._element.nvCxnSpPr.cNvPr)

    def _plain(self, shape: Any, *, filled: bool, weight: float, fill: bool = True) -> None:
        style = shape.find("{*}style")
        if style is not None:
            shape.remove(style)
        looks = shape.spPr
        if fill:
            looks.append(paint("accent1") if filled else element(tag("noFill")))
        line = child(looks, tag("ln"), w=str(round(weight * EMU)))
        line.append(paint("accent1"))

    def table(self, frame: Frame, table: Element, name: str, alt: str) -> None:
        shapes = self.slide.shapes
        made: Any = CT_GraphicalObjectFrame.new_table_graphicFrame(shapes._next_shape_id, "", 1, 1, *frame.emu)
        old = made.find(f".//{tag('tbl')}")
        old.getparent().replace(old, table)
        shapes._spTree.append(made)
        self._drawn(made, name, alt)

    def chart(self, frame: Frame, relation: str, name: str, alt: str) -> None:
        self._drawn(self.slide.shapes._add_chart_graphicFrame(relation, *frame.emu), name, alt)

    def _drawn(self, made: Any, name: str, alt: str) -> None:
        called(made, name, alt)
        if (place := self._place()) is not None:
            placed.take(place, made)


def called(frame: Any, name: str, alt: str) -> None:
    """What a drawing is called, and what it says to those who do not see it."""
    properties = frame.nvGraphicFramePr.cNvPr
    properties.set("name", for_xml(name))
    properties.set("descr", for_xml(alt))


def decorative(properties: Any) -> None:
    """Say that a shape is there for the eye only."""
    extensions = child(properties, tag("extLst"))
    extension = child(extensions, tag("ext"), uri=DECORATIVE_EXTENSION)
    mark = child(extension, f"{{{DECORATIVE}}}decorative", nsmap={"adec": DECORATIVE})
    mark.set("val", "1")
