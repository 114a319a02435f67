"""Templates that got past the first look: files made in them through pages end within limits and fetch nothing."""

import re
from collections.abc import Iterator
from functools import partial
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.oxml import OxmlElement
from pptx import Presentation

from tests.conftest import NOON
from tests.workshop.checking_in import desk
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.test_second_wall import POINTER
from tests.workshop.test_uploads import crowded
from tests.workshop.tree import Tree
from tests.workshop.visitor import Visitor
from workshop import limits, store
from workshop.exports import child
from workshop.store.tables import TemplateRow
from workshop.uploads import checked

__all__ = ["desk"]

RELATIONS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
FETCHED = ("image", "oleObject", "attachedTemplate", "video", "audio", "subDocument", "frame", "externalLink")
"""What an office program fetches by itself when it opens a file."""
THEIRS = "https://www.ministry.example/procurement"
POSING = "https://spy.example/seen.png"
"""Said to be clicked, while a picture is what points to it."""
ID = POINTER.replace("}link", "}id")


@pytest.fixture
def reader(tree: Tree, desk: PlanDesk) -> Visitor:
    return tree.somebody("reader", "homes")


def worn(tree: Tree, kind: str, file: bytes) -> None:
    """In use for the files of Homes, as if the look had let it in."""
    row = TemplateRow(id=f"theirs-{kind}", organisation=tree.ids["homes"], kind=kind, name="Theirs", file=file)
    row.account, row.created = tree.account("bringer"), NOON
    with tree.app.app_context(), store.writing() as db:
        db.add(row)


def leading_out(kind: str) -> bytes:
    """A template that fetches from elsewhere in every way, and says its ministry's own address to be clicked."""
    whole: Any = Document() if kind == "docx" else Presentation()
    part = whole.sections[0].footer.part if kind == "docx" else whole.slide_layouts[5].part
    if kind == "docx":
        whole.sections[0].footer.paragraphs[0].text = "A foot"
    for sort in FETCHED:
        drawn(part, f"http://127.0.0.1:9/{sort}", sort)
    drawn(part, POSING, "hyperlink")
    clicked: Any = OxmlElement("w:hyperlink" if kind == "docx" else "a:hlinkClick")
    clicked.set(ID, part.relate_to(THEIRS, RELATIONS + "hyperlink", is_external=True))
    within = whole.sections[0].footer.paragraphs[0]._p if kind == "docx" else named(whole.slide_layouts[5])
    within.append(clicked)
    out = BytesIO()
    whole.save(out)
    return out.getvalue()


def drawn(part: Any, target: str, sort: str) -> None:
    picture: Any = OxmlElement("a:blip")
    picture.set(POINTER, part.relate_to(target, RELATIONS + sort, is_external=True))
    part._element.append(picture)


def named(layout: Any) -> Any:
    """Where a shape of a layout says what happens when it is clicked."""
    return layout.placeholders[0]._element.nvSpPr.cNvPr


def outside(file: bytes) -> Iterator[tuple[str, str]]:
    """Sort and target of every relation that leads out of a file."""
    with ZipFile(BytesIO(file)) as archive:
        for name in archive.namelist():
            if not name.endswith(".rels"):
                continue
            for relation in re.findall(r"<Relationship [^>]*External[^>]*>", archive.read(name).decode()):
                told = dict(re.findall(r'(\w+)="([^"]*)"', relation))
                yield told["Type"].rpartition("/")[2], told["Target"]


@pytest.mark.parametrize("kind", ["docx", "pptx"])
def test_a_file_that_is_downloaded_fetches_nothing_and_keeps_its_organisations_own_address(
    tree: Tree, desk: PlanDesk, reader: Visitor, kind: str
):
    template = leading_out(kind)
    assert {sort for sort, _ in outside(template)} >= set(FETCHED)
    worn(tree, kind, template)
    file = reader.get(f"{desk.page}/plan.{kind}")
    assert file.status_code == 200
    assert set(outside(file.data)) == {("hyperlink", THEIRS)}


@pytest.mark.parametrize(
    ("little", "why"), [({"seconds": 2}, "It took too long."), ({"megabytes": 160}, "It needs more memory")]
)
def test_a_template_that_takes_too_much_ends_in_words_on_the_page_and_holds_nobody_else_up(
    tree: Tree, desk: PlanDesk, reader: Visitor, monkeypatch: pytest.MonkeyPatch, little: dict[str, int], why: str
):
    heavy = crowded(limits.MARKS - 20_000)
    assert checked(heavy, "pptx") == heavy, "the look from outside lets it in"
    worn(tree, "pptx", heavy)
    with monkeypatch.context() as patched:
        patched.setattr(child, "make", partial(child.make, **little))
        page = reader.get(f"{desk.page}/plan.pptx")
    assert page.status_code == 503
    assert "The file was not made" in page.text
    assert why in page.text
    assert "Make it in Toimi’s own template" in page.text, "the way out is offered"
    assert reader.get(f"{desk.page}/plan.pptx?template=own").status_code == 200, "and leads somewhere"
