"""An audience's stream: its panels, each with the number at which it last changed.

Snapshot, change, resume and coalescing are one call: `take(since)` is what is newer, in number order, in parts.
A part ends at its last panel's number, so whoever lost the rest asks again from there. Since 0 means "I have nothing":
that take replaces whatever the reader holds, and needs no tombstones. The first number is 1, so that a reader who has
an empty stream is told from one who has none.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

import msgspec

from workshop.limits import PART_BYTES

Have = tuple[str, int]
"""What a reader holds of a stream: epoch and number."""


@dataclass(frozen=True, slots=True)
class Part:
    """What leads from `since` to `seq`. `more`: further parts follow, and it is too early to draw."""

    since: int
    seq: int
    more: bool
    panels: dict[str, msgspec.Raw]

    @property
    def whole(self) -> bool:
        """It replaces what the reader holds."""
        return self.since == 0


GONE = msgspec.Raw(b"null")


@dataclass(frozen=True, slots=True)
class _Panel:
    seq: int
    json: msgspec.Raw

    @property
    def gone(self) -> bool:
        return self.json is GONE

    @property
    def bytes(self) -> int:
        return len(memoryview(self.json))


class Stream:
    """One audience's panels, encoded once.

    `flushed` is the number up to which listeners were told; until `rests_until`, by the hall's clock, more is gathered.
    """

    def __init__(self, epoch: str) -> None:
        self.epoch = epoch
        self.seq = 1
        self.flushed = 1
        self.rests_until = float("-inf")
        self._panels: dict[str, _Panel] = {}

    def put(self, key: str, panel: Any | None) -> bool:
        """Show this panel, or that it is gone. Nothing happens when that is what is shown already."""
        json = GONE if panel is None else msgspec.Raw(msgspec.json.encode(panel))
        before = self._panels.get(key)
        if before is None and json is GONE or before is not None and before.json == json:
            return False
        self.seq += 1
        # Taken out first, so that the mapping stays in number order.
        self._panels.pop(key, None)
        self._panels[key] = _Panel(self.seq, json)
        return True

    def since(self, have: Have | None) -> int:
        """The number from which this reader needs to be told: its own, or 0 for the whole."""
        epoch, seq = have or ("", 0)
        return seq if epoch == self.epoch and 0 < seq <= self.seq else 0

    def take(self, since: int, limit: int | None = PART_BYTES) -> list[Part]:
        """What is newer than `since`, in parts of about `limit` bytes; at least one part, if only to say the number."""
        batches = list(_batches(self._newer(since), limit)) or [{}]
        ends = [max((panel.seq for panel in batch.values()), default=self.seq) for batch in batches]
        ends[-1] = self.seq
        starts = [since, *ends[:-1]]
        return [
            Part(start, end, end < self.seq, {key: panel.json for key, panel in batch.items()})
            for start, end, batch in zip(starts, ends, batches, strict=True)
        ]

    def _newer(self, since: int) -> Iterable[tuple[str, _Panel]]:
        newer: list[tuple[str, _Panel]] = []
        for key, panel in reversed(self._panels.items()):
            if panel.seq <= since:
                break
            if since or not panel.gone:
                newer.append((key, panel))
        return reversed(newer)


def _batches(newer: Iterable[tuple[str, _Panel]], limit: int | None) -> Iterator[dict[str, _Panel]]:
    batch: dict[str, _Panel] = {}
    size = 0
    for key, panel in newer:
        if batch and limit is not None and size + panel.bytes > limit:
            yield batch
            batch, size = {}, 0
        batch[key] = panel
        size += panel.bytes + len(key)
    if batch:
        yield batch


def told(part: Part, epoch: str) -> dict[str, Any]:
    """A part as it stands in a moment."""
    return {
        "epoch": epoch,
        "since": part.since,
        "seq": part.seq,
        "whole": part.whole,
        "more": part.more,
        "panels": part.panels,
    }


def change(name: str, part: Part, epoch: str) -> dict[str, Any]:
    """A part as `changes` carries it."""
    return {
        "stream": name,
        "epoch": epoch,
        "since": part.since,
        "seq": part.seq,
        "more": part.more,
        "panels": part.panels,
    }
