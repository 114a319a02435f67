"""A template as the deck needs it: its layouts by role, the frames of title and body, its fonts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from typing import Any

from pptx import Presentation
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from workshop.archives import retyped
from workshop.exports import Brought
from workshop.exports.slides import faces, sizes
from workshop.exports.slides.blank import Blank
from workshop.exports.slides.brought import matched, tidied
from workshop.exports.slides.feet import LINE, lacking
from workshop.exports.slides.package import count_parts
from workshop.exports.slides.sheet import EMU, Frame
from workshop.native import measure

OWN = Path(__file__).parents[1] / "templates" / "toimi.pptx"
PEOPLES_FACE = "+mj-lt"
"""What people of the room said stands in our theme's face for headings, a serif; another's keeps its own letters."""
PLAIN = {0: (0.06, 0.05, 0.88, 0.14), 1: (0.06, 0.24, 0.88, 0.64)}
"""Where title and text stand, as shares of the slide, if neither layout nor master says."""
UNKNOWN = 400.0
"""A size in which nothing fits: where the template leaves it to the program, one of ours is written down."""
NEAR_TITLE, LEAST = 8.0, 0.55
EDGE, LOWEST = 18.0, 0.5
SMALL_TITLES = (16.0, 14.0)
"""For titles of two lines where another's template has room for one."""
LEGIBLE = 14.0
"""In points: nobody need set tables larger, however large the template's own texts are."""
FEET = ("ftr", "sldNum", "dt")


@dataclass(frozen=True)
class Template:
    """An opened template without slides."""

    deck: Deck
    own: bool
    layouts: Mapping[str, SlideLayout]
    blank: Blank
    frames: dict[tuple[object, int], Frame] = field(default_factory=dict[tuple[object, int], Frame])
    """Those that were asked for: the library looks through layout and master each time."""

    @property
    def face(self) -> str:
        return PEOPLES_FACE if self.own else ""

    def layout(self, role: str) -> SlideLayout:
        """The layout of that role: title, section, content, two or title_only."""
        return self.layouts[role]

    def frame(self, layout: SlideLayout, index: int) -> Frame:
        """Where a placeholder stands; the title has index 0, the body 1."""
        if (layout.part, index) not in self.frames:
            self.frames[layout.part, index] = self._looked(layout, index)
        return self.frames[layout.part, index]

    def _looked(self, layout: SlideLayout, index: int) -> Frame:
        place: Any = next((each for each in layout.placeholders if each.placeholder_format.idx == index), None)
        if place is None or None in (place.left, place.top, place.width, place.height):
            return self._plain(index)
        frame = Frame(*(each / EMU for each in (place.left, place.top, place.width, place.height)))
        return frame if self.own else self._roomy(layout, frame, index)

    def _plain(self, index: int) -> Frame:
        across, down = self.size()
        x, y, width, height = PLAIN[index]
        return Frame(across * x, down * y, across * width, down * height)

    def _roomy(self, layout: SlideLayout, frame: Frame, index: int) -> Frame:
        """Clear of the slide's edges, and a body that ends above the footer."""
        across, down = self.size()
        left, right = max(frame.x, EDGE), min(frame.x + frame.width, across - EDGE)
        if index == 0:
            return Frame(left, frame.y, right - left, frame.height)
        feet = (place.top / EMU for place in layout.placeholders if place.element.ph.get("type") in FEET and place.top)
        lowest = self.foot().y if lacking(layout) else down - EDGE
        bottom = min([frame.y + frame.height, lowest, *(top for top in feet if top > down / 2)])
        top = min(frame.y, down * LOWEST)
        return Frame(left, top, right - left, bottom - top)

    def body(self) -> Frame:
        """Where content stands, below the title of whichever layout it has; higher up where that is too low."""
        body = self.frame(self.layout("content"), 1)
        titles = [self.frame(self.layout(role), 0) for role in ("content", "two", "title_only")]
        below = max(title.y + title.height for title in titles) + NEAR_TITLE
        top = below if body.height < self.size()[1] * LEAST else max(body.y, below)
        return Frame(body.x, top, body.width, body.y + body.height - top)

    def foot(self) -> Frame:
        """The line for what a layout has no place for at its foot."""
        across, down = self.size()
        left = max(self.frame(self.layout("title_only"), 0).x, EDGE)
        return Frame(left, down - EDGE - LINE, across - 2 * left, LINE)

    def kind(self, role: str, index: int) -> str | None:
        """What that layout's placeholder is for, as the file says it; "none" where there is no such."""
        every: list[Any] = [each._element.ph for each in self.layout(role).placeholders]
        return next((ph.get("type") for ph in every if int(ph.get("idx", "0")) == index), "none")

    def size(self) -> tuple[float, float]:
        return (self.deck.slide_width or 0) / EMU, (self.deck.slide_height or 0) / EMU

    def running(self, usual: Sequence[float]) -> Sequence[float]:
        """Those of the sizes for running text that are as large as the smallest of the template's own, or legible."""
        least = None if self.own else sizes.least(self.layout("content"), 1)
        return [size for size in usual if size >= min(least or 0.0, LEGIBLE)]

    def sizes(self, layout: SlideLayout, index: int, usual: Sequence[float]) -> Sequence[float]:
        """The template's own size for that place, then the usual ones below it. Ours has the first of the usual."""
        if self.own:
            return usual
        size, usual = sizes.own(layout, index), (*usual, *(SMALL_TITLES if index == 0 else ()))
        return (size, *(each for each in usual if each < size)) if size else (UNKNOWN, *usual)


def opened(template: Brought | None) -> Template:
    """Our own template, or one that somebody brought, made as ours. Texts are measured in its letters from now on."""
    deck = Presentation(BytesIO(retyped(template.file, "presentation")) if template else str(OWN))
    measure.set_in(*(faces.room(deck) if template else faces.OWN))
    found = matched(deck, template.roles if template else {})
    count_parts(tidied(deck) if template else deck)
    return Template(deck, template is None, found, Blank(deck))
