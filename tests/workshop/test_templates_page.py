"""An organisation's own template comes in through a page, is looked at, corrected, tried, used and retired."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from flask import Flask
from pptx import Presentation
from sqlalchemy import select
from werkzeug.test import TestResponse

from tests.conftest import Clock, signed_in
from tests.workshop.desk import HEAD, set_up
from tests.workshop.hostile import linked, package
from tests.workshop.laid_out import empty
from tests.workshop.visitor import Visitor
from workshop import limits, store
from workshop.exports import child
from workshop.store import accounts
from workshop.store.tables import AuditRow, TemplateRow

OWN = Path("workshop/exports/templates/toimi.pptx").read_bytes()
MINISTRY = str(HEAD["organisation"])
SHELF = "/templates"


def foreign(change: Callable[[Any], None] = lambda deck: None) -> bytes:
    """The library's own template, which is none of ours, with two samples in it."""
    deck, out = Presentation(), BytesIO()
    for layout in list(deck.slide_layouts)[:2]:
        deck.slides.add_slide(layout)
    change(deck)
    deck.save(out)
    return out.getvalue()


def retyped(file: bytes, was: str, now: str) -> bytes:
    out = BytesIO()
    with ZipFile(BytesIO(file)) as source, ZipFile(out, "w") as target:
        for info in source.infolist():
            target.writestr(info, source.read(info).replace(was.encode(), now.encode()))
    return out.getvalue()


def without_titles(deck: Any) -> None:
    deck.slides._sldIdLst.clear()
    for layout in deck.slide_layouts:
        for place in list(layout.placeholders):
            place._element.getparent().remove(place._element)


def bring(who: Visitor, file: bytes, name: str = "house.pptx", organisation: str = MINISTRY) -> TestResponse:
    return who.send(SHELF, file=(BytesIO(file), name), organisation=organisation)


def brought(who: Visitor, file: bytes, **otherwise: str) -> str:
    """The page of a template that was taken."""
    page = bring(who, file, **otherwise)
    assert page.status_code == 200, page.text
    return page.request.path


def thrown(who: Visitor, size: int) -> TestResponse:
    """So many bytes at the form's address."""
    return who.client.post(SHELF, data=bytes(size), content_type="multipart/form-data; boundary=b")


def rows(app: Flask) -> list[TemplateRow]:
    with app.app_context(), store.reading() as db:
        return list(db.scalars(select(TemplateRow)))


def layouts(deck: bytes) -> list[str]:
    return [slide.slide_layout.name for slide in Presentation(BytesIO(deck)).slides]


def test_before_any_was_brought_the_list_says_so(facilitator: Visitor):
    assert "No templates yet" in facilitator.get(SHELF).text


def test_our_own_template_may_be_brought_as_any_other(facilitator: Visitor):
    page = facilitator.get(brought(facilitator, OWN)).text
    assert "As found: Title and content" in page
    assert page.count('class="sketch"') == 5 + len(Presentation(BytesIO(OWN)).slide_layouts)


def test_the_list_says_whose_it_is_for_what_by_whom_and_that_it_is_in_use(facilitator: Visitor):
    brought(facilitator, foreign())
    page = facilitator.get(SHELF).text
    for words in ("house", MINISTRY, "Slides", "Fay", "26 November 2026", "In use"):
        assert words in page


def test_a_foreign_template_is_matched_by_role(app: Flask, facilitator: Visitor):
    brought(facilitator, foreign())
    found = rows(app)[0].seen["roles"]
    assert found["section"] == "Section Header"
    assert found["title_only"] == "Title Only"


@pytest.mark.parametrize(
    ("file", "words"),
    [
        (b"no package", "This file cannot be opened"),
        (package(("ppt/vbaProject.bin", b"x")), "The file holds macros."),
        (linked("image", "https://example.org/a.png"), "points to something outside"),
        (package(), "Open it in your own program"),
        (foreign(without_titles), "No layout in the file has a place for a title."),
    ],
    ids=["no package", "macros", "a link", "nothing in it", "no titles"],
)
def test_what_is_not_fit_is_refused_with_words_at_the_field(app: Flask, facilitator: Visitor, file: bytes, words: str):
    page = bring(facilitator, file)
    assert page.status_code == 400
    assert words in page.text.split('id="file-error"')[1][:400]
    assert rows(app) == []


def test_what_is_too_large_is_refused_at_the_field_and_much_more_at_the_door(app: Flask, facilitator: Visitor):
    page = bring(facilitator, bytes(limits.UPLOAD_BYTES + 1))
    page.request.environ["wsgi.input"].close()  # a file of the test's own browser
    assert page.status_code == 400
    assert "larger than 20 megabytes" in page.text.split('id="file-error"')[1][:400]
    assert thrown(facilitator, 2 * limits.UPLOAD_BYTES + 1).status_code == 413


def test_a_stranger_sends_no_more_than_any_page_takes(visitor: Visitor):
    assert thrown(visitor, 400 * 1024).status_code == 413


def test_a_file_that_takes_too_long_to_look_at_is_refused(facilitator: Visitor, monkeypatch: pytest.MonkeyPatch):
    look = child.look
    monkeypatch.setattr(child, "look", lambda kind, file: look(kind, file, seconds=0))
    assert "The file cannot be opened." in bring(facilitator, foreign()).text


def test_without_a_file_nothing_happens(app: Flask, facilitator: Visitor):
    page = facilitator.send(SHELF, organisation=MINISTRY)
    assert "Choose a file." in page.text
    assert rows(app) == []


def test_only_an_administrator_brings_one_for_everybody(facilitator: Visitor, administrator: Visitor):
    assert "Only an administrator brings one for everybody." in bring(facilitator, OWN, organisation="").text
    assert "For everybody" in bring(administrator, OWN, organisation="").text


def test_correcting_a_role_changes_the_deck(facilitator: Visitor):
    page = brought(facilitator, foreign())
    before = layouts(facilitator.get(f"{page}/sample.pptx").data)
    facilitator.send(page, section="Title Only")
    after = layouts(facilitator.get(f"{page}/sample.pptx").data)
    assert "Section Header" in before and "Title and Content" in before
    assert after.count("Title Only") == 1
    assert "Section Header" not in after


def test_whatever_is_chosen_no_place_stays_empty_and_no_words_are_lost(facilitator: Visitor):
    page = brought(facilitator, foreign())
    roles = {"title": "Title Only", "section": "Picture with Caption", "title_only": "Comparison"}
    facilitator.send(page, **roles)
    slides = Presentation(BytesIO(facilitator.get(f"{page}/sample.pptx").data)).slides
    assert empty(list(slides)) == []
    cover: list[Any] = list(slides[0].shapes)
    assert MINISTRY in [shape.text_frame.text for shape in cover]


def test_a_layout_that_is_not_there_is_not_kept(app: Flask, facilitator: Visitor):
    page = brought(facilitator, foreign())
    assert facilitator.send(page, title="Something else").status_code == 400
    assert rows(app)[0].roles == {}


def test_what_was_done_leaves_lines_in_the_trail(app: Flask, facilitator: Visitor):
    page = brought(facilitator, foreign())
    facilitator.send(page, section="Title Only")
    facilitator.send(page, button="Retire it")
    with app.app_context(), store.reading() as db:
        lines = [row for row in db.scalars(select(AuditRow)) if "template" in row.action]
    assert [line.action for line in lines] == ["bring_template", "correct_template", "retire_template"]
    assert {line.object for line in lines} == {rows(app)[0].id}
    assert lines[1].detail == {"section": "Title Only"}


def test_another_facilitator_sees_it_and_changes_nothing(app: Flask, facilitator: Visitor, administrator: Visitor):
    page, eve = brought(facilitator, OWN), signed_in(app, "eve@example.fi", "Eve", accounts.FACILITATOR)
    seen = eve.get(page).text
    assert "Download a sample" in seen
    assert "Save the choices" not in seen and "Retire it" not in seen
    form = facilitator.form(page, button="Retire it")
    assert eve.client.post(form.action, data=eve.form(SHELF, "Bring it").fields).status_code == 403
    assert eve.client.post(page, data=eve.form(SHELF, "Bring it").fields).status_code == 403
    assert "is no longer used" in administrator.send(page, button="Retire it").text


@pytest.fixture
def draft(facilitator: Visitor) -> str:
    return f"/w/{set_up(facilitator)}/draft"


def test_slides_of_a_workshop_leave_in_its_organisations_template(facilitator: Visitor, draft: str):
    brought(facilitator, foreign())
    assert "Title Slide" in layouts(facilitator.get(f"{draft}.pptx").data)
    assert "Title Slide" not in layouts(facilitator.get(f"{draft}.pptx?template=own").data)
    page = facilitator.get(draft).text
    assert "Slides leave in the template “house”." in page
    assert "template=own" in page


def test_the_letters_case_of_the_organisation_does_not_matter(facilitator: Visitor, draft: str):
    brought(facilitator, foreign(), organisation=MINISTRY.upper())
    assert "“house”" in facilitator.get(draft).text


def test_another_organisations_template_is_left_alone(facilitator: Visitor, draft: str):
    brought(facilitator, foreign(), organisation="Housing Agency")
    assert "“house”" not in facilitator.get(draft).text


def test_the_newest_counts_then_an_earlier_one_then_everybodys_then_ours(
    facilitator: Visitor, administrator: Visitor, draft: str, clock: Clock
):
    pages: list[str] = []
    for who, name, whose in (
        (administrator, "all", ""),
        (facilitator, "old", MINISTRY),
        (facilitator, "new", MINISTRY),
    ):
        pages.append(brought(who, OWN, name=f"{name}.pptx", organisation=whose))
        clock.pass_by(minutes=1)
    for name, page in (("new", pages[2]), ("old", pages[1]), ("all", pages[0])):
        assert f"Slides leave in the template “{name}”." in facilitator.get(draft).text
        administrator.send(page, button="Retire it")
    assert "Slides leave in the template" not in facilitator.get(draft).text


def test_documents_have_templates_of_their_own_matched_by_style(facilitator: Visitor, draft: str):
    out = BytesIO()
    Document().save(out)
    page = brought(facilitator, out.getvalue(), name="letter.docx")
    assert "As found: Heading 1" in facilitator.get(page).text
    facilitator.send(page, bullet="List Number")
    sample: Any = Document(BytesIO(facilitator.get(f"{page}/sample.docx").data))
    assert "List Number" in {paragraph.style.name for paragraph in sample.paragraphs}
    assert "It leaves in the template “letter”." in facilitator.get(draft).text
    assert facilitator.get(f"{draft}.docx").status_code == 200


def test_a_potx_is_brought_as_it_is_and_a_deck_is_made_in_it(facilitator: Visitor, draft: str):
    page = brought(facilitator, retyped(OWN, "presentation.main+xml", "template.main+xml"), name="house.potx")
    assert layouts(facilitator.get(f"{page}/sample.pptx").data)
    assert "Slides leave in the template “house”." in facilitator.get(draft).text
    assert layouts(facilitator.get(f"{draft}.pptx").data)


def test_a_dotx_is_brought_as_it_is_and_a_document_is_made_in_it(facilitator: Visitor, draft: str):
    out = BytesIO()
    Document().save(out)
    page = brought(facilitator, retyped(out.getvalue(), "document.main+xml", "template.main+xml"), name="house.dotx")
    assert Document(BytesIO(facilitator.get(f"{page}/sample.docx").data)).paragraphs
    assert facilitator.get(f"{draft}.docx").status_code == 200


def test_a_document_is_no_template_for_slides(facilitator: Visitor):
    assert "not a file of the kind" in bring(facilitator, OWN, name="slides.docx").text


@pytest.mark.parametrize("path", ["", "/sample.pptx"])
def test_a_stranger_sees_nothing(facilitator: Visitor, visitor: Visitor, path: str):
    page = brought(facilitator, OWN)
    assert visitor.get(SHELF).request.path == "/sign-in"
    assert visitor.get(page + path).request.path == "/sign-in"


def test_a_template_that_is_not_there_is_not_found(facilitator: Visitor):
    assert facilitator.get(f"{SHELF}/nothing").status_code == 404
