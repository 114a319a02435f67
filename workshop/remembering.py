"""What a worker found out and keeps at hand: the newest, by keys that change with what it was found out from."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Generic, TypeVar

K = TypeVar("K")
V = TypeVar("V")


class Remembered(Generic[K, V]):
    """At most so many; whatever nobody asked for longest goes first."""

    def __init__(self, most: int) -> None:
        self.most = most
        self._known: dict[K, V] = {}

    def get(self, key: K) -> V | None:
        found = self._known.pop(key, None)
        if found is not None:
            self._known[key] = found
        return found

    def keep(self, key: K, found: V) -> V:
        self._known.pop(key, None)
        self._known[key] = found
        for oldest in list(self._known)[: max(0, len(self._known) - self.most)]:
            self._known.pop(oldest, None)
        return found

    def each(self, keys: Sequence[K], read: Callable[[Sequence[K]], Iterable[tuple[K, V]]]) -> Mapping[K, V]:
        """Of all of these what there is, in their order; what is not at hand is read together."""
        found = {key: known for key in keys if (known := self.get(key)) is not None}
        fresh = {key: self.keep(key, each) for key, each in read([key for key in keys if key not in found])}
        return {key: here for key in keys if (here := found.get(key) or fresh.get(key)) is not None}

    def forget(self) -> None:
        self._known.clear()
