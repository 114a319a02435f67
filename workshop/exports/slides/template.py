"""A template as the deck needs it: its layouts by role, the frames of title and body, its fonts."""

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from workshop.exports.slides.package import count_parts
from workshop.exports.slides.sheet import EMU, Frame

OWN = Path(__file__).parents[1] / "templates" / "toimi.pptx"
ROLES = {"title": "title", "section": "secHead", "content": "obj", "two": "twoObj", "title_only": "titleOnly"}
TITLE_SIZE = 28.0
PEOPLES_FACE = "Cambria"
"""What people of the room said stands in serif in our own template; another's keeps its own letters."""


@dataclass(frozen=True)
class Template:
    """An opened template without slides."""

    deck: Deck
    own: bool

    @property
    def face(self) -> str:
        return PEOPLES_FACE if self.own else ""

    def layout(self, role: str) -> SlideLayout:
        """The layout of that role by its type, else the first that has what the role needs."""
        kind = ROLES[role]
        layouts = list(self.deck.slide_layouts)
        return next((each for each in layouts if each._element.get("type") == kind), layouts[0])

    def frame(self, layout: SlideLayout, index: int) -> Frame:
        """Where a placeholder stands; the title has index 0, the body 1."""
        place: Any = next(each for each in layout.placeholders if each.placeholder_format.idx == index)
        return Frame(*(each / EMU for each in (place.left, place.top, place.width, place.height)))

    def title_size(self) -> float:
        found = self.deck.slide_masters[0]._element.find(".//{*}titleStyle/{*}lvl1pPr/{*}defRPr")
        return int(found.get("sz", 2800)) / 100 if found is not None else TITLE_SIZE


def opened(template: bytes | None) -> Template:
    """Our own template, or one that somebody brought."""
    deck = Presentation(BytesIO(template) if template else str(OWN))
    count_parts(deck)
    return Template(deck, own=template is None)
