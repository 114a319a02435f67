"""The contents of an archive's members, by their marks: nothing is parsed, so nothing can be made to follow a link."""

import re

from facilitation.words import N_, Refused

XML = re.compile(r"\.(xml|rels|vml)$", re.IGNORECASE)
DECLARED = re.compile(rb"""^<\?xml[^>]*?encoding\s*=\s*["']([^"']+)""")
ENCODINGS = frozenset({b"utf-8", b"utf-16", b"utf-16le", b"utf-16be", b"us-ascii", b"ascii"})
DECLARATIONS = re.compile(rb"<!(doctype|entity|element|attlist)", re.IGNORECASE)
RELATION = re.compile(rb"<[^<>]*?TargetMode\s*=\s*[\"']\s*external[^<>]*>", re.IGNORECASE)
HYPERLINK = re.compile(rb"Type\s*=\s*[\"'][^\"']*/relationships/hyperlink[\"']")
WEB = re.compile(rb"Target\s*=\s*[\"'](https?://|mailto:|#)", re.IGNORECASE)
MACROS = re.compile(rb"macroenabled|vbaproject|ms-office\.activex", re.IGNORECASE)
FIELDS = re.compile(
    rb"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE)\s+[\"\\&]|<(?:\w+:)?ddeLink\b|<oleObject\b|<o:OLEObject\b"
)
INSTRUCTIONS = re.compile(rb"<(?:\w+:)?instrText\b[^<>]*>([^<>]*)|\b(?:\w+:)?instr\s*=\s*([\"'].*?[\"'])")
INSTRUCTED = re.compile(rb"\b(DDEAUTO|DDE|INCLUDETEXT|INCLUDEPICTURE|INCLUDE|IMPORT|LINK)\b", re.IGNORECASE)
"""Fields that fetch or run, however their instruction is quoted or cut."""


def check(name: str, part: bytes) -> None:
    """Raises Refused for declarations of a document type, macros, links outside, and fields that fetch or run."""
    if not XML.search(name):
        return
    text = _plain(part)
    if DECLARATIONS.search(text):
        raise Refused(N_("The file declares a document type of its own, which no document needs."), code="doctype")
    if MACROS.search(text):
        raise Refused(N_("The file holds macros. Save it without them and bring it again."), code="macros")
    if FIELDS.search(text) or _instructed(text) or any(not _harmless(each) for each in RELATION.findall(text)):
        raise Refused(
            N_("The file points to something outside of it. Take the link out and bring the file again."), code="links"
        )


def _instructed(text: bytes) -> bool:
    """Pieces of an instruction stand in runs of their own: read together, nothing between them hides a word."""
    pieces = [b"".join(each) for each in INSTRUCTIONS.findall(text)]
    return any(INSTRUCTED.search(joined) for joined in (b"".join(pieces), b"\n".join(pieces)))


def _plain(part: bytes) -> bytes:
    """The marks in one encoding, whichever of the allowed ones they came in. Raises Refused for any other."""
    text = part.removeprefix(b"\xef\xbb\xbf")
    if text[:2] in (b"\xff\xfe", b"\xfe\xff") or b"\x00" in text[:4]:
        text = text.decode("utf-16" if text[:2] in (b"\xff\xfe", b"\xfe\xff") else _wide(text)).encode()
    declared = DECLARED.match(text)
    strange = declared and declared.group(1).lower() not in ENCODINGS
    if strange or (text and not text.lstrip().startswith(b"<")):
        raise Refused(N_("A part of the file is written in a way that cannot be read."), code="unreadable")
    return text


def _wide(text: bytes) -> str:
    return "utf-16-be" if text[:1] == b"\x00" else "utf-16-le"


def _harmless(relation: bytes) -> bool:
    """A link that a reader may click; nothing follows it by itself."""
    return bool(HYPERLINK.search(relation) and WEB.search(relation))
