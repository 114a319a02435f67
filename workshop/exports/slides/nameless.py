"""Persons whom a template names: who made it, who commented in it, and what programs noted of them."""

from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation as Deck

OF_PACKAGE = (RT.EXTENDED_PROPERTIES, RT.CUSTOM_PROPERTIES, RT.THUMBNAIL)
AUTHORS = "http://schemas.microsoft.com/office/2018/10/relationships/authors"
PERSONS = "http://schemas.microsoft.com/office/2017/10/relationships/person"
OF_DECK = (RT.COMMENT_AUTHORS, AUTHORS, PERSONS, RT.CUSTOM_XML, RT.TAGS)
NOTED = ("{*}custDataLst",)
"""What points to parts of the deck that are taken out."""


def nameless(deck: Deck) -> None:
    """Takes those parts out. Core properties are written anew for every file."""
    package, part = deck.part.package, deck.part
    element: Any = part._element
    for noted in [each for name in NOTED for each in element.iter(name)]:
        noted.getparent().remove(noted)
    for relations, kinds in ((package._rels, OF_PACKAGE), (part.rels, OF_DECK)):
        for relation in [each for each in relations.values() if each.reltype in kinds]:
            relations.pop(relation.rId)
