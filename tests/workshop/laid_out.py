"""Faults of a deck that an eye would see, shape by shape: what leaves its shape or the slide, or covers something."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from itertools import combinations
from typing import Any

from pptx import Presentation
from pptx.oxml.ns import qn

from tests.workshop.rendered import POINT, Word, frame, within

Frame = tuple[float, float, float, float]
Placed = tuple[Any, Frame]
"""A shape and its frame, which is asked for once: a place's own is looked up in layout and master."""
Look = Callable[[Sequence[Placed], Sequence[Word], tuple[float, float]], Iterator[str]]


def faults(deck: bytes, pages: Sequence[Sequence[Word]]) -> list[str]:
    """One line a fault; `pages` are the words where LibreOffice put them."""
    return list(_of_slides(deck, pages, faults_of))


def misplaced(deck: bytes, pages: Sequence[Sequence[Word]]) -> list[str]:
    """The same for texts whose letters a reader of pages does not tell as they were written, such as emoji."""
    return list(_of_slides(deck, pages, _misplaced))


def _of_slides(deck: bytes, pages: Sequence[Sequence[Word]], look: Look) -> Iterator[str]:
    opened = Presentation(BytesIO(deck))
    size = (opened.slide_width or 0) / POINT, (opened.slide_height or 0) / POINT
    assert len(pages) == len(opened.slides)
    for number, (slide, words) in enumerate(zip(opened.slides, pages, strict=True), 1):
        for fault in look([(shape, frame(shape)) for shape in slide.shapes], words, size):
            yield f"slide {number}: {fault}"


def faults_of(placed: Sequence[Placed], words: Sequence[Word], size: tuple[float, float]) -> Iterator[str]:
    yield from off(placed, words, size)
    yield from lost(placed, words)
    yield from covered(placed)


def _misplaced(placed: Sequence[Placed], words: Sequence[Word], size: tuple[float, float]) -> Iterator[str]:
    yield from off(placed, words, size)
    yield from covered(placed)
    for word in words:
        if not any(within(word, place) for _, place in placed):
            yield f"{word.text} stands in no shape"


def off(placed: Sequence[Placed], words: Sequence[Word], size: tuple[float, float]) -> Iterator[str]:
    whole = (0.0, 0.0, *size)
    for shape, (left, top, right, bottom) in placed:
        if min(left, top) < -0.5 or right > size[0] + 0.5 or bottom > size[1] + 0.5:
            yield f"{shape.name} stands outside"
    yield from (f"{word.text} is printed outside" for word in words if not within(word, whole))


def lost(placed: Sequence[Placed], words: Sequence[Word]) -> Iterator[str]:
    """Letters of a shape that are not printed within its own frame; a word may be broken over two lines."""
    for shape, place in placed:
        inside = Counter("".join(word.text for word in words if within(word, place)))
        if missing := Counter("".join(text_of(shape).split())) - inside:
            yield f"{''.join(missing.elements())!r} leaves {shape.name}"


def text_of(shape: Any) -> str:
    """What stands in a shape, as written; fields such as the slide's number are not."""
    return "".join(each.text or "" for run in shape._element.iter(qn("a:r")) for each in run.iter(qn("a:t")))


def covered(placed: Sequence[Placed]) -> Iterator[str]:
    speaking = [each for each in placed if not is_mark(each[0])]
    for (one, its), (other, others) in combinations(speaking, 2):
        if overlap(its, others):
            yield f"{one.name} and {other.name} overlap"


def is_mark(shape: Any) -> bool:
    return shape._element.find(".//{*}decorative") is not None


def overlap(one: Frame, other: Frame) -> bool:
    across = min(one[2], other[2]) - max(one[0], other[0])
    down = min(one[3], other[3]) - max(one[1], other[1])
    return across > 1 and down > 1


def empty(slides: Sequence[Any]) -> list[str]:
    """Places of the layout with nothing in them."""
    places = [place for slide in slides for place in slide.placeholders]
    return [place.name for place in places if place.has_text_frame and not place.text_frame.text.strip()]
