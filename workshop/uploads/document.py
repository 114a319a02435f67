"""What a document holds, paragraph by paragraph: words with who put them in or took them out, marks, comments.

Runs in the child. Nothing is judged here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element
from zipfile import ZipFile

from workshop import limits
from workshop.uploads import stamps
from workshop.uploads.cells import TooLarge
from workshop.uploads.remarks import remarks
from workshop.uploads.stamps import local, root

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ID = "{http://schemas.microsoft.com/office/word/2010/wordml}paraId"
CHANGES: Mapping[str, str] = {"ins": "in", "moveTo": "in", "del": "out", "moveFrom": "out"}
SIGNS: Mapping[str, str] = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
Change: TypeAlias = tuple[str, str, str]
"""In, out, never or neither; who, and when."""


def read(file: bytes) -> dict[str, Any] | None:
    """The stamp, the paragraphs in their order, and the comments by id. None if it is too large."""
    with ZipFile(BytesIO(file)) as archive:
        path = _target(archive, "", "/officeDocument") or "word/document.xml"
        walk = _Walk()
        try:
            walk.through(root(archive, path), ("", "", ""))
        except TooLarge:
            return None
        said = remarks(archive, {end: _target(archive, path, end) for end in ("/comments", "/commentsExtended")})
        return {"stamp": stamps.stamp(archive), "paragraphs": walk.paragraphs, "remarks": said}


def _target(archive: ZipFile, path: str, ending: str) -> str:
    """The part that another points to; empty where there is none."""
    folder, name = dirname(path), path.rpartition("/")[2]
    relations = join(folder, "_rels", f"{name}.rels")
    if relations not in archive.namelist():
        return ""
    for each in root(archive, relations):
        if str(each.get("Type")).endswith(ending):
            found = normpath(join("/", folder, str(each.get("Target")))).removeprefix("/")
            return found if found in archive.namelist() else ""
    return ""


@dataclass
class _Walk:
    """From the first word to the last, with what is open at each."""

    paragraphs: list[dict[str, Any]] = field(default_factory=list[Any])
    marks: dict[str, str] = field(default_factory=dict[str, str])
    """Open bookmarks: names by id."""
    ranges: set[str] = field(default_factory=set[str])
    """Open ranges of comments."""
    cells: int = 0
    cell: int | None = None
    letters: int = 0
    inside: list[dict[str, Any]] = field(default_factory=list[Any])
    """The paragraph that this is within, and those around it; what begins between two belongs to the next."""

    def through(self, element: Element, change: Change) -> None:
        for each in element:
            self.one(each, change)

    def one(self, each: Element, change: Change) -> None:
        name = local(each)
        match name:
            case "p" if each.tag == f"{W}p":
                self.paragraph(each, change)
            case "tc":
                self.in_cell(each, change)
            case "ins" | "del" | "moveTo" | "moveFrom":
                self.through(each, _change(each, change))
            case "bookmarkStart" | "bookmarkEnd":
                self.bookmark(each, name)
            case "commentRangeStart" | "commentRangeEnd" | "commentReference":
                self.comment(each, name)
            case "t" | "delText":
                self.say(each.text or "", change)
            case "tab" | "br" | "cr" | "noBreakHyphen":
                self.say(SIGNS[name], change)
            case "pPr" | "rPr" | "instrText" | "Fallback":
                return
            case _:
                self.contents(each, name)
                self.through(each, change)

    def contents(self, each: Element, name: str) -> None:
        """A line of the table of contents, which programs write anew."""
        if name == "hyperlink" and (each.get(f"{W}anchor") or "").startswith("_Toc") and self.inside:
            self.inside[-1]["contents"] = True

    def in_cell(self, each: Element, change: Change) -> None:
        before, self.cells = self.cell, self.cells + 1
        self.cell = self.cells
        self.through(each, change)
        self.cell = before

    def paragraph(self, each: Element, change: Change) -> None:
        if len(self.paragraphs) >= limits.DOCUMENT_PARAGRAPHS:
            raise TooLarge
        # A box within a paragraph has words of its own.
        alone = bool(self.inside)
        made: dict[str, Any] = {
            "id": each.get(ID) or "",
            "cell": None if alone else self.cell,
            "contents": False,
            "runs": [],
            "marks": [] if alone else [*self.marks.values()],
            "remarks": [] if alone else sorted(self.ranges),
        }
        self.paragraphs.append(made)
        self.inside.append(made)
        self.through(each, change)
        self.inside.pop()

    def bookmark(self, each: Element, name: str) -> None:
        id = each.get(f"{W}id") or ""
        if name == "bookmarkEnd":
            self.marks.pop(id, None)
            return
        self.marks[id] = each.get(f"{W}name") or ""
        if self.inside:
            self.inside[-1]["marks"].append(self.marks[id])

    def comment(self, each: Element, name: str) -> None:
        id = each.get(f"{W}id") or ""
        if name == "commentRangeStart":
            self.ranges.add(id)
        elif name == "commentRangeEnd":
            self.ranges.discard(id)
        if self.inside and name != "commentRangeEnd" and id not in self.inside[-1]["remarks"]:
            self.inside[-1]["remarks"].append(id)

    def say(self, text: str, change: Change) -> None:
        self.letters += len(text)
        if self.letters > limits.DOCUMENT_LETTERS:
            raise TooLarge
        if self.inside and text and change[0] != "never":
            marks = list(self.marks.values()) if len(self.inside) == 1 else []
            self.inside[-1]["runs"].append([text, *change, marks])


def _change(each: Element, around: Change) -> Change:
    """What is taken out of what somebody put in was neither there before nor is it wanted."""
    which = CHANGES[local(each)]
    if around[0] and around[0] != which:
        which = "never"
    return (which, each.get(f"{W}author") or around[1], each.get(f"{W}date") or around[2])
