"""Figures as they were written, read once somebody looks at them: most pages over many plans never do."""

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import overload

import msgspec

from facilitation.shapes.followed import Entered


class Unread(Sequence[Entered]):
    """Entries in the order in which they were entered, from their JSON."""

    def __init__(self, written: msgspec.Raw) -> None:
        self._written = written.copy()

    @cached_property
    def _read(self) -> tuple[Entered, ...]:
        return msgspec.json.decode(self._written, type=tuple[Entered, ...])

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
