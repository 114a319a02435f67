"""The file around the words: the template opened and emptied, its page and footer, and all of it packed steadily."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.oxml.ns import qn

from facilitation.report.blocks import Report
from workshop.archives import retyped, rewritten
from workshop.exports import Brought
from workshop.exports.document import about, foot
from workshop.exports.document.brought import emptied
from workshop.exports.document.lists import bullets
from workshop.exports.document.marks import number
from workshop.exports.document.styles import Styles, size_of, styles_of
from workshop.exports.document.xml import W14, Element

OWN = Path(__file__).parents[1] / "templates" / "toimi.docx"
ROOT = re.compile(rb"<w:document\b[^>]*>")
IGNORED = re.compile(rb'Ignorable="([^"]*)"')
MARKUP = "http://schemas.openxmlformats.org/markup-compatibility/2006"


@dataclass(frozen=True)
class Paper:
    """An opened document without words, its styles by role, and the width of its text in twentieths of a point.

    `bullets`: the list that short lines join where their style is none. `size`: of the letters in cells, in points.
    """

    document: Any
    styles: Styles
    width: int
    bullets: int
    size: float


def opened(template: Brought | None, report: Report) -> Paper:
    """Our own template, or one that somebody brought: its sample words go, its head and foot stay."""
    document = emptied(Document(BytesIO(retyped(template.file, "document")) if template else str(OWN)))
    styles = styles_of(document, template.roles if template else {})
    about.language(document, report.language)
    about.properties(document, report)
    about.stamp(document, report.stamp)
    section = document.sections[-1]
    if not template or not foot.has_words(section):
        foot.write(document, section, styles.footer, report.footer)
    return Paper(
        document, styles, foot.width_of(section), bullets(document, styles.bullet), size_of(document, styles.cell)
    )


def packed(paper: Paper, words: Sequence[Element]) -> bytes:
    """The document with these words, the same bytes whenever it is made."""
    body = paper.document.element.body
    last = body.find(qn("w:sectPr"))
    for each in words:
        if last is None:
            body.append(each)
        else:
            last.addprevious(each)
    number(body)
    rough = BytesIO()
    paper.document.save(rough)
    return rewritten(rough.getvalue(), _with_ids)


def _with_ids(name: str, part: bytes) -> bytes:
    return ROOT.sub(_declared, part, count=1) if name == "word/document.xml" else part


def _declared(found: "re.Match[bytes]") -> bytes:
    """The root says that older programs may pass over the ids."""
    root = found[0]
    for prefix, address in ((b"w14", W14), (b"mc", MARKUP)):
        if b"xmlns:" + prefix not in root:
            root = root[:-1] + b" xmlns:" + prefix + b'="' + address.encode() + b'">'
    ignored = IGNORED.search(root)
    if ignored is None:
        return root[:-1] + b' mc:Ignorable="w14">'
    names = b" ".join(dict.fromkeys([*ignored[1].split(), b"w14"]))
    return IGNORED.sub(b'Ignorable="' + names + b'"', root)
