"""The bare library writing a workbook of the same shapes: tables, lists to choose from, charts; no look, no care."""

from io import BytesIO
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from facilitation.report import Report
from facilitation.report.sheets import Drawn, Sheet
from workshop.exports.workbook.charts import DRAWN

CHART = {"span": {"type": "bar", "subtype": "stacked"}}


def bare_workbook(report: Report) -> None:
    book = Workbook(BytesIO(), {"in_memory": True})
    for number, sheet in enumerate(report.sheets):
        page = book.add_worksheet(f"Sheet {number}")
        cells(page, sheet)
        table(page, sheet)
        for chart in sheet.charts if sheet.rows else ():
            draw(book, page, sheet, chart)
    book.close()


def cells(page: Worksheet, sheet: Sheet) -> None:
    for at, row in enumerate(sheet.rows, 1):
        page.write(at, 0, row.id)
        for column, cell in enumerate(row.cells, 1):
            page.write(at, column, "" if cell is None else str(cell) if isinstance(cell, bool) else cell)
        page.set_row(at, 30)


def table(page: Worksheet, sheet: Sheet) -> None:
    last = max(len(sheet.rows), 1)
    heads = [{"header": str(number)} for number in range(len(sheet.fields) + 1)]
    page.add_table(0, 0, last, len(sheet.fields), {"columns": heads})
    page.freeze_panes(1, 1)
    for column, field in enumerate(sheet.fields, 1):
        page.set_column(column, column, field.width)
        if field.choices:
            page.data_validation(1, column, last, column, {"validate": "list", "source": "=$A$1:$A$9"})


def draw(book: Workbook, page: Worksheet, sheet: Sheet, chart: Drawn) -> None:
    keys = ["", *(field.key for field in sheet.fields)]
    first, last = (chart.rows[0] + 1, chart.rows[1]) if chart.rows else (1, min(len(sheet.rows), DRAWN))
    made: Any = book.add_chart(CHART.get(chart.kind, {"type": chart.kind}))
    names = [page.get_name(), first, keys.index(chart.label), last, keys.index(chart.label)]
    for value in chart.values:
        at = keys.index(value)
        made.add_series({"categories": names, "values": [page.get_name(), first, at, last, at]})
    page.insert_chart(0, 0, made)
