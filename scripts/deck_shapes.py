"""The shapes of the deck's default template, as XML: placeholders, levels of text, the drawn span. Places in inches."""

from xml.sax.saxutils import escape

NAMESPACES = (
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:p="http://schemas.openxmlformats.org/presentationml/2006/main"'
)
DECORATIVE = (
    '<a:extLst><a:ext uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative '
    'xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext></a:extLst>'
)
LEFT, WIDE = 0.7, 11.933


def emu(inches: float) -> int:
    return round(inches * 914400)


def frame(x: float, y: float, w: float, h: float, tag: str = "a") -> str:
    """Where a shape stands, in inches."""
    return f'<{tag}:xfrm><a:off x="{emu(x)}" y="{emu(y)}"/><a:ext cx="{emu(w)}" cy="{emu(h)}"/></{tag}:xfrm>'


def fill(colour: str) -> str:
    """A theme colour; "tx1-soft" is the quieter ink of captions (4.5:1 and better on paper)."""
    if colour == "tx1-soft":
        quieter = '<a:satMod val="40000"/><a:lumMod val="75000"/><a:lumOff val="25000"/>'
        return f'<a:solidFill><a:schemeClr val="tx1">{quieter}</a:schemeClr></a:solidFill>'
    return f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'


def placeholder(
    id: int,
    name: str,
    kind: str,
    place: tuple[float, float, float, float],
    text: str,
    index: int = 0,
    *,
    body: str = "",
    style: str = "",
) -> str:
    """A placeholder with its place, body properties and list style."""
    idx = f' idx="{index}"' if index else ""
    of_kind = f' type="{kind}"' if kind != "obj" else ""
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="{escape(name)}"/><p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr>'
        f"<p:nvPr><p:ph{of_kind}{idx}/></p:nvPr></p:nvSpPr><p:spPr>{frame(*place)}"
        f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></p:spPr>'
        f'<p:txBody><a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" {body}><a:normAutofit/></a:bodyPr>'
        f"<a:lstStyle>{style}</a:lstStyle>{text}</p:txBody></p:sp>"
    )


def prompt(text: str) -> str:
    return f'<a:p><a:r><a:rPr lang="en-GB"/><a:t>{escape(text)}</a:t></a:r></a:p>'


def five_levels() -> str:
    names = ("Text", "Second level", "Third level", "Fourth level", "Fifth level")
    return "".join(
        f'<a:p><a:pPr lvl="{level}"/><a:r><a:rPr lang="en-GB"/><a:t>{name}</a:t></a:r></a:p>'
        for level, name in enumerate(names)
    )


def level(n: int, size: int, *, colour: str = "tx1", bold: bool = False, bullet: bool = False, align: str = "l") -> str:
    """One level's paragraph and letters; sizes in points."""
    indent = f'marL="{228600 + 228600 * (n - 1)}" indent="-228600"' if bullet else 'marL="0" indent="0"'
    mark = '<a:buFontTx/><a:buChar char="•"/>' if bullet else "<a:buNone/>"
    return (
        f'<a:lvl{n}pPr {indent} algn="{align}"><a:lnSpc><a:spcPct val="100000"/></a:lnSpc>'
        f'<a:spcBef><a:spcPts val="{600 if bullet else 0}"/></a:spcBef>{mark}'
        f'<a:defRPr sz="{size * 100}" b="{int(bold)}" kern="1200">{fill(colour)}'
        f'<a:latin typeface="+mn-lt"/><a:ea typeface="+mn-ea"/><a:cs typeface="+mn-cs"/></a:defRPr></a:lvl{n}pPr>'
    )


def mark(id: int, x: float, y: float, r: float, way: float, colour: str, weight: float) -> str:
    """The span: an open ring, the way, a filled dot. `r` and `way` in inches, `weight` in points."""
    line = f'<a:ln w="{round(weight * 12700)}">{fill(colour)}</a:ln>'
    ring = (x, y, 2 * r, 2 * r)
    dot = (x + 2 * r + way, y, 2 * r, 2 * r)
    return (
        drawn(id, "ellipse", ring, f"<a:noFill/>{line}")
        + drawn(id + 1, "line", (x + 2 * r, y + r, way, 0), line)
        + drawn(id + 2, "ellipse", dot, f"{fill(colour)}{line}")
    )


def drawn(id: int, shape: str, place: tuple[float, float, float, float], looks: str) -> str:
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{id}" name="Mark {id}" descr="">{DECORATIVE}</p:cNvPr><p:cNvSpPr/>'
        f'<p:nvPr userDrawn="1"/></p:nvSpPr><p:spPr>{frame(*place)}<a:prstGeom prst="{shape}"><a:avLst/></a:prstGeom>'
        f'{looks}</p:spPr><p:txBody><a:bodyPr/><a:lstStyle/><a:p><a:endParaRPr lang="en-GB"/></a:p></p:txBody></p:sp>'
    )


def tree(shapes: str, ground: str = "") -> str:
    """The common slide data: the ground's colour, then the shapes in reading order."""
    paint = f"<p:bg><p:bgPr>{fill(ground)}<a:effectLst/></p:bgPr></p:bg>" if ground else ""
    return (
        f'{paint}<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        '<p:grpSpPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/><a:chOff x="0" y="0"/><a:chExt cx="0" cy="0"/>'
        f"</a:xfrm></p:grpSpPr>{shapes}</p:spTree>"
    )


def foot(first: int, colour: str = "tx1-soft") -> str:
    """Footer and slide number, the last to be read."""
    number = (
        '<a:p><a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum">'
        '<a:rPr lang="en-GB"/><a:t>‹#›</a:t></a:fld></a:p>'
    )
    return placeholder(
        first,
        "Footer",
        "ftr",
        (1.5, 6.99, 9.6, 0.3),
        '<a:p><a:endParaRPr lang="en-GB"/></a:p>',
        11,
        body='anchor="ctr"',
        style=level(1, 12, colour=colour),
    ) + placeholder(
        first + 1,
        "Slide number",
        "sldNum",
        (11.633, 6.99, 1.0, 0.3),
        number,
        12,
        body='anchor="ctr"',
        style=level(1, 12, colour=colour, align="r"),
    )
