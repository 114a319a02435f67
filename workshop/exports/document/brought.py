"""A template of another house: its words go, its page, head and foot stay, and nobody who worked on it is named."""

from copy import deepcopy
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.opc.part import XmlPart
from docx.oxml import parse_xml
from docx.oxml.ns import qn

from workshop.exports.document.people import unnamed, unsettled
from workshop.exports.document.xml import Element, packed
from workshop.native.kept import inward, keep

OF_PACKAGE = (RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES)
KEPT = ("styles", "numbering", "settings", "webSettings", "fontTable", "theme", "footnotes", "endnotes")
"""Parts that a document has beside its words; all others belong to words that are gone, or name people."""
NOTES = (RT.FOOTNOTES, RT.ENDNOTES)
EDGES = (qn("w:headerReference"), qn("w:footerReference"))


def emptied(document: Any) -> Any:
    """The document without words, and without what only they pointed to."""
    body = document.element.body
    _inherit([*body.iter(qn("w:sectPr"))])
    for each in list(body):
        if each.tag != qn("w:sectPr"):
            body.remove(each)
    _only_its_own(document.part)
    return document


def _only_its_own(part: Any) -> None:
    """The document and what belongs to it, without persons."""
    package = part.package
    for id, relation in list(package.rels.items()):
        if relation.reltype not in OF_PACKAGE:
            package.rels.pop(id)
    for relation in list(part.rels.values()):
        if relation.reltype in NOTES:
            _without_words(relation.target_part)
    unsettled(part.settings.element)
    for each in [each for each in package.iter_parts() if isinstance(each, XmlPart)]:
        unnamed(each.element)
        keep(each.rels, each.element, KEPT)
    inward(package)


def _without_words(notes: Any) -> None:
    """Notes that templates have below their own words; the lines that part notes from a text stay."""
    root: Any = parse_xml(notes.blob)
    for each in [each for each in root if each.get(qn("w:type")) is None]:
        root.remove(each)
    unnamed(root)
    notes._blob = packed(root)
    keep(notes.rels, root, ())


def _inherit(sections: list[Element]) -> None:
    """A section without a head of its own has that of the one before it, which is about to go."""
    heads: dict[tuple[str, str | None], Element] = {}
    for section in sections:
        own = {(each.tag, each.get(qn("w:type"))): each for each in section if each.tag in EDGES}
        for each in [head for key, head in heads.items() if key not in own][::-1]:
            section.insert(0, deepcopy(each))
        heads |= own
