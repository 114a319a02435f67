"""Slides read back: each shape where it stands, with its texts, its table or its chart."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from facilitation.report import Report
from workshop.miniatures import SVG, Picture
from workshop.miniatures.grid import grid
from workshop.miniatures.paper import INK, RULE, Look, Paper

EMU = 12700
TITLE, BODY, SMALL = 28.0, 16.0, 10.0
"""Sizes where the file leaves them to its layout."""
INSET = 2.0
SMALL_PLACES = ("FOOTER", "SLIDE_NUMBER", "DATE")
THEME, NUMBER = "/theme", "‹#›"


def draw(file: bytes, report: Report) -> Iterator[Picture]:
    deck: Any = Presentation(BytesIO(file))
    colours = scheme(deck)
    for number, slide in enumerate(deck.slides, 1):
        paper = Paper(deck.slide_width / EMU, deck.slide_height / EMU)
        for shape in slide.slide_layout.shapes:
            if not shape.is_placeholder:
                ornament(paper, shape, colours)
        for shape in slide.shapes:
            drawn(paper, shape, colours, number)
        title = slide.shapes.title
        yield Picture(SVG, paper.svg(), title.text_frame.text if title is not None else report.title)


def scheme(deck: Any) -> dict[str, str]:
    """The theme's colours by their names."""
    parts = (rel.target_part for rel in deck.slide_master.part.rels.values() if rel.reltype.endswith(THEME))
    root: Any = next((parse_xml(part.blob) for part in parts), None)
    found: dict[str, str] = {}
    for each in root.iter(qn("a:clrScheme")) if root is not None else ():
        for colour in each:
            value = colour[0].get("val") if colour[0].tag == qn("a:srgbClr") else colour[0].get("lastClr")
            found[colour.tag.rpartition("}")[2]] = f"#{value}"
    return found | {new: found[old] for new, old in (("tx1", "dk1"), ("bg1", "lt1"), ("tx2", "dk2")) if old in found}


def frame(shape: Any) -> tuple[float, float, float, float] | None:
    sizes = (shape.left, shape.top, shape.width, shape.height)
    return None if None in sizes else (sizes[0] / EMU, sizes[1] / EMU, sizes[2] / EMU, sizes[3] / EMU)


def ornament(paper: Paper, shape: Any, colours: dict[str, str]) -> None:
    """What a layout has beside its places."""
    if not (place := frame(shape)):
        return
    drawing = paper.oval if shape.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE and is_oval(shape) else paper.box
    drawing(*place, fill=filled(shape, colours), edge=edged(shape, colours))


def is_oval(shape: Any) -> bool:
    return any(each.get("prst") == "ellipse" for each in shape._element.iter(qn("a:prstGeom")))


def edged(shape: Any, colours: dict[str, str]) -> str:
    line = getattr(shape, "line", None)
    return coloured(line.color, colours, "none") if line is not None and line.fill.type == MSO_FILL.SOLID else "none"


def drawn(paper: Paper, shape: Any, colours: dict[str, str], number: int) -> None:
    if (place := frame(shape)) is None:
        return
    if shape.has_table:
        table(paper, shape.table, place)
    elif shape.has_chart:
        chart(paper, shape.chart, place, colours)
    elif shape.has_text_frame:
        paper.box(*place, fill=filled(shape, colours))
        texts(paper, shape, place, colours, number)
    elif shape.shape_type is not None:
        paper.box(*place, edge=RULE)


def filled(shape: Any, colours: dict[str, str]) -> str:
    fill = getattr(shape, "fill", None)
    return coloured(fill.fore_color, colours, "none") if fill is not None and fill.type == MSO_FILL.SOLID else "none"


def coloured(colour: Any, colours: dict[str, str], otherwise: str) -> str:
    """A colour of the theme by its name, or one of its own."""
    if colour is None or colour.type is None:
        return otherwise
    named = next((each.get("val") for each in colour._xFill.iter(qn("a:schemeClr"))), "")
    if named:
        return colours.get(named, otherwise)
    return f"#{colour.rgb}" if colour.type == 1 else otherwise


def texts(
    paper: Paper, shape: Any, place: tuple[float, float, float, float], colours: dict[str, str], number: int
) -> None:
    x, y, width, height = place
    lowest = y + height
    for paragraph in shape.text_frame.paragraphs:
        look, text = letters(shape, paragraph, colours), said(paragraph).replace(NUMBER, str(number))
        y += paper.write(x + INSET, y + INSET, width - 2 * INSET, text, look, max(lowest - y, look.size))


def said(paragraph: Any) -> str:
    """With its fields, such as the number of a slide."""
    return "".join(each.text or "" for each in paragraph._p.iter(qn("a:t")))


def letters(shape: Any, paragraph: Any, colours: dict[str, str]) -> Look:
    run = next(iter(paragraph.runs), None)
    size = run.font.size.pt if run is not None and run.font.size is not None else usual(shape)
    ink = coloured(run.font.color, colours, INK) if run is not None and run.font.fill.type is not None else INK
    bold = bool(run.font.bold) if run is not None and run.font.bold is not None else usual(shape) == TITLE
    return Look(size, bold, ink)


def usual(shape: Any) -> float:
    if not shape.is_placeholder:
        return BODY
    kind = shape.placeholder_format.type.name
    return TITLE if "TITLE" in kind and kind != "SUBTITLE" else SMALL if kind in SMALL_PLACES else BODY


def table(paper: Paper, table: Any, place: tuple[float, float, float, float]) -> None:
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    sizes = [
        run.font.size.pt
        for cell in table.iter_cells()
        for p in cell.text_frame.paragraphs
        for run in p.runs
        if run.font.size
    ]
    widths = [column.width / EMU for column in table.columns]
    least = [row.height / EMU for row in table.rows]
    grid(paper, place[:2], widths, rows, Look(sizes[0] if sizes else BODY), least)


def chart(paper: Paper, chart: Any, place: tuple[float, float, float, float], colours: dict[str, str]) -> None:
    """Bars as long as its first figures are large, with their names; which is what a miniature can tell."""
    x, y, width, height = place
    plot = next(iter(chart.plots), None)
    series = next(iter(plot.series), None) if plot is not None else None
    values = [float(value or 0) for value in series.values] if series is not None else []
    names = [str(name) for name in plot.categories] if plot is not None else []
    step, most = height / max(1, len(values)), max((abs(value) for value in values), default=0) or 1
    for at, value in enumerate(values):
        size = min(BODY, step * 0.5)
        name = names[at] if at < len(names) else ""
        paper.write(x, y + at * step + step * 0.2, width * 0.4, name, Look(size), step)
        bar = width * 0.55 * abs(value) / most
        paper.box(x + width * 0.42, y + at * step + step * 0.2, bar, step * 0.5, fill=colours.get("accent1", INK))
