"""Makes the deck's default template: a clean master and five layouts in Toimi's colours, and nothing else.

python scripts/template.py            writes workshop/exports/templates/toimi.pptx
"""

import sys
from datetime import datetime
from pathlib import Path

from pptx import Presentation
from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.opc.packuri import PackURI
from pptx.oxml import parse_xml
from pptx.presentation import Presentation as Deck

sys.path.insert(0, str(Path(__file__).parents[1]))

from scripts.deck_shapes import (
    LEFT,
    NAMESPACES,
    WIDE,
    drawn,
    emu,
    fill,
    five_levels,
    foot,
    level,
    mark,
    placeholder,
    prompt,
    tree,
)
from workshop.exports.slides.package import steady

PLACE = Path(__file__).parents[1] / "workshop/exports/templates/toimi.pptx"
# The light theme of static/css/tokens.css in sRGB
COLOURS = {
    "dk1": "13221B",
    "lt1": "FFFFFF",
    "dk2": "06412F",
    "lt2": "EDF1EE",
    "accent1": "0A6747",
    "accent2": "F0A133",
    "accent3": "1C7494",
    "accent4": "7C57C4",
    "accent5": "B9396E",
    "accent6": "547811",
    "hlink": "025F41",
    "folHlink": "5D6862",
}
FACES = ("Cambria", "Arial")


def master(ids: list[tuple[str, str]]) -> str:
    layouts = "".join(f'<p:sldLayoutId id="{id}" r:id="{rel}"/>' for id, rel in ids)
    shapes = (
        placeholder(
            2, "Title", "title", (LEFT, 0.68, WIDE, 0.82), prompt("The finding in a sentence"), body='anchor="t"'
        )
        + placeholder(3, "Text", "body", (LEFT, 1.6, WIDE, 5.15), five_levels(), 1)
        + drawn(6, "line", (LEFT, 6.9, WIDE, 0), f'<a:ln w="9525">{fill("tx1")}</a:ln>')
        + mark(7, LEFT, 7.07, 0.07, 0.3, "accent1", 1.5)
        + foot(10)
    )
    title = level(1, 28, bold=True)
    sizes = (16, 14, 14, 12, 12)
    body = "".join(level(n, size, bullet=True) for n, size in enumerate(sizes, 1))
    other = "".join(level(n, 14) for n in range(1, 10))
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld>{tree(shapes, 'bg1')}</p:cSld>"
        '<p:clrMap bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" accent1="accent1" accent2="accent2" accent3="accent3" '
        'accent4="accent4" accent5="accent5" accent6="accent6" hlink="hlink" folHlink="folHlink"/>'
        f'<p:sldLayoutIdLst>{layouts}</p:sldLayoutIdLst><p:hf hdr="0" dt="0"/>'
        f"<p:txStyles><p:titleStyle>{title}</p:titleStyle><p:bodyStyle>{body}</p:bodyStyle>"
        f"<p:otherStyle>{other}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def layout(kind: str, name: str, shapes: str, ground: str = "", *, own: bool = False) -> str:
    """`own`: the layout does not show the master's line and mark."""
    bare = ' showMasterSp="0"' if own else ""
    return (
        f'<p:sldLayout {NAMESPACES} type="{kind}" preserve="1"{bare}>'
        f'<p:cSld name="{name}">{tree(shapes, ground)}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def title_layout() -> str:
    shapes = (
        placeholder(
            2,
            "Title",
            "ctrTitle",
            (1.1, 2.35, 11.1, 1.75),
            prompt("Title"),
            body='anchor="b"',
            style=level(1, 40, colour="bg1", bold=True),
        )
        + placeholder(
            3,
            "Subtitle",
            "subTitle",
            (1.1, 4.35, 11.1, 1.3),
            prompt("Organisation, period and state"),
            1,
            style=level(1, 20, colour="bg1"),
        )
        + mark(6, 1.1, 1.1, 0.17, 1.1, "accent2", 3.5)
    )
    return layout("title", "Title", shapes, "tx2", own=True)


def section_layout() -> str:
    shapes = (
        placeholder(
            2,
            "Title",
            "title",
            (1.1, 2.35, 11.1, 1.5),
            prompt("Section"),
            body='anchor="b"',
            style=level(1, 36, bold=True),
        )
        + placeholder(
            3,
            "Text",
            "body",
            (1.1, 4.1, 11.1, 1.8),
            prompt("What it holds"),
            1,
            style=level(1, 18, colour="tx1-soft"),
        )
        + foot(10)
        + mark(6, 1.1, 1.1, 0.17, 1.1, "accent1", 3.5)
    )
    return layout("secHead", "Section", shapes, "bg2", own=True)


def title_shape() -> str:
    return placeholder(
        2, "Title", "title", (LEFT, 0.68, WIDE, 0.82), prompt("The finding in a sentence"), body='anchor="t"'
    )


def content_layout() -> str:
    content = placeholder(3, "Content", "obj", (LEFT, 1.6, WIDE, 5.15), five_levels(), 1)
    return layout("obj", "Title and content", title_shape() + content + foot(10))


def two_contents_layout() -> str:
    half = (WIDE - 0.5) / 2
    left = placeholder(3, "Left content", "obj", (LEFT, 1.6, half, 5.15), five_levels(), 1)
    right = placeholder(4, "Right content", "obj", (LEFT + half + 0.5, 1.6, half, 5.15), five_levels(), 2)
    return layout("twoObj", "Two contents", title_shape() + left + right + foot(10))


def title_only_layout() -> str:
    return layout("titleOnly", "Title only", title_shape() + foot(10))


def theme() -> bytes:
    """Arial and Cambria have the widths of free twins and stand on every machine that opens a deck.

    Titles are set in the face for text; the one for headings is kept for what people of the room wrote.
    """
    colours = "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in COLOURS.items())
    heading, text = (f'<a:latin typeface="{face}"/><a:ea typeface=""/><a:cs typeface=""/>' for face in FACES)
    solid = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525" cap="flat" cmpd="sng" algn="ctr">{solid}<a:prstDash val="solid"/></a:ln>'
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Toimi"><a:themeElements>'
        f'<a:clrScheme name="Toimi">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Toimi"><a:majorFont>{heading}</a:majorFont>'
        f"<a:minorFont>{text}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Toimi"><a:fillStyleLst>{solid * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>'
        f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{solid * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    ).encode()


def bare() -> Deck:
    """The library's own deck without what would be left over: surplus layouts, printer settings, thumbnail."""
    deck = Presentation()
    for number in sorted((4, 6, 7, 8, 9, 10), reverse=True):
        deck.slide_layouts.remove(deck.slide_layouts[number])
    for part, kind in ((deck.part, RT.PRINTER_SETTINGS), (deck.part.package, RT.THUMBNAIL)):
        for id, relation in list(part._rels.items()):
            if relation.reltype == kind:
                part._rels.pop(id)
    return deck


def make() -> Deck:
    deck = bare()
    deck.slide_width, deck.slide_height = emu(40 / 3), emu(7.5)
    deck.part._element.find(".//{*}sldSz").attrib.pop("type", None)
    layouts = (title_layout(), content_layout(), section_layout(), two_contents_layout(), title_only_layout())
    for number, (each, xml) in enumerate(zip(list(deck.slide_layouts), layouts, strict=True), 1):
        each.part._element = parse_xml(xml)
        each.part.partname = PackURI(f"/ppt/slideLayouts/slideLayout{number}.xml")
    whole = deck.slide_masters[0]
    ids = [(each.get("id"), each.rId) for each in whole._element.sldLayoutIdLst.sldLayoutId_lst]
    whole.part._element = parse_xml(master(ids))
    whole.part.part_related_by(RT.THEME)._blob = theme()
    return named(deck)


def named(deck: Deck) -> Deck:
    about = deck.core_properties
    about.title, about.author, about.last_modified_by = "Toimi", "", ""
    about.subject = about.keywords = about.comments = about.category = ""
    about.created = about.modified = datetime(2026, 1, 1)  # noqa: DTZ001 (the library writes days as they are)
    about.revision = 1
    for relation in deck.part.package._rels.values():
        if relation.reltype == RT.EXTENDED_PROPERTIES:
            relation.target_part._blob = (
                b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns='
                b'"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
                b"<Application>Toimi</Application></Properties>"
            )
    return deck


if __name__ == "__main__":
    PLACE.parent.mkdir(parents=True, exist_ok=True)
    PLACE.write_bytes(steady(make()))
