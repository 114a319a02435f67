"""Tables: native, with a header row that is repeated, rows that do not break, and columns by their share."""

from collections.abc import Iterable, Sequence
from heapq import nlargest

from facilitation.report.blocks import Column, Table
from facilitation.report.texts import Words
from workshop.exports.document.styles import Styles
from workshop.exports.document.words import said
from workshop.exports.document.xml import Element, w
from workshop.native import measure
from workshop.native.columns import shared
from workshop.texts import for_xml

LINE = {"val": "single", "sz": "4", "space": "0", "color": "BFC7C2"}
WIDE, INSETS = 20 * 1.2, 220
"""Twentieths of a point, in a face that runs so much wider than ours: programs take one where they do not have a
template's own. And what a cell keeps free on both sides."""
MEASURED = 5
"""Of the words with most letters, one of which is the widest."""
LONGEST = 250
"""Letters of a caption that is read aloud."""
HEAD_LINE = {"val": "single", "sz": "8", "space": "0", "color": "auto"}


def table(given: Table, styles: Styles, width: int, size: float) -> Element:
    """A table in so many twentieths of a point, in letters of so many points."""
    wide = widths(given, round(width * given.width), size)
    made = w(
        "tbl",
        _properties(given.caption, styles, sum(wide)),
        w("tblGrid", *(w("gridCol", w=str(each)) for each in wide)),
    )
    made.append(_row(_heads(given.columns, styles), wide, head=True))
    last = len(given.rows) - 1
    for number, row in enumerate(given.rows):
        stays = number != last and number in (0, last - 1)
        made.append(_row(_cells(row, given.columns, styles, stays=stays), wide))
    return made


def widths(given: Table, room: int, size: float) -> list[int]:
    """By share, but no column narrower than its longest word, as far as there is room."""
    least = [_least(column, (row[at].text for row in given.rows), size) for at, column in enumerate(given.columns)]
    return [round(each) for each in shared([column.share for column in given.columns], least, room)]


def _least(column: Column, texts: Iterable[str], size: float) -> float:
    """Room for the longest word of the head, which is bold, and of the cells, with the cell's insets."""
    return max(_longest((column.head,), size, bold=True), _longest(texts, size)) + INSETS


def _longest(texts: Iterable[str], size: float, *, bold: bool = False) -> float:
    longest = nlargest(MEASURED, {word for text in texts for word in for_xml(text).split()}, key=len)
    return max((measure.plain_width(word, bold=bold) for word in longest), default=0) * size * WIDE


def _properties(caption: str, styles: Styles, width: int) -> Element:
    """Lines of ours only where there is no style that has its own."""
    sides = (("top", HEAD_LINE), ("bottom", LINE), ("insideH", LINE))
    look = w("tblStyle", val=styles.table) if styles.table else None
    lines = w("tblBorders", *(w(side, **line) for side, line in sides)) if look is None else None
    parts = (
        look,
        w("tblW", w=str(width), type_="dxa"),
        lines,
        w("tblLayout", type_="fixed"),
        w("tblLook", val="06A0", firstRow="1", lastRow="0", firstColumn="1", lastColumn="0", noHBand="1", noVBand="1"),
        w("tblCaption", val=for_xml(caption).replace("\n", " ")[:LONGEST]),
    )
    return w("tblPr", *(each for each in parts if each is not None))


def _heads(columns: Sequence[Column], styles: Styles) -> Iterable[Element]:
    return (said(styles.cell, Words(column.head), figures=column.figures, bold=True, stays=True) for column in columns)


def _cells(row: Sequence[Words], columns: Sequence[Column], styles: Styles, *, stays: bool) -> Iterable[Element]:
    """`stays`: neither the first row nor the last is left alone on a page."""
    for words, column in zip(row, columns, strict=True):
        yield said(styles.cell, words, figures=column.figures, stays=stays)


def _row(cells: Iterable[Element], wide: Sequence[int], *, head: bool = False) -> Element:
    """Rows stay whole; the head comes again on every page."""
    properties = w("trPr", w("cantSplit"), *([w("tblHeader")] if head else []))
    made = w("tr", properties)
    for cell, width in zip(cells, wide, strict=True):
        made.append(w("tc", w("tcPr", w("tcW", w=str(width), type_="dxa")), cell))
    return made
