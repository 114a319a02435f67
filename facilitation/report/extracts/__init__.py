"""What a plan is told as: the whole of it, or an extract for one reader. Each is a title and its sections."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from facilitation.report.blocks import Section
from facilitation.report.extracts import agreement, board, minutes
from facilitation.report.reader import Reader
from facilitation.shapes import Plan
from facilitation.words import N_

__all__ = ["EXTRACTS", "Extract"]


@dataclass(frozen=True, slots=True)
class Extract:
    """A part of a plan's report. `purpose` says for whom it is."""

    key: str
    title: str
    purpose: str
    sections: Callable[[Plan, Reader], Iterator[Section]]
    formats: tuple[str, ...]
    """The files that suit it, by their endings."""
    glance: bool = False
    """Whether its reader gets no more than a slide for each finding."""


EXTRACTS = {
    each.key: each
    for each in (
        Extract(
            "board",
            N_("For the board"),
            N_("Ten slides at most: what was found, chosen and asked for"),
            board.sections,
            ("pptx", "pdf"),
            glance=True,
        ),
        Extract(
            "agreement",
            N_("Annex to the performance agreement"),
            N_("The goals that are proposed or agreed for it, with their metrics and actions"),
            agreement.sections,
            ("docx", "pdf"),
        ),
        Extract(
            "minutes",
            N_("Minutes of the workshop"),
            N_("Who met, what was decided and why, and what comes next"),
            minutes.sections,
            ("docx", "pdf"),
        ),
    )
}
