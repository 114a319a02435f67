"""Persons whom a template names outside of its words: changes under a name, fields that say one, marks of sittings."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from docx.oxml.ns import qn

from workshop.exports.document.xml import Element

UNCHANGED = tuple(qn(f"w:{name}") for name in ("ins", "moveTo"))
"""What was put in stays, without who put it in; any other change under a name goes with what it holds."""
ENDS = tuple(qn(f"w:{name}") for name in ("moveFromRangeEnd", "moveToRangeEnd"))
RESAVED = qn("w:rsid")
SITTINGS = ("rsids", "docId", "attachedTemplate", "saveThroughXslt", "mailMerge", "docVars", "trackRevisions")
LOCKS = ("writeProtection", "documentProtection")
"""Settings about those who worked on the template, and what would keep others from working on what is made of it."""
NAMING = re.compile(
    r"\s*(AUTHOR|LASTSAVEDBY|USER\w+|FILENAME|TEMPLATE|COMMENTS|DOCVARIABLE"
    r'|(INFO|DOCPROPERTY)\s+"?(?!(title|subject|company|keywords|category)\b))',
    re.IGNORECASE,
)
"""Fields that say a name or a path, and such as ask for properties that are no longer there."""
BOUND = re.compile("creator|lastModifiedBy|Manager")


@dataclass
class Field:
    """A field over several runs, in the making."""

    instruction: str = ""
    runs: list[Element] = field(default_factory=list[Element])


def unnamed(root: Element) -> None:
    """A head, a foot, styles or the page without persons: changes are accepted, fields that name somebody gone."""
    _accept(root)
    for each in list(root.iter(qn("w:fldSimple"))):
        if NAMING.match(each.get(qn("w:instr"), "")):
            each.getparent().remove(each)
    for run in [run for each in _fields(root) if NAMING.match(each.instruction) for run in each.runs]:
        if run.getparent() is not None:
            run.getparent().remove(run)
    for text in [text for bound in _bound(root) for text in bound.iter(qn("w:t"))]:
        text.text = ""
    for each in root.iter():
        for name in [name for name in each.attrib if name.startswith(RESAVED)]:
            del each.attrib[name]


def unsettled(settings: Element) -> None:
    """Settings without traces of sittings, of other files and of locks."""
    for each in [each for name in (*SITTINGS, *LOCKS) for each in settings.findall(f"{{*}}{name}")]:
        settings.remove(each)


def _accept(root: Element) -> None:
    for each in [each for each in root.iter() if each.get(qn("w:author")) is not None or each.tag in ENDS]:
        if each.tag in UNCHANGED:
            for inside in list(each):
                each.addprevious(inside)
        each.getparent().remove(each)


def _fields(root: Element) -> Iterator[Field]:
    within: list[Field] = []
    for run in root.iter(qn("w:r")):
        for mark in run:
            if mark.get(qn("w:fldCharType")) == "begin":
                within.append(Field())
            elif mark.tag == qn("w:instrText") and within:
                within[-1].instruction += mark.text or ""
            for each in within:
                each.runs.append(run)
            if mark.get(qn("w:fldCharType")) == "end" and within:
                yield within.pop()


def _bound(root: Element) -> Iterator[Element]:
    """Places that a program fills with a person from the file's properties."""
    for binding in root.iter("{*}dataBinding"):
        if BOUND.search(binding.get(qn("w:xpath"), "")):
            yield from binding.iterancestors(qn("w:sdt"))
