"""The contents of an archive's members, by their marks: read once, from front to end, and nothing can be followed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from xml.parsers import expat

from facilitation.words import N_, Refused
from workshop import limits

XML = re.compile(r"\.(xml|rels|vml)$", re.IGNORECASE)
RELATIONS = re.compile(r"\.rels$|^\[content_types\]\.xml$", re.IGNORECASE)
DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)""")
BEGUN = re.compile(rb"\s*<")
ENCODINGS = frozenset({b"utf-8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii", b"ascii"})
DECLARATIONS = (b"<!doctype", b"<!entity", b"<!element", b"<!attlist")
MACROS = re.compile("macroenabled|vbaproject|ms-office.activex", re.IGNORECASE)
WEB = re.compile(r"https?://|mailto:|#", re.IGNORECASE)
INSTRUCTED = re.compile(r"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK)\b", re.IGNORECASE)
"""Fields that fetch or run, however their instruction is quoted or cut."""
OUTWARD = ("ddeLink", "oleObject", "OLEObject")
TELLING = (b"instrText", *(each.encode() for each in OUTWARD))
"""Names cannot be written by references: where none of these stands, nothing of the kind is said."""
INSTRUCTING = re.compile(rb"instr\s*=")
"""An attribute with a field's instruction; without one, attributes say nothing."""
QUIET, FIELD = 4, 2
"""A mark of which only the name is looked at takes the fourth part of the time, a field's twice as much."""
LINKS = N_("The file points to something outside of it. Take the link out and bring the file again.")
UNREADABLE = N_("A part of the file is written in a way that cannot be read.")


def is_marked(name: str, type: str, part: bytes) -> bool:
    """Whether a part is read by its marks: by its name, by what it is said to be, or because it begins so."""
    if XML.search(name) or type.lower().endswith("xml"):
        return True
    return not type.lower().startswith("image/") and part[:64].lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n")[:1] == b"<"


def plain(part: bytes) -> bytes:
    """The marks in one encoding, whichever of the allowed ones they came in. Raises Refused for any other."""
    text = part.removeprefix(b"\xef\xbb\xbf")
    if text[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in text[:4]:
        text = text.decode("utf-16" if text[:2] in (b"\xff\xfe", b"\xfe\xff") else _wide(text)).encode()
    declared = DECLARED.match(text)
    strange = declared and declared.group(1).lower() not in ENCODINGS
    if strange or (text and not BEGUN.match(text)):
        raise Refused(UNREADABLE, code="unreadable")
    return text


def declares(lower: bytes) -> bool:
    """Whether marks in small letters have a document type of their own, which can name entities."""
    return any(each in lower for each in DECLARATIONS)


def check(name: str, text: bytes) -> "Reading":
    """Raises Refused for declarations of a document type, macros, links outside, and fields that fetch or run."""
    if RELATIONS.search(name) and text.count(b"<") > limits.RELATION_MARKS:
        raise Refused(N_("The file unpacks to far more than a document holds."), code="too_long")
    lower = text.lower()
    if declares(lower):
        raise Refused(N_("The file declares a document type of its own, which no document needs."), code="doctype")
    if any(each in lower for each in (b"macroenabled", b"vbaproject", b"ms-office.activex")):
        raise macros()
    del lower
    reading = Reading(bool(RELATIONS.search(name)))
    _read(name, text, reading)
    if any(INSTRUCTED.search(joined) for joined in reading.instructions()):
        raise Refused(LINKS, code="links")
    return reading


def tells(name: str, text: bytes) -> bool:
    """Whether its elements are told one by one."""
    return _judged(name, text) or any(each in text for each in TELLING)


def _judged(name: str, text: bytes) -> bool:
    """Whether attributes are looked at too, of every element."""
    return bool(RELATIONS.search(name) or INSTRUCTING.search(text))


def telling(name: str, text: bytes) -> int:
    """How much time that takes, in marks whose attributes are looked at."""
    if not tells(name, text):
        return 0
    marks = text.count(b"<")
    return marks if _judged(name, text) else marks // QUIET + FIELD * text.count(b"instrText")


def macros() -> Refused:
    return Refused(N_("The file holds macros. Save it without them and bring it again."), code="macros")


@dataclass
class Reading:
    """What a part says, its references resolved: types of parts, and instructions of fields piece by piece."""

    relations: bool
    types: dict[str, str] = field(default_factory=dict[str, str])
    """By "/part" or by ".ending", in small letters."""
    pieces: list[str] = field(default_factory=list[str])

    def element(self, name: str, attributes: Mapping[str, str]) -> None:
        if self.relations:
            self._judge(attributes)
        if name.rpartition(":")[2] in OUTWARD:
            raise Refused(LINKS, code="links")
        self.pieces += [value for key, value in attributes.items() if key.rpartition(":")[2] == "instr"]

    def _judge(self, attributes: Mapping[str, str]) -> None:
        if any(MACROS.search(each) for each in attributes.values()):
            raise macros()
        if type := attributes.get("ContentType"):
            ending = f".{attributes.get('Extension', '')}"
            self.types[attributes.get("PartName", ending).lower()] = type
        if attributes.get("TargetMode", "Internal").strip().lower() != "internal" and not _harmless(attributes):
            raise Refused(LINKS, code="links")

    def type_of(self, name: str) -> str:
        """What the package says that a part is."""
        low = name.lower()
        return self.types.get(f"/{low}") or self.types.get(f".{low.rpartition('.')[2]}", "")

    def instructions(self) -> tuple[str, str]:
        """Pieces stand in runs of their own: read together, nothing between them hides a word."""
        return "".join(self.pieces), "\n".join(self.pieces)


def _harmless(relation: Mapping[str, str]) -> bool:
    """A link that a reader may click; nothing follows it by itself."""
    return relation.get("Type", "").endswith("/relationships/hyperlink") and bool(WEB.match(relation.get("Target", "")))


def _read(name: str, text: bytes, reading: Reading) -> None:
    """From front to end; told of its elements only where they may say something, for each telling takes its time."""
    parser = expat.ParserCreate("utf-8")
    parser.buffer_text = True
    silent: set[str] = set()
    judged = _judged(name, text)

    def started(element: str, attributes: dict[str, str]) -> None:
        if element in silent:
            return
        reading.element(element, attributes)
        if element.rpartition(":")[2] == "instrText":
            parser.CharacterDataHandler, parser.EndElementHandler = reading.pieces.append, ended
        elif not judged:
            silent.add(element)

    def ended(_element: str) -> None:
        parser.CharacterDataHandler = parser.EndElementHandler = None

    if tells(name, text):
        parser.StartElementHandler = started
    try:
        parser.Parse(text, True)
    except expat.ExpatError:
        # Older programs write drawings with marks that never close; no library of ours reads them.
        if not name.lower().endswith(".vml"):
            raise Refused(UNREADABLE, code="unreadable") from None


def _wide(text: bytes) -> str:
    return "utf-16-be" if text[:1] == b"\x00" else "utf-16-le"
