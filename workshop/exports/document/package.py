"""The file around the words: the template opened and emptied, its page, footer and properties, and packed steadily."""

import re
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, time
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from facilitation.report.blocks import Report
from workshop.exports import Brought
from workshop.exports.document.styles import Styles, styles_of
from workshop.exports.document.words import TAGS, clean, paragraph, run
from workshop.exports.document.xml import W14, Element, field, w

OWN = Path(__file__).parents[1] / "templates" / "toimi.docx"
TEMPLATE = (b"wordprocessingml.template.main+xml", b"wordprocessingml.document.main+xml")
FIRST_DAY = (1980, 1, 1, 0, 0, 0)
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
ROOT = re.compile(rb"<w:document\b[^>]*>")
TWENTIETH = 635
"""Of a point, in the library's units."""
USUAL_STOPS = ("4320", "8640")
"""Of footers: the middle and the right of another page than ours."""
MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"


@dataclass(frozen=True)
class Paper:
    """An opened document without words, its styles by role, and the width of its text in twentieths of a point."""

    document: Any
    styles: Styles
    width: int


def opened(template: Brought | None, report: Report) -> Paper:
    """Our own template, or one that somebody brought: its sample words go, its head and foot stay."""
    document: Any = Document(BytesIO(retyped(template.file)) if template else str(OWN))
    body = document.element.body
    for each in list(body):
        if each.tag != qn("w:sectPr"):
            body.remove(each)
    styles = styles_of(document, template.roles if template else {})
    _language(document, report.language)
    _properties(document, report)
    section = document.sections[-1]
    if not template or not any(each.text.strip() for each in section.footer.paragraphs):
        _foot(section, report, styles)
    return Paper(document, styles, _width(section))


def retyped(file: bytes) -> bytes:
    """A template as the document that it begins: the library opens no other."""
    rewritten = BytesIO()
    with zipfile.ZipFile(BytesIO(file)) as source, zipfile.ZipFile(rewritten, "w") as target:
        for name in source.namelist():
            part = source.read(name)
            target.writestr(name, part.replace(*TEMPLATE) if name == "[Content_Types].xml" else part)
    return rewritten.getvalue()


def _language(document: Any, language: str) -> None:
    """The language of all that does not say another."""
    tag = TAGS.get(language, language)
    defaults = document.styles.element.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    if defaults is None:
        return
    for old in defaults.findall(qn("w:lang")):
        defaults.remove(old)
    defaults.append(w("lang", val=tag, eastAsia=tag, bidi="ar-SA"))


def _properties(document: Any, report: Report) -> None:
    """What the file says of itself: no person is named."""
    properties, about = document.core_properties, report.properties
    made = datetime.combine(about.made, time(), UTC) if about.made else LONG_AGO
    properties.title, properties.subject = clean(report.title)[:255], clean(about.subject)[:255]
    properties.category, properties.keywords = clean(about.organisation)[:255], clean(about.keywords)[:255]
    properties.language, properties.comments = TAGS.get(report.language, report.language), ""
    properties.author = properties.last_modified_by = ""
    properties.created = properties.modified = made.replace(tzinfo=None)
    properties.revision = 1


def _foot(section: Any, report: Report, styles: Styles) -> None:
    footer = section.footer
    footer.is_linked_to_previous = False
    for old in list(footer._element):
        footer._element.remove(old)
    made = paragraph(styles.footer, [run(clean(report.footer)), w("r", w("tab")), *field("PAGE", run("1"))])
    stops = (*(w("tab", val="clear", pos=pos) for pos in USUAL_STOPS), w("tab", val="right", pos=str(_width(section))))
    made.get_or_add_pPr().append(w("tabs", *stops))
    footer._element.append(made)


def _width(section: Any) -> int:
    return (section.page_width - section.left_margin - section.right_margin) // TWENTIETH


def packed(paper: Paper, words: Sequence[Element]) -> bytes:
    """The document with these words, the same bytes whenever it is made."""
    body = paper.document.element.body
    last = body.find(qn("w:sectPr"))
    for each in words:
        if last is None:
            body.append(each)
        else:
            last.addprevious(each)
    _number(body)
    rough, smooth = BytesIO(), BytesIO()
    paper.document.save(rough)
    with zipfile.ZipFile(rough) as source, zipfile.ZipFile(smooth, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            entry = zipfile.ZipInfo(name, FIRST_DAY)
            entry.compress_type = zipfile.ZIP_DEFLATED
            part = source.read(name)
            target.writestr(entry, ROOT.sub(_declared, part, count=1) if name == "word/document.xml" else part)
    return smooth.getvalue()


def _number(body: Element) -> None:
    """An id for every paragraph, so that a document that comes back can be held against the one that left."""
    for number, each in enumerate(body.iter(qn("w:p")), 1):
        each.set(f"{{{W14}}}paraId", f"{number:08X}")


def _declared(found: "re.Match[bytes]") -> bytes:
    """The root says that older programs may pass over the ids."""
    root = found[0]
    for prefix, address in ((b"w14", W14), (b"mc", MARKUP)):
        if b"xmlns:" + prefix not in root:
            root = root[:-1] + b" xmlns:" + prefix + b'="' + address.encode() + b'">'
    if b"Ignorable" not in root:
        return root[:-1] + b' mc:Ignorable="w14">'
    return (
        root
        if b"w14" in root.partition(b"Ignorable=")[2].partition(b'"')[2].partition(b'"')[0]
        else re.sub(rb'(Ignorable="[^"]*)', rb"\1 w14", root)
    )
