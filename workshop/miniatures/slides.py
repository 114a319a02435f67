"""Slides read back: each shape where it stands, with its texts, its table or its chart."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pptx import Presentation
from pptx.enum.dml import MSO_FILL
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.oxml.ns import qn

from facilitation.report import Report
from workshop.miniatures import SVG, Picture
from workshop.miniatures.charts import chart
from workshop.miniatures.colours import painted, pictured, scheme, toned
from workshop.miniatures.grid import grid
from workshop.miniatures.paper import INK, PAPER, RULE, Look, Paper

EMU = 12700
TITLE, BODY, SMALL = 28.0, 16.0, 10.0
"""Sizes where the file leaves them to its layout."""
INSET = 2.0
WIDE = 0.2
"""A picture that takes more of a slide than this is ground rather than a sign."""
SMALL_PLACES = ("FOOTER", "SLIDE_NUMBER", "DATE")
NUMBER = "‹#›"


def draw(file: bytes, report: Report) -> Iterator[Picture]:
    deck: Any = Presentation(BytesIO(file))
    for number, slide in enumerate(deck.slides, 1):
        layout = slide.slide_layout
        colours = scheme(layout.slide_master)
        paper = Paper(deck.slide_width / EMU, deck.slide_height / EMU, ground(slide, colours))
        for shape in (*beneath(layout), *layout.shapes):
            if not shape.is_placeholder:
                ornament(paper, shape, colours)
        for shape in slide.shapes:
            drawn(paper, shape, colours, number)
        title = slide.shapes.title
        yield Picture(SVG, paper.svg(), title.text_frame.text if title is not None else report.title)


def beneath(layout: Any) -> Iterator[Any]:
    """What the master has on all its slides, unless the layout hides it."""
    return iter(() if layout._element.get("showMasterSp") in ("0", "false") else layout.slide_master.shapes)


def ground(slide: Any, colours: dict[str, str]) -> str:
    """The colour behind it: its own, or its layout's, or its master's."""
    for each in (slide, slide.slide_layout, slide.slide_layout.slide_master):
        said = each._element.cSld.find(qn("p:bg"))
        if said is not None and len(said):
            own = said[0] if said[0].tag == qn("p:bgPr") else None
            behind = pictured(own, each.part, PAPER)
            return painted(own, colours, behind) if own is not None else toned(said[0][0], colours, PAPER)
    return colours.get("bg1", PAPER)


def frame(shape: Any) -> tuple[float, float, float, float] | None:
    sizes = (shape.left, shape.top, shape.width, shape.height)
    return None if None in sizes else (sizes[0] / EMU, sizes[1] / EMU, sizes[2] / EMU, sizes[3] / EMU)


def ornament(paper: Paper, shape: Any, colours: dict[str, str]) -> None:
    """What a layout has beside its places."""
    if not (place := frame(shape)):
        return
    if shape.shape_type == MSO_SHAPE_TYPE.PICTURE:
        wide = place[2] * place[3] > paper.width * paper.height * WIDE
        paper.box(*place, fill=pictured(shape._element, shape.part, "none") if wide else "none", edge=RULE)
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
    if fill is not None and fill.type == MSO_FILL.GRADIENT:
        return painted(shape._element.spPr, colours)
    return coloured(fill.fore_color, colours, "none") if fill is not None and fill.type == MSO_FILL.SOLID else "none"


def coloured(colour: Any, colours: dict[str, str], otherwise: str) -> str:
    """A colour of the theme by its name, or one of its own."""
    return otherwise if colour is None or colour.type is None else painted(colour._xFill, colours, otherwise)


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
    usual_ink = inherited(shape, colours)
    ink = (
        coloured(run.font.color, colours, usual_ink)
        if run is not None and run.font.fill.type is not None
        else usual_ink
    )
    bold = bool(run.font.bold) if run is not None and run.font.bold is not None else usual(shape) == TITLE
    return Look(size, bold, ink)


def inherited(shape: Any, colours: dict[str, str]) -> str:
    """Of letters that say nothing: from the shape's list, its place in layout and master, or the master's styles."""
    place: Any = shape
    while place is not None:
        for said in place._element.iterfind(f".//{qn('a:lstStyle')}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}"):
            if (ink := painted(said, colours, "")) != "":
                return ink
        place = getattr(place, "_base_placeholder", None) if place.is_placeholder else None
    return styled(shape, shape.part.slide.slide_layout.slide_master, colours)


def styled(shape: Any, master: Any, colours: dict[str, str]) -> str:
    """As the master's own styles have titles and texts."""
    kind = shape.placeholder_format.type.name if shape.is_placeholder else "OTHER"
    style = "p:titleStyle" if kind in ("TITLE", "CENTER_TITLE") else "p:bodyStyle"
    usual_ink = colours.get("tx1", INK)
    said = master._element.find(f"{qn('p:txStyles')}/{qn(style)}/{qn('a:lvl1pPr')}/{qn('a:defRPr')}")
    return usual_ink if said is None or not shape.is_placeholder else painted(said, colours, usual_ink)


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
