"""Lists: a template's own where its style is one, else bullets of ours, so that lines are told as a list."""

from typing import Any

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.oxml.ns import qn
from docx.parts.numbering import NumberingPart

from workshop.exports.document.styles import based_on
from workshop.exports.document.xml import Element, w

BULLET = "\N{BULLET}"
INDENT = {"left": "360", "hanging": "360"}


def bullets(document: Any, style: str) -> int:
    """The number of the list that paragraphs of this style must join; 0 if the style is a list itself."""
    return 0 if _is_list(document, style) else _new_list(_numbering(document))


def listed(made: Element, number: int) -> Element:
    """The paragraph as a line of that list."""
    if number:
        place = made.get_or_add_pPr().get_or_add_numPr()
        place.get_or_add_ilvl().val, place.get_or_add_numId().val = 0, number
    return made


def _is_list(document: Any, id: str) -> bool:
    numbered = f"{qn('w:pPr')}/{qn('w:numPr')}"
    return any(each.element.find(numbered) is not None for each in based_on(document, id))


def _numbering(document: Any) -> Element:
    part = document.part
    if not any(each.reltype == RT.NUMBERING for each in part.rels.values()):
        made = NumberingPart(PackURI("/word/numbering.xml"), CT.WML_NUMBERING, w("numbering"), part.package)
        part.relate_to(made, RT.NUMBERING)
    return part.part_related_by(RT.NUMBERING).element


def _new_list(numbering: Element) -> int:
    """Shapes of lists stand before the lists that use them."""
    shapes, lists = numbering.findall(qn("w:abstractNum")), numbering.findall(qn("w:num"))
    shape = max((int(each.get(qn("w:abstractNumId"))) for each in shapes), default=-1) + 1
    number = max((int(each.get(qn("w:numId"))) for each in lists), default=0) + 1
    at = numbering.index(shapes[-1]) + 1 if shapes else numbering.index(lists[0]) if lists else len(numbering)
    numbering.insert(at, _shape(shape))
    last = numbering.findall(qn("w:num"))
    made = w("num", w("abstractNumId", val=str(shape)), numId=str(number))
    numbering.insert(numbering.index(last[-1] if last else numbering.findall(qn("w:abstractNum"))[-1]) + 1, made)
    return number


def _shape(id: int) -> Element:
    level = w(
        "lvl",
        w("start", val="1"),
        w("numFmt", val="bullet"),
        w("lvlText", val=BULLET),
        w("lvlJc", val="left"),
        w("pPr", w("ind", **INDENT)),
        ilvl="0",
    )
    return w("abstractNum", w("multiLevelType", val="singleLevel"), level, abstractNumId=str(id))
