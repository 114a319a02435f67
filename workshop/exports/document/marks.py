"""How each field is found again in a document that comes back, whichever program saved it on the way.

A field's words stand in a hidden bookmark named by its address, and their paragraph bears an id made from the same
name: Word keeps both, and the id still when every word was typed anew; LibreOffice keeps the bookmark.
"""

from collections import Counter
from hashlib import sha256

from docx.oxml.ns import qn

from workshop.exports.document.xml import W14, Element

MARK, DIGITS = "_Toimi_", 24
FIRST = 100_000
"""Numbers of bookmarks below are those of headings."""
OF_FIELDS = 0x40000000
"""Ids of paragraphs below are counted, those above are made from a field's name; Word wants them under 0x80000000."""


def mark_of(at: str, time: int = 1) -> str:
    """The name of a field's bookmark: letters and digits, at most forty, hidden because of how it begins.

    `time`: a field that is told again has a name of its own there.
    """
    return f"{MARK}{sha256(at.encode()).hexdigest()[:DIGITS]}" + (f"_{time}" if time > 1 else "")


def id_of(mark: str) -> str:
    """The id of the paragraph in which the bookmark stands."""
    return f"{OF_FIELDS | int(mark.removeprefix(MARK)[:8], 16) & (OF_FIELDS - 1):08X}"


def number(body: Element) -> None:
    """Bookmarks and paragraphs each get a number of their own; where a field is told first, its paragraph is its."""
    wanted = _numbered(body)
    taken: set[str] = set()
    for place, each in enumerate(body.iter(qn("w:p")), 1):
        id = wanted.get(each, "")
        id = id if id and id not in taken else f"{place:08X}"
        taken.add(id)
        each.set(f"{{{W14}}}paraId", id)


def _numbered(body: Element) -> dict[Element, str]:
    """The paragraphs of fields with the ids that they should have."""
    found: dict[str, Element] = {}
    times: Counter[str] = Counter()
    for each in [*body.iter(qn("w:bookmarkStart"))]:
        name = each.get(qn("w:name"))
        if name.startswith(MARK):
            times[name] += 1
            _named(each, f"{name}_{times[name]}" if times[name] > 1 else name, FIRST + times.total())
            found.setdefault(name, each.getparent())
    return {paragraph: id_of(name) for name, paragraph in found.items() if paragraph is not None}


def _named(start: Element, name: str, number: int) -> None:
    start.set(qn("w:name"), name)
    for each in (start, next(start.itersiblings(qn("w:bookmarkEnd")))):
        each.set(qn("w:id"), str(number))
