"""What a template holds, told so that an editor can see it: its layouts, which has which role, where things go."""

from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Any

from pptx import Presentation
from pptx.slide import SlideLayout

from workshop.archives import retyped
from workshop.exports.slides.brought import TEXTS, TITLES, by_name, matched
from workshop.exports.slides.template import FEET

MOST_LAYOUTS, MOST_FRAMES = 200, 30
"""Beyond them nobody looks, and what is told stays small."""


def looked(file: bytes) -> dict[str, Any]:
    """Size in points, layouts with a title as sketches, and the one matched to each role; no role without a layout."""
    deck = Presentation(BytesIO(retyped(file, "presentation")))
    across, down = deck.slide_width or 1, deck.slide_height or 1
    named = by_name(deck)
    found = matched(deck, {}) if named else {}
    names = {id(layout): name for name, layout in named.items()}
    return {
        "size": [round(across / 12700), round(down / 12700)],
        "layouts": [sketch(name, layout, across, down) for name, layout in islice(named.items(), MOST_LAYOUTS)],
        "roles": {role: names[id(layout)] for role, layout in found.items()},
    }


def sketch(name: str, layout: SlideLayout, across: int, down: int) -> dict[str, Any]:
    """A layout's places as shares of the slide."""
    return {"name": name, "frames": list(islice(_frames(layout, across, down), MOST_FRAMES))}


def _frames(layout: SlideLayout, across: int, down: int) -> Iterator[dict[str, Any]]:
    places: list[Any] = [*layout.placeholders]
    for place in places:
        if None in (place.left, place.top, place.width, place.height):
            continue
        left, right = _share(place.left, across), _share(place.left + place.width, across)
        top, bottom = _share(place.top, down), _share(place.top + place.height, down)
        box = {"x": left, "y": top, "width": round(right - left, 4), "height": round(bottom - top, 4)}
        yield {"kind": _kind(place._element.ph.get("type")), **box}


def _kind(type: str | None) -> str:
    """title, text, foot or other."""
    kinds = {"title": TITLES, "text": TEXTS, "foot": FEET}
    return next((kind for kind, types in kinds.items() if type in types), "other")


def _share(length: int, whole: int) -> float:
    """Of the slide; what hangs over its edge is cut."""
    return round(min(max(length / whole, 0), 1), 4)
