"""A person is looked for in signed files and templates too, which are taken out whole and stay for a reason."""

from io import BytesIO
from zipfile import ZipFile

import pytest
import typst
from docx import Document
from flask import Flask

from facilitation.plans.commands import RecordApproval
from tests.conftest import NOON
from tests.workshop.maija import NAME, World
from tests.workshop.test_data_requests import act, found
from tests.workshop.tree import TODAY
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.store import plans, templates
from workshop.store.tables import AccountRow, TemplateRow


@pytest.fixture
def world(app: Flask, facilitator: Visitor) -> World:
    return World(app, facilitator)


# -- In files ---------------------------------------------------------------------------------------------------------


def pdf(words: str) -> bytes:
    return typst.compile(words.encode(), format="pdf")


def signed(world: World, file: bytes, name: str = "signed.pdf") -> str:
    """The digest under which an approval given elsewhere keeps its signed file."""
    with world.app.app_context(), store.writing() as db:
        digest = plans.keep_file(db, world.plan.id, file, NOON)
    record = RecordApproval("Board", TODAY, "VN/2", digest, name, "", "It is known", TODAY)
    assert world.plan.ask(record).ok
    return digest


def template(world: World, words: str, author: str = "") -> str:
    """The id of a document's template that holds these words."""
    document, made = Document(), BytesIO()
    document.add_paragraph(words)
    document.core_properties.author = author
    document.save(made)
    with world.app.app_context(), store.writing() as db:
        by = db.get_one(AccountRow, world.account)
        row = TemplateRow(kind="docx", name="Letterhead", file=made.getvalue(), seen={})
        templates.bring(db, row, by, NOON)
        return row.id


def retire(world: World, id: str) -> None:
    with world.app.app_context(), store.writing() as db:
        templates.retire(db, db.get_one(TemplateRow, id), db.get_one(AccountRow, world.account), NOON)


def test_a_signed_file_is_read_and_it_is_told_in_which_one_somebody_stands(world: World, administrator: Visitor):
    digest = signed(world, pdf(f"Approved by {NAME}, Director"), "minutes.pdf")
    page = found(administrator, name=NAME).text
    box = page.split(f'value="file|plan_file|{world.plan.id}|{digest}"')[1].split("</li>")[0]
    for words in ("Director", "a signed file", "minutes.pdf", "Stays"):
        assert words in box, words


def test_a_container_is_read_and_since_its_certificates_are_not_it_is_named_to_be_looked_into(
    world: World, administrator: Visitor
):
    digest = signed(world, container(pdf(f"Approved by {NAME}, Director")), "minutes.asice")
    page = found(administrator, name=NAME).text
    assert "Director" in page.split(f'value="file|plan_file|{world.plan.id}|{digest}"')[1].split("</li>")[0]
    page = found(administrator, name="Somebody Else").text
    assert "One file could not be read" in page
    assert "minutes.asice" in page


def container(inside: bytes) -> bytes:
    """A PDF with a signature beside it."""
    kept = BytesIO()
    with ZipFile(kept, "w") as archive:
        archive.writestr("mimetype", "application/vnd.etsi.asic-e+zip")
        archive.writestr("minutes.pdf", inside)
        archive.writestr("META-INF/signatures.xml", "<asic/>")
    return kept.getvalue()


def test_a_file_s_properties_are_read_too(world: World, administrator: Visitor):
    digest = signed(world, pdf(f'#set document(author: "{NAME}")\nApproved'))
    assert f"file|plan_file|{world.plan.id}|{digest}" in found(administrator, name=NAME).text


@pytest.mark.parametrize("where", ["words", "author"])
def test_a_template_is_read_with_who_made_it(world: World, administrator: Visitor, where: str):
    id = template(world, f"Ask {NAME}" if where == "words" else "Ask us", NAME if where == "author" else "")
    assert f"file|template|{id}" in found(administrator, name=NAME).text


def test_a_file_in_which_nobody_of_the_name_stands_is_not_found(world: World, administrator: Visitor):
    signed(world, pdf("Approved by somebody else"))
    page = found(administrator, name=NAME).text
    assert "file|plan_file|" not in page
    assert "could not be read" not in page


@pytest.mark.parametrize("file", [pdf("#rect()"), b"%PDF-1.7 signed"], ids=["scan", "damaged"])
def test_a_file_whose_words_cannot_be_read_is_named_to_be_looked_into(
    world: World, administrator: Visitor, file: bytes
):
    signed(world, file, "scanned.pdf")
    page = found(administrator, name=NAME).text
    assert "One file could not be read" in page
    assert "scanned.pdf" in page


def test_the_files_go_into_what_is_taken_out(world: World, administrator: Visitor):
    file = pdf(f"Approved by {NAME}")
    digest, id = signed(world, file), template(world, f"Ask {NAME}")
    page = act(administrator, "archive", name=NAME)
    with ZipFile(BytesIO(page.data)) as archive:
        files = {name: archive.read(name) for name in archive.namelist() if name.startswith("files/")}
        assert "name others too" in archive.read("about.txt").decode()
        assert digest in archive.read("plan_file.csv").decode()
    assert files[f"files/plan_file-{digest[-12:]}.pdf"] == file
    assert files.keys() == {f"files/plan_file-{digest[-12:]}.pdf", f"files/template-{id[-12:]}.docx"}


def test_the_signed_file_of_a_record_stays_with_the_reason_and_so_does_a_template_in_use(
    world: World, app: Flask, administrator: Visitor
):
    digest, id = signed(world, pdf(f"Approved by {NAME}")), template(world, f"Ask {NAME}")
    page = act(administrator, "erase", name=NAME)
    assert "Article 17(3)" in page.text
    assert "one template that is in use" in page.text
    with store.reading(app) as db:
        assert plans.file_of(db, world.plan.id, digest)
        assert db.get(TemplateRow, id)


def test_a_template_that_was_retired_goes_and_a_file_that_no_approval_rests_on(
    world: World, app: Flask, administrator: Visitor
):
    id = template(world, f"Ask {NAME}")
    retire(world, id)
    with app.app_context(), store.writing() as db:
        digest = plans.keep_file(db, world.plan.id, pdf(f"Not recorded: {NAME}"), NOON)
    page = act(administrator, "erase", name=NAME)
    assert "Article 17(3)" not in page.text
    with store.reading(app) as db:
        assert plans.file_of(db, world.plan.id, digest) is None
        assert db.get(TemplateRow, id) is None
