"""How much wider and taller the letters of a brought template may be than those that texts are measured by."""

from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck

MEASURED = frozenset({"arial", "liberation sans", "helvetica", "arimo", "calibri", "carlito", "cambria", "caladea"})
NARROWER = frozenset({"arial narrow", "liberation sans narrow", "source sans pro", "source sans 3", "times new roman"})
WIDE = frozenset({"verdana", "dejavu sans", "lucida sans", "lucida sans unicode"})

OWN = (1.0, 1.0)
USUAL, WIDEST = (1.12, 1.15), (1.24, 1.05)
"""Width and line height, as shares of Arial's: of a face we do not know, and of the widest in common use."""


def room(deck: Deck) -> tuple[float, float]:
    """How much more room the template's faces take than ours, across and down."""
    needs = [_room(face.lower()) for face in faces(deck)] or [USUAL]
    return max(across for across, _ in needs), max(down for _, down in needs)


def _room(face: str) -> tuple[float, float]:
    if face in MEASURED or face in NARROWER:
        return OWN
    return WIDEST if face in WIDE else USUAL


def faces(deck: Deck) -> list[str]:
    """The theme's faces for titles and for text."""
    master: Any = deck.slide_masters[0].part
    theme = parse_xml(master.part_related_by(RT.THEME).blob)
    found: list[Any] = list(theme.iter("{*}latin"))
    return [each.get("typeface", "") for each in found if each.getparent().tag.endswith(("majorFont", "minorFont"))]
