"""The sheet of charts: native, drawn from the tables, each under a link to its figures and with an alternative text."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.chart import Chart

from facilitation.report.sheets import Drawn, Sheet
from workshop.exports.workbook.looks import AMBER, FACE, GREEN, INK, Looks
from workshop.exports.workbook.looks import LINE as HAIR
from workshop.exports.workbook.page import FIRST, HEADS, last, printing
from workshop.exports.workbook.texts import line

LONGEST_WORDS = 255
WIDE, HEAD, A_BAR, ROW, LINE = 1060, 90, 30, 20, 300
"""In pixels: a chart, its title and margins, a bar, a row of the sheet; the height of a line."""
DRAWN = 40
"""So many rows are drawn, the first; a taller chart nobody reads."""
SCALE = 70
"""Per cent: the widest chart and twenty-five bars then stand on a page."""
PAGE = 1000
"""Pixels of charts that stand on a page."""
SERIES = (GREEN, AMBER)
MONTH = "m/yyyy"
EXCEL_START = date(1899, 12, 30)
FINE: dict[str, Any] = {"visible": True, "line": {"color": HAIR, "width": 0.5}}
ABOVE: dict[str, Any] = {"position": "above"}
LETTERS: dict[str, Any] = {"name": FACE, "size": 9, "color": INK}


def drawn(sheets: Sequence[Sheet]) -> list[tuple[Sheet, Drawn]]:
    return [(sheet, chart) for sheet in sheets for chart in sheet.charts if sheet.rows]


def add(book: Workbook, name: str, sheets: Sequence[tuple[Sheet, str]], footer: str, looks: Looks) -> None:
    """`sheets` come with the names of their worksheets, which are there already."""
    page = book.add_worksheet(name)
    page.hide_gridlines(2)
    printing(page, footer)
    page.set_print_scale(SCALE)
    at, begun, breaks = 0, 0, list[int]()
    for sheet, called, chart in ((each, called, chart) for each, called in sheets for chart in each.charts):
        title = line(chart.title, LONGEST_WORDS)
        page.write_url(at, 0, f"internal:'{called}'!A{HEADS + 1}", looks["link"], title)
        tall = height(sheet, chart)
        if at > begun and (at - begun) * ROW + tall > PAGE:
            begun = at
            breaks.append(at)
        made = draw(book, sheet, chart, called)
        made.set_size({"width": WIDE, "height": tall})
        page.insert_chart(at + 1, 0, made, {"description": title, "object_position": 3})
        at += tall // ROW + 4
    page.set_h_pagebreaks(breaks)


def height(sheet: Sheet, chart: Drawn) -> int:
    if chart.kind == "line":
        return LINE
    return HEAD + A_BAR * min(len(sheet.rows), DRAWN) * (1 if chart.kind == "span" else len(chart.values))


def draw(book: Workbook, sheet: Sheet, chart: Drawn, called: str) -> Chart:
    made: Any = book.add_chart({"type": "bar", "subtype": "stacked"} if chart.kind == "span" else {"type": chart.kind})
    for key, look in zip(chart.values, _looks(chart), strict=False):
        made.add_series(_series(sheet, chart, key, called) | look)
    made.set_title(
        {
            "name": _unlike_a_cell(line(chart.title, LONGEST_WORDS)),
            "name_font": {**LETTERS, "size": 12},
            "overlay": False,
        }
    )
    several = len(chart.values) > 1 and chart.kind != "span"
    made.set_legend({"position": "bottom", "font": LETTERS} if several else {"none": True})
    _axes(made, sheet, chart)
    made.show_blanks_as("gap")
    return made


def _unlike_a_cell(title: str) -> str:
    """The library takes a title such as Growth!A1 for the place of one."""
    return title.replace("!", "!\N{NO-BREAK SPACE}", 1)


def _looks(chart: Drawn) -> Iterator[dict[str, Any]]:
    """How each series looks. Bars and points say their figure where no axis does."""
    told = {"data_labels": {"value": True, "font": LETTERS}}
    match chart.kind:
        case "span":
            yield {"fill": {"none": True}, "gap": 40}
            yield {"fill": {"color": GREEN}}
        case "line":
            dot = {"type": "circle", "size": 7, "fill": {"color": GREEN}, "border": {"color": GREEN}}
            yield {"line": {"color": GREEN, "width": 2}, "marker": dot, "data_labels": told["data_labels"] | ABOVE}
        case "bar" | "column":
            yield from ({"fill": {"color": colour}, "gap": 40, **told} for colour in SERIES)


def _axes(made: Any, sheet: Sheet, chart: Drawn) -> None:
    """The names, first on top; days where there are days. In a bar chart the library calls the names' axis y."""
    names = {"num_font": LETTERS, "major_tick_mark": "none", "line": {"color": INK}}
    figures = {"visible": False, "major_gridlines": {"visible": False}, **_floor(sheet, chart)}
    match chart.kind:
        case "bar":
            made.set_y_axis({**names, "reverse": True, "major_gridlines": {"visible": False}})
            made.set_x_axis(figures)
        case "span":
            made.set_y_axis({**names, "reverse": True, "major_gridlines": {"visible": False}})
            made.set_x_axis({**names, "num_format": MONTH, "min": _begun(sheet, chart), "major_gridlines": FINE})
        case "line":
            made.set_x_axis({**names, "date_axis": True, "num_format": MONTH})
            made.set_y_axis({"num_font": LETTERS, "line": {"none": True}, "major_gridlines": FINE})
        case "column":
            made.set_x_axis(names)
            made.set_y_axis(figures)


def _series(sheet: Sheet, chart: Drawn, key: str, called: str) -> dict[str, Any]:
    at, named = _column(sheet, key), _column(sheet, chart.label)
    first, last = _rows(sheet, chart)
    return {
        "name": [called, HEADS, at],
        "categories": [called, first, named, last, named],
        "values": [called, first, at, last, at],
    }


def _rows(sheet: Sheet, chart: Drawn) -> tuple[int, int]:
    if chart.rows is not None:
        return FIRST + chart.rows[0], FIRST + chart.rows[1] - 1
    return FIRST, min(last(sheet), FIRST + DRAWN - 1)


def _column(sheet: Sheet, key: str) -> int:
    return 1 + [field.key for field in sheet.fields].index(key)


def _begun(sheet: Sheet, chart: Drawn) -> int:
    """The month in which the first bar begins, as a spreadsheet counts days."""
    at = _column(sheet, chart.values[0]) - 1
    first = min(cell for row in sheet.rows if isinstance(cell := row.cells[at], date))
    return (first.replace(day=1) - EXCEL_START).days


def _floor(sheet: Sheet, chart: Drawn) -> dict[str, Any]:
    """Bars begin at nought, or their lengths would lie."""
    columns = [_column(sheet, key) - 1 for key in chart.values]
    figures = [row.cells[at] for row in sheet.rows for at in columns]
    below = any(isinstance(figure, int | float) and figure < 0 for figure in figures)
    return {} if below else {"min": 0}
