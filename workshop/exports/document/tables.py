"""Tables: native, with a header row that is repeated, rows that do not break, and columns by their share."""

from collections.abc import Iterable, Sequence

from facilitation.report.blocks import Column, Table, Words
from workshop.exports.document.styles import Styles
from workshop.exports.document.words import clean, said
from workshop.exports.document.xml import Element, w

LINE = {"val": "single", "sz": "4", "space": "0", "color": "BFC7C2"}
HEAD_LINE = {"val": "single", "sz": "8", "space": "0", "color": "auto"}


def table(given: Table, styles: Styles, width: int) -> Element:
    """A table in so many twentieths of a point."""
    wide = widths(given.columns, round(width * given.width))
    made = w(
        "tbl",
        _properties(given.caption, styles, sum(wide)),
        w("tblGrid", *(w("gridCol", w=str(each)) for each in wide)),
    )
    made.append(_row(_heads(given.columns, styles), wide, head=True))
    for row in given.rows:
        cells = (
            said(styles.cell, words, figures=column.figures) for words, column in zip(row, given.columns, strict=True)
        )
        made.append(_row(cells, wide))
    return made


def widths(columns: Sequence[Column], room: int) -> list[int]:
    """By share, but no column narrower than a longer word of its head would be."""
    least = [min(longest(column.head), room // len(columns)) for column in columns]
    whole = sum(column.share for column in columns)
    wide = [max(room * column.share / whole, low) for column, low in zip(columns, least, strict=True)]
    spare = [each - low for each, low in zip(wide, least, strict=True)]
    over = (sum(wide) - room) / (sum(spare) or 1)
    return [round(each - over * free) for each, free in zip(wide, spare, strict=True)]


def longest(head: str) -> int:
    """Twentieths of a point that the longest word takes in bold letters of the cells' size, with the cell's insets."""
    return max((len(word) for word in clean(head).split()), default=1) * 118 + 220


def _properties(caption: str, styles: Styles, width: int) -> Element:
    sides = (("top", HEAD_LINE), ("bottom", LINE), ("insideH", LINE))
    return w(
        "tblPr",
        *([w("tblStyle", val=styles.table)] if styles.table else []),
        w("tblW", w=str(width), type_="dxa"),
        w("tblBorders", *(w(side, **line) for side, line in sides)),
        w("tblLayout", type_="fixed"),
        w("tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1", noVBand="1"),
        w("tblCaption", val=clean(caption).replace("\n", " ")[:250]),
    )


def _heads(columns: Sequence[Column], styles: Styles) -> Iterable[Element]:
    return (said(styles.cell, Words(column.head), figures=column.figures, bold=True) for column in columns)


def _row(cells: Iterable[Element], wide: Sequence[int], *, head: bool = False) -> Element:
    """Rows stay whole; the head comes again on every page."""
    properties = w("trPr", w("cantSplit"), *([w("tblHeader")] if head else []))
    made = w("tr", properties)
    for cell, width in zip(cells, wide, strict=True):
        made.append(w("tc", w("tcPr", w("tcW", w=str(width), type_="dxa")), cell))
    return made
