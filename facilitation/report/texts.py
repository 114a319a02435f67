"""A text with what a reader or a screen reader must know about it."""

from dataclasses import dataclass, field
from typing import NamedTuple


class Place(NamedTuple):
    """Where a text leads to on a page: the follow-up of a plan, and what it says of one goal."""

    plan: str
    at: str


@dataclass(frozen=True, slots=True)
class Words:
    """A text with what a reader or a screen reader must know about it.

    `language` is empty where it is the report's own; `theirs`: the people of the room said it, not the program;
    `unconfirmed`: it stands for official wording that nobody has checked. `beside`: the same in the second language of
    a report that is told in two. `at`: the one field whose text it is, as sheet/id/column, so that a document that
    comes back is held against that field. `status`: of a goal or a metric that stands as the text says, for its sign.
    `leads`: to what is told of it.
    """

    text: str
    language: str = ""
    theirs: bool = False
    unconfirmed: bool = False
    beside: "Words | None" = None
    at: str = field(default="", compare=False)
    status: str = field(default="", compare=False)
    leads: Place | None = field(default=None, compare=False)

    @property
    def both(self) -> "tuple[Words, ...]":
        """In each language of the report."""
        return (self, self.beside) if self.beside else (self,)
