"""WordprocessingML, built element by element: the library's own tables take a hundred times as long."""

from typing import Any, TypeAlias

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from lxml import etree  # pyright: ignore[reportAttributeAccessIssue]

Element: TypeAlias = Any
W14 = "http://schemas.microsoft.com/office/word/2010/wordml"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def w(name: str, /, *inside: Element, **attributes: str) -> Element:
    """`<w:name w:attribute="…">` with these elements inside; a trailing underscore of an attribute is dropped."""
    made = OxmlElement(f"w:{name}")
    for key, value in attributes.items():
        made.set(qn(f"w:{key.rstrip('_')}"), value)
    made.extend(inside)
    return made


def text(words: str, name: str = "t") -> Element:
    made = w(name)
    made.text = words
    made.set(XML_SPACE, "preserve")
    return made


def field(instruction: str, *shown: Element) -> list[Element]:
    """Runs of a field that programs work out anew, and what stands there until they do."""
    begin = w("r", w("fldChar", fldCharType="begin"))
    return [
        begin,
        w("r", text(f" {instruction} ", "instrText")),
        w("r", w("fldChar", fldCharType="separate")),
        *shown,
        w("r", w("fldChar", fldCharType="end")),
    ]


def packed(element: Element) -> bytes:
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)
