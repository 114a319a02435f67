"""The last sheet: all choices, a column each. Lists in cells point here, so that a name may hold a comma."""

from collections.abc import Sequence

from xlsxwriter import Workbook
from xlsxwriter.utility import xl_rowcol_to_cell

from facilitation.report.sheets import Field, Sheet
from workshop.exports.workbook.cells import put_text
from workshop.exports.workbook.looks import Looks
from workshop.exports.workbook.page import printing
from workshop.exports.workbook.texts import line

WIDTH = 28


def fields(sheets: Sequence[Sheet]) -> list[Field]:
    """The fields that offer choices, one for each set of names."""
    every = [field for sheet in sheets for field in sheet.fields if field.choices]
    return list({field.choices: field for field in reversed(every)}.values())[::-1]


def add(book: Workbook, name: str, sheets: Sequence[Sheet], footer: str, looks: Looks) -> dict[tuple[str, ...], str]:
    """Where each set of choices stands, as a reference."""
    offering = fields(sheets)
    if not offering:
        return {}
    page = book.add_worksheet(name)
    printing(page, footer)
    page.fit_to_pages(1, 0)
    page.set_column(0, len(offering) - 1, WIDTH)
    page.freeze_panes(1, 0)
    for across, field in enumerate(offering):
        page.write_string(0, across, line(field.head), looks["head"])
        for down, choice in enumerate(field.choices, 1):
            put_text(page, (down, across), choice, looks)
    return {field.choices: _reference(name, across, field) for across, field in enumerate(offering)}


def _reference(name: str, across: int, field: Field) -> str:
    first, last = (xl_rowcol_to_cell(row, across, True, True) for row in (1, len(field.choices)))
    return f"='{name}'!{first}:{last}"
