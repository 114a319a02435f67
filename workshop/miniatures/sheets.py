"""A workbook read back: the first rows and columns of its first sheets."""

from collections.abc import Iterator
from io import BytesIO

from python_calamine import CalamineWorkbook, SheetVisibleEnum

from facilitation.report import Report
from workshop.miniatures import SVG, Picture
from workshop.miniatures.grid import grid
from workshop.miniatures.paper import FAINT, Look, Paper

WIDTH, HEIGHT, EDGE = 720.0, 480.0, 16.0
ROWS, COLUMNS, LETTERS = 18, 5, 90
HIDDEN = 1
"""Sheets of tables begin with a hidden row that says what each column is."""


def draw(file: bytes, report: Report) -> Iterator[Picture]:
    book, tables = CalamineWorkbook.from_filelike(BytesIO(file)), {each.title for each in report.sheets}
    for about in book.sheets_metadata:
        if about.visible != SheetVisibleEnum.Visible:
            continue
        rows = book.get_sheet_by_name(about.name).to_python(nrows=ROWS)
        skipped = HIDDEN if about.name in tables else 0
        cells = [[shown(cell) for cell in row[:COLUMNS]] for row in rows[skipped:]]
        paper = Paper(WIDTH, HEIGHT)
        paper.write(EDGE, EDGE, WIDTH, about.name, Look(11, bold=True, colour=FAINT))
        across = max((len(row) for row in cells), default=0)
        if across:
            each = (WIDTH - 2 * EDGE) / across
            grid(paper, (EDGE, 3 * EDGE), [each] * across, cells, Look(10), lowest=HEIGHT)
        yield Picture(SVG, paper.svg(), about.name)


def shown(cell: object) -> str:
    text = f"{cell:g}" if isinstance(cell, float) else str(cell)
    return text if len(text) <= LETTERS else f"{text[:LETTERS]}…"
