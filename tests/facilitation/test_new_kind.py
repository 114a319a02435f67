"""A new kind of step is told, not programmed: one constant and one line, and it is in form, board, plan and report.

On the deck: tests/workshop/test_new_kind_on_slides.py; drawn in the page: tests/js/boards_new_kind.test.js.
"""

from collections.abc import Iterator

import pytest

from facilitation import steps
from facilitation.live import commands as c
from facilitation.plans.draft import drafts
from facilitation.report import english, report
from facilitation.report.blocks import Section, Table
from facilitation.shapes import Plan
from facilitation.steps.kind import Choice, Scale, Step, StepKind, Text
from facilitation.words import N_
from tests.facilitation.world import ADA, BEN, PACK, SYSTEM, Room, joined
from workshop.web.method import kind_told

RISKS = StepKind(
    key="risks",
    title=N_("Risk mapping"),
    prompt=N_("What could keep us from the goal?"),
    fields=(
        Text(key="text", label=N_("Risk"), required=True),
        Scale(key="likelihood", label=N_("Likelihood")),
        Scale(key="impact", label=N_("Impact")),
    ),
    yields="risk",
    board="matrix",
    solo_first=True,
)
STRENGTHS = StepKind(
    key="strengths",
    title=N_("Strengths"),
    prompt=N_("What can we build on?"),
    fields=(
        Text(key="text", label=N_("Strength"), required=True),
        Choice(key="since", label=N_("Since when"), choices=(("new", N_("Just begun")), ("old", N_("For years")))),
    ),
    yields="strength",
    board="wall",
)


@pytest.fixture(autouse=True)
def one_line_each(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(steps.KINDS, "risks", RISKS)
    monkeypatch.setitem(steps.KINDS, "strengths", STRENGTHS)


def mapped() -> Room:
    """Ada sees a risk, Ben a strength; both are shown."""
    room = joined().do(c.AddStep(Step("risks-01", "risks", {"en": "What could go wrong?"}, minutes=15)), SYSTEM)
    room.do(c.AddStep(Step("strong-1", "strengths", {"en": "What carries us"}), "risks-01"), SYSTEM).open("risks-01")
    risk = {"text": "Nobody has time", "likelihood": 4, "impact": 5}
    room.do(c.AddCard("risk-0001", "risks-01", risk, "en"), ADA).reveal("risks-01").open("strong-1")
    return room.do(c.AddCard("stre-0001", "strong-1", {"text": "We know our buyers", "since": "old"}, "en"), BEN)


def test_its_form_is_its_fields():
    told = kind_told(RISKS)
    assert [(field["type"], field["key"]) for field in told["fields"]] == [
        ("Text", "text"),
        ("Scale", "likelihood"),
        ("Scale", "impact"),
    ]
    assert (told["title"], told["prompt"]) == ("Risk mapping", "What could keep us from the goal?")


def test_its_rules_follow_from_its_fields():
    room = joined().do(c.AddStep(Step("risks-01", "risks")), SYSTEM)
    assert room.refusal(c.AddCard("risk-0001", "risks-01", {"text": "x"}, "en"), ADA) == "not_begun"
    room.open("risks-01")
    assert room.refusal(c.AddCard("risk-0001", "risks-01", {"text": "x", "impact": 9}, "en"), ADA) == "out_of_range"
    assert room.refusal(c.AddCard("risk-0001", "risks-01", {"impact": 3}, "en"), ADA) == "empty"


def test_its_board_shows_its_cards_when_they_are_shown():
    room = joined().do(c.AddStep(Step("risks-01", "risks")), SYSTEM).open("risks-01")
    room.do(c.AddCard("risk-0001", "risks-01", {"text": "Nobody has time"}, "en"), ADA)
    assert room.panel("room", "card:risk-0001") is None
    assert room.panel("room", "answered:risks-01") == {"given": 1, "of": 3}
    assert room.panel("hosts", "hidden:risks-01") == {"cards": [], "waiting": True}
    face = room.reveal("risks-01").panel("screen", "card:risk-0001")
    assert face and (face["kind"], face["by"]) == ("risk", None)
    assert kind_told(RISKS)["board"] == "matrix"


def test_its_cards_are_in_the_plan():
    (plan,) = drafts(mapped().state, PACK)
    (risk,) = plan.risks
    assert (risk.text, risk.likelihood, risk.impact) == ({"en": "Nobody has time"}, 4, 5)
    assert risk.evidence.cards == ("risk-0001",)
    (strengths,) = plan.gathered
    assert (strengths.title, strengths.about, strengths.fields) == (
        "Strengths",
        {"en": "What carries us"},
        ("Strength", "Since when"),
    )


def test_its_cards_are_in_the_report():
    (plan,) = drafts(mapped().state, PACK)
    rows = [tuple(words.text for words in row) for table in tables(plan) for row in table.rows]
    assert ("Nobody has time", "4", "5") in rows
    assert ("We know our buyers", "For years") in rows
    (gathered,) = [section for section in sections(plan) if section.title == "What else we gathered"]
    assert gathered.blocks[0].text == "What carries us"  # pyright: ignore[reportAttributeAccessIssue]


def sections(plan: Plan) -> tuple[Section, ...]:
    return report(plan, "en", english, PACK).sections


def tables(plan: Plan) -> Iterator[Table]:
    return (block for section in sections(plan) for block in section.blocks if isinstance(block, Table))


def test_answers_to_two_questions_stay_apart():
    room = joined()
    for number in (1, 2):
        step = f"quest-1{number}"
        room.do(c.AddStep(Step(step, "question", {"en": f"Question {number}"})), SYSTEM).open(step)
        room.do(c.AddCard(f"answ-000{number}", step, {"text": f"Answer {number}"}, "en"), ADA).reveal(step)
    (plan,) = drafts(room.state, PACK)
    assert {each.about["en"]: each.rows for each in plan.gathered} == {
        "Question 1": (({"en": "Answer 1"},),),
        "Question 2": (({"en": "Answer 2"},),),
    }
