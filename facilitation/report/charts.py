"""What is drawn, as its figures and words; each writer draws it in its own way, or tables it."""

from dataclasses import dataclass
from datetime import date

from facilitation.report.texts import Words

STROKE = "\N{LEFT HALF BLOCK}"


@dataclass(frozen=True, slots=True)
class Spread:
    """How a room marked one thing: median and the quartiles around it, of `n` answers."""

    label: Words
    median: float
    low: float
    high: float
    n: int
    disagrees: bool = False


@dataclass(frozen=True, slots=True)
class SpreadWords:
    """What a spread chart calls its parts."""

    low: str
    median: str
    high: str
    band: str
    disagrees: str
    answers: str


@dataclass(frozen=True, slots=True)
class SpreadChart:
    """The middle half of the answers as a band, the median as a stroke, on a scale from `lowest` to `highest`."""

    caption: str
    rows: tuple[Spread, ...]
    names: SpreadWords
    lowest: int
    highest: int
    scale: str = ""
    """The levels' names in one line."""


@dataclass(frozen=True, slots=True)
class Votes:
    """What one card was given; `chosen`: the room took it further."""

    label: Words
    dots: int
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class VotesChart:
    """Votes by card, most first. `unit` is what is counted, `chosen` what the mark of the chosen ones means."""

    caption: str
    rows: tuple[Votes, ...]
    unit: str
    chosen: str


@dataclass(frozen=True, slots=True)
class Spot:
    """A card's place on a matrix, both from 1 to 5."""

    label: Words
    across: float
    up: float


@dataclass(frozen=True, slots=True)
class MatrixChart:
    """Cards by two judgements, numbered in the chart and named in its list."""

    caption: str
    spots: tuple[Spot, ...]
    across: str
    up: str
    label: str


@dataclass(frozen=True, slots=True)
class LevelSpan:
    """Where we are and where we go, in levels; either may be open."""

    label: Words
    now: int | None
    target: int | None


@dataclass(frozen=True, slots=True)
class LevelChart:
    """Agreed levels and target levels side by side."""

    caption: str
    rows: tuple[LevelSpan, ...]
    now: str
    target: str
    lowest: int
    highest: int
    scale: str = ""


@dataclass(frozen=True, slots=True)
class StatusName:
    """A status as it is called, and the key by which each writer knows its paint and pattern."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class StatusRow:
    """How many things of one part have each status, in the order of the chart's names; `aside` stands beside them."""

    label: Words
    counts: tuple[int, ...]
    aside: str = ""

    @property
    def of(self) -> int:
        return sum(self.counts)

    @property
    def shares(self) -> tuple[tuple[float, float], ...]:
        """Where each status begins on a bar from 0 to 1, and how much of it is its."""
        whole = self.of or 1
        return tuple((sum(self.counts[:at]) / whole, count / whole) for at, count in enumerate(self.counts))


@dataclass(frozen=True, slots=True)
class StatusChart:
    """Parts by the statuses of what they hold, each as a bar of one length. `label` is what a part is called, `whole`
    what is counted, `aside` the head of what stands beside the counts.
    """

    caption: str
    label: str
    whole: str
    names: tuple[StatusName, ...]
    rows: tuple[StatusRow, ...]
    aside: str = ""


@dataclass(frozen=True, slots=True)
class Bar:
    """Something that lasts from one day to another."""

    label: Words
    first: date
    last: date
    lane: int = 0
    """Bars of the same lane belong together: the goal they serve."""
    milestones: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class Timeline:
    """What happens when. `days` is what the length of a bar is called, `milestone` a mark on it, `now` the line of
    `today`, which is drawn if it falls between the first day and the last.
    """

    caption: str
    bars: tuple[Bar, ...]
    start: str
    end: str
    days: str
    milestone: str = ""
    now: str = ""
    today: date | None = None

    @property
    def key(self) -> tuple[str, ...]:
        """What the strokes on the bars are, for who draws them."""
        return (f"{STROKE} {self.milestone}",) if any(bar.milestones for bar in self.bars) else ()

    @property
    def marked_day(self) -> date | None:
        first, last = min(bar.first for bar in self.bars), max(bar.last for bar in self.bars)
        return self.today if self.today and first <= self.today <= last else None


@dataclass(frozen=True, slots=True)
class Point:
    """A value on a day; a preliminary one may still be corrected, a restated one has been."""

    day: date
    value: float
    preliminary: bool = False
    restated: bool = False


@dataclass(frozen=True, slots=True)
class TrajectoryWords:
    """What a trajectory calls its parts."""

    day: str
    planned: str
    actual: str
    preliminary: str
    limits: str
    earlier: str = ""
    restated: str = ""


@dataclass(frozen=True, slots=True)
class Cut:
    """The first day that is counted by a new definition, and the words that say so."""

    day: date
    label: str


@dataclass(frozen=True, slots=True)
class TrajectoryChart:
    """A metric's way: planned from its baseline over interim targets to the target, and measured as far as it is known.

    Points are in order of day. `unit` stands behind every figure; `limits` is the range in which a value is to stay.
    What was counted by `earlier` definitions stands beside what is measured now, never joined to it: `cuts` say where.
    `status`: how the metric stands, where it is followed.
    """

    caption: str
    planned: tuple[Point, ...]
    names: TrajectoryWords
    unit: str = ""
    direction: str = ""
    limits: tuple[float, ...] = ()
    actual: tuple[Point, ...] = ()
    earlier: tuple[tuple[Point, ...], ...] = ()
    cuts: tuple[Cut, ...] = ()
    status: str = ""

    @property
    def points(self) -> tuple[Point, ...]:
        """All that is drawn."""
        return (*self.planned, *(point for each in self.earlier for point in each), *self.actual)

    @property
    def days(self) -> tuple[date, ...]:
        """All that the axis has to hold."""
        return (*(point.day for point in self.points), *(cut.day for cut in self.cuts))
