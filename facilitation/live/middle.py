"""Median, middle half and camps of a handful of levels: when a room agrees, and when it does not."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from statistics import quantiles
from typing import Literal, TypeAlias

from facilitation.limits import DISAGREES_FROM, SHOWN_FROM

NARROW = 1  # an interquartile range of one level agrees
CAMP = 5  # a camp is a fifth of the answers, and never one person

Spread: TypeAlias = Literal["agree", "disagree", ""]


@dataclass(frozen=True, slots=True)
class Middle:
    """Median and inclusive quartiles of at least five values."""

    n: int
    median: float
    low: float
    high: float

    @property
    def width(self) -> float:
        """The interquartile range, in levels."""
        return round(self.high - self.low, 2)


def middle(values: Iterable[float]) -> Middle | None:
    """Median and inclusive quartiles; None under five values.

    Inclusive, because those who answered are the whole room and not a sample of one.
    """
    ordered = sorted(values)
    if len(ordered) < SHOWN_FROM:
        return None
    low, half, high = quantiles(ordered, n=4, method="inclusive")
    return Middle(len(ordered), round(half, 2), round(low, 2), round(high, 2))


def two_peaks(counts: Sequence[int]) -> bool:
    """Whether the room stands in two camps, which a narrow middle half can hide.

    Two levels, each with a fifth of the answers and two people at least, and between them a valley:
    a level with half of the smaller camp at most.
    """
    enough = max(2, sum(counts) / CAMP)
    camps = [place for place, count in enumerate(counts) if count >= enough]
    return any(_valley(counts, one, other) for one, other in combinations(camps, 2) if other - one > 1)


def _valley(counts: Sequence[int], one: int, other: int) -> bool:
    return min(counts[one + 1 : other]) <= min(counts[one], counts[other]) / 2


def spread(half: Middle | None, counts: Sequence[int]) -> Spread:
    """Wide or in two camps disagrees, narrow agrees; in between, and under five answers, it says nothing."""
    if half is None:
        return ""
    if half.width >= DISAGREES_FROM or two_peaks(counts):
        return "disagree"
    return "agree" if half.width <= NARROW else ""
