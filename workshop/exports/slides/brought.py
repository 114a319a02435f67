"""A template that somebody brought: layouts matched by role, samples taken out, places numbered so that they are found.

After `tidied` it is as our own: without slides, letters as light as they look, and the title's place has number 0, the
main text's 1, a second one's 2.
"""

from collections.abc import Collection, Iterator, Mapping
from itertools import chain, count
from typing import Any

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.presentation import Presentation as Deck
from pptx.slide import SlideLayout

from workshop.exports.slides import manner
from workshop.exports.slides.nameless import nameless
from workshop.texts import for_xml

ROLES = {"title": "title", "section": "secHead", "content": "obj", "two": "twoObj", "title_only": "titleOnly"}
"""Roles, and the type by which a layout says which it has."""
NAMED = {
    "title": ("title slide", "otsikkodia", "rubrikbild", "kansi", "cover"),
    "section": ("section", "osan", "väliotsikko", "avsnitt", "divider"),
    "content": ("title and content", "title, content", "otsikko ja sisältö", "rubrik och innehåll"),
    "two": ("two content", "2 content", "kaksi sisältö", "två innehåll", "två delar"),
    "title_only": ("title only", "vain otsikko", "endast rubrik"),
}
COVERS = ("title", "section")
TITLES = ("title", "ctrTitle")
TEXTS = (None, "obj", "body", "subTitle")
LONGEST = 80
"""Characters of a layout's name."""
REST = 20
"""Places beyond title and texts are numbered from here."""
LINKS = ("{*}sectionLst", "{*}custShowLst")


def tidied(deck: Deck) -> Deck:
    """The deck without its slides and the persons behind it, its places numbered as ours are."""
    _empty(deck)
    nameless(deck)
    for layout in _layouts(deck):
        _number(layout)
    manner.kept(deck)
    return deck


def matched(deck: Deck, chosen: Mapping[str, str]) -> dict[str, SlideLayout]:
    """A layout for each role: the one that an editor chose by its name, else by its type, its name, its places.

    Raises ValueError where no layout has a title: a deck without titles cannot be read aloud.
    """
    named = by_name(deck)
    if not named:
        raise ValueError("no layout with a title")
    titled = list(named.values())
    # A template may have one master for its cover and others for what follows: its samples show which.
    samples = [each.slide_layout for each in list(deck.slides)[1:]]
    within = sorted(titled, key=lambda each: (*_unused(each, samples), _drawn_over(each)))
    own = {role: _matched(role, titled if role in COVERS else within) for role in ROLES}
    return {role: named.get(chosen.get(role, ""), layout) for role, layout in own.items()}


def by_name(deck: Deck) -> dict[str, SlideLayout]:
    """The layouts with a title, each by a name of its own: programs give several the same one, or none."""
    named: dict[str, SlideLayout] = {}
    for layout in (each for each in _layouts(deck) if list(_places(each, TITLES))):
        name = " ".join(for_xml(layout.name).split())[:LONGEST] or "\N{EN DASH}"
        again = (f"{name} ({number})" for number in count(2))
        named[next(each for each in chain([name], again) if each not in named)] = layout
    return named


def _unused(layout: SlideLayout, samples: Collection[SlideLayout]) -> tuple[bool, bool]:
    """Whether none of the samples on its master has a title with text, and whether there are none on it."""
    masters = {each.slide_master.part: False for each in samples}
    for each in samples:
        masters[each.slide_master.part] |= _fits("content", each) and bool(list(_places(each, TITLES)))
    part = layout.slide_master.part
    return not masters.get(part, False), part not in masters


def _drawn_over(layout: SlideLayout) -> int:
    """How much of the largest place for text its master has drawn on: words go where there is least of that."""
    master = layout.slide_master
    places = chain.from_iterable(_places(each, TEXTS) for each in master.slide_layouts)
    place: Any = max(places, key=_area, default=None)
    drawn: list[Any] = [each for each in master.shapes if not each.is_placeholder]
    return sum(_shared(place, each) for each in drawn) if place is not None else 0


def _shared(place: Any, drawn: Any) -> int:
    across = min(place.x + place.cx, drawn.left + drawn.width) - max(place.x, drawn.left)
    down = min(place.y + place.cy, drawn.top + drawn.height) - max(place.y, drawn.top)
    return max(across, 0) * max(down, 0)


def _layouts(deck: Deck) -> list[SlideLayout]:
    return [layout for master in deck.slide_masters for layout in master.slide_layouts]


def _matched(role: str, layouts: list[SlideLayout]) -> SlideLayout:
    ways = (
        lambda each: each._element.get("type") == ROLES[role] and _fits(role, each),
        lambda each: any(name in each.name.lower() for name in NAMED[role]) and _fits(role, each),
        lambda each: _fits(role, each),
    )
    found = (next(filter(way, layouts), None) for way in ways)
    return next((each for each in found if each is not None), layouts[0])


def _fits(role: str, layout: SlideLayout) -> bool:
    """Whether its places are what the role needs: texts none, one or two beside the title."""
    texts = len(list(_places(layout, TEXTS)))
    return texts == {"title_only": 0, "two": 2}.get(role, 1)


def _places(layout: SlideLayout, kinds: tuple[str | None, ...]) -> Iterator[Any]:
    every: list[Any] = [each._element for each in layout.placeholders]
    return (each for each in every if each.ph.get("type") in kinds)


def _number(layout: SlideLayout) -> None:
    """Programs that give every place the number 0 leave it to the reader which is meant."""
    for place in _places(layout, TITLES):
        place.ph.attrib.pop("idx", None)
    texts = sorted(_places(layout, TEXTS), key=_area, reverse=True)
    every: list[Any] = [each._element for each in layout.placeholders]
    others = (each for each in every if each.ph.get("type") not in (*TITLES, *TEXTS))
    for number, place in (*enumerate(texts[:2], 1), *enumerate([*texts[2:], *others], REST)):
        place.ph.set("idx", str(number))


def _area(place: Any) -> int:
    return (place.cx or 0) * (place.cy or 0)


def _empty(deck: Deck) -> None:
    """Takes the sample slides out, and what points to them."""
    presentation: Any = deck.part._element
    for extension in [each for name in LINKS for each in presentation.iter(name)]:
        extension.getparent().remove(extension)
    listed: Any = deck.slides._sldIdLst
    for each in list(listed):
        deck.part.drop_rel(each.rId)
        listed.remove(each)
    for relation in [rel for rel in deck.part.rels.values() if rel.reltype == RT.SLIDE]:
        deck.part.rels.pop(relation.rId)
