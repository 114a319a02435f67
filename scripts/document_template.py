"""Makes the document's default template: clean styles in Toimi's colours, and nothing else.

    python scripts/document_template.py     writes workshop/exports/templates/toimi.docx

The library's own template brings a part that auditors refuse and the letters of another decade.
"""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from workshop.archives import entry

PLACE = Path(__file__).parents[1] / "workshop/exports/templates/toimi.docx"
INK, SOFT, GREEN = RGBColor(0x14, 0x1F, 0x1A), RGBColor(0x55, 0x60, 0x5A), RGBColor(0x00, 0x5A, 0x3C)
SANS, SERIF = "Arial", "Cambria"
# Size, colour, bold, space before and after, in points.
LOOKS = {
    "Normal": (10.5, INK, False, 0, 6),
    "Title": (28, INK, True, 170, 18),
    "Subtitle": (12.5, SOFT, False, 0, 4),
    "Heading 1": (18, INK, True, 26, 10),
    "Heading 2": (13, INK, True, 18, 6),
    "Heading 3": (11, INK, True, 12, 4),
    "List Bullet": (10.5, INK, False, 0, 3),
    "Caption": (9, SOFT, False, 10, 3),
    "Footer": (9, SOFT, False, 0, 0),
    "TOC Heading": (18, INK, True, 0, 10),
}
NEW = {
    "Toimi About": (9, GREEN, True, 18, 1, SANS),
    "toc 1": (10.5, INK, True, 6, 2, SANS),
    "toc 2": (10.5, INK, False, 0, 2, SANS),
    "Toimi Lead": (13, INK, False, 4, 8, SERIF),
    "Toimi Quote": (12, INK, False, 6, 6, SERIF),
    "Toimi Note": (9, SOFT, False, 2, 6, SANS),
    "Toimi Label": (9, GREEN, True, 6, 0, SANS),
    "Toimi Span": (11.5, INK, False, 0, 4, SERIF),
    "Toimi Cell": (9.5, INK, False, 2, 2, SANS),
}
CLOSE = ("Heading 1", "Heading 2", "Heading 3", "Caption", "Toimi About", "Toimi Label")
"""Styles of what stays on the page of what follows."""
TEXT_WIDTH = Mm(160)


def w(name: str, /, *inside: Any, **attributes: str) -> Any:
    """`<w:name w:attribute="…">` with these elements inside."""
    element = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        element.set(qn(f"w:{key.rstrip('_')}"), value)
    element.extend(inside)
    return element


def look(style: Any, size: float, colour: RGBColor, bold: bool, before: float, after: float, face: str = SANS) -> None:
    font, manner = style.font, style.paragraph_format
    properties = style.element.get_or_add_rPr()
    for old in [each for name in ("rFonts", "spacing", "kern") for each in properties.findall(qn(f"w:{name}"))]:
        properties.remove(old)
    font.name, font.size, font.bold, font.italic, font.color.rgb = face, Pt(size), bold, False, colour
    properties.find(qn("w:rFonts")).set(qn("w:cs"), face)
    manner.space_before, manner.space_after, manner.line_spacing = Pt(before), Pt(after), 1.15
    for borders in [*style.element.iter(qn("w:pBdr"))]:
        borders.getparent().remove(borders)


def table_style(document: Any) -> None:
    """Lines between rows, a strong line under the head, nothing upright; the words begin where running text does."""
    style = document.styles.add_style("Toimi Table", WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    thin, strong = ({"val": "single", "sz": size, "space": "0"} for size in ("4", "12"))
    lines = [w(side, **thin, color="C9D1CC") for side in ("top", "bottom", "insideH")]
    insets = [w("left", w="0", type="dxa"), w("right", w="140", type="dxa")]
    style.element.append(w("tblPr", w("tblBorders", *lines), w("tblCellMar", *insets)))
    under = w("tcPr", w("tcBorders", w("top", val="nil"), w("bottom", **strong, color=str(GREEN))))
    under.append(w("vAlign", val="bottom"))
    style.element.append(w("tblStylePr", w("rPr", w("b")), under, type="firstRow"))


def figure_style(document: Any) -> None:
    """Key figures: a number that is seen first, in the line of its label."""
    font = document.styles.add_style("Toimi Figure", WD_STYLE_TYPE.CHARACTER).font
    font.name, font.size, font.bold, font.color.rgb = SANS, Pt(18), True, GREEN


def cover(document: Any) -> None:
    """A green line above the title; no foot on the first page."""
    properties = document.styles["Title"].element.get_or_add_pPr()
    line = w("pBdr", w("top", val="single", sz="36", space="18", color=str(GREEN)))
    properties.insert_element_before(line, "w:shd", "w:tabs", "w:spacing", "w:contextualSpacing", "w:ind", "w:jc")
    document.sections[0].different_first_page_header_footer = True
    document.sections[0].first_page_footer.is_linked_to_previous = False


def contents(document: Any) -> None:
    """Dots lead to the page numbers that programs fill in."""
    for name, left in (("toc 1", 0), ("toc 2", 12)):
        manner = document.styles[name].paragraph_format
        manner.left_indent, manner.right_indent = Pt(left), Mm(10)
        manner.tab_stops.add_tab_stop(TEXT_WIDTH, WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def todays(document: Any) -> None:
    """Programs set the document by today's rules, not as one of 2010."""
    settings = document.settings.element
    for each in settings.iter(qn("w:compatSetting")):
        if each.get(qn("w:name")) == "compatibilityMode":
            each.set(qn("w:val"), "15")
    for old in list(settings.iter(qn("w:useFELayout"))):
        old.getparent().remove(old)


def made() -> bytes:
    document: Any = Document()
    for name, (size, colour, bold, before, after) in LOOKS.items():
        look(document.styles[name], size, colour, bold, before, after)
    for name, (size, colour, bold, before, after, face) in NEW.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        look(style, size, colour, bold, before, after, face)
    for name in CLOSE:
        document.styles[name].paragraph_format.keep_with_next = True
    for change in (table_style, figure_style, contents, todays):
        change(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(25), Mm(22)
    cover(document)
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def clean(package: bytes) -> bytes:
    """Without the part that auditors refuse, thumbnail and printer settings; the same bytes whenever it is made."""
    smooth = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as source, zipfile.ZipFile(smooth, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if not any(word in name for word in ("stylesWithEffects", "thumbnail", "customXml")):
                target.writestr(entry(name), _without(name, source.read(name)))
    return smooth.getvalue()


def _without(name: str, part: bytes) -> bytes:
    if not name.endswith((".rels", "[Content_Types].xml")):
        return part
    text = part.decode()
    for word in ("stylesWithEffects", "thumbnail", "customXml"):
        while (at := text.find(word)) >= 0:
            text = text[: text.rfind("<", 0, at)] + text[text.find(">", at) + 1 :]
    return text.encode()


if __name__ == "__main__":
    PLACE.write_bytes(clean(made()))
