"""What a file keeps of the template it was made in, and what it says of the program behind it: nothing of persons."""

from collections.abc import Collection
from typing import Any
from xml.sax.saxutils import escape

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

from workshop.texts import for_xml

POINTER = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
LONGEST = 255
CLICKS = ("hyperlink", "hlinkClick", "hlinkHover", "hlinkMouseOver")
CLICKED = ("http://", "https://", "mailto:", "#")


def keep(relations: Any, element: Any, kinds: Collection[str]) -> None:
    """Lets go of every part that nothing in the element points to, unless it belongs there by its kind.

    Notes of people, of programs and of their sittings are parts that nothing points to.
    """
    pointed = {value for each in element.iter() for name, value in each.items() if name.startswith(POINTER)}
    for id, relation in list(relations.items()):
        if id not in pointed and relation.reltype.rpartition("/")[2] not in kinds:
            relations.pop(id)


def inward(package: Any) -> None:
    """Lets go of every link that leads out of a file, but those that people click: the second wall behind uploads."""
    _let_go(package.rels if hasattr(package, "rels") else package._rels, None)
    for part in package.iter_parts():
        _let_go(part.rels, getattr(part, "_element", None), getattr(part, "_blob", None))


def _let_go(relations: Any, element: Any, unread: bytes | None = None) -> None:
    outward = {id: each for id, each in relations.items() if each.is_external}
    if not outward:
        return
    astray = _otherwise(_read(unread) if element is None and unread else element)
    out = [id for id, each in outward.items() if id in astray or not _clicked(each)]
    for id in out:
        relations.pop(id)
    if out and element is not None:
        for each in element.iter():
            for name in [name for name, value in each.items() if name.startswith(POINTER) and value in out]:
                del each.attrib[name]


def _otherwise(element: Any) -> set[str]:
    """Everything that is said elsewhere than where one clicks: a picture fetches by a link of any sort."""
    if element is None:
        return set()
    told = (each for each in element.iter(etree.Element) if etree.QName(each).localname not in CLICKS)
    return {value for each in told for value in each.attrib.values()}


def _read(part: bytes) -> Any:
    """A part that the library keeps as it came; nothing if it is no marks."""
    try:
        return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return None


def _clicked(relation: Any) -> bool:
    return relation.reltype.endswith("/hyperlink") and relation.target_ref.lower().startswith(CLICKED)


def program(organisation: str, **counts: int) -> bytes:
    """The part that says who made a file with what: the organisation with this program, and how much is in it."""
    company = f"<Company>{escape(for_xml(organisation)[:LONGEST])}</Company>" if organisation else ""
    counted = "".join(f"<{name}>{count}</{name}>" for name, count in counts.items())
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{PROPERTIES}"><Application>Toimi</Application>{company}{counted}</Properties>'
    ).encode()
