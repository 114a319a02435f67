"""The spread of marks drawn on the server, for pages that are read and printed; the same drawing as on the live pages.

Every person is a dot as long as dots can be told apart, then the row shows bars; the middle half is a band, the median
a stroke. Units are those of the drawing: WIDTH × HEIGHT.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

WIDTH, HEIGHT = 420, 64
EDGE = 4
LARGEST, SMALLEST, FINER = 6.2, 3.2, 0.2
BETWEEN = 0.9
FILL = 0.86
"""Of a level's width, what its clump of dots may take."""
BAR = 0.42
MARGIN = 0.16
"""How much wider than its quartiles the band is, in levels, so that it holds their dots."""


class Marked(Protocol):
    """What a row of the chart is drawn from."""

    @property
    def median(self) -> float | None: ...
    @property
    def low(self) -> float | None: ...
    @property
    def high(self) -> float | None: ...
    @property
    def bins(self) -> tuple[int, ...] | None: ...
    @property
    def dots(self) -> tuple[int, ...] | None: ...
    @property
    def spread(self) -> str: ...


@dataclass(frozen=True)
class Box:
    x: float
    width: float
    y: float = 0.0
    height: float = 0.0


@dataclass(frozen=True)
class Strip:
    """One row's drawing."""

    band: Box | None
    bars: tuple[Box, ...]
    dots: tuple[tuple[float, float], ...]
    radius: float
    median: float | None
    apart: bool


def strip(row: Marked, levels: int) -> Strip:
    """The drawing of one row; nothing in it before five answers."""
    if row.median is None:
        return Strip(None, (), (), 0.0, None, False)
    radius = radius_of(row.dots or (), levels) if row.dots else None
    counts = (row.bins or row.dots or ()) if radius is None else ()
    return Strip(
        band=band(row, levels),
        bars=tuple(bars(counts)),
        dots=tuple(dots(row.dots, radius)) if row.dots and radius else (),
        radius=radius or 0.0,
        median=across(row.median, levels),
        apart=row.spread == "disagree",
    )


def across(level: float, levels: int) -> float:
    """The middle of a level; levels count from 1 and medians may lie between."""
    return round((level - 0.5) / levels * WIDTH, 1)


def band(row: Marked, levels: int) -> Box | None:
    if row.low is None or row.high is None:
        return None
    margin = WIDTH / levels * MARGIN
    first, last = max(0.0, across(row.low, levels) - margin), min(float(WIDTH), across(row.high, levels) + margin)
    return Box(round(first, 1), round(last - first, 1), 3, HEIGHT - 6)


def bars(counts: Sequence[int]) -> Iterator[Box]:
    """One bar a level, as tall as its share of the fullest."""
    most = max(1, *counts) if counts else 1
    for place, count in enumerate(counts):
        if count:
            width = WIDTH / len(counts) * BAR
            height = max(3.0, count / most * (HEIGHT - 2 * EDGE))
            left = across(place + 1, len(counts)) - width / 2
            yield Box(round(left, 1), round(width, 1), round(HEIGHT - EDGE - height, 1), round(height, 1))


def radius_of(counts: Sequence[int], levels: int) -> float | None:
    """The largest radius at which the fullest level still fits; None when dots would be too small to tell apart."""
    steps = round((LARGEST - SMALLEST) / FINER) + 1
    sizes = (round(LARGEST - step * FINER, 1) for step in range(steps))
    return next((size for size in sizes if holds(size, levels) >= max(counts, default=0)), None)


def holds(radius: float, levels: int) -> int:
    pitch = 2 * radius + BETWEEN
    return int((HEIGHT - 2 * EDGE) / pitch) * int(WIDTH / levels * FILL / pitch)


def dots(counts: Sequence[int], radius: float) -> Iterator[tuple[float, float]]:
    """One dot a person, packed around the middle of its level."""
    pitch = 2 * radius + BETWEEN
    tall = int((HEIGHT - 2 * EDGE) / pitch)
    for place, count in enumerate(counts):
        columns = -(-count // tall)
        for column, filled in enumerate(even(count, columns)):
            x = across(place + 1, len(counts)) + (column - (columns - 1) / 2) * pitch
            yield from ((round(x, 1), round(HEIGHT / 2 + (n - (filled - 1) / 2) * pitch, 1)) for n in range(filled))


def even(count: int, columns: int) -> list[int]:
    """As even as can be, the fuller columns in the middle."""
    if not columns:
        return []
    each, more = divmod(count, columns)
    fuller = sorted(range(columns), key=lambda column: abs(column - (columns - 1) / 2))[:more]
    return [each + (column in fuller) for column in range(columns)]
