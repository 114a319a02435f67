"""What a transfer is: the sheets that another service's forms come to, and what stands in their columns."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal, TypeAlias

from facilitation.words import Parallel

RowKind: TypeAlias = Literal["goal", "metric", "action"]
ROW_KINDS: tuple[RowKind, ...] = ("goal", "metric", "action")


@dataclass(frozen=True, slots=True)
class TransferColumn:
    """One field of the other service: what it is called there, and what of the plan goes into it."""

    head: Parallel
    source: str
    """A key of `sources.SOURCES`."""
    text: Parallel = field(default_factory=dict)
    """Stands where the plan says nothing; all there is where the source is the text itself."""
    words: Mapping[str, Parallel] = field(default_factory=dict)
    """What the service calls an answer, by the key under which the plan keeps it."""
    longest: int | None = None
    """Characters that the field takes, if that is known."""


@dataclass(frozen=True, slots=True)
class TransferSheet:
    """One form of the other service, filled in once for every row."""

    rows: RowKind
    title: Parallel
    columns: tuple[TransferColumn, ...]
    only: Literal["", "agreement"] = ""
    """Only goals that are candidates for the performance agreement or agreed, with what belongs to them."""


@dataclass(frozen=True, slots=True)
class Transfer:
    """A mapping: how a plan is keyed into one other service. `purpose` says which, and when."""

    key: str
    title: Parallel
    purpose: Parallel
    sheets: tuple[TransferSheet, ...]

    def with_sheet(self, at: int, *sheets: TransferSheet) -> "Transfer":
        """The same with other sheets in the place of one: none takes it out, the place after the last is a new one."""
        return replace(self, sheets=(*self.sheets[:at], *sheets, *self.sheets[at + 1 :]))

    def with_columns(self, sheet: int, columns: tuple[TransferColumn, ...]) -> "Transfer":
        """The same with other columns in one of its sheets. Raises IndexError where there is no such sheet."""
        return self.with_sheet(sheet, replace(self.sheets[sheet], columns=columns))
