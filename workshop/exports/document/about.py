"""What the file says about itself: its language, and properties that name no person."""

from collections.abc import Mapping
from datetime import UTC, datetime, time
from typing import Any

from docx.opc.constants import CONTENT_TYPE as CT
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import qn
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from facilitation.report.blocks import Report
from workshop.exports.document.xml import Element, packed, w
from workshop.native.kept import program
from workshop.texts import TAGS, for_xml

CUSTOM = (
    "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
    "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes",
    "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}",
)
"""Name, type and value of properties that a document has beside the usual ones, and whose they are."""
LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
LONGEST = 255


def language(document: Any, said: str) -> None:
    """The language of all that does not say another; styles of another house may have said theirs."""
    tag, styles = TAGS.get(said, said), document.styles.element
    defaults = _within(_within(_within(styles, "docDefaults"), "rPrDefault"), "rPr")
    if defaults.find(qn("w:lang")) is None:
        defaults.append(w("lang", eastAsia=tag, bidi="ar-SA"))
    for each in (*styles.iter(qn("w:lang")), *document.settings.element.iter(qn("w:themeFontLang"))):
        each.set(qn("w:val"), tag)


def _within(parent: Element, name: str) -> Element:
    """The element of that name, first in its parent if it has to be made."""
    found = parent.find(qn(f"w:{name}"))
    if found is None:
        found = w(name)
        parent.insert(0, found)
    return found


def stamp(document: Any, told: Mapping[str, str]) -> None:
    """Where it comes from, for when it comes back."""
    name, kind, value, whose = CUSTOM
    if told:
        root = etree.Element(f"{{{name}}}Properties", nsmap={None: name, "vt": value})
        for number, (key, text) in enumerate(told.items(), 2):
            made = etree.SubElement(root, f"{{{name}}}property", fmtid=whose, pid=str(number), name=f"toimi_{key}")
            etree.SubElement(made, f"{{{value}}}lpwstr").text = for_xml(text)
        _related(document, RT.CUSTOM_PROPERTIES, "/docProps/custom.xml", kind, packed(root))


def properties(document: Any, report: Report) -> None:
    """The report's own and none that a template brought along."""
    told, about = document.core_properties, report.properties
    for old in list(told._element):
        told._element.remove(old)
    told.title, told.subject = for_xml(report.title)[:LONGEST], for_xml(about.subject)[:LONGEST]
    told.category, told.keywords = for_xml(about.organisation)[:LONGEST], for_xml(about.keywords)[:LONGEST]
    told.language = TAGS.get(report.language, report.language)
    made = datetime.combine(about.made, time(), UTC) if about.made else LONG_AGO
    told.created = told.modified = made.replace(tzinfo=None)
    told.revision = 1
    _related(
        document, RT.EXTENDED_PROPERTIES, "/docProps/app.xml", CT.OFC_EXTENDED_PROPERTIES, program(about.organisation)
    )


def _related(document: Any, relation: str, name: str, kind: str, body: bytes) -> None:
    """A part of the package in place of what a template had of the kind."""
    package = document.part.package
    for id, each in list(package.rels.items()):
        if each.reltype == relation:
            package.rels.pop(id)
    package.relate_to(Part(PackURI(name), kind, body, package), relation)
