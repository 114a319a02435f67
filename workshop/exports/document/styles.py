"""The styles of a document by what they are for: its own where it has them, else the nearest that it has."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

from docx.enum.style import WD_STYLE_TYPE

NAMED: Mapping[str, tuple[str, ...]] = {
    "title": ("Title", "Heading 1"),
    "subtitle": ("Subtitle", "Body Text", "Normal"),
    "section": ("Heading 1",),
    "finding": ("Heading 2", "Heading 1"),
    "topic": ("Heading 3", "Heading 2"),
    "contents": ("TOC Heading", "Toimi Lead", "Normal"),
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
}
"""Names as the file format has them in every language; what a style is called on the screen does not matter."""


@dataclass(frozen=True, slots=True)
class Styles:
    """The id of the style for each role; empty where the document has none."""

    title: str
    subtitle: str
    section: str
    finding: str
    topic: str
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


def styles_of(document: Any, chosen: Mapping[str, str]) -> Styles:
    """`chosen`: what an editor said, role → the name of a style."""
    known = {style.name.lower(): style for style in document.styles if style.name}
    return Styles(**{each.name: _found(each.name, known, chosen.get(each.name, "")) for each in fields(Styles)})


def _found(role: str, known: Mapping[str, Any], chosen: str) -> str:
    wanted = WD_STYLE_TYPE.TABLE if role == "table" else WD_STYLE_TYPE.PARAGRAPH
    names = (name.lower() for name in (chosen, *NAMED[role]) if name)
    return next((known[name].style_id for name in names if name in known and known[name].type == wanted), "")
