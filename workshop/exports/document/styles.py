"""The styles of a document by what they are for: its own where it has them, else the nearest that it has."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn

NAMED: Mapping[str, tuple[str, ...]] = {
    "title": ("Title", "Heading 1"),
    "subtitle": ("Subtitle", "Body Text", "Normal"),
    "section": ("Heading 1",),
    "finding": ("Heading 2", "Heading 1"),
    "topic": ("Heading 3", "Heading 2"),
    "about": ("Toimi About", "Caption", "Normal"),
    "contents": ("TOC Heading", "Subtitle", "Normal"),
    "contents_1": ("toc 1", "Normal"),
    "contents_2": ("toc 2", "Normal"),
    "text": ("Body Text", "Normal"),
    "lead": ("Toimi Lead", "Intense Quote", "Body Text", "Normal"),
    "quote": ("Toimi Quote", "Quote", "Normal"),
    "note": ("Toimi Note", "Caption", "Normal"),
    "label": ("Toimi Label", "Caption", "Normal"),
    "span": ("Toimi Span", "Body Text", "Normal"),
    "cell": ("Toimi Cell", "Table Text", "No Spacing", "Normal"),
    "bullet": ("List Bullet", "List Paragraph", "Normal"),
    "caption": ("Caption", "Normal"),
    "footer": ("footer", "Normal"),
    "table": ("Toimi Table", "Table Grid"),
    "figure": ("Toimi Figure", "Strong"),
}
"""Names as the file format has them in every language; what a style is called on the screen does not matter."""
KINDS = {"table": WD_STYLE_TYPE.TABLE, "figure": WD_STYLE_TYPE.CHARACTER}
"""Of the roles that are no paragraphs."""
SIZE = "/".join(qn(f"w:{name}") for name in ("docDefaults", "rPrDefault", "rPr", "sz"))
DEEPEST = 20
"""A style that rests on itself is somebody's mistake, and no reason to go on for ever."""
USUAL = 10.0
"""Points where nothing says how many; the format has it so."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The id of the style for each role; empty where the document has none."""

    title: str
    subtitle: str
    section: str
    finding: str
    topic: str
    about: str
    contents: str
    contents_1: str
    contents_2: str
    text: str
    lead: str
    quote: str
    note: str
    label: str
    span: str
    cell: str
    bullet: str
    caption: str
    footer: str
    table: str
    figure: str


def styles_of(document: Any, chosen: Mapping[str, str]) -> Styles:
    """`chosen`: what an editor said, role → the name of a style."""
    named = [style for style in document.styles if style.name]
    known = {style.style_id.lower(): style for style in named} | {style.name.lower(): style for style in named}
    return Styles(**{each.name: _found(each.name, known, chosen.get(each.name, "")) for each in fields(Styles)})


def based_on(document: Any, id: str) -> Iterator[Any]:
    """A style and those that it rests on, nearest first."""
    style = next((each for each in document.styles if each.style_id == id), None)
    for _ in range(DEEPEST):
        if style is None:
            return
        yield style
        style = style.base_style


def size_of(document: Any, id: str) -> float:
    """Points of a style's letters: its own, those of a style it rests on, or those of the whole document."""
    own = next((each.font.size.pt for each in based_on(document, id) if each.font.size is not None), None)
    if own is not None:
        return own
    size = document.styles.element.find(SIZE)
    return int(size.get(qn("w:val"))) / 2 if size is not None else USUAL


def _found(role: str, known: Mapping[str, Any], chosen: str) -> str:
    """By name, else by an id such as Heading1, which programs keep where a style was named anew."""
    wanted = KINDS.get(role, WD_STYLE_TYPE.PARAGRAPH)
    names = [name.lower() for name in (chosen, *NAMED[role]) if name]
    ways = (way for name in names for way in (name, name.replace(" ", "")))
    return next((known[way].style_id for way in ways if way in known and known[way].type == wanted), "")
