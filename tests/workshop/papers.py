"""A reader with a word processor, as far as tests need one: it edits a document, and brings it back."""

import subprocess
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from werkzeug.test import TestResponse

from facilitation.report import Report, english
from facilitation.report.reader import reader
from facilitation.report.returned import CARDS, Cells, Reviewed, reviewed
from tests.facilitation.sample_plan import PACK
from tests.workshop.desk import Desk
from tests.workshop.visitor import Visitor, forms
from workshop import exports
from workshop.exports.document.marks import mark_of
from workshop.uploads import document
from workshop.web.reviewing import marked, paper, said_at

NEW = "Every agreement sets two procurement targets."
OWNER = "Head of steering"
Edit = Callable[[Any], None]


@pytest.fixture
def page(desk: Desk) -> str:
    return f"/w/{desk.id}/draft/document"


def left(who: Visitor, desk: Desk) -> bytes:
    file = who.get(f"/w/{desk.id}/draft.docx")
    assert file.status_code == 200
    return file.data


def edited(file: bytes, *edits: Edit) -> bytes:
    """The document as somebody saves it after these edits."""
    opened, saved = Document(BytesIO(file)), BytesIO()
    for edit in edits:
        edit(opened)
    opened.save(saved)
    return saved.getvalue()


def paragraph_of(opened: Any, text: str) -> Any:
    """The paragraph of a field that says this."""
    found = (each for each in opened.element.body.iter(qn("w:p")) if said(each) == text)
    return next(each for each in found if each.find(qn("w:bookmarkStart")) is not None)


def said(paragraph: Any) -> str:
    return "".join(each.text or "" for each in paragraph.iter(qn("w:t")))


def typed(old: str, new: str) -> Edit:
    """Typed over, without a trace."""

    def edit(opened: Any) -> None:
        next(paragraph_of(opened, old).iter(qn("w:t"))).text = new

    return edit


def typed_in(at: str, new: str, time: int = 1) -> Edit:
    """Typed over where a field is told for the first time, or the how manieth."""

    def edit(opened: Any) -> None:
        marks = opened.element.body.iter(qn("w:bookmarkStart"))
        paragraph = next(each.getparent() for each in marks if each.get(qn("w:name")) == mark_of(at, time))
        first, *rest = paragraph.iter(qn("w:t"))
        first.text = new
        for each in rest:
            each.text = ""

    return edit


def run(text: str, name: str = "w:t") -> Any:
    made, inside = OxmlElement("w:r"), OxmlElement(name)
    inside.text = text
    made.append(inside)
    return made


def change(way: str, who: str, text: str) -> Any:
    made = OxmlElement(way)
    for name, value in (("w:id", "900"), ("w:author", who), ("w:date", "2026-12-02T09:30:00Z")):
        made.set(qn(name), value)
    made.append(run(text, "w:delText" if way == "w:del" else "w:t"))
    return made


def tracked(old: str, *changes: tuple[str, str, str]) -> Edit:
    """The text replaced by these parts: way, who, words; "" for what stays."""

    def edit(opened: Any) -> None:
        first = paragraph_of(opened, old).find(qn("w:r"))
        for way, who, text in changes:
            first.addprevious(change(way, who, text) if way else run(text))
        first.getparent().remove(first)

    return edit


def commented(text: str, who: str, remark: str) -> Edit:
    def edit(opened: Any) -> None:
        found = [each for each in opened.element.body.iter(qn("w:p")) if said(each) == text]
        found = next((each for each in found if each.find(qn("w:bookmarkStart")) is not None), found[0])
        of = next(each for each in found.iter(qn("w:r")))
        runs = type(opened.paragraphs[0].runs[0])(of, opened.paragraphs[0])
        opened.add_comment(runs, remark, author=who)

    return edit


def bring(who: Visitor, page: str, file: bytes) -> TestResponse:
    return who.send(page, file=(BytesIO(file), "plan.docx"))


def choosing(compared: TestResponse) -> dict[str, str | list[str]]:
    """The form of suggestions with everything taken."""
    form = next(each for each in forms(compared) if "lines" in each.fields)
    taken = {name: "take" for name in form.fields if name.startswith("choice-")}
    return {**form.fields, **taken}


def take(who: Visitor, page: str, compared: TestResponse, **otherwise: str) -> TestResponse:
    return who.client.post(f"{page}/take", data={**choosing(compared), **otherwise}, buffered=True)


def came_back(told: Report, file: bytes) -> Reviewed:
    """The file held against the report, with nothing changed meanwhile."""
    before = marked(said_at(told))
    cells = Cells(reader(told.language, english, PACK), told.sheets, told.sheets, CARDS)
    now = {each.at: each for each in before.values()}
    made = document.read(exports.make("docx", told)) or {}
    back = document.read(file) or {}
    return reviewed(paper(made, before), paper(back, before), before, now, cells)


NOTHING = Reviewed((), (), ())


def again(file: bytes, folder: Path) -> bytes:
    """The document as LibreOffice saves it."""
    folder.joinpath("plan.docx").write_bytes(file)
    profile = f"-env:UserInstallation=file://{folder}/profile"
    convert = ["soffice", profile, "--headless", "--convert-to", "docx", "--outdir", f"{folder}/again"]
    subprocess.run([*convert, f"{folder}/plan.docx"], check=True, capture_output=True, timeout=180)
    return folder.joinpath("again/plan.docx").read_bytes()
