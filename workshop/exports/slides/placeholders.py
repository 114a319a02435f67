"""The places that a template gives: title and text filled to fit, notes beneath."""

from collections.abc import Sequence
from typing import Any

from pptx.slide import NotesSlide, Slide

from facilitation.report.texts import Words
from workshop.exports.slides.letters import Letters, paragraphs
from workshop.exports.slides.placed import bare, place
from workshop.exports.slides.sheet import Frame
from workshop.exports.slides.xml import Element, tag
from workshop.native import measure
from workshop.texts import for_xml, joined

LARGE, SINGLE, TWO_LINES = 32.0, 18.0, 18.0


def fitting(text: str, frame: Frame, sizes: Sequence[float], *, bold: bool = True, calm: bool = False) -> float:
    """The first of the sizes in which the text fits into the frame, else the last.

    Large letters break a line at odd places: they give way a little where the text then stands in one line. `calm`: all
    do, and two lines are small, since what a template has drawn behind its title may end before the title's place does.
    """
    single = SINGLE if calm else LARGE
    fit = [size for size in sizes if measure.height(text, size, frame.width, bold=bold) <= frame.height]
    large = (size for size in fit if size >= single and measure.width(text, size, bold=bold) <= frame.width)
    several = (size for size in fit if size <= TWO_LINES or not calm)
    return next(large, next(several, sizes[-1]))


def within(title: str, frame: Frame, size: float, more: str) -> str:
    """A title in one paragraph, shortened where it would not fit into the frame together with what is put behind it."""
    text = joined(for_xml(title)) or "\N{EN DASH}"
    while measure.height(text + more, size, frame.width, bold=True) > frame.height and len(text) > 1:
        text = text[: int(len(text) * 0.9)].rstrip() + "…"
    return text


def say(
    slide: Slide, index: int, text: str, language: str, frame: Frame, sizes: Sequence[float], *, calm: bool = False
) -> None:
    """Put text into a placeholder: in the template's own size, the first, if that fits, else smaller, or shortened."""
    bold = index == 0
    text = for_xml(text) or "\N{EN DASH}"
    size = fitting(text, frame, sizes, bold=bold, calm=calm and bold)
    while measure.height(text, size, frame.width, bold=bold) > frame.height and len(text) > 1:
        text = text[: int(len(text) * 0.9)].rstrip() + "…"
    made = paragraphs(text, language, Letters(size))
    for paragraph in made:
        inherit(paragraph, keep_size=size != sizes[0])
    fill(place(slide, index)._element.txBody, made)


def settle(slide: Slide, index: int, frame: Frame) -> None:
    """Put a placeholder there, if the layout has it elsewhere, and without the insets that it would inherit."""
    found = place(slide, index)
    bare(found._element.txBody)
    if (found.left, found.top, found.width, found.height) != frame.emu:
        found.left, found.top, found.width, found.height = frame.emu


def has(slide: Slide, index: int) -> bool:
    return any(each.placeholder_format.idx == index for each in slide.placeholders)


def fill(body: Element, made: Sequence[Element]) -> None:
    """These paragraphs instead of those that were there."""
    for old in body.findall(tag("p")):
        body.remove(old)
    body.extend(made)


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
