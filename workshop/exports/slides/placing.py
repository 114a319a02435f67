"""Which layout a page has, and which of its pieces stands in the layout's own places rather than freely."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from workshop.exports.slides.beside import Beside
from workshop.exports.slides.charts import BarChart
from workshop.exports.slides.flow import GAP, Page
from workshop.exports.slides.pieces import Line, Piece, Texts
from workshop.exports.slides.placed import EVERYTHING, WORDS
from workshop.exports.slides.sheet import Frame
from workshop.exports.slides.tables import Grid
from workshop.exports.slides.template import Template

ROOMY = 0.4
"""Of the slide's width or height: a place smaller than that is passed over."""
BETWEEN = 24.0
SAME = 3.0


@dataclass(frozen=True, slots=True)
class Placing:
    """The layout's role, the piece that has places of its own, and their numbers."""

    role: str
    main: Piece | None = None
    places: tuple[int, ...] = ()


@dataclass(frozen=True)
class Places:
    """Where content goes in a template: the body, its two halves, and which of them the layouts have places for."""

    body: Frame
    kinds: tuple[str | None, ...]
    """What the place for content takes; empty where there is none that is large enough."""
    left: float
    between: float
    halves: tuple[int, ...] = ()
    """The numbers of the two places beside each other, the left one first."""

    def placing(self, page: Page) -> Placing:
        """A chart with its table in two places; else the tallest thing that the place for content takes."""
        both = next((piece for piece in page if isinstance(piece, Beside)), None)
        if both and self.halves:
            return Placing("two", both, self.halves)
        taken = [piece for piece in page if self._takes(piece)]
        main = max(taken, key=lambda piece: piece.height(), default=None)
        return Placing("content", main, (1,)) if main else Placing("title_only")

    def _takes(self, piece: Piece) -> bool:
        if isinstance(piece, Texts):
            return bool(self.kinds)
        return isinstance(piece, (Grid, BarChart, Beside)) and set(self.kinds) >= set(EVERYTHING)


def places(template: Template) -> Places:
    """Measured once for a deck: every page has its body at the same place."""
    body = template.body()
    sides = _sides(template, body)
    left, between = (sides[0].width, sides[1].x - sides[0].x - sides[0].width) if sides else _halved(body)
    return Places(body, _kinds(template), left, between, _numbers(template) if sides else ())


def _halved(body: Frame) -> tuple[float, float]:
    return (body.width - BETWEEN) / 2, BETWEEN


def _kinds(template: Template) -> tuple[str | None, ...]:
    """What the place for content takes."""
    place, (across, down) = template.frame(template.layout("content"), 1), template.size()
    kind = template.kind("content", 1)
    if place.width < across * ROOMY or place.height < down * ROOMY:
        return ()
    return next((kinds for kinds in ((*EVERYTHING, *WORDS), WORDS) if kind in kinds), ())


def _numbers(template: Template) -> tuple[int, ...]:
    layout = template.layout("two")
    return tuple(sorted((1, 2), key=lambda number: template.frame(layout, number).x))


def _sides(template: Template, body: Frame) -> Sequence[Frame]:
    """The two places beside each other, if together they are as wide as the body and take charts and tables."""
    layout = template.layout("two")
    if any(template.kind("two", number) not in EVERYTHING for number in (1, 2)):
        return ()
    left, right = (template.frame(layout, number) for number in _numbers(template))
    beside = left.x + left.width < right.x and abs(left.y - right.y) < SAME
    as_wide = abs(left.x - body.x) < SAME and abs(right.x + right.width - body.x - body.width) < SAME
    tall = min(left.height, right.height) >= template.size()[1] * ROOMY
    return (left, right) if beside and as_wide and tall else ()


def alone(page: Page, room: float) -> Page:
    """A chart with its table that has a page for itself uses it."""
    first, *others = page
    return [first.alone(room)] if isinstance(first, Beside) and not others else page


def together(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """Texts under each other become one, as somebody would write them into one place."""
    before: Texts | None = None
    for piece in pieces:
        if type(piece) is Texts and piece.lines and before is not None:
            before = replace(before, lines=(*before.lines, *_apart(piece)))
            continue
        if before is not None:
            yield before
        before = piece if type(piece) is Texts else None
        if before is None:
            yield piece
    if before is not None:
        yield before


def _apart(texts: Texts) -> Iterator[Line]:
    first, *rest = texts.lines
    yield replace(first, letters=replace(first.letters, before=max(first.letters.before, GAP)))
    yield from rest
