"""A file's tables and paragraphs as another program reads their structure: rows of cells, letters without spaces."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from tempfile import NamedTemporaryFile
from typing import Any, TypeAlias

import outloud
from docx import Document
from docx.oxml.ns import qn
from markdown_it import MarkdownIt
from pptx import Presentation

from tests.workshop.readback import flat

Rows: TypeAlias = list[tuple[str, ...]]


def of_slides(made: bytes) -> Iterator[Rows]:
    """A table that flows to further slides has its head on each; it is another table there."""
    for slide in Presentation(BytesIO(made)).slides:
        shapes: list[Any] = [*slide.shapes]
        yield from (rows(row.cells for row in each.table.rows) for each in shapes if each.has_table)


def of_document(made: bytes) -> Iterator[Rows]:
    for table in Document(BytesIO(made)).tables:
        yield rows(row.cells for row in table.rows)


def of_markdown(made: bytes) -> Iterator[Rows]:
    found: list[list[str]] = []
    for token in MarkdownIt("commonmark", {"html": False}).enable("table").parse(made.decode()):
        if token.type == "tr_open":
            found.append([])
        elif token.type == "inline" and token.level >= 4 and found:
            found[-1].append("".join(each.content for each in token.children or () if each.content))
        elif token.type == "table_close":
            yield [tuple(map(flat, row)) for row in found]
            found = []


def of_pdf(made: bytes) -> Iterator[Rows]:
    """The tags, as screen readers follow them."""
    with tagged(made) as document:
        for table in (each for each in document.elements if each.type == "Table"):
            lines = [each for each in below(table) if each.type == "TR"]
            yield [tuple(said(cell, document) for cell in line.children) for line in lines]


TABLES: dict[str, Callable[[bytes], Iterator[Rows]]] = {
    "pptx": of_slides,
    "docx": of_document,
    "md": of_markdown,
    "pdf": of_pdf,
}


def rows(told: Any) -> Rows:
    return [tuple(flat(cell.text) for cell in cells) for cells in told]


@contextmanager
def tagged(made: bytes) -> Iterator[Any]:
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(made)
        file.flush()
        document = outloud.Document(file.name)
        yield document
        document.close()


def below(element: Any) -> Iterator[Any]:
    for each in element.children:
        yield each
        yield from below(each)


def said(element: Any, document: Any) -> str:
    parts = [part for each in (element, *below(element)) for part in each.mcrefs]
    return flat("".join(document.content(part.page).mcid_text.get((part.stream, part.mcid), "") for part in parts))


def under(format: str, made: bytes, head: tuple[str, ...]) -> Rows:
    """All rows of all tables that have this head, in the order of the file."""
    wanted = tuple(map(flat, head))
    return [row for table in TABLES[format](made) if table and table[0] == wanted for row in table[1:]]


def spoken(format: str, made: bytes) -> list[tuple[str, str]]:
    """Texts of slides and documents with the language that they say they are in; of others nothing is said."""
    if format == "pptx":
        slides = Presentation(BytesIO(made)).slides
        runs = [run for slide in slides for run in slide.element.iter("{*}r")]
        return [(flat(run.find("{*}t").text or ""), run.find("{*}rPr").get("lang")) for run in runs]
    opened: Any = Document(BytesIO(made))
    usual = next(opened.styles.element.iter(qn("w:lang"))).get(qn("w:val"))
    return [(flat(_text(run)), _language(run) or usual) for run in opened.element.body.iter(qn("w:r"))]


def _text(run: Any) -> str:
    return "".join(each.text or "" for each in run.iter(qn("w:t")))


def _language(run: Any) -> str:
    found = run.find(f".//{qn('w:lang')}")
    return "" if found is None else found.get(qn("w:val"))


def paragraphs(format: str, made: bytes) -> list[str]:
    """Each paragraph, list item or tagged block as one text."""
    match format:
        case "pptx":
            slides = Presentation(BytesIO(made)).slides
            return [joined(each, "{*}t") for slide in slides for each in slide.element.iter("{*}p")]
        case "docx":
            opened: Any = Document(BytesIO(made))
            return [joined(each, qn("w:t")) for each in opened.element.body.iter(qn("w:p"))]
        case "md":
            tokens = MarkdownIt("commonmark", {"html": False}).enable("table").parse(made.decode())
            return [flat("".join(each.content for each in token.children or ())) for token in tokens if token.children]
        case _:
            with tagged(made) as document:
                return [said(each, document) for each in document.elements if each.mcrefs]


def joined(element: Any, tag: str) -> str:
    return flat("".join(each.text or "" for each in element.iter(tag)))
