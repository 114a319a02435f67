"""Votes counted: dots, matrix, choices, confidence.

What is shown: dots, matrix and choices are how a room decides, so their totals are shown to it however few voted;
confidence is what somebody thinks of the plan, so it waits for five, as marks do. Shares by organisation are shown as
`disclosure` allows, among those who voted.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

from facilitation.limits import FEWEST_DOTS, HIGHEST_LEVEL, LOWEST_LEVEL, MOST_DOTS
from facilitation.live.disclosure import showable
from facilitation.live.middle import middle

DotsGiven = Mapping[str, Mapping[str, int]]
"""Dots by seat and card."""


@dataclass(frozen=True, slots=True)
class Share:
    """An organisation's dots on a card, and which part (0–1) of all its dots they are."""

    name: str
    dots: int
    share: float


@dataclass(frozen=True, slots=True)
class Counted:
    """A card's dots and the people behind them; cards with equal dots share a rank and are `tied`."""

    card: str
    dots: int
    people: int
    rank: int
    tied: bool
    organisations: tuple[Share, ...] | None


@dataclass(frozen=True, slots=True)
class Dots:
    """The panel `result:<step>` of kind "dots": cards by rank, dots given of those that could be."""

    cards: tuple[Counted, ...]
    given: int
    of: int
    kind: str = "dots"


@dataclass(frozen=True, slots=True)
class Placed:
    """A card's mean place on the matrix (1–5 each way), and how many placed it."""

    card: str
    importance: float | None
    feasibility: float | None
    n: int


@dataclass(frozen=True, slots=True)
class Matrix:
    """The panel `result:<step>` of kind "matrix", cards as given."""

    cards: tuple[Placed, ...]
    kind: str = "matrix"


@dataclass(frozen=True, slots=True)
class Chosen:
    """How many chose this, and which part (0–1) of those who answered; shares can add up to more than one."""

    choice: str
    n: int
    share: float


@dataclass(frozen=True, slots=True)
class Choices:
    """The panel `result:<step>` of kind "choice", choices as given."""

    choices: tuple[Chosen, ...]
    n: int
    kind: str = "choice"


@dataclass(frozen=True, slots=True)
class ConfidenceShown:
    """The panel `result:<step>` of kind "confidence"; None is "under five"; `raises` is the panel's `raise`."""

    n: int | None
    median: float | None
    low: float | None
    high: float | None
    bins: tuple[int, ...] | None
    raises: tuple[str, ...]
    kind: str = "confidence"


def dots_each(options: int) -> int:
    """A third as many dots as there are options, three to six: enough to weigh, few enough to choose."""
    return max(FEWEST_DOTS, min(MOST_DOTS, round(options / 3)))


def dots(
    given: DotsGiven,
    cards: Sequence[str],
    each: int,
    people: int,
    organisation: Mapping[str, str] | None = None,
) -> Dots:
    """Counts the dots on these cards. `each` is what a person has; `organisation` by seat, None for no split."""
    on: dict[str, dict[str, int]] = {card: {} for card in cards}
    for seat, theirs in given.items():
        for card, number in theirs.items():
            if number and card in on:
                on[card][seat] = number
    totals = {card: sum(givers.values()) for card, givers in on.items()}
    shares = _shares(on, organisation) if organisation is not None else {}
    counted = (
        Counted(card, totals[card], len(on[card]), rank, tied, shares.get(card))
        for card, (rank, tied) in ranks(totals).items()
    )
    return Dots(
        cards=tuple(sorted(counted, key=lambda one: one.rank)),
        given=sum(totals.values()),
        of=each * people,
    )


def ranks(totals: Mapping[str, int]) -> dict[str, tuple[int, bool]]:
    """Rank and whether it is shared: 1, 2, 2, 4. A tie is the room's answer, and no order of ours breaks it."""
    alike = Counter(totals.values())
    return {
        card: (1 + sum(n for other, n in alike.items() if other > total), alike[total] > 1)
        for card, total in totals.items()
    }


def _shares(on: Mapping[str, Mapping[str, int]], organisation: Mapping[str, str]) -> dict[str, tuple[Share, ...]]:
    voters = {seat for givers in on.values() for seat in givers}
    shown = sorted(showable(Counter(organisation.get(seat, "") for seat in voters)))
    theirs = {name: {seat for seat in voters if organisation.get(seat, "") == name} for name in shown}
    all_of = {name: sum(_of(givers, theirs[name]) for givers in on.values()) for name in shown}
    if not shown:
        return {}
    return {
        card: tuple(_share(name, _of(givers, theirs[name]), all_of[name]) for name in shown)
        for card, givers in on.items()
    }


def _of(givers: Mapping[str, int], seats: set[str]) -> int:
    return sum(dots for seat, dots in givers.items() if seat in seats)


def _share(name: str, dots: int, all_of_it: int) -> Share:
    return Share(name, dots, round(dots / all_of_it, 3))


def matrix(places: Mapping[str, Mapping[str, tuple[int, int]]], cards: Sequence[str]) -> Matrix:
    """Mean importance and feasibility of each card; `places` by seat and card."""
    return Matrix(
        tuple(_placed(card, [theirs[card] for theirs in places.values() if card in theirs]) for card in cards)
    )


def _placed(card: str, places: Sequence[tuple[int, int]]) -> Placed:
    if not places:
        return Placed(card, None, None, 0)
    importance, feasibility = zip(*places, strict=True)
    return Placed(card, round(fmean(importance), 2), round(fmean(feasibility), 2), len(places))


def choices(made: Mapping[str, Sequence[str]], offered: Sequence[str]) -> Choices:
    """How many chose what; `made` by seat. Who chose nothing did not answer."""
    answered = [choice for choice in made.values() if choice]
    counts = Counter(one for choice in answered for one in set(choice))
    return Choices(
        tuple(Chosen(one, counts[one], round(counts[one] / len(answered), 3) if answered else 0.0) for one in offered),
        len(answered),
    )


def confidence(given: Mapping[str, tuple[int, str]]) -> ConfidenceShown:
    """Fist to five and what would raise it by one; `given` is level and words by seat.

    The words come in the alphabet's order, so that their place does not tell whose they are.
    """
    raises = tuple(sorted((words for _, words in given.values() if words.strip()), key=str.casefold))
    half = middle(level for level, _ in given.values())
    if half is None:
        return ConfidenceShown(None, None, None, None, None, raises)
    counts = Counter(level for level, _ in given.values())
    bins = tuple(counts[level] for level in range(LOWEST_LEVEL, HIGHEST_LEVEL + 1))
    return ConfidenceShown(half.n, half.median, half.low, half.high, bins, raises)
