"""Workbook, document and PDF: how long each takes as plans grow, beside its bare library making the same shapes."""

import json
from collections.abc import Callable, Iterator
from functools import partial
from io import BytesIO
from typing import TypeAlias

import typst
from docx import Document

from benchmarks.bare_workbook import bare_workbook
from benchmarks.measure import Growth, apart, head, line, seconds
from benchmarks.slides import large
from facilitation.report import Report
from facilitation.report.blocks import Bullets, Headline, Paragraph, Table
from workshop import exports
from workshop.exports import FORMATS, child
from workshop.exports.pdf.content import content

GOALS, TURNS, LONG = (20, 200, 1000), 3, 5.0
TYPST = b"""#let told = json(bytes(sys.inputs.told))
#let mark(each) = place(dx: each.from * 80%, rect(width: 4pt + calc.abs(each.to - each.from) * 80%, height: 6pt))
#let inside(cell) = if cell.kind == "drawn" { figure(alt: cell.alt, box(width: 100%, height: 13pt, {
  for each in cell.marks { mark(each) }
})) } else if cell.kind == "axis" { cell.ticks.map(tick => tick.text).join(" ") } else { cell.text }
#set text(lang: "en")
#set document(title: "Plan")
#outline()
#for each in told.sections {
  heading(level: 1, each.title)
  let parts = each.blocks.map(part => if part.kind == "together" { part.parts } else { (part,) })
  for part in parts.flatten() {
    if part.kind == "headline" { heading(level: 2, part.text) }
    if part.kind in ("paragraph", "finding", "note") { par(part.words.text) }
    if part.kind == "bullets" { list(..part.lines.map(line => line.text)) }
    if part.kind == "figures" { for one in part.figures { par(one.value + " " + one.label) } }
    if part.kind == "way" { for end in (part.start, part.aim) { par(end.name); par(end.words.text) } }
    if part.kind == "table" { figure(caption: part.caption, table(
      columns: part.columns.len(),
      table.header(..part.columns.map(column => inside(column.head))),
      ..part.rows.flatten().map(inside),
    )) }
    if part.kind == "trajectory" { figure(alt: part.alt, box(width: 100%, height: 118pt, {
      for point in part.planned { place(dx: point.across * 90%, dy: point.up * 100pt, circle(radius: 3pt)) }
    })) }
  }
}
#for each in told.annex {
  par(each.about)
  par(each.lines.map(line => line.text).join(" "))
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


def bare_pdf(told: str) -> None:
    """The same headings, paragraphs, tables, bars and dots, tagged as well, in Typst's own look."""
    typst.compile(TYPST, sys_inputs={"told": told}, pdf_standards="ua-1", ignore_system_fonts=True)


def as_told(report: Report) -> str:
    """What Typst is told, as ours tells it: made beforehand, so that the bare library's time is its own."""
    return json.dumps(content(report), ensure_ascii=False)


Bare: TypeAlias = Callable[[], None]
BARE: dict[str, Callable[[Report], Bare]] = {
    "xlsx": lambda told: partial(bare_workbook, told),
    "docx": lambda told: partial(bare_document, told),
    "pdf": lambda told: partial(bare_pdf, as_told(told)),
}


def run() -> None:
    head("Files: plans that grow, beside the bare library making the same shapes, without any look")
    for format, bare in BARE.items():
        growth = Growth(format)
        for goals in GOALS:
            told = large(goals)
            growth.told(*measure(format, bare(told), told, goals))
        growth.judged()
    limited()


def limited() -> None:
    """The largest in the product's own child: what ends there is told with its wall clock, what does not with why."""
    head(f"Files in a child with its limits: {GOALS[-1]} goals")
    for format in ("pptx", *BARE):
        with seconds() as took:
            try:
                size = f"{len(child.make(format, large(GOALS[-1]))) / 1e6:.2f} MB"
            except child.Unmade as why:
                size = f"not made: {why}"
            line(f"{format}, {size}", f"{took():.1f} s", f"of {child.SECONDS} s and {FORMATS[format].megabytes} MB")


def measure(format: str, bare: Bare, told: Report, goals: int) -> tuple[str, float, float]:
    """In turns, the quicker of each: what else the machine does meanwhile slows down both. What takes long is
    wavering less, and is made once."""
    turns = [turn(format, bare, told)]
    while len(turns) < TURNS and turns[0][0] < LONG:
        turns.append(turn(format, bare, told))
    ours, theirs, size = map(min, zip(*turns, strict=True))
    return f"{goals} goals, {size / 1e6:.2f} MB", ours, theirs


def turn(format: str, bare: Bare, told: Report) -> tuple[float, float, int]:
    ours, size = apart(lambda: len(exports.make(format, told)))
    theirs, _none = apart(lambda: bare() or 0)
    return ours, theirs, size
