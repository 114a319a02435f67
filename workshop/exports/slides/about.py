"""What the file says about itself: properties without persons, and the deck's sections."""

from collections.abc import Sequence
from datetime import datetime, time
from typing import Any

from pptx.opc.constants import CONTENT_TYPE as CT
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import Part
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.presentation import Presentation as Deck

from facilitation.report.blocks import Report
from workshop.native.kept import program
from workshop.texts import for_xml

UNMADE = datetime(2000, 1, 1)  # noqa: DTZ001 (the library writes days as they are)
LONGEST = 255
SECTIONS = "{521415D9-36F7-43E2-AB2F-B90AF26B5E84}"


def properties(deck: Deck, report: Report) -> None:
    """No person, and no other time than the report's own."""
    about: Any = deck.core_properties
    told = report.properties
    for old in list(about._element):
        about._element.remove(old)
    about.title, about.subject = for_xml(report.title)[:LONGEST], for_xml(told.subject)[:LONGEST]
    about.author, about.keywords = for_xml(told.organisation)[:LONGEST], for_xml(told.keywords)[:LONGEST]
    about.language = report.language
    about.created = about.modified = datetime.combine(told.made, time()) if told.made else UNMADE
    about.revision = 1
    _program(deck, told.organisation)


def _program(deck: Deck, organisation: str) -> None:
    package: Any = deck.part.package
    for relation in [each for each in package._rels.values() if each.reltype == RT.EXTENDED_PROPERTIES]:
        package._rels.pop(relation.rId)
    count = len(deck.slides)
    told = program(organisation, Slides=count, Notes=count, HiddenSlides=0)
    part = Part(PackURI("/docProps/app.xml"), CT.OFC_EXTENDED_PROPERTIES, package, told)
    package.relate_to(part, RT.EXTENDED_PROPERTIES)


def notes(deck: Deck) -> None:
    """The deck lists the master of its notes: the library makes one and leaves that to its callers."""
    element: Any = deck.part._element
    made = next((id for id, each in deck.part.rels.items() if each.reltype == RT.NOTES_MASTER), None)
    if made and element.find(qn("p:notesMasterIdLst")) is None:
        listed = OxmlElement("p:notesMasterIdLst")
        each = OxmlElement("p:notesMasterId")
        each.set(qn("r:id"), made)
        listed.append(each)
        element.find(qn("p:sldMasterIdLst")).addnext(listed)


def sections(deck: Deck, named: Sequence[tuple[str, Sequence[int]]]) -> None:
    """Sections as the slide sorter shows them: names and the ids of their slides. The library has no word for them."""
    element: Any = deck.part._element
    for old in element.findall("{*}extLst"):
        element.remove(old)
    each = "".join(_section(number, name, ids) for number, (name, ids) in enumerate(named, 1) if ids)
    element.append(
        parse_xml(
            '<p:extLst xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main">'
            f'<p:ext uri="{SECTIONS}"><p14:sectionLst '
            f'xmlns:p14="http://schemas.microsoft.com/office/powerpoint/2010/main">{each}</p14:sectionLst>'
            "</p:ext></p:extLst>"
        )
    )


def _section(number: int, name: str, ids: Sequence[int]) -> str:
    slides = "".join(f'<p14:sldId id="{id}"/>' for id in ids)
    return (
        f'<p14:section name="{_attribute(name)}" id="{{{number:08X}-7011-4000-8000-000000000000}}">'
        f"<p14:sldIdLst>{slides}</p14:sldIdLst></p14:section>"
    )


def _attribute(text: str) -> str:
    text = " ".join(for_xml(text).split())
    return text.replace("&", "&amp;").replace('"', "&quot;").replace("<", "&lt;") or "\N{EN DASH}"
