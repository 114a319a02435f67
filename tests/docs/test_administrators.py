"""The administrators' guide says what the program says: its pages exist, its labels and its roles are ours."""

import re

import pytest
from flask import Flask
from werkzeug.exceptions import HTTPException

from facilitation.organisations import ROLES
from tests.docs.papers import HOUSE, paper
from tests.docs.test_facilitators import LABEL, said_by_the_program
from workshop.cli import main
from workshop.web.administration.index import PAGES

GUIDE = paper("docs/administrators.md")
ADDRESS = re.compile(r"^/[\w/<>-]*$")


def labels() -> list[str]:
    found = [" ".join(label.split()) for label in LABEL.findall(GUIDE.prose)]
    return sorted({part.strip() for label in found for part in label.split(" → ")})


@pytest.mark.parametrize("label", labels())
def test_a_label_of_the_guide_is_a_label_of_the_program(label: str):
    assert label in said_by_the_program()


def test_its_table_of_pages_is_the_page_at_which_administering_begins():
    told = [(row[0], row[1].strip("`")) for row in GUIDE.table("Page")]
    assert told == [(str(words), address) for _action, address, words in PAGES.values()]


def test_its_roles_are_those_there_are():
    assert {row[0] for row in GUIDE.table("Role")} == set(ROLES.values())


@pytest.mark.parametrize("address", sorted({span for span in GUIDE.spans if ADDRESS.match(span)}))
def test_an_address_of_the_guide_leads_somewhere(app: Flask, address: str):
    urls = app.url_map.bind("localhost")
    try:
        urls.match(re.sub(r"<\w+>", "something", address))
    except HTTPException as nowhere:
        pytest.fail(f"{address}: {nowhere}")


def test_its_commands_and_files_exist():
    for command in (span for span in GUIDE.spans if span.startswith("toimi ")):
        assert main.get_command(None, command.split()[1]), command  # pyright: ignore[reportArgumentType]
    for file in (span for span in GUIDE.spans if span.startswith("workshop/")):
        assert (HOUSE / file).exists(), file


def test_the_readme_leads_to_it():
    assert "docs/administrators.md" in paper("README.md").links
