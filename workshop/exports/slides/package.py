"""What python-pptx leaves to its callers when a deck is packed."""

import zipfile
from io import BytesIO

from lxml import etree
from pptx.opc.package import XmlPart
from pptx.presentation import Presentation as Deck

CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
FIRST_DAY = (1980, 1, 1, 0, 0, 0)


def steady(deck: Deck) -> bytes:
    """The deck as a file that is the same whenever it is made from the same content."""
    rough = BytesIO()
    deck.save(rough)
    smooth = BytesIO()
    with zipfile.ZipFile(rough) as source, zipfile.ZipFile(smooth, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(_plain(name), source.read(name))
    return smooth.getvalue()


def _plain(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, FIRST_DAY)
    entry.compress_type = zipfile.ZIP_DEFLATED
    return entry


def number_axes(part: XmlPart) -> None:
    """Give the chart's axes small numbers: python-pptx writes negative ones, which the schema forbids."""
    numbers: dict[str, str] = {}
    for element in part._element.iter(f"{{{CHART}}}axId", f"{{{CHART}}}crossAx"):
        value = str(element.get("val"))
        element.set("val", numbers.setdefault(value, str(len(numbers) + 1)))


def drop_empty(element: etree._Element, tag: str) -> None:
    for found in list(element.iter(tag)):
        parent = found.getparent()
        if parent is not None and len(found) == 0:
            parent.remove(found)
