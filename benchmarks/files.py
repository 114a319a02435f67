"""Workbook, document and PDF: how long each takes as plans grow, beside its bare library writing the same words."""

import json
from collections.abc import Callable, Iterator
from io import BytesIO

import typst
from docx import Document
from xlsxwriter import Workbook

from benchmarks.measure import head, line, seconds
from benchmarks.slides import large
from facilitation.report import Report
from facilitation.report.blocks import Bullets, Headline, Paragraph, Table
from workshop import exports

GOALS = (20, 200, 1000)
TYPST = b"""#let told = json(bytes(sys.inputs.told))
#for part in told {
  if type(part) == str { par(part) } else { table(columns: part.at(0).len(), ..part.flatten()) }
}"""


def words(report: Report) -> Iterator[str | list[list[str]]]:
    """What a document says, as plain texts and tables of texts."""
    for block in (block for section in report.sections for block in section.blocks):
        match block:
            case Headline(text):
                yield text
            case Paragraph(said):
                yield said.text
            case Bullets(lines):
                yield from (each.text for each in lines)
            case Table() if block.rows:
                yield [[column.head for column in block.columns], *([cell.text for cell in row] for row in block.rows)]
            case _:
                continue


def bare_workbook(report: Report) -> None:
    book = Workbook(BytesIO(), {"in_memory": True})
    for sheet in report.sheets:
        page = book.add_worksheet()
        for at, row in enumerate(sheet.rows):
            for column, cell in enumerate(row.cells):
                page.write(at, column, "" if cell is None else str(cell) if isinstance(cell, bool) else cell)
    book.close()


def bare_document(report: Report) -> None:
    made = Document()
    for part in words(report):
        if isinstance(part, str):
            made.add_paragraph(part)
            continue
        table = made.add_table(len(part), len(part[0]))
        for row, texts in zip(table.rows, part, strict=True):
            for cell, text in zip(row.cells, texts, strict=True):
                cell.text = text
    made.save(BytesIO())


def bare_pdf(report: Report) -> None:
    typst.compile(TYPST, sys_inputs={"told": json.dumps(list(words(report)), ensure_ascii=False)})


BARE: dict[str, Callable[[Report], None]] = {"xlsx": bare_workbook, "docx": bare_document, "pdf": bare_pdf}


def run() -> None:
    head("Files: plans that grow, beside the bare library writing the same words, with no look and no structure")
    for format, bare in BARE.items():
        if format in exports.FORMATS:
            exports.make(format, large(1))
            bare(large(1))
            for goals in GOALS:
                measure(format, bare, large(goals), goals)


def measure(format: str, bare: Callable[[Report], None], told: Report, goals: int) -> None:
    with seconds() as ours:
        made = exports.make(format, told)
    took = ours()
    with seconds() as theirs:
        bare(told)
    reference = theirs()
    beside = f"{took / reference:.2f} x bare ({reference:.2f} s)"
    line(f"{format}, {goals} goals, {len(made) / 1e6:.2f} MB", f"{took:.2f} s", beside)
