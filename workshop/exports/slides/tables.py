"""Tables: native, with a header row, rows as tall as their text, cut between rows and, if one must, within a row."""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, field, replace
from functools import cache, cached_property

from facilitation.report.blocks import Column, Table
from facilitation.report.texts import Words
from workshop.exports.slides.letters import Letters, paint, paragraphs_of
from workshop.exports.slides.pieces import Cut, Line, Piece
from workshop.exports.slides.sheet import EMU, Frame, Sheet
from workshop.exports.slides.xml import Element, child, element, tag
from workshop.native import measure
from workshop.native.columns import shared
from workshop.native.parts import together
from workshop.texts import for_xml

SIDE, ABOVE = 7.0, 3.0
NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
FEWEST_ROWS = 2
HEAD = 12.0
LOOKED_AT = 20
"""Rows whose words are kept whole: about as many as a slide holds."""

Row = tuple[Words, ...]


@dataclass(frozen=True)
class Grid(Piece):
    """A table set in a width and a size of letters."""

    table: Table
    width: float
    size: float
    language: str
    whole: "Grid | None" = None
    """The table of which this is what a page holds, or what is left for further ones."""
    tall: list[float] = field(default_factory=list[float])
    """How tall its first rows are: as many as somebody asked for, since a long table is asked page by page."""

    @cached_property
    def widths(self) -> list[float]:
        """By share of the width, but no column narrower than the longest word of its head and first cells.

        Columns are as wide on every page.
        """
        if self.whole:
            return self.whole.widths
        columns = self.table.columns
        least = [self._least(at, column) + 2 * SIDE for at, column in enumerate(columns)]
        return shared([column.share for column in columns], least, self.width)

    def _least(self, at: int, column: Column) -> float:
        figures = (
            part
            for row in self.table.rows
            if column.figures
            for part in together(row[at]).replace("\n", " ").split(" ")
        )
        words = (longest_word(together(row[at]), self.size, bold=False) for row in self.table.rows[:LOOKED_AT])
        return max(longest_word(column.head), *words, *(measure.width(part, self.size) for part in figures), 0.0)

    def height(self) -> float:
        return self.head_height + sum(map(self._tall, range(len(self.table.rows))))

    def fits(self, room: float) -> bool:
        """Without measuring the rows of a long table that come on later pages."""
        left = room - self.head_height
        for at in range(len(self.table.rows)):
            left -= self._tall(at)
            if left < 0:
                return False
        return left >= 0

    @cached_property
    def head_height(self) -> float:
        if self.whole:
            return self.whole.head_height
        return self.row_height(tuple(Words(column.head) for column in self.table.columns), head=True)

    def _tall(self, at: int) -> float:
        while len(self.tall) <= at:
            self.tall.append(self.row_height(self.table.rows[len(self.tall)]))
        return self.tall[at]

    def row_height(self, row: Row, *, head: bool = False) -> float:
        tallest = max(
            (self._line(words, column, head=head).height(wide - 2 * SIDE) for words, column, wide in self._cells(row)),
            default=self.size,
        )
        return tallest + 2 * ABOVE

    def _cells(self, row: Row) -> Iterator[tuple[Words, Column, float]]:
        return zip(row, self.table.columns, self.widths, strict=True)

    def _line(self, words: Words, column: Column, *, head: bool = False) -> Line:
        align = "r" if column.figures else "l"
        letters = Letters(HEAD if head else self.size, bold=head, soft=head, align=align)
        return Line(words, letters)

    def cut(self, room: float, *, must: bool = False) -> Cut:
        left, rows = room - self.head_height, self.table.rows
        for at, row in enumerate(rows):
            tall = self._tall(at)
            if tall <= left:
                left -= tall
                continue
            if at >= FEWEST_ROWS:
                return self._parted(at)
            halves = self._halved(row, left)
            if halves and (at == 0 or tall > room):
                return self._of((*rows[:at], halves[0]), self.tall[:at]), self._of((halves[1], *rows[at + 1 :]), [])
            return self._parted(at) if at else None
        return None

    def _parted(self, at: int) -> "tuple[Grid, Grid]":
        rows = self.table.rows
        return self._of(rows[:at], self.tall[:at]), self._of(rows[at:], self.tall[at:])

    def _of(self, rows: tuple[Row, ...], tall: list[float]) -> "Grid":
        return replace(self, table=replace(self.table, rows=rows), whole=self.whole or self, tall=tall)

    def _halved(self, row: Row, room: float) -> tuple[Row, Row] | None:
        """A row too tall for any page: what fits of each cell, and the rest of it."""
        head, tail = list[Words](), list[Words]()
        for words, column, wide in self._cells(row):
            line = self._line(words, column)
            parts = line.cut(wide - 2 * SIDE, room - 2 * ABOVE)
            fits = line.height(wide - 2 * SIDE) <= room - 2 * ABOVE
            if not parts and not fits:
                return None
            head.append(parts[0].words if parts else words)
            tail.append(parts[1].words if parts else Words(""))
        return tuple(head), tuple(tail)

    def words(self) -> Iterator[Words]:
        return (words for row in self.table.rows for words in row)

    def draw(self, sheet: Sheet, x: float, y: float) -> None:
        caption = for_xml(self.table.caption)
        frame = Frame(x, y, self.width, self.height())
        sheet.table(frame, self._drawn(), caption, caption)

    def _drawn(self) -> Element:
        made = element(tag("tbl"))
        looks = child(made, tag("tblPr"), firstRow="1", firstCol="1")
        child(looks, tag("tableStyleId")).text = NO_STYLE
        grid = child(made, tag("tblGrid"))
        for wide in self.widths:
            child(grid, tag("gridCol"), w=str(round(wide * EMU)))
        made.append(self._row(tuple(Words(column.head) for column in self.table.columns), self.head_height, head=True))
        for at, row in enumerate(self.table.rows):
            made.append(self._row(row, self._tall(at)))
        return made

    def _row(self, row: Row, tall: float, *, head: bool = False) -> Element:
        made = element(tag("tr"), h=str(round(tall * EMU)))
        for words, column, _ in self._cells(row):
            cell = child(made, tag("tc"))
            body = child(cell, tag("txBody"))
            child(body, tag("bodyPr"))
            child(body, tag("lstStyle"))
            letters = self._line(words, column, head=head).letters
            body.extend(paragraphs_of(words, self.language, letters))
            cell.append(deepcopy(_edges(head=head)))
        return made


def longest_word(text: str, size: float = HEAD, *, bold: bool = True) -> float:
    return max((measure.width(word, size, bold=bold) for word in for_xml(text).split()), default=0.0)


@cache
def _edges(*, head: bool) -> Element:
    """Insets, and a line below: strong under the head, fine under a row."""
    side, above = str(round(SIDE * EMU)), str(round(ABOVE * EMU))
    made = element(tag("tcPr"), marL=side, marR=side, marT=above, marB=above, anchor="b" if head else "t")
    line = child(made, tag("lnB"), w=str(round((1.25 if head else 0.75) * EMU)))
    line.append(paint("tx1") if head else paint("tx1", faint=True))
    child(made, tag("noFill"))
    return made
