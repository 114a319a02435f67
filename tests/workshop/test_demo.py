"""`make demo` from end to end: a day of two dozen people over the real wire, and what it leaves on the table."""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from io import BytesIO
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation

from facilitation.view.as_data import as_text
from tests.workshop.laid_out import faults
from tests.workshop.rendered import rendered
from tests.workshop.server import HOUSE, free_port
from workshop.rehearsal.cli import answers
from workshop.rehearsal.people import people
from workshop.schemas import PLAN
from workshop.schemas.reading import plan_of

STEPS = 13
GROUPS = 5
MOST_SECONDS = 90
ENDS_WITHIN = 30


@dataclass(frozen=True)
class Day:
    """One demonstration that was to stay up: what it left and said, how it stood then, and how it ended when told."""

    folder: Path
    said: str
    stayed_up: bool
    ended_with: int
    still_there: bool


@pytest.fixture(scope="module")
def day(tmp_path_factory: pytest.TempPathFactory) -> Day:
    folder, port = tmp_path_factory.mktemp("demo"), free_port()
    command = [sys.executable, "-m", "workshop.cli", "demo", "--keep", "--port", str(port)]
    environment = {**os.environ, "TOIMI_INSTANCE": str(folder), "PYTHONPATH": str(HOUSE)}
    with subprocess.Popen(
        command, cwd=HOUSE, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as demo:
        assert demo.stdout is not None
        said = "".join(takewhile(lambda line: not line.startswith("Stays up"), demo.stdout))
        stayed_up = answers(f"http://127.0.0.1:{port}/healthz")
        demo.terminate()
        # To the end of what is said: the server speaks into the same pipe, and has ended when that has.
        said += demo.communicate(timeout=ENDS_WITHIN)[0]
    return Day(folder / "demo", said, stayed_up, demo.returncode, answers(f"http://127.0.0.1:{port}/healthz"))


@pytest.fixture(scope="module")
def plan(day: Day) -> dict[str, Any]:
    return json.loads((day.folder / "plan.json").read_text(encoding="utf-8"))


def test_it_says_where_a_person_can_watch(day: Day):
    assert [line.split()[0] for line in day.said.splitlines() if "http" in line][-3:] == [
        "Participant",
        "Facilitator",
        "Screen",
    ]


def test_it_is_over_within_its_time(day: Day):
    told = re.search(r"^24 people, (\d+) s\.$", day.said, re.M)
    assert told and int(told[1]) <= MOST_SECONDS, day.said


def test_it_stays_up_when_asked_and_leaves_nothing_running_when_told_to_end(day: Day):
    assert (day.stayed_up, day.ended_with, day.still_there) == (True, 0, False), day.said


def test_nobody_was_refused_anything(day: Day):
    assert " 0 refused" in day.said


def test_every_group_leaves_a_goal_with_metrics_and_actions(plan: dict[str, Any]):
    assert len(plan["goals"]) == GROUPS
    assert all(goal["metrics"] and goal["actions"] for goal in plan["goals"])
    assert len(plan["gathering"]["steps"]) == STEPS


def test_every_goal_shows_what_stands_behind_it(plan: dict[str, Any]):
    assert all(goal["evidence"]["groups"] and goal["evidence"]["cards"] for goal in plan["goals"])


def test_it_leaves_the_plan_in_the_files_that_people_take_home(day: Day):
    kinds = {path.name: path.read_bytes()[:4] for path in day.folder.iterdir()}
    packed = dict.fromkeys(("plan.pptx", "plan.docx", "plan.xlsx"), b"PK\x03\x04")
    assert kinds == {**packed, "plan.pdf": b"%PDF", "plan.json": b'{\n "'}


def test_the_plan_has_its_published_form_and_can_be_built_again(day: Day, plan: dict[str, Any]):
    assert list(Draft202012Validator(json.loads(PLAN.read_text("utf-8"))).iter_errors(plan)) == []
    text = (day.folder / "plan.json").read_bytes()
    assert as_text(plan_of(text)).encode() == text


def test_no_name_of_a_person_is_in_the_plan(day: Day):
    text = (day.folder / "plan.json").read_text(encoding="utf-8")
    assert [person.name for person in people(24, "en") if person.name in text] == []


def test_the_deck_opens_clean_and_no_word_leaves_its_shape_nor_covers_another(day: Day, tmp_path: Path):
    found = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(day.folder / "plan.pptx")
    assert [error.description for error in found.errors] == []
    deck = (day.folder / "plan.pptx").read_bytes()
    slides = Presentation(BytesIO(deck)).slides
    pages = rendered(deck, tmp_path)
    assert len(pages) == len(slides)
    assert faults(deck, pages) == []
    for slide in slides:
        assert [text for shape in slide.placeholders if not (text := words_of(shape))] == []


def words_of(shape: Any) -> str:
    """A placeholder's words, or a word for whatever else fills it."""
    return shape.text_frame.text.strip() if shape.has_text_frame else "filled"
