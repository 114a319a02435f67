"""The sheet of charts: native, drawn from the tables, each under a link to its figures and with an alternative text."""

from collections.abc import Sequence
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from facilitation.report.sheets import Drawn, Sheet
from workshop.exports.workbook.looks import AMBER, FACE, GREEN, INK, Looks
from workshop.exports.workbook.page import FIRST, HEADS, last, printing
from workshop.exports.workbook.texts import line

LONGEST_WORDS = 255
WIDE, HEAD, A_BAR, ROW = 1060, 90, 30, 20
"""In pixels: a chart, its title and margins, a bar, a row of the sheet."""
DRAWN = 40
"""So many rows are drawn, the first; a taller chart nobody reads."""
SCALE = 70
"""Per cent: the widest chart and twenty-five bars then stand on a page."""
SERIES = (GREEN, AMBER)
LETTERS: dict[str, Any] = {"name": FACE, "size": 9, "color": INK}


def drawn(sheets: Sequence[Sheet]) -> list[tuple[Sheet, Drawn]]:
    return [(sheet, sheet.chart) for sheet in sheets if sheet.chart and sheet.rows]


def add(book: Workbook, name: str, sheets: Sequence[tuple[Sheet, str]], footer: str, looks: Looks) -> None:
    """`sheets` come with the names of their worksheets, which are there already."""
    page = book.add_worksheet(name)
    page.hide_gridlines(2)
    printing(page, footer)
    page.set_print_scale(SCALE)
    at, breaks = 0, list[int]()
    for sheet, called in sheets:
        if chart := sheet.chart:
            title = line(chart.title, LONGEST_WORDS)
            page.write_url(at, 0, f"internal:'{called}'!A{HEADS + 1}", looks["link"], title)
            tall = HEAD + A_BAR * min(len(sheet.rows), DRAWN) * len(chart.values)
            made = draw(book, sheet, chart, called)
            made.set_size({"width": WIDE, "height": tall})
            page.insert_chart(at + 1, 0, made, {"description": title, "object_position": 3})
            at += tall // ROW + 4
            breaks.append(at)
    page.set_h_pagebreaks(breaks[:-1])


def draw(book: Workbook, sheet: Sheet, chart: Drawn, called: str) -> Chart:
    made: Any = book.add_chart({"type": chart.kind})
    for key, colour in zip(chart.values, SERIES, strict=False):
        made.add_series(_series(sheet, chart.label, key, called, colour))
    made.set_title({"name": line(chart.title, LONGEST_WORDS), "name_font": {**LETTERS, "size": 12}, "overlay": False})
    made.set_legend({"none": True} if len(chart.values) == 1 else {"position": "bottom", "font": LETTERS})
    _axes(made, chart.kind, _floor(sheet, chart))
    made.show_blanks_as("gap")
    return made


def _axes(made: Any, kind: str, floor: dict[str, Any]) -> None:
    """The names, first on top; no axis of figures. In a bar chart the library calls the names' axis y."""
    names = {"num_font": LETTERS, "major_tick_mark": "none", "line": {"color": INK}}
    figures = {"visible": False, "major_gridlines": {"visible": False}, **floor}
    if kind == "bar":
        made.set_y_axis({**names, "reverse": True, "major_gridlines": {"visible": False}})
        made.set_x_axis(figures)
    else:
        made.set_x_axis(names)
        made.set_y_axis(figures)


def _series(sheet: Sheet, label: str, key: str, called: str, colour: str) -> dict[str, Any]:
    """Bars that say their figure, since no axis does."""
    at, named = _column(sheet, key), _column(sheet, label)
    return {
        "name": [called, HEADS, at],
        "categories": [called, FIRST, named, _end(sheet), named],
        "values": [called, FIRST, at, _end(sheet), at],
        "fill": {"color": colour},
        "gap": 40,
        "data_labels": {"value": True, "font": LETTERS},
    }


def _end(sheet: Sheet) -> int:
    return min(last(sheet), FIRST + DRAWN - 1)


def _column(sheet: Sheet, key: str) -> int:
    return 1 + [field.key for field in sheet.fields].index(key)


def _floor(sheet: Sheet, chart: Drawn) -> dict[str, Any]:
    """Bars begin at nought, or their lengths would lie."""
    columns = [_column(sheet, key) - 1 for key in chart.values]
    figures = [row.cells[at] for row in sheet.rows for at in columns]
    below = any(isinstance(figure, int | float) and figure < 0 for figure in figures)
    return {} if below else {"min": 0}
