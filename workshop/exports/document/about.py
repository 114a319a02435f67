"""What the file says about itself: its language, and properties that name no person."""

from datetime import UTC, datetime, time
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.ns import qn

from facilitation.report.blocks import Report
from workshop.exports.document.xml import Element, w
from workshop.texts import TAGS, for_xml

LONG_AGO = datetime(2020, 1, 1, tzinfo=UTC)
LONGEST = 255
PROGRAM = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns='
    b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    b"<Application>Toimi</Application></Properties>"
)


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
    for relation in document.part.package.rels.values():
        if relation.reltype == RT.EXTENDED_PROPERTIES:
            relation.target_part._blob = PROGRAM
