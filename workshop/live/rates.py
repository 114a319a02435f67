"""How often one socket may ask."""

import time
from collections.abc import Callable
from dataclasses import dataclass, field

Rate = tuple[int, float]
"""So many in so many seconds."""


@dataclass
class Bucket:
    """Fills steadily, empties by one an ask; a burst may take all of it."""

    rate: Rate
    clock: Callable[[], float] = time.monotonic
    left: float = field(init=False)
    at: float = field(init=False)

    def __post_init__(self) -> None:
        self.left, self.at = float(self.rate[0]), self.clock()

    def take(self) -> bool:
        """Whether there was one left."""
        most, seconds = self.rate
        now = self.clock()
        self.left = min(most, self.left + (now - self.at) * most / seconds)
        self.at = now
        if self.left < 1:
            return False
        self.left -= 1
        return True
