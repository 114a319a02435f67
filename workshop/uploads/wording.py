"""Every word in a file that somebody brought, its properties among them. Runs in the child; nothing is judged here."""

from collections.abc import Iterator
from io import BytesIO
from itertools import chain
from typing import Any
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from workshop import limits
from workshop.uploads.cells import TooLarge
from workshop.uploads.package import BEGINNING as ENTRY
from workshop.uploads.package import listed
from workshop.uploads.signed import BEGINNING as PDF
from workshop.uploads.signed import CONTAINERS, signed_as
from workshop.uploads.stamps import local, root

NAMING = {"author", "name", "initials", "lastModifiedBy", "descr", "title"}
"""Attributes in which programs write who did something, and people what a picture shows."""
OF_ANNOTATIONS = ("/Contents", "/T", "/V", "/TU")
OF_SIGNATURES = ("/Name", "/Reason", "/Location", "/ContactInfo")


def read(file: bytes) -> dict[str, Any] | None:
    """Its texts, and whether all that it says stands there: pictures of pages hold no words, and who signed a container
    stands in a certificate. None if it is too large."""
    try:
        if signed_as(file) in CONTAINERS.values():
            return {"texts": _within(_of_container(file)), "worded": False}
        inside = _within(_of_pdf(file) if file.startswith(PDF) else _of_package(file))
        about = _within(_about_pdf(file) if file.startswith(PDF) else iter(()))
    except TooLarge:
        return None
    return {"texts": [*inside, *about], "worded": bool(inside)}


def _of_container(file: bytes) -> Iterator[str]:
    """Of a PDF in it as of one alone; of documents and of the signatures the words."""
    yield from _of_archive(file)
    with ZipFile(BytesIO(file)) as archive:
        for each in archive.infolist():
            inside = archive.read(each)
            if inside.startswith(PDF):
                yield from chain(_of_pdf(inside), _about_pdf(inside))
            elif inside.startswith(ENTRY):
                yield from _of_archive(inside)


def _of_archive(file: bytes) -> Iterator[str]:
    """As a package, which nobody has looked at from outside yet."""
    with ZipFile(BytesIO(file)) as archive:
        listed(archive.infolist(), len(file))
    yield from _of_package(file)


def _within(texts: Iterator[str]) -> list[str]:
    """Those that say anything, up to the limit."""
    said, letters = list[str](), 0
    for text in texts:
        letters += len(text)
        if letters > limits.DOCUMENT_LETTERS:
            raise TooLarge
        if text.strip():
            said.append(text.strip())
    return said


def _of_pdf(file: bytes) -> Iterator[str]:
    for page in PdfReader(BytesIO(file)).pages:
        yield page.extract_text()


def _about_pdf(file: bytes) -> Iterator[str]:
    """What its properties, its fields, its remarks and its signatures say."""
    reader = PdfReader(BytesIO(file))
    for value in (reader.metadata or {}).values():
        yield str(value)
    for field in (reader.get_fields() or {}).values():
        value: Any = field.get("/V", "")
        value = value.get_object() if hasattr(value, "get_object") else value
        yield from _named(value, OF_SIGNATURES) if isinstance(value, DictionaryObject) else [str(value)]
    for page in reader.pages:
        for each in page.get("/Annots") or ():
            yield from _named(each.get_object(), OF_ANNOTATIONS)


def _named(of: Any, keys: tuple[str, ...]) -> Iterator[str]:
    yield from (str(of[key]) for key in keys if key in of)


def _of_package(file: bytes) -> Iterator[str]:
    """Paragraph by paragraph, part by part; properties and who wrote remarks too."""
    with ZipFile(BytesIO(file)) as archive:
        for path in archive.namelist():
            if path.endswith(".xml") and path != "[Content_Types].xml":
                yield from _of_part(root(archive, path))


def _of_part(element: Element) -> Iterator[str]:
    for name, value in element.attrib.items():
        if name.rpartition("}")[2] in NAMING:
            yield value
    if local(element) == "p" or not len(element):
        yield "".join(element.itertext())
        return
    for each in element:
        yield from _of_part(each)
