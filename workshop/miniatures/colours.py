"""Colours as a file names them: its theme's through the map of its master, lighter or darker as it says."""

from io import BytesIO
from typing import Any

from PIL import Image
from pptx.oxml import parse_xml
from pptx.oxml.ns import qn

from workshop.miniatures.paper import PAPER

THEME, FULL = "/theme", 100_000
WHITE = 255
MOST = 20_000_000
"""Points of a picture that is looked at."""


def scheme(master: Any) -> dict[str, str]:
    """The theme's colours by their names, and by those that the master gives them."""
    parts = (rel.target_part for rel in master.part.rels.values() if rel.reltype.endswith(THEME))
    root: Any = next((parse_xml(part.blob) for part in parts), None)
    found: dict[str, str] = {}
    for each in root.iter(qn("a:clrScheme")) if root is not None else ():
        for colour in each:
            value = colour[0].get("val") if colour[0].tag == qn("a:srgbClr") else colour[0].get("lastClr")
            found[colour.tag.rpartition("}")[2]] = f"#{value}"
    names = master._element.find(qn("p:clrMap"))
    return found | {
        new: found[old] for new, old in dict(names.attrib if names is not None else {}).items() if old in found
    }


def painted(holder: Any, colours: dict[str, str], otherwise: str = "none") -> str:
    """Of an element that holds a fill or is a solid one; `otherwise` without. Of what changes, the middle."""
    fill = holder if holder is None or holder.tag == qn("a:solidFill") else holder.find(qn("a:solidFill"))
    if fill is None and holder is not None and (stops := holder.findall(f"{qn('a:gradFill')}/*/{qn('a:gs')}")):
        return mixed([toned(stop[0], colours, PAPER) for stop in stops if len(stop)])
    if fill is None and holder is not None and (front := holder.findall(f"{qn('a:pattFill')}/{qn('a:fgClr')}")):
        return mixed([toned(front[0][0], colours, PAPER), PAPER])
    return otherwise if fill is None or len(fill) == 0 else toned(fill[0], colours, otherwise)


def mixed(colours: list[str]) -> str:
    parts = [sum(int(each[at : at + 2], 16) for each in colours) / (len(colours) or 1) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(part):02X}" for part in parts)


def pictured(holder: Any, part: Any, otherwise: str) -> str:
    """The colour that a picture has on the whole, on white; `otherwise` where there is none that can be read."""
    blip = None if holder is None else next(holder.iter(qn("a:blip")), None)
    relation = part.rels.get(blip.get(qn("r:embed"))) if blip is not None else None
    if relation is None or relation.is_external:
        return otherwise
    try:
        with Image.open(BytesIO(relation.target_part.blob)) as picture:
            if picture.width * picture.height > MOST:
                return otherwise
            whole = Image.new("RGBA", picture.size, PAPER)
            whole.alpha_composite(picture.convert("RGBA"))
    except (OSError, ValueError, Image.DecompressionBombError):
        return otherwise
    shades = whole.resize((1, 1), Image.Resampling.BOX).tobytes()
    return "#" + "".join(f"{shade:02X}" for shade in shades[:3])


def toned(colour: Any, colours: dict[str, str], otherwise: str) -> str:
    """One colour of the file, with its lightness; what shines through is taken to lie on white."""
    own = {qn("a:srgbClr"): f"#{colour.get('val')}", qn("a:sysClr"): f"#{colour.get('lastClr')}"}
    base = own.get(colour.tag) or colours.get(colour.get("val"), "")
    if not base:
        return otherwise
    said = {each.tag: int(each.get("val", FULL)) / FULL for each in colour}
    by, more = said.get(qn("a:lumMod"), 1.0), said.get(qn("a:lumOff"), 0.0)
    seen = said.get(qn("a:alpha"), 1.0)
    parts = (int(base[at : at + 2], 16) for at in (1, 3, 5))
    shades = ((min(WHITE, part * by + WHITE * more) * seen + WHITE * (1 - seen)) for part in parts)
    return "#" + "".join(f"{round(shade):02X}" for shade in shades)
