"""Plans of a whole government, some at a time: those who wait in a live room are answered in between."""

from collections.abc import Iterator, Sequence
from time import sleep
from typing import TypeVar

AT_ONCE = 60
"""Plans read whole in one question."""
ROWS_AT_ONCE = 240
"""Rows of where they stand: a question costs as much as it takes to read what some twenty of them say."""
T = TypeVar("T")


def portions(every: Sequence[T], most: int = AT_ONCE) -> Iterator[Sequence[T]]:
    for at in range(0, len(every), most):
        yield every[at : at + most]
        sleep(0)
