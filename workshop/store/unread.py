"""Figures as they were written, read once somebody looks at them: most pages over many plans never do."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import overload

import msgspec
from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.shapes.followed import Entered
from workshop import store
from workshop.store.columns import among, as_kept
from workshop.store.tables import PlanFollowedRow

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


class Figures:
    """Of plans that were found together: in one question for all of them, once somebody looks at those of any."""

    def __init__(self, plans: Iterable[str]) -> None:
        self._plans = tuple(plans)
        self._written: Mapping[str, str | bytes] | None = None

    def of(self, plan: str) -> Unread:
        return Unread(lambda: self._of(plan))

    def read(self, db: Session) -> None:
        """Now, by whoever has the database open."""
        if self._written is None:
            row = PlanFollowedRow
            wanted = select(row.plan, as_kept(db, row.entries)).where(among(db, row.plan, self._plans))
            self._written = {plan: written for plan, written in db.execute(wanted) if written}

    def _of(self, plan: str) -> Sequence[Entered]:
        if self._written is None:
            with store.reading() as db:
                self.read(db)
        written = (self._written or {}).get(plan)
        return _DECODER.decode(written) if written else ()
