"""Making DrawingML elements: a thin skin over lxml, which comes without types."""

from typing import Any, TypeAlias

from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

Element: TypeAlias = Any
A = "http://schemas.openxmlformats.org/drawingml/2006/main"


def tag(name: str) -> str:
    """A DrawingML name as lxml writes it."""
    return f"{{{A}}}{name}"


def element(name: str, attributes: dict[str, str] | None = None, **more: str) -> Element:
    return etree.Element(name, attributes or {}, **more)


def child(parent: Element, name: str, attributes: dict[str, str] | None = None, **more: Any) -> Element:
    return etree.SubElement(parent, name, attributes or {}, **more)
