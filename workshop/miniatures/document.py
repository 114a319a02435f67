"""A document read back: its paragraphs by their styles and its tables, flowed on pages of about its own size."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from io import BytesIO
from typing import Any

from docx import Document
from docx.oxml.ns import qn
from docx.table import Table

from facilitation.report import Report
from workshop.limits import PICTURED_PAGES
from workshop.miniatures import SVG, Picture
from workshop.miniatures.grid import grid
from workshop.miniatures.paper import INK, Look, Paper, height
from workshop.miniatures.sheet import Sheet

BODY, SPACE = 10.5, 5.0


@dataclass
class Pages:
    """What is being filled, from the top down."""

    sheet: Sheet
    papers: list[Paper] = field(default_factory=list[Paper])
    heads: list[str] = field(default_factory=list[str])
    y: float = 0.0

    def __post_init__(self) -> None:
        self.begin()

    def begin(self) -> None:
        self.papers.append(self.sheet.paper(first=not self.papers))
        self.heads.append("")
        self.y = self.sheet.top

    def turn(self) -> None:
        if self.y > self.sheet.top:
            self.begin()

    def text(self, text: str, look: Look, before: float, after: float) -> None:
        across = self.sheet.across
        if self.y + before + height(text, across, look) > self.sheet.lowest:
            self.turn()
        self.y += before
        self.y += self.papers[-1].write(self.sheet.left, self.y, across, text, look) + after
        self.heads[-1] = self.heads[-1] or text

    def table(self, rows: list[list[str]]) -> None:
        across = self.sheet.across / max(1, len(rows[0]))
        self.y = SPACE + grid(
            self.papers[-1],
            (self.sheet.left, self.y),
            [across] * len(rows[0]),
            rows,
            Look(BODY - 1),
            lowest=self.sheet.lowest,
        )

    @property
    def full(self) -> bool:
        return len(self.papers) > PICTURED_PAGES


def draw(file: bytes, report: Report) -> Iterator[Picture]:
    document = Document(BytesIO(file))
    pages = Pages(Sheet(document.sections[0]))
    for each in document.iter_inner_content():
        if pages.full:
            break
        if isinstance(each, Table):
            rows = [[cell.text for cell in row.cells] for row in each.rows]
            if rows and rows[0]:
                pages.table(rows)
        else:
            written(pages, each)
    for paper, head in zip(pages.papers, pages.heads, strict=True):
        yield Picture(SVG, paper.svg(), head or report.title)


def written(pages: Pages, paragraph: Any) -> None:
    style, text = paragraph.style, paragraph.text.strip()
    if breaks(paragraph):
        pages.turn()
    if not text:
        return
    size = own(style, lambda each: each.font.size, BODY)
    headed = style.name.startswith(("Heading", "Title"))
    look = Look(size, bold=headed or bool(style.font.bold), colour=inked(style))
    before = own(style, lambda each: each.paragraph_format.space_before, 0.0)
    after = own(style, lambda each: each.paragraph_format.space_after, SPACE)
    pages.text(text, look, before, after)


def breaks(paragraph: Any) -> bool:
    return any(each.get(qn("w:type")) == "page" for each in paragraph._p.iter(qn("w:br"))) or bool(
        paragraph.paragraph_format.page_break_before or paragraph.style.paragraph_format.page_break_before
    )


def own(style: Any, said: Callable[[Any], Any], otherwise: float) -> float:
    """In points: what it says, or what the style says that it builds on."""
    while style is not None:
        if (found := said(style)) is not None:
            return found.pt
        style = style.base_style
    return otherwise


def inked(style: Any) -> str:
    colour = style.font.color
    return f"#{colour.rgb}" if colour is not None and colour.rgb is not None else INK
