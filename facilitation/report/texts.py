"""A text with what a reader or a screen reader must know about it."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Words:
    """A text with what a reader or a screen reader must know about it.

    `language` is empty where it is the report's own; `theirs`: the people of the room said it, not the program;
    `unconfirmed`: it stands for official wording that nobody has checked. `beside`: the same in the second language of
    a report that is told in two. `at`: the one field whose text it is, as sheet/id/column, so that a document that
    comes back is held against that field.
    """

    text: str
    language: str = ""
    theirs: bool = False
    unconfirmed: bool = False
    beside: "Words | None" = None
    at: str = field(default="", compare=False)

    @property
    def both(self) -> "tuple[Words, ...]":
        """In each language of the report."""
        return (self, self.beside) if self.beside else (self,)
