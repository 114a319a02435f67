"""`make demo` from end to end: a day of two dozen people over the real wire, and what it leaves on the table."""

import json
import os
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation

from facilitation.view.as_data import as_text
from tests.workshop.rendered import frame, rendered, within
from tests.workshop.server import HOUSE, free_port
from workshop.rehearsal.people import people
from workshop.schemas import PLAN
from workshop.schemas.reading import plan_of

STEPS = 13
GROUPS = 5


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder and the words of one demonstration."""
    folder = tmp_path_factory.mktemp("demo")
    command = [sys.executable, "-m", "workshop.cli", "demo", "--port", str(free_port())]
    environment = {**os.environ, "TOIMI_INSTANCE": str(folder), "PYTHONPATH": str(HOUSE)}
    done = subprocess.run(command, cwd=HOUSE, env=environment, capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder / "demo", done.stdout


@pytest.fixture(scope="module")
def plan(day: tuple[Path, str]) -> dict[str, Any]:
    return json.loads((day[0] / "plan.json").read_text(encoding="utf-8"))


def test_it_says_where_a_person_can_watch(day: tuple[Path, str]):
    assert [line.split()[0] for line in day[1].splitlines() if "http" in line][-3:] == [
        "Participant",
        "Facilitator",
        "Screen",
    ]


def test_nobody_was_refused_anything(day: tuple[Path, str]):
    assert " 0 refused" in day[1]


def test_every_group_leaves_a_goal_with_metrics_and_actions(plan: dict[str, Any]):
    assert len(plan["goals"]) == GROUPS
    assert all(goal["metrics"] and goal["actions"] for goal in plan["goals"])
    assert len(plan["gathering"]["steps"]) == STEPS


def test_every_goal_shows_what_stands_behind_it(plan: dict[str, Any]):
    assert all(goal["evidence"]["groups"] and goal["evidence"]["cards"] for goal in plan["goals"])


def test_it_leaves_the_plan_in_the_files_that_people_take_home(day: tuple[Path, str]):
    kinds = {path.name: path.read_bytes()[:4] for path in day[0].iterdir()}
    packed = dict.fromkeys(("plan.pptx", "plan.docx", "plan.xlsx"), b"PK\x03\x04")
    assert kinds == {**packed, "plan.pdf": b"%PDF", "plan.json": b'{\n "'}


def test_the_plan_has_its_published_form_and_can_be_built_again(day: tuple[Path, str], plan: dict[str, Any]):
    assert list(Draft202012Validator(json.loads(PLAN.read_text("utf-8"))).iter_errors(plan)) == []
    text = (day[0] / "plan.json").read_bytes()
    assert as_text(plan_of(text)).encode() == text


def test_no_name_of_a_person_is_in_the_plan(day: tuple[Path, str]):
    text = (day[0] / "plan.json").read_text(encoding="utf-8")
    assert [person.name for person in people(24, "en") if person.name in text] == []


def test_the_deck_opens_clean_and_no_word_leaves_its_shape(day: tuple[Path, str], tmp_path: Path):
    found = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(day[0] / "plan.pptx")
    assert [error.description for error in found.errors] == []
    deck = (day[0] / "plan.pptx").read_bytes()
    slides = Presentation(BytesIO(deck)).slides
    pages = rendered(deck, tmp_path)
    assert len(pages) == len(slides)
    for slide, words in zip(slides, pages, strict=True):
        frames = [frame(shape) for shape in slide.shapes]
        lost = [word.text for word in words if not any(within(word, each) for each in frames)]
        assert lost == []
        assert [text for shape in slide.placeholders if not (text := words_of(shape))] == []


def words_of(shape: Any) -> str:
    """A placeholder's words, or a word for whatever else fills it."""
    return shape.text_frame.text.strip() if shape.has_text_frame else "filled"
