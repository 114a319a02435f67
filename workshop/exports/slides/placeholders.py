"""The places that a template gives: title and text filled to fit, footer and number taken over, notes beneath."""

import copy
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from pptx.slide import NotesSlide, Slide, SlideLayout

from facilitation.report.texts import Words
from workshop.exports.slides import measure
from workshop.exports.slides.letters import Letters, paragraphs
from workshop.exports.slides.sheet import Frame
from workshop.exports.slides.xml import Element, tag
from workshop.texts import for_xml

LARGE = 32.0
FOOTER = Letters(12, soft=True, face="+mn-lt")
INSETS = ("lIns", "tIns", "rIns", "bIns")


def fitting(text: str, frame: Frame, sizes: Sequence[float], *, bold: bool = True) -> float:
    """The first of the sizes in which the text fits into the frame, else the last.

    Large letters break a line at odd places: they give way a little where the text then stands in one line.
    """
    large = (size for size in sizes if size >= LARGE and measure.width(text, size, bold=bold) <= frame.width)
    fit = (size for size in sizes if measure.height(text, size, frame.width, bold=bold) <= frame.height)
    return next(large, next(fit, sizes[-1]))


def within(title: str, frame: Frame, size: float, more: str) -> str:
    """A title in one paragraph, shortened where it would not fit into the frame together with what is put behind it."""
    text = " ".join(for_xml(title).split()) or "\N{EN DASH}"
    while measure.height(text + more, size, frame.width, bold=True) > frame.height and len(text) > 1:
        text = text[: int(len(text) * 0.9)].rstrip() + "…"
    return text


def say(slide: Slide, index: int, text: str, language: str, frame: Frame, sizes: Sequence[float]) -> None:
    """Put text into a placeholder: in the template's own size, the first, if that fits, else smaller, or shortened."""
    bold = index == 0
    text = for_xml(text) or "\N{EN DASH}"
    size = fitting(text, frame, sizes, bold=bold)
    while measure.height(text, size, frame.width, bold=bold) > frame.height and len(text) > 1:
        text = text[: int(len(text) * 0.9)].rstrip() + "…"
    made = paragraphs(text, language, Letters(size))
    for paragraph in made:
        inherit(paragraph, keep_size=size != sizes[0])
    fill(_placeholder(slide, index)._element.txBody, made)


def settle(slide: Slide, index: int, frame: Frame, *, bare: bool = False) -> None:
    """Put a placeholder there rather than where the layout has it; `bare` without the insets that it would inherit."""
    place = _placeholder(slide, index)
    place.left, place.top, place.width, place.height = frame.emu
    if bare:
        place._element.txBody.find(tag("bodyPr")).attrib.update(dict.fromkeys(INSETS, "0"))


def has(slide: Slide, index: int) -> bool:
    return any(each.placeholder_format.idx == index for each in slide.placeholders)


def _placeholder(slide: Slide, index: int) -> Any:
    return next(each for each in slide.placeholders if each.placeholder_format.idx == index)


def fill(body: Element, made: Sequence[Element]) -> None:
    """These paragraphs instead of those that were there."""
    for old in body.findall(tag("p")):
        body.remove(old)
    body.extend(made)


def feet(layout: SlideLayout, text: str, language: str) -> Iterator[Element]:
    """Footer and slide number, which the library does not take over from the layout."""
    for place in layout.placeholders:
        element: Any = place._element
        kind = element.ph.get("type")
        if kind == "sldNum":
            yield _bare(element)
        elif kind == "ftr" and for_xml(text).strip():
            made = _bare(element)
            short = measure.shortened(for_xml(text), FOOTER.size, (place.width or 0) / 12700, 1)
            fill(made.find(".//{*}txBody"), paragraphs(short, language, FOOTER))
            yield made


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


def note(notes: NotesSlide, lines: Sequence[Words], language: str) -> None:
    """Where it comes from, for whoever speaks to the slide or asks later."""
    made = [
        each for words in lines for each in paragraphs(for_xml(words.text), words.language or language, Letters(12))
    ]
    for paragraph in made:
        inherit(paragraph, keep_size=False)
    told: Any = notes
    fill(told._element.find(".//{*}txBody"), made)


def inherit(paragraph: Element, *, keep_size: bool) -> None:
    """Take away what the template says better: indents, bullets, colour, weight and, if it fits, the size."""
    manner = paragraph.find(tag("pPr"))
    right = manner.get("rtl")
    paragraph.remove(manner)
    if right:
        paragraph.insert(0, paragraph.makeelement(tag("pPr"), {"algn": "r", "rtl": "1"}))
    for run in paragraph.iter(tag("rPr"), tag("endParaRPr")):
        for inside in list(run):
            run.remove(inside)
        run.attrib.pop("b", None)
        if not keep_size:
            run.attrib.pop("sz", None)
