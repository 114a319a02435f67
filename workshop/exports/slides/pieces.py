"""What stands on a page, piece by piece: each knows how tall it is, where it may be cut, and how it is drawn."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Protocol, TypeAlias

from pptx.enum.shapes import MSO_SHAPE

from facilitation.report.blocks import Figure
from facilitation.report.texts import Words
from workshop.exports.slides.letters import Letters
from workshop.exports.slides.sheet import Frame, Sheet
from workshop.native import measure
from workshop.native.parts import shown, together

FEWEST_LINES = 2
FIGURE = Letters(32, bold=True, colour="accent1")
FIGURE_NAME = Letters(14, soft=True)


Cut: TypeAlias = "tuple[Piece, Piece | None] | None"


class Piece(Protocol):
    """Something drawn at a place; heights and places in points."""

    def height(self) -> float: ...

    def fits(self, room: float) -> bool:
        return self.height() <= room

    def cut(self, room: float, *, must: bool = False) -> Cut:
        """What fits into `room` and the rest; None where nothing sensible fits.

        `must`: the page is empty, and what is not cut now stands over its edge; the first part may be the whole, made
        smaller.
        """
        ...

    def draw(self, sheet: Sheet, x: float, y: float) -> None: ...

    def words(self) -> Iterator[Words]: ...


def halves(words: Words, end: int) -> tuple[Words, Words]:
    """Cut after so many letters of what is shown; each half keeps the language it is in."""
    first, *rest = words.both
    text, plain = shown(first), replace(first, unconfirmed=False, beside=None)
    if rest and end > len(text):
        second = replace(rest[0], unconfirmed=False)
        below, at = shown(rest[0]), end - len(text) - 1
        head = replace(second, text=below[:at].rstrip())
        return replace(first, beside=head if head.text else None), replace(second, text=below[at:].lstrip())
    return replace(plain, text=text[:end].rstrip()), replace(plain, text=text[end:].lstrip(), beside=words.beside)


@dataclass(frozen=True)
class Line:
    """A paragraph with its letters; `role` says what it is in a span (start or aim) and is empty elsewhere."""

    words: Words
    letters: Letters
    role: str = ""

    def height(self, width: float) -> float:
        letters = self.letters
        return letters.before + measure.height(
            together(self.words), letters.size, width - letters.indent, serif=letters.serif, bold=letters.bold
        )

    def cut(self, width: float, room: float) -> "tuple[Line, Line] | None":
        """The lines that fit, and the rest of the sentence."""
        text, letters = together(self.words), self.letters
        used, end, fitting = letters.before, 0, 0
        rows = measure.lines(text, letters.size, width - letters.indent, serif=letters.serif, bold=letters.bold)
        for first, last in rows:
            used += measure.line_height(text[first:last], letters.size, serif=letters.serif)
            if used > room:
                break
            end, fitting = last, fitting + 1
        if fitting < FEWEST_LINES or fitting == len(rows):
            return None
        head, tail = halves(self.words, end)
        return replace(self, words=head), replace(self, words=tail, letters=replace(letters, bullet=False))


@dataclass(frozen=True)
class Texts(Piece):
    """Paragraphs under each other in one box."""

    lines: tuple[Line, ...]
    width: float
    name: str = "Text"

    def height(self) -> float:
        return sum(line.height(self.width) for line in self.lines)

    def cut(self, room: float, *, must: bool = False) -> Cut:
        head, left = list[Line](), room
        for at, line in enumerate(self.lines):
            tall = line.height(self.width)
            if tall <= left:
                head.append(line)
                left -= tall
                continue
            parts = line.cut(self.width, left)
            tail = self.lines[at + 1 :]
            if parts:
                return self._of((*head, parts[0])), self._of((parts[1], *tail))
            return (self._of(tuple(head)), self._of(self.lines[at:])) if head else None
        return None

    def _of(self, lines: tuple[Line, ...]) -> "Texts":
        return replace(self, lines=lines)

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        frame = Frame(x, y, self.width, self.height())
        sheet.text(frame, [(line.words, line.letters) for line in self.lines], self.name)

    def words(self) -> Iterator[Words]:
        return (line.words for line in self.lines)


@dataclass(frozen=True)
class Way(Texts):
    """From → to: texts beside the open ring, the line and the filled dot."""

    gutter: float = 30.0
    name: str = "From and to"

    def height(self) -> float:
        return sum(line.height(self.width - self.gutter) for line in self.lines)

    def cut(self, room: float, *, must: bool = False) -> Cut:
        parts = Texts(self.lines, self.width - self.gutter).cut(room)
        if parts is None:
            return None
        head, tail = parts
        if isinstance(head, Texts) and isinstance(tail, Texts):
            return self._of(head.lines), self._of(tail.lines)
        return None

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        places = dict[str, float]()
        at = y
        for line in self.lines:
            if line.role:
                places[line.role] = at + line.letters.before + line.letters.size * 0.6
            at += line.height(self.width - self.gutter)
        self._span(sheet, x + 8, places, at)
        frame = Frame(x + self.gutter, y, self.width - self.gutter, at - y)
        sheet.text(frame, [(line.words, line.letters) for line in self.lines], self.name)

    def _span(self, sheet: Sheet, x: float, places: dict[str, float], bottom: float) -> None:
        r = 6.0
        start, aim = places.get("start"), places.get("aim")
        if start is not None:
            sheet.way(x, start + r, aim - r if aim is not None else bottom)
            sheet.mark(MSO_SHAPE.OVAL, Frame(x - r, start - r, 2 * r, 2 * r), filled=False)
        if aim is not None:
            sheet.mark(MSO_SHAPE.OVAL, Frame(x - r, aim - r, 2 * r, 2 * r), filled=True)


@dataclass(frozen=True)
class Figures(Piece):
    """A few numbers side by side, each above what it counts."""

    figures: tuple[Figure, ...]
    width: float

    def column(self) -> float:
        return self.width / max(5, len(self.figures))

    def height(self) -> float:
        return max((self._tall(figure) for figure in self.figures), default=0.0)

    def _tall(self, figure: Figure) -> float:
        return sum(line.height(self.column() - 12) for line in self._lines(figure))

    def _lines(self, figure: Figure) -> tuple[Line, Line]:
        return Line(Words(figure.value), FIGURE), Line(Words(figure.label), FIGURE_NAME)

    def cut(self, room: float, *, must: bool = False) -> Cut:
        return None

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        for at, figure in enumerate(self.figures):
            frame = Frame(x + at * self.column(), y, self.column() - 12, self._tall(figure))
            sheet.text(frame, [(line.words, line.letters) for line in self._lines(figure)], f"Figure: {figure.label}")

    def words(self) -> Iterator[Words]:
        return iter(())


def total(pieces: Sequence[Piece], gap: float) -> float:
    """How tall the pieces stand under each other."""
    return sum(piece.height() for piece in pieces) + gap * max(0, len(pieces) - 1)
