"""Light letters and titles in the middle where a brought template has them: some programs say so in its sample texts
only, not in its theme.

Slides take colours from the theme and alignment from the master; without this, words would be dark on a dark picture,
and titles begin over what is drawn at the edge.
"""

from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout, SlideMaster

from workshop.exports.slides.letters import paint
from workshop.exports.slides.xml import child, element, tag

LIGHT = 0.7
"""Of white's lightness."""
SWAPPED = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
ACCENTS = tuple(f"accent{number}" for number in range(1, 7))


def kept(deck: Deck) -> None:
    """Make each master say what its sample texts show: where titles stand, and light letters there or everywhere."""
    for master in deck.slide_masters:
        if not any(each.get("algn") for each in _levels(master._element, "title")):
            _align(_place(master, "title"))
        for layout in master.slide_layouts:
            _align(_place(layout, "subTitle"))
        title, body = _is_light(master, "title"), _is_light(master, "body")
        if title and body:
            _turn(master)
            _say(master, "title", "tx1")
            _say(master, "body", "tx1")
        elif title:
            _say(master, "title", "bg1")


def _place(within: SlideMaster | SlideLayout, kind: str) -> Any:
    every: list[Any] = [each._element for each in within.placeholders]
    return next((each for each in every if each.ph.get("type") == kind), None)


def _is_light(master: SlideMaster, kind: str) -> bool:
    """Whether the sample text is light, and no style says what colour the text is to have."""
    place, whole = _place(master, kind), master._element
    if place is None or whole.find(f".//{{*}}{kind}Style/{{*}}lvl1pPr/{{*}}defRPr/{{*}}solidFill") is not None:
        return False
    if place.find(".//{*}lstStyle/{*}lvl1pPr/{*}defRPr/{*}solidFill") is not None:
        return False
    colour = place.find(".//{*}r/{*}rPr/{*}solidFill/{*}srgbClr")
    return colour is not None and lightness(colour.get("val")) > LIGHT


def lightness(colour: str) -> float:
    """From 0 for black to 1 for white."""
    red, green, blue = (int(colour[at : at + 2], 16) / 255 for at in (0, 2, 4))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _turn(master: SlideMaster) -> None:
    """Light for dark, and the lightest accent for the first."""
    colours: Any = master._element.find("{*}clrMap")
    accents = _accents(master)
    lightest = max(accents, key=lambda name: accents[name], default="accent1")
    for name, other in (*SWAPPED.items(), ("accent1", lightest), (lightest, "accent1")):
        colours.set(name, other)


def _accents(master: SlideMaster) -> dict[str, float]:
    theme: Any = parse_xml(master.part.part_related_by(RT.THEME).blob)
    found = {name: theme.find(f".//{{*}}clrScheme/{{*}}{name}/{{*}}srgbClr") for name in ACCENTS}
    return {name: lightness(each.get("val")) for name, each in found.items() if each is not None}


def _align(place: Any) -> None:
    """The place's text stands as its sample's, where the place does not say how."""
    sample = place.find(".//{*}p/{*}pPr[@algn]") if place is not None else None
    if sample is not None and not any(each.get("algn") for each in _levels(place, "lst")):
        _level(place).set("algn", sample.get("algn"))


def _levels(within: Any, kind: str) -> list[Any]:
    return within.findall(f".//{{*}}{kind}Style/{{*}}lvl1pPr")


def _say(master: SlideMaster, kind: str, colour: str) -> None:
    """Programs do not agree on the colour of a text for which no style says it."""
    level = _level(_place(master, kind))
    found = level.find(tag("defRPr"))
    (child(level, tag("defRPr")) if found is None else found).insert(0, paint(colour))


def _level(place: Any) -> Any:
    """What the place says of its first level, made where it says nothing."""
    style = place.txBody.find(tag("lstStyle"))
    if style is None:
        style = element(tag("lstStyle"))
        place.txBody.find(tag("bodyPr")).addnext(style)
    found = style.find(tag("lvl1pPr"))
    return child(style, tag("lvl1pPr")) if found is None else found
