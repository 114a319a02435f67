"""What a file keeps of the template it was made in, and what it says of the program behind it: nothing of persons."""

from collections.abc import Collection
from typing import Any
from xml.sax.saxutils import escape

from workshop.texts import for_xml

POINTER = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
LONGEST = 255


def keep(relations: Any, element: Any, kinds: Collection[str]) -> None:
    """Lets go of every part that nothing in the element points to, unless it belongs there by its kind.

    Notes of people, of programs and of their sittings are parts that nothing points to.
    """
    pointed = {value for each in element.iter() for name, value in each.items() if name.startswith(POINTER)}
    for id, relation in list(relations.items()):
        if id not in pointed and relation.reltype.rpartition("/")[2] not in kinds:
            relations.pop(id)


def program(organisation: str, **counts: int) -> bytes:
    """The part that says who made a file with what: the organisation with this program, and how much is in it."""
    company = f"<Company>{escape(for_xml(organisation)[:LONGEST])}</Company>" if organisation else ""
    counted = "".join(f"<{name}>{count}</{name}>" for name, count in counts.items())
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
        f'<Properties xmlns="{PROPERTIES}"><Application>Toimi</Application>{company}{counted}</Properties>'
    ).encode()
