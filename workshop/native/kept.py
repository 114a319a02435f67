"""What a file keeps of the template it was made in, and what it says of the program behind it: nothing of persons."""

from collections.abc import Collection
from typing import Any
from xml.sax.saxutils import escape

from workshop.texts import for_xml

POINTER = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
LONGEST = 255
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
        _let_go(part.rels, getattr(part, "_element", None))


def _let_go(relations: Any, element: Any) -> None:
    out = [id for id, each in relations.items() if each.is_external and not _clicked(each)]
    for id in out:
        relations.pop(id)
    if out and element is not None:
        for each in element.iter():
            for name in [name for name, value in each.items() if name.startswith(POINTER) and value in out]:
                del each.attrib[name]


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
