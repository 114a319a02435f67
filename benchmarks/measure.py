"""Measuring: medians of many runs, and a line that says the figure beside its reference."""

import gc
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from resource import RUSAGE_CHILDREN, getrusage
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
def busy() -> Iterator[Callable[[], float]]:
    """Seconds of the processor since the block began: what else the machine does meanwhile does not count."""
    begun = time.process_time()
    yield lambda: time.process_time() - begun


def apart(act: Callable[[], int]) -> tuple[float, int]:
    """Seconds of the processor in a process of its own, which remembers nothing of the time before; and its answer."""
    out, inward = os.pipe()
    before = getrusage(RUSAGE_CHILDREN)
    if (child := os.fork()) == 0:
        gc.freeze()  # as the product's own child does
        os.write(inward, str(act()).encode())
        os._exit(0)
    os.close(inward)
    os.waitpid(child, 0)
    after = getrusage(RUSAGE_CHILDREN)
    with os.fdopen(out) as answer:
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, int(answer.read())


@contextmanager
def seconds() -> Iterator[Callable[[], float]]:
    """Seconds since the block began."""
    begun = time.perf_counter()
    yield lambda: time.perf_counter() - begun


def line(what: str, figure: str, beside: str = "") -> None:
    print(f"{what:<58} {figure:>22}  {beside}")


def head(title: str) -> None:
    print(f"\n{title}\n{'-' * len(title)}")


LIMIT, STEEP = 3.0, 1.1
"""A file may take so many times what the bare library takes, and grow so much more steeply: what a machine wavers."""


class Growth:
    """Files that grow, beside what the bare library takes for the same words in the same run.

    It is steeper where, from one size to the next, it grows more than STEEP times as much as what is bare.
    """

    def __init__(self, what: str) -> None:
        self.what = what
        self.past: tuple[float, float] | None = None
        self.over: list[str] = []
        self.steeper: list[str] = []

    def told(self, size: str, took: float, bare: float) -> None:
        """The ratio, and how much longer both took than for the size before."""
        ratio = took / bare
        beside = f"{ratio:.2f} x bare ({bare:.2f} s)"
        if self.past:
            ours, theirs = took / self.past[0], bare / self.past[1]
            beside += f", grew {ours:.1f} x, bare {theirs:.1f} x"
            self.steeper += [size] if ours > theirs * STEEP else []
        self.over += [f"{size}: {ratio:.2f} x"] if ratio > LIMIT else []
        line(f"{self.what}, {size}", f"{took:.2f} s", beside)
        self.past = took, bare

    def judged(self) -> None:
        """Whether the goal holds, in words."""
        held = "held" if not self.over else "missed at " + "; ".join(self.over)
        slack = f"{STEEP:g} x bare's growth"
        growth = f"within {slack}" if not self.steeper else f"beyond {slack} at " + "; ".join(self.steeper)
        line(f"{self.what}, goal of {LIMIT:g} x bare", held, growth)
