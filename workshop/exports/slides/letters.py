"""Words as DrawingML: paragraphs and runs with language, direction, size and theme colour."""

from copy import deepcopy
from dataclasses import dataclass
from functools import lru_cache

from facilitation.report.texts import Words
from workshop.exports.slides.xml import Element, child, element, tag
from workshop.native.parts import SATURATION, shown
from workshop.texts import TAGS, leftwards

KINDS = 500
"""Kinds of paragraphs that are kept to be copied."""


@dataclass(frozen=True, slots=True)
class Letters:
    """How a text is set. `size` in points; `colour` names a theme colour, `soft` makes it quieter."""

    size: float
    bold: bool = False
    colour: str = "tx1"
    soft: bool = False
    face: str = ""
    align: str = "l"
    before: float = 0.0
    bullet: bool = False

    @property
    def serif(self) -> bool:
        return bool(self.face)

    @property
    def indent(self) -> float:
        return self.size if self.bullet else 0.0


def paragraphs(text: str, language: str, letters: Letters) -> list[Element]:
    """One paragraph a line of the text."""
    return [paragraph(line, language, letters) for line in text.split("\n")]


def paragraphs_of(words: Words, language: str, letters: Letters) -> list[Element]:
    """Each language's paragraphs under the other's."""
    return [each for part in words.both for each in paragraphs(shown(part), part.language or language, letters)]


def paragraph(text: str, language: str, letters: Letters) -> Element:
    made = deepcopy(_set(bool(text), leftwards(text), language, letters))
    if text:
        made[1][1].text = text
    return made


@lru_cache(KINDS)
def _set(says: bool, right: bool, language: str, letters: Letters) -> Element:
    """A paragraph without its words: made once a kind, since copying is far quicker than making."""
    made = element(tag("p"))
    made.append(_manner(right, letters))
    if says:
        run = child(made, tag("r"))
        run.append(_run("rPr", language, letters))
        child(run, tag("t"))
    else:
        made.append(_run("endParaRPr", language, letters))
    return made


def _manner(right: bool, letters: Letters) -> Element:
    made = element(tag("pPr"))
    indent = round(letters.indent * 12700)
    made.set("marL", str(indent))
    made.set("indent", str(-indent))
    made.set("algn", "r" if right and letters.align == "l" else letters.align)
    if right:
        made.set("rtl", "1")
    before = child(child(made, tag("spcBef")), tag("spcPts"))
    before.set("val", str(round(letters.before * 100)))
    if letters.bullet:
        child(made, tag("buFontTx"))
        child(made, tag("buChar")).set("char", "•")
    else:
        child(made, tag("buNone"))
    return made


def _run(name: str, language: str, letters: Letters) -> Element:
    made = element(tag(name), {"lang": TAGS.get(language, language or "en-GB"), "sz": str(round(letters.size * 100))})
    made.set("b", "1" if letters.bold else "0")
    made.set("dirty", "0")
    made.append(paint(letters.colour, soft=letters.soft))
    if letters.face:
        child(made, tag("latin")).set("typeface", letters.face)
    return made


def paint(colour: str, *, soft: bool = False, faint: bool = False) -> Element:
    """A theme colour: as it is, `soft` for quieter ink, `faint` for grounds and lines."""
    made = element(tag("solidFill"))
    scheme = child(made, tag("schemeClr"), val=colour)
    if soft or faint:
        keep = 75000 if soft else 20000
        child(scheme, tag("satMod"), val=SATURATION)
        child(scheme, tag("lumMod"), val=str(keep))
        child(scheme, tag("lumOff"), val=str(100000 - keep))
    return made
