"""Units that write in different languages: that nobody held their goals against each other is said where they are."""

from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document
from flask import Flask

from facilitation.shapes import Plan
from tests.workshop.branch_desk import Ministry
from tests.workshop.followed import GOAL, PLAN

SAID = {
    "fi": "Tavoitteita, joilla ei ole yhteistä kieltä, ei verrattu toisiinsa (fi, sv): lukekaa ne itse.",
    "sv": "Mål utan gemensamt språk jämfördes inte med varandra (fi, sv): läs dem själva.",
    "en": "Goals that share no language were not held against each other (fi, sv): read them yourselves.",
}
in_every_language = pytest.mark.parametrize("language", SAID)


def aiming(**to: str) -> Plan:
    return replace(PLAN, goals=(replace(GOAL, to=to),))


FI, SV = "Jokaisessa sopimuksessa on tavoite", "Varje avtal har ett mål"


@pytest.fixture
def apart(app: Flask) -> Ministry:
    """Homes writes in Finnish only, Repairs in Swedish only."""
    return Ministry(app, aiming(fi=FI), aiming(sv=SV))


@in_every_language
def test_the_page_of_the_branch_says_so(apart: Ministry, language: str):
    assert SAID[language] in apart.editor.get(f"{apart.page('housing')}/branch?language={language}").text


@in_every_language
def test_the_page_of_goals_to_decide_on_says_so(apart: Ministry, language: str):
    told = apart.begun().editor.get(f"{apart.goals}?language={language}").text
    assert SAID[language] in told
    assert 'id="alike-1"' not in told


@in_every_language
def test_the_document_says_so(apart: Ministry, language: str):
    file = apart.editor.get(f"{apart.page('housing')}/branch/file.docx?of=plan&language={language}")
    assert SAID[language] in [paragraph.text for paragraph in Document(BytesIO(file.data)).paragraphs]


def test_where_one_language_is_common_to_all_nothing_of_that_is_said(app: Flask):
    together = Ministry(app, aiming(fi=FI), aiming(fi="Kaikissa sopimuksissa on tavoitteet", sv=SV))
    told = together.editor.get(f"{together.page('housing')}/branch").text
    assert "share no language" not in told
    assert "2 units say nearly the same" in told
