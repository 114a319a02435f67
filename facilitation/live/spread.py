"""What a room's marks say: the middle, the spread, and what to talk about first.

What is promised to those who mark, and kept here: under five answers nothing is shown but that; under twelve there are
bins, not dots; organisations and role groups are shown as `disclosure` allows.
Not covered: everybody giving the same level (then all know it), knowing one's own answer, people who marked different
statements of one theme, and two rounds in which everybody but one newcomer answers the same.
Those need fewer results, not cleverer ones.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean, median, quantiles
from typing import TypeAlias

from facilitation.limits import DOTS_SHOWN_FROM, HIGHEST_LEVEL, LOWEST_LEVEL, SHOWN_FROM
from facilitation.live.disclosure import showable_together
from facilitation.live.events import Asked, Nothing
from facilitation.live.headlines import About, finding, of_the_room
from facilitation.live.middle import Middle, Spread, middle, spread
from facilitation.words import Message

LEVELS = range(LOWEST_LEVEL, HIGHEST_LEVEL + 1)


@dataclass(frozen=True, slots=True)
class Answer:
    """One person's mark of one statement: a level, or the reason why there is none."""

    seat: str
    level: int | None
    none: Nothing | None = None


Groups: TypeAlias = Mapping[str, Sequence[float]]
Round: TypeAlias = Mapping[str, Sequence[Answer]]
"""Answers by statement, as a reveal froze them."""


@dataclass(frozen=True, slots=True)
class Memberships:
    """Which organisation and role group each seat belongs to; those of an unknown one are never shown."""

    organisation: Mapping[str, str]
    role: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Picks:
    """How often each statement was picked among those that matter most, and by how many people in all."""

    of: Mapping[str, int]
    people: int


@dataclass(frozen=True, slots=True)
class Part:
    """A group's median, and how many of it answered."""

    name: str
    n: int
    median: float


@dataclass(frozen=True, slots=True)
class Line:
    """One statement's or theme's row; None is "under five", so not shown.

    A theme's values are people's means over its shown statements: one person, one voice, however much they marked.
    `bins` and `dots` count by level; `means` are a theme's dots, with one decimal, in order of size.
    `between` and `within`, in levels: the quartile range of the organisations' medians, and the median of their own.
    """

    id: str
    theme: str
    n: int | None
    median: float | None
    low: float | None
    high: float | None
    dont_know: int | None
    not_applicable: int | None
    picks: int | None
    spread: Spread
    bins: tuple[int, ...] | None
    dots: tuple[int, ...] | None
    means: tuple[float, ...] | None
    earlier: Middle | None
    organisations: tuple[Part, ...] | None
    roles: tuple[Part, ...] | None
    between: float | None
    within: float | None
    headline: Message

    @property
    def width(self) -> float:
        """The interquartile range in levels; below zero where it is not shown, so that such lines come last."""
        return -1.0 if self.low is None or self.high is None else round(self.high - self.low, 2)


@dataclass(frozen=True, slots=True)
class Point:
    """A statement where level and picks meet: low and often picked is where to work."""

    statement: str
    level: float
    picks: int


@dataclass(frozen=True, slots=True)
class Levels:
    """The panel `result:<step>` of kind "levels"; `order` and `theme_order` put disagreement first."""

    rounds: int
    people: int
    statements: tuple[Line, ...]
    themes: tuple[Line, ...]
    order: tuple[str, ...]
    theme_order: tuple[str, ...]
    points: tuple[Point, ...]
    headlines: tuple[Message, ...]
    kind: str = "levels"


def levels(
    asked: Sequence[Asked], rounds: Sequence[Round], memberships: Memberships, picks: Picks | None = None
) -> Levels:
    """The room's answers to what was asked, in the agenda's order. A later round holds what was asked again."""
    latest = {one.id: _last(one.id, rounds) for one in asked}
    shown_picks = picks.of if picks and picks.people >= SHOWN_FROM else None
    statements = tuple(_statement(one, *latest[one.id], memberships, shown_picks) for one in asked)
    themes = tuple(_themes(asked, {key: now for key, (now, _) in latest.items()}, statements, memberships))
    return Levels(
        rounds=len(rounds),
        people=len({answer.seat for now, _ in latest.values() for answer in now}),
        statements=statements,
        themes=themes,
        order=disagreement_first(statements),
        theme_order=disagreement_first(themes),
        points=tuple(_points(statements)),
        headlines=of_the_room(themes),
    )


def disagreement_first(lines: Sequence[Line]) -> tuple[str, ...]:
    """Ids of lines, what the room disagrees about first; then wider, then more picked, then as asked."""
    ordered = sorted(lines, key=lambda line: (line.spread != "disagree", -line.width, -(line.picks or 0)))
    return tuple(line.id for line in ordered)


@dataclass(frozen=True, slots=True)
class _Told:
    """What people said of one statement or theme: a value a seat, and how many gave none."""

    values: Mapping[str, float]
    nothing: Counter[str | None]

    @property
    def counts(self) -> tuple[int, ...]:
        # Half a level rounds up, so that a mean of 2.5 stands where the reader expects it.
        by_level = Counter(int(value + 0.5) for value in self.values.values())
        return tuple(by_level[level] for level in LEVELS)

    @property
    def people(self) -> int:
        return len(self.values) + self.nothing.total()

    @property
    def mostly_unknown(self) -> bool:
        return self.nothing["dont_know"] > len(self.values)


def _statement(
    one: Asked,
    now: Sequence[Answer],
    before: Sequence[Answer],
    memberships: Memberships,
    picks: Mapping[str, int] | None,
) -> Line:
    told, half = _told(now), middle(_told(before).values.values())
    said = spread(middle(told.values.values()), told.counts)
    return _line(one.id, one.theme, told, said, None if picks is None else picks.get(one.id, 0), memberships, half)


def _themes(
    asked: Sequence[Asked], latest: Round, statements: Sequence[Line], memberships: Memberships
) -> Iterator[Line]:
    for theme in dict.fromkeys(one.theme for one in asked):
        # Statements under five stay out, or the theme minus the others would show them.
        lines = [line for line in statements if line.theme == theme]
        told = _over(latest[line.id] for line in lines if line.n is not None)
        said, picks = _theme_spread(told, lines), _sum(line.picks for line in lines)
        yield _line(theme, theme, told, said, picks, memberships, about="theme")


def _theme_spread(told: _Told, lines: Sequence[Line]) -> Spread:
    # Means level out: those who are 1 and 5 and those who are 5 and 1 all come to 3.
    shown = [line for line in lines if line.n is not None]
    if shown and 2 * sum(line.spread == "disagree" for line in shown) >= len(shown):
        return "disagree"
    return spread(middle(told.values.values()), told.counts)


def _line(
    key: str,
    theme: str,
    told: _Told,
    said: Spread,
    picks: int | None,
    memberships: Memberships,
    earlier: Middle | None = None,
    about: About = "statement",
) -> Line:
    half = middle(told.values.values())
    organisations, roles = _split(told.values, memberships) if half else ({}, {})
    dotted = half is not None and half.n >= DOTS_SHOWN_FROM
    answered = told.people >= SHOWN_FROM
    return Line(
        id=key,
        theme=theme,
        n=half and half.n,
        median=half and half.median,
        low=half and half.low,
        high=half and half.high,
        dont_know=told.nothing["dont_know"] if answered else None,
        not_applicable=told.nothing["not_applicable"] if answered else None,
        picks=picks,
        spread=said,
        bins=told.counts if half and not dotted else None,
        dots=told.counts if dotted else None,
        means=tuple(sorted(round(value, 1) for value in told.values.values())) if dotted and about == "theme" else None,
        earlier=earlier,
        organisations=_parts(organisations),
        roles=_parts(roles),
        between=_between(organisations),
        within=_within(organisations),
        headline=finding(about, key, half, said, answered and told.mostly_unknown),
    )


def _told(answers: Sequence[Answer]) -> _Told:
    values = {answer.seat: float(answer.level) for answer in answers if answer.level is not None}
    return _Told(values, Counter(answer.none for answer in answers if answer.level is None))


def _over(statements: Iterable[Sequence[Answer]]) -> _Told:
    """A theme's answers: each person's mean, and those who marked none of its statements with a level."""
    given: dict[str, list[Answer]] = {}
    for answers in statements:
        for answer in answers:
            given.setdefault(answer.seat, []).append(answer)
    marked = {seat: [one.level for one in theirs if one.level is not None] for seat, theirs in given.items()}
    nothing = Counter(given[seat][0].none for seat, marks in marked.items() if not marks)
    return _Told({seat: fmean(marks) for seat, marks in marked.items() if marks}, nothing)


def _last(statement: str, rounds: Sequence[Round]) -> tuple[Sequence[Answer], Sequence[Answer]]:
    """The statement's answers in the last round that asked it, and in the one before."""
    given = [answers[statement] for answers in rounds if statement in answers]
    return (given[-1] if given else ()), (given[-2] if len(given) > 1 else ())


def _split(values: Mapping[str, float], memberships: Memberships) -> tuple[Groups, Groups]:
    """The values of each organisation and each role group that may be shown."""
    both = {seat: (memberships.organisation.get(seat, ""), memberships.role.get(seat, "")) for seat in values}
    organisations, roles = showable_together(Counter(both.values()))
    return (
        {name: [value for seat, value in values.items() if both[seat][0] == name] for name in sorted(organisations)},
        {name: [value for seat, value in values.items() if both[seat][1] == name] for name in sorted(roles)},
    )


def _parts(groups: Groups) -> tuple[Part, ...] | None:
    parts = (Part(name, len(values), round(median(values), 2)) for name, values in groups.items())
    return tuple(parts) or None


def _between(groups: Groups) -> float | None:
    if len(groups) < 2:
        return None
    low, _, high = quantiles([median(values) for values in groups.values()], n=4, method="inclusive")
    return round(high - low, 2)


def _within(groups: Groups) -> float | None:
    halves = [half.width for values in groups.values() if (half := middle(values))]
    return round(median(halves), 2) if len(groups) > 1 else None


def _sum(counts: Iterable[int | None]) -> int | None:
    known = [count for count in counts if count is not None]
    return sum(known) if known else None


def _points(statements: Sequence[Line]) -> Iterator[Point]:
    for line in statements:
        if line.median is not None and line.picks is not None:
            yield Point(line.id, line.median, line.picks)
