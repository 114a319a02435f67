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
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

PLACE = Path(__file__).parents[1] / "workshop/exports/templates/toimi.docx"
INK, SOFT, GREEN = RGBColor(0x14, 0x1F, 0x1A), RGBColor(0x55, 0x60, 0x5A), RGBColor(0x00, 0x5A, 0x3C)
SANS, SERIF = "Arial", "Cambria"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
# Size, colour, bold, space before and after, in points.
LOOKS = {
    "Normal": (10.5, INK, False, 0, 6),
    "Title": (26, INK, True, 200, 12),
    "Subtitle": (12, SOFT, False, 0, 4),
    "Heading 1": (18, INK, True, 26, 10),
    "Heading 2": (13, INK, True, 18, 6),
    "Heading 3": (11, INK, True, 12, 4),
    "List Bullet": (10.5, INK, False, 0, 3),
    "Caption": (9, SOFT, False, 8, 3),
    "TOC Heading": (18, INK, True, 0, 10),
}
NEW = {
    "toc 1": (10.5, INK, True, 6, 2, SANS),
    "toc 2": (10.5, INK, False, 0, 2, SANS),
    "Toimi Lead": (13, INK, False, 4, 8, SERIF),
    "Toimi Quote": (12, INK, False, 6, 6, SERIF),
    "Toimi Note": (9, SOFT, False, 2, 6, SANS),
    "Toimi Label": (9, GREEN, True, 6, 0, SANS),
    "Toimi Span": (11.5, INK, False, 0, 4, SERIF),
    "Toimi Cell": (9.5, INK, False, 1, 1, SANS),
}


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
    """Lines between rows, a strong line under the head, nothing upright."""
    style = document.styles.add_style("Toimi Table", WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    properties = OxmlElement("w:tblPr")
    borders = OxmlElement("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        line = OxmlElement(f"w:{side}")
        for name, value in (("val", "single"), ("sz", "4"), ("space", "0"), ("color", "C9D1CC")):
            line.set(qn(f"w:{name}"), value)
        borders.append(line)
    properties.append(borders)
    style.element.append(properties)


def made() -> bytes:
    document: Any = Document()
    for name, (size, colour, bold, before, after) in LOOKS.items():
        look(document.styles[name], size, colour, bold, before, after)
    for name, (size, colour, bold, before, after, face) in NEW.items():
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        look(style, size, colour, bold, before, after, face)
    table_style(document)
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.left_margin = section.right_margin = Mm(25)
    section.top_margin, section.bottom_margin = Mm(25), Mm(22)
    packed = BytesIO()
    document.save(packed)
    return packed.getvalue()


def clean(package: bytes) -> bytes:
    """Without the part that auditors refuse, thumbnail and printer settings; the same bytes whenever it is made."""
    smooth = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as source, zipfile.ZipFile(smooth, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            if not any(word in name for word in ("stylesWithEffects", "thumbnail", "customXml")):
                entry = zipfile.ZipInfo(name, FIRST_DAY)
                entry.compress_type = zipfile.ZIP_DEFLATED
                target.writestr(entry, _without(name, source.read(name)))
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
