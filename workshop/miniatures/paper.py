"""A page to draw on, in points, written as SVG: boxes, lines and texts that are broken where they would be."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from html import escape

from workshop.limits import PICTURED_LETTERS
from workshop.texts import without_controls

NARROW, BROAD = frozenset("iljtfrI.,:;'|!()[] "), frozenset("mwMW@%—")
INK, FAINT, RULE, PAPER = "#1c2622", "#5d6863", "#c9d1cc", "#ffffff"
SANS, SERIF = "Calibri, Carlito, 'Helvetica Neue', Arial, sans-serif", "Cambria, Caladea, Georgia, serif"
LEADING = 1.22
HAIR = 0.75
ASCENT = 0.95


@dataclass(frozen=True, slots=True)
class Look:
    """Of letters; `size` in points."""

    size: float = 10.0
    bold: bool = False
    colour: str = INK
    serif: bool = False


@dataclass
class Paper:
    width: float
    height: float
    ground: str = PAPER
    _drawn: list[str] = field(default_factory=list[str])
    _letters: int = 0

    def box(self, x: float, y: float, width: float, height: float, fill: str = "none", edge: str = "none") -> None:
        width, height = max(width, HAIR), max(height, HAIR)
        shape = f'<rect x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"'
        self._drawn.append(f'{shape} fill="{escape(fill)}" stroke="{escape(edge)}" stroke-width="{HAIR}"/>')

    def oval(self, x: float, y: float, width: float, height: float, fill: str = "none", edge: str = "none") -> None:
        rx, ry = width / 2, height / 2
        shape = f'<ellipse cx="{x + rx:.1f}" cy="{y + ry:.1f}" rx="{rx:.1f}" ry="{ry:.1f}"'
        self._drawn.append(f'{shape} fill="{escape(fill)}" stroke="{escape(edge)}" stroke-width="2"/>')

    def way(self, points: Iterable[tuple[float, float]], ink: str) -> None:
        """A line through points."""
        through = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
        self._drawn.append(f'<polyline points="{through}" fill="none" stroke="{escape(ink)}" stroke-width="2"/>')

    def write(self, x: float, y: float, width: float, text: str, look: Look, most: float = 1e9) -> float:
        """A paragraph from `y` on, down to `most` points; answers how high it came out."""
        lines = broken(text, width, look)[: max(1, round(most / look.size))]
        for at, line in enumerate(lines):
            self._line(x, y + look.size * (ASCENT + at * LEADING), line, look)
        return len(lines) * look.size * LEADING

    def _line(self, x: float, y: float, line: str, look: Look) -> None:
        self._letters += len(line)
        if not line or self._letters > PICTURED_LETTERS:
            return
        face, weight = (SERIF if look.serif else SANS), ("700" if look.bold else "400")
        place = f'<text x="{x:.1f}" y="{y:.1f}" font-size="{look.size:.1f}" font-weight="{weight}"'
        self._drawn.append(f'{place} font-family="{face}" fill="{escape(look.colour)}">{escape(line)}</text>')

    def svg(self) -> bytes:
        size = f'viewBox="0 0 {self.width:.1f} {self.height:.1f}" width="{self.width:.0f}" height="{self.height:.0f}"'
        ground = f'<rect width="100%" height="100%" fill="{escape(self.ground)}"/>'
        drawn = "".join((ground, *self._drawn))
        return f'<svg xmlns="http://www.w3.org/2000/svg" {size}>{drawn}</svg>'.encode("utf-8", "ignore")


def broken(text: str, width: float, look: Look) -> list[str]:
    """Its lines, broken between words."""
    return [line for part in without_controls(text).split("\n") for line in _lines(part, width, look)]


def height(text: str, width: float, look: Look) -> float:
    return len(broken(text, width, look)) * look.size * LEADING


def _lines(text: str, width: float, look: Look) -> list[str]:
    lines = [""]
    for word in text.split():
        longer = f"{lines[-1]} {word}".strip()
        if lines[-1] and breadth(longer, look) > width:
            lines.append(word)
        else:
            lines[-1] = longer
    return lines


def breadth(text: str, look: Look) -> float:
    """About; a miniature need not know its letters."""
    shares = (0.28 if sign in NARROW else 0.84 if sign in BROAD else 0.62 if sign.isupper() else 0.51 for sign in text)
    return sum(shares) * look.size * (1.05 if look.bold else 1.0)
