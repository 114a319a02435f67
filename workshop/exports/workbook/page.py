"""One sheet as a worksheet: keys in a hidden row, heads, rows with their ids, filter, choices, and how it prints."""

from collections.abc import Iterator, Mapping

from xlsxwriter.worksheet import Worksheet

from facilitation.report.sheets import Sheet
from workshop.exports.workbook.cells import height, put, put_text
from workshop.exports.workbook.looks import FIGURES, Looks
from workshop.exports.workbook.texts import cut, heads, line

KEYS, HEADS, FIRST = 0, 1, 2
"""The rows. Keys stay the same whatever the language and however heads are rewritten: by them a file is read back."""
SHORTEST_ID, LONGEST_ID = 6, 20
FILTER = 4
"""Letters that a filter's button covers."""
PAGE_WIDTH = 200
"""So many letters stand side by side on a printed page."""
A4 = 9
LONGEST_FOOTER = 200


def fill(page: Worksheet, sheet: Sheet, id_head: str, looks: Looks) -> None:
    _keys(page, sheet)
    _columns(page, sheet, looks)
    for at, row in enumerate(sheet.rows, FIRST):
        put_text(page, (at, 0), row.id, looks, "id")
        for across, (field, cell) in enumerate(zip(sheet.fields, row.cells, strict=True), 1):
            put(page, (at, across), cell, field.sort, looks)
        page.set_row(at, height(zip(row.cells, (field.width for field in sheet.fields), strict=True)))
    _table(page, sheet, id_head, looks)
    _mark_missing(page, sheet, looks)
    page.set_row(HEADS, height((field.head, field.width - FILTER) for field in sheet.fields))


def _mark_missing(page: Worksheet, sheet: Sheet, looks: Looks) -> None:
    """By colour that goes when somebody writes the text; a word in the cell would come back as one."""
    for across, field in enumerate(sheet.fields, 1):
        if field.wanted:
            page.conditional_format(
                FIRST, across, last(sheet), across, {"type": "blanks", "format": looks["missing"], "stop_if_true": True}
            )


def last(sheet: Sheet) -> int:
    """The row of the last row; an empty table has one blank row."""
    return FIRST + max(len(sheet.rows), 1) - 1


def _keys(page: Worksheet, sheet: Sheet) -> None:
    for across, key in enumerate(("id", *(field.key for field in sheet.fields))):
        page.write_string(KEYS, across, f"{sheet.key}.{key}")
    page.set_row(KEYS, None, None, {"hidden": True})


def _columns(page: Worksheet, sheet: Sheet, looks: Looks) -> None:
    longest = max((len(row.id) for row in sheet.rows), default=0)
    page.set_column(0, 0, min(max(longest + 2, SHORTEST_ID), LONGEST_ID), looks["codes"])
    for across, field in enumerate(sheet.fields, 1):
        page.set_column(across, across, field.width, looks["codes"] if field.sort == "code" else None)
    page.freeze_panes(FIRST, 1)


def _table(page: Worksheet, sheet: Sheet, id_head: str, looks: Looks) -> None:
    named = heads((id_head, *(field.head for field in sheet.fields)))
    page.add_table(
        HEADS,
        0,
        last(sheet),
        len(sheet.fields),
        {
            "name": f"toimi_{sheet.key}",
            "columns": [
                {"header": head, "header_format": looks[name]} for head, name in zip(named, _heads(sheet), strict=True)
            ],
            "style": None,
            "title": line(sheet.title),
        },
    )


def _heads(sheet: Sheet) -> Iterator[str]:
    """Over figures the head stands to the right, as they do."""
    yield "head"
    for field in sheet.fields:
        yield "head over figures" if field.sort in FIGURES else "head"


def offer(page: Worksheet, sheet: Sheet, places: Mapping[tuple[str, ...], str]) -> None:
    """A list to choose from in every column of choices. Other words get a question, not a refusal."""
    for across, field in enumerate(sheet.fields, 1):
        if field.choices:
            page.data_validation(
                FIRST,
                across,
                last(sheet),
                across,
                {"validate": "list", "source": places[field.choices], "error_type": "warning"},
            )


def printing(page: Worksheet, footer: str) -> None:
    """Landscape, who and which page below."""
    page.set_landscape()
    page.set_paper(A4)
    page.set_margins(0.5, 0.5, 0.6, 0.6)
    page.set_footer(f"&L&8{_plain(footer)}&R&8&P / &N")


def spread(page: Worksheet, sheet: Sheet) -> None:
    """Over as many pages side by side as stay legible, with heads and ids on each."""
    wide = sum(field.width for field in sheet.fields)
    page.fit_to_pages(max(1, round(wide / PAGE_WIDTH)), 0)
    page.repeat_rows(HEADS)
    page.repeat_columns("A:A")


def _plain(footer: str) -> str:
    """An ampersand is a command in a footer; a figure right behind a size would be read as part of it."""
    return " " + cut(line(footer), LONGEST_FOOTER // 2).replace("&", "&&")
