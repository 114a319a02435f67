"""A template of another house: its words go, its page, head and foot stay, and nobody who worked on it is named."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from workshop.exports.document.xml import Element

KEPT = ("styles", "numbering", "settings", "webSettings", "fontTable", "theme", "footnotes", "endnotes", "customXml")
"""Parts that a document has beside its words; all others belong to words that are gone, or name people."""
POINTERS = tuple(qn(f"r:{name}") for name in ("id", "embed", "link"))
EDGES = (qn("w:headerReference"), qn("w:footerReference"))


def emptied(document: Any) -> Any:
    """The document without words, and without what only they pointed to."""
    body = document.element.body
    _inherit([*body.iter(qn("w:sectPr"))])
    for each in list(body):
        if each.tag != qn("w:sectPr"):
            body.remove(each)
    needed = set(_pointed(body))
    for id, relation in list(document.part.rels.items()):
        if id not in needed and relation.reltype.rpartition("/")[2] not in KEPT:
            document.part.rels.pop(id)
    return document


def _inherit(sections: list[Element]) -> None:
    """A section without a head of its own has that of the one before it, which is about to go."""
    heads: dict[tuple[str, str | None], Element] = {}
    for section in sections:
        own = {(each.tag, each.get(qn("w:type"))): each for each in section if each.tag in EDGES}
        for each in [head for key, head in heads.items() if key not in own][::-1]:
            section.insert(0, deepcopy(each))
        heads |= own


def _pointed(body: Element) -> Iterator[str]:
    return (each.get(name) for each in body.iter() for name in POINTERS if each.get(name))
