"""The board's deck: ten slides whatever the plan holds, each text in its shape, and what is left out is said."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from openxml_audit import FileFormat, OpenXmlValidator
from pptx import Presentation

from facilitation.report import report
from facilitation.shapes import Goal, Plan
from tests.facilitation.sample_plan import DAY, PACK, plan
from tests.facilitation.test_extracts import large
from tests.workshop.catalogue import words_of
from tests.workshop.laid_out import faults
from tests.workshop.rendered import rendered
from tests.workshop.test_slides import LANGUAGES, boards, shapes, slides
from workshop import exports
from workshop.exports import Brought


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_auditor_finds_nothing_wrong_with_the_boards_deck(language: str, tmp_path: Path):
    tmp_path.joinpath("deck.pptx").write_bytes(boards(language))
    found = OpenXmlValidator(FileFormat.MICROSOFT_365).validate(tmp_path / "deck.pptx")
    assert [error.description for error in found.errors] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_boards_deck_keeps_every_text_in_its_shape_and_covers_nothing(language: str, tmp_path: Path):
    made = boards(language)
    assert faults(made, rendered(made, tmp_path)) == []


def wordy(goals: int) -> Plan:
    """A plan in which every text, owner, metric and action of every goal is said at length."""
    said = {"fi": "Hankintojen yhteinen kehittäminen koko hallinnonalalla " * 10}
    role = "Hankintojen kehittämisen johtoryhmän puheenjohtaja " * 3

    def longer(goal: Goal, number: int) -> Goal:
        metrics = tuple(replace(each, id=f"m{number}-{each.id}", name=said, owner=role) for each in goal.metrics)
        actions = tuple(replace(each, id=f"a{number}-{each.id}", text=said, responsible=role) for each in goal.actions)
        return replace(goal, id=f"g{number}", to=said, from_=said, owner=role, metrics=metrics, actions=actions)

    given = plan()
    return replace(given, goals=tuple(longer(given.goals[n % 3], n) for n in range(goals)))


def boarded(given: Plan, template: Brought | None = None) -> bytes:
    return exports.make("pptx", report(given, "fi", words_of("fi"), PACK, made=DAY, extract="board"), template)


@pytest.mark.parametrize("given", [plan(), large(40), wordy(40)], ids=["as it is", "many", "wordy"])
def test_the_board_gets_ten_slides_whatever_the_plan_holds(given: Plan):
    assert len(slides(boarded(given))) == 10


def test_a_wordy_plan_leaves_the_boards_texts_in_their_shapes(tmp_path: Path):
    made = boarded(wordy(40))
    assert faults(made, rendered(made, tmp_path)) == []


def test_the_board_gets_no_more_in_a_template_with_less_room():
    default = BytesIO()
    Presentation().save(default)
    assert len(slides(boarded(wordy(40), Brought(default.getvalue())))) <= 10


def test_what_the_board_does_not_see_is_said_on_the_slide():
    rest = words_of("fi")("The rest of this stands in the whole plan")
    assert any(rest in text for text in texts(boarded(wordy(40))))
    assert not any(rest in text for text in texts(boarded(plan())))


def texts(made: bytes) -> list[str]:
    return [shape.text_frame.text for shape in shapes(made) if shape.has_text_frame]
