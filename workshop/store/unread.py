"""Figures as they were written, read once somebody looks at them: most pages over many plans never do."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property
from typing import overload

import msgspec

from facilitation.shapes.followed import Entered

_DECODER = msgspec.json.Decoder(tuple[Entered, ...])


class Unread(Sequence[Entered]):
    """Entries in the order in which they were entered, from whoever has them."""

    def __init__(self, read: Callable[[], Iterable[Entered]]) -> None:
        self._from = read

    @cached_property
    def _read(self) -> tuple[Entered, ...]:
        return tuple(self._from())

    def __len__(self) -> int:
        return len(self._read)

    def __iter__(self) -> Iterator[Entered]:
        return iter(self._read)

    @overload
    def __getitem__(self, at: int) -> Entered: ...
    @overload
    def __getitem__(self, at: slice) -> Sequence[Entered]: ...
    def __getitem__(self, at: int | slice) -> Entered | Sequence[Entered]:
        return self._read[at]


def unread(json: msgspec.Raw) -> Unread:
    """From their JSON, which is copied out of what it stood in."""
    written = json.copy()
    return Unread(lambda: _DECODER.decode(written))
