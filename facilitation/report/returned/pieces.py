"""A document that came back, paragraph by paragraph, and what became of each field of it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from facilitation.report.returned.cells import Why
from facilitation.report.returned.compare import Line

Way: TypeAlias = Literal["", "in", "out"]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that somebody put in or took out, or that simply stand there; the marks around them."""

    text: str
    way: Way = ""
    who: str = ""
    when: str = ""
    marks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment, and what was answered to it."""

    who: str
    when: str
    text: str
    answers: tuple["Remark", ...] = ()


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph: its runs, the marks in it, the cell it stands in, and the ids of the comments that touch it."""

    runs: tuple[Run, ...]
    marks: tuple[str, ...] = ()
    cell: int | None = None
    contents: bool = False
    remarks: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        return after(self.runs)


@dataclass(frozen=True, slots=True)
class Paper:
    """A document in its order, with its comments by id."""

    pieces: tuple[Piece, ...]
    remarks: Mapping[str, Remark] = field(default_factory=dict[str, Remark])


@dataclass(frozen=True, slots=True)
class Changed:
    """What became of a field. `line` is None where only something was said beside it.

    `why`: its words are not what the field holds. `apart`: another place of the document wants it otherwise.
    """

    at: str
    text: str
    line: Line | None
    runs: tuple[Run, ...]
    remarks: tuple[Remark, ...]
    why: Why | None = None
    apart: bool = False

    @property
    def tracked(self) -> tuple[Run, ...]:
        return tuple(run for run in self.runs if run.way)


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """Something outside of the fields. `new`: these words were not in the document that left."""

    why: Literal["new", "gone", "said"]
    text: str
    runs: tuple[Run, ...] = ()
    remarks: tuple[Remark, ...] = ()

    @property
    def tracked(self) -> tuple[Run, ...]:
        return tuple(run for run in self.runs if run.way)


@dataclass(frozen=True, slots=True)
class Reviewed:
    """All that came back: changes by field, what stands outside of them, and the fields that are no longer there."""

    changed: tuple[Changed, ...]
    elsewhere: tuple[Elsewhere, ...]
    missing: tuple[str, ...]


def after(runs: Iterable[Run]) -> str:
    """The text as everybody wants it."""
    return "".join(run.text for run in runs if run.way != "out")
