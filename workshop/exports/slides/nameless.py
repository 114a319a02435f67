"""Persons whom a template names: who made it, who commented in it, and what programs noted of them."""

from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.package import XmlPart
from pptx.oxml.ns import qn
from pptx.presentation import Presentation as Deck

from workshop.native.kept import inward, keep

OF_PACKAGE = (RT.OFFICE_DOCUMENT, RT.CORE_PROPERTIES)
KEPT = ("theme", "themeOverride", "slideMaster", "slideLayout", "notesMaster", "presProps", "viewProps", "tableStyles")
"""Parts that belong to a deck, a master or a layout without anything that points to them."""
NOTED = ("custDataLst", "smartTags", "handoutMasterIdLst", "modifyVerifier", "photoAlbum")
"""What points to notes of programs, to sheets with heads of their own, and what locks the file for all but one."""
OF_A_SITTING = {RT.PRES_PROPS: "presentationPr", RT.VIEW_PROPS: "viewPr"}
"""Where somebody looked last and where they put the deck; the second may hold sample slides fast."""
BARE = '<p:%s xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"/>'
HEADS = ("hdr", "ftr", "dt")


def nameless(deck: Deck) -> None:
    """Takes those parts out. Properties are written anew for every file."""
    package: Any = deck.part.package
    for relation in [each for each in package._rels.values() if each.reltype not in OF_PACKAGE]:
        package._rels.pop(relation.rId)
    every: list[Any] = list(package.iter_parts())
    for each in every:
        if isinstance(each, XmlPart):
            _only_its_own(each)
    for relation in list(deck.part.rels.values()):
        if relation.reltype in OF_A_SITTING:
            _begun_anew(relation.target_part, OF_A_SITTING[relation.reltype])
        if relation.reltype == RT.NOTES_MASTER:
            _without_words(relation.target_part)
    inward(package)


def _only_its_own(part: Any) -> None:
    for noted in [each for name in NOTED for each in part._element.iter(qn(f"p:{name}"))]:
        noted.getparent().remove(noted)
    keep(part.rels, part._element, KEPT)


def _begun_anew(part: Any, root: str) -> None:
    part._blob = (BARE % root).encode()
    for id in list(part.rels):
        part.rels.pop(id)


def _without_words(notes: Any) -> None:
    """Heads and feet of notes: whoever typed one typed it for all the notes that there will be."""
    for place in notes.notes_master.placeholders:
        if place._element.ph.get("type") in HEADS:
            place.text_frame.clear()
