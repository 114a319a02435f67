"""Words as paragraphs: language, direction, and nothing that XML cannot hold."""

import unicodedata
from collections.abc import Iterable

from facilitation.report.blocks import Words
from workshop.exports.document.xml import Element, text, w
from workshop.texts import without_controls

TAGS = {"fi": "fi-FI", "sv": "sv-FI", "en": "en-GB"}
UNCONFIRMED = "\N{NO-BREAK SPACE}*"
RIGHT_TO_LEFT = ("R", "AL")


def clean(said: str) -> str:
    """The text as people see it: no controls, no halves of letters, every kind of line end the same."""
    lines = said.replace("\r\n", "\n").replace("\r", "\n").replace("\v", "\n").replace("\t", " ")
    return "".join(letter for letter in without_controls(lines) if _allowed(letter))


def _allowed(letter: str) -> bool:
    return unicodedata.category(letter) != "Cs" and ord(letter) & 0xFFFE != 0xFFFE


def shown(words: Words) -> str:
    said = clean(words.text)
    return said + UNCONFIRMED if words.unconfirmed and said else said


def leftwards(said: str) -> bool:
    """Whether the first letter that has a direction is written from the right."""
    found = (unicodedata.bidirectional(letter) for letter in said)
    return next((each in RIGHT_TO_LEFT for each in found if each in ("L", *RIGHT_TO_LEFT)), False)


def run(said: str, language: str = "", *, bold: bool = False) -> Element:
    """One run; a line end in it breaks the line, not the paragraph. `language` is empty for the document's own."""
    properties = w("rPr")
    if bold:
        properties.append(w("b"))
    if leftwards(said):
        properties.append(w("rtl"))
    if language:
        properties.append(w("lang", val=TAGS.get(language, language), bidi=TAGS.get(language, language)))
    made = w("r", *([properties] if len(properties) else []))
    for number, line in enumerate(said.split("\n")):
        made.extend([w("br")] if number else [])
        made.append(text(line))
    return made


def paragraph(style: str, runs: Iterable[Element], *, right: bool = False, figures: bool = False) -> Element:
    """A paragraph in a style, by its id. `right`: written from the right; `figures`: set to the right."""
    properties = w("pPr", w("pStyle", val=style))
    if right:
        properties.append(w("bidi"))
    if figures:
        properties.append(w("jc", val="right"))
    return w("p", properties, *runs)


def said(style: str, words: Words, *, figures: bool = False, bold: bool = False) -> Element:
    whole = shown(words)
    return paragraph(style, [run(whole, words.language, bold=bold)], right=leftwards(whole), figures=figures)
