"""Where a package says that it comes from, and its parts as trees."""

from xml.etree import ElementTree
from zipfile import ZipFile

from facilitation.words import Refused
from workshop.uploads.parts import declares, plain

STAMP = "toimi_"
"""What the names of a file's own properties begin with."""
PROPERTIES = "docProps/custom.xml"


def stamp(archive: ZipFile) -> dict[str, str]:
    """What it says; empty for a file that says nothing."""
    if PROPERTIES not in archive.namelist():
        return {}
    named = ((str(each.get("name")), "".join(each.itertext())) for each in root(archive, PROPERTIES))
    return {name.removeprefix(STAMP): text.strip() for name, text in named if name.startswith(STAMP)}


def root(archive: ZipFile, path: str) -> ElementTree.Element:
    """Raises ValueError for one with a document type, which could name entities that grow without end."""
    part = archive.read(path)
    try:
        text = plain(part)
    except Refused:
        raise ValueError(path) from None
    if declares(text.lower()):
        raise ValueError(path)
    return ElementTree.fromstring(part)  # noqa: S314 (no document type, so no entities)


def local(element: ElementTree.Element) -> str:
    return element.tag.rpartition("}")[2]
