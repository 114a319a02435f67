"""The foot of every page: what the document is, and the page's number."""

from collections.abc import Iterator
from typing import Any

from docx.oxml.ns import qn

from workshop.exports.document.styles import based_on, size_of
from workshop.exports.document.words import paragraph, run
from workshop.exports.document.xml import Element, field, w
from workshop.texts import for_xml, leftwards

TWENTIETH = 635
"""Of a point, in the library's units."""
LETTER = 9.5
"""Twentieths of a point that a letter takes, a point of its size."""
NUMBER_ROOM = 600
"""Kept free for the page's number."""


def has_words(section: Any) -> bool:
    """Whether the template has a foot: words, a page number or a picture, in paragraphs or in a table."""
    foot = section.footer._element
    return any((each.text or "").strip() for each in foot.iter()) or foot.find(f".//{qn('w:drawing')}") is not None


def write(document: Any, section: Any, style: str, words: str) -> None:
    """In one line if there is room for both, else the number stands below."""
    section.footer.is_linked_to_previous = False
    foot = section.footer._element
    for old in list(foot):
        foot.remove(old)
    said, number, width = for_xml(words), field("PAGE", run("1")), width_of(section)
    if len(said) * LETTER * size_of(document, style) + NUMBER_ROOM > width:
        foot.append(paragraph(style, [run(said)], right=leftwards(said)))
        foot.append(paragraph(style, number, figures=True))
        return
    made = paragraph(style, [run(said), w("r", w("tab")), *number])
    made.get_or_add_pPr().append(w("tabs", *_cleared(document, style), w("tab", val="right", pos=str(width))))
    foot.append(made)


def _cleared(document: Any, style: str) -> Iterator[Element]:
    """Stops of the style, which were made for another width, or for words in the middle."""
    found = (stop for each in based_on(document, style) for stop in each.element.iter(qn("w:tab")))
    positions = {int(stop.get(qn("w:pos"))) for stop in found if stop.get(qn("w:val")) != "clear"}
    return (w("tab", val="clear", pos=str(position)) for position in sorted(positions))


def width_of(section: Any) -> int:
    """Of the text between the margins, in twentieths of a point."""
    return (section.page_width - section.left_margin - section.right_margin) // TWENTIETH
