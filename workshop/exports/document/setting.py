"""What blocks are set in: styles, room, language; and the number of the table that comes next."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import count

from facilitation.report.blocks import Phrases
from workshop.exports.document.styles import Styles
from workshop.exports.document.words import paragraph, run
from workshop.exports.document.xml import Element
from workshop.exports.document.xml import field as computed
from workshop.texts import for_xml, leftwards


@dataclass(frozen=True)
class Setting:
    """`width`: of the text, in twentieths of a point. `bullets`: the list that short lines join, or 0.
    `size`: of the letters in cells, in points.
    """

    styles: Styles
    width: int
    bullets: int
    size: float
    language: str
    phrases: Phrases
    tables: Iterator[int] = field(default_factory=lambda: count(1))

    def caption(self, words: str) -> Element:
        """Above its table and on its page; the number is a field, so that programs list tables and count anew."""
        name, said = for_xml(self.phrases.table), for_xml(words)
        sequence = name if name.isalpha() else "Table"
        number = computed(f"SEQ {sequence} \\* ARABIC", run(str(next(self.tables))))
        runs = [run(f"{name}\N{NO-BREAK SPACE}"), *number, run(f". {said}")]
        return paragraph(self.styles.caption, runs, right=leftwards(said), stays=True)
