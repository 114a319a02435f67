"""Measuring: medians of many runs, and a line that says the figure beside its reference."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from statistics import median, quantiles


def microseconds(act: Callable[[], object], times: int) -> tuple[float, float]:
    """Median and 95th percentile of an act, in microseconds."""
    took = []
    for _ in range(times):
        begun = time.perf_counter()
        act()
        took.append((time.perf_counter() - begun) * 1e6)
    return median(took), quantiles(took, n=20)[-1]


@contextmanager
def seconds() -> Iterator[Callable[[], float]]:
    """Seconds since the block began."""
    begun = time.perf_counter()
    yield lambda: time.perf_counter() - begun


def line(what: str, figure: str, beside: str = "") -> None:
    print(f"{what:<58} {figure:>22}  {beside}")


def head(title: str) -> None:
    print(f"\n{title}\n{'-' * len(title)}")
