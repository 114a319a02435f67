"""Options and statements of a step, chosen on its own form."""

from collections.abc import Iterator

import pytest

from facilitation.live.commands import GiveMark, OpenStep
from facilitation.packs import load
from facilitation.steps import KINDS
from facilitation.steps.kind import Option, StepKind, Text
from facilitation.steps.phases import ANY_TIME, STAYS
from facilitation.words import N_
from tests.workshop.desk import Desk
from tests.workshop.planned import of, options
from tests.workshop.visitor import Visitor

PACK = load("toimi")
RISKS = StepKind(
    key="risks",
    title=N_("Risk mapping"),
    prompt=N_("What could keep us from the goal?"),
    board="sheet",
    yields="risk",
    fields=(Text(key="text", label=N_("Risk"), required=True),),
    options=(
        Option(
            key="mood",
            label=N_("Mood of the room"),
            default="calm",
            phases=ANY_TIME,
            given=STAYS,
            choices=("calm", "stormy"),
        ),
        Option(key="words", label=N_("Words to avoid"), default=[], phases=ANY_TIME, given=STAYS),
        Option(key="most", label=N_("Risks a person"), default=4, phases=ANY_TIME, given=STAYS),
    ),
)


@pytest.fixture
def a_new_kind() -> Iterator[StepKind]:
    """A kind of step that the pages have never heard of."""
    KINDS[RISKS.key] = RISKS
    yield RISKS
    del KINDS[RISKS.key]


# -- Options, by the kinds' own table -------------------------------------------------------------------------------


def test_every_option_of_every_kind_has_a_field(desk: Desk, facilitator: Visitor):
    for kind in KINDS.values():
        facilitator.send(desk.plan, button="Add after", kind=kind.key)
        step = next(id for id in desk.state.order if desk.state.steps[id].kind == kind.key)
        form = facilitator.form(f"{desk.plan}?step={step}", button="Save the step")
        for option in kind.options:
            assert any(name.startswith(f"option_{option.key}") for name in form.fields), (kind.key, option.key)


def test_options_are_set_by_their_sort(desk: Desk, facilitator: Visitor):
    facilitator.send(of(desk, "ideas"), option_each="5", option_authors="room", option_cluster_by="groups")
    assert options(desk, "ideas") | {"each": 5, "authors": "room", "cluster_by": "groups"} == options(desk, "ideas")


def test_a_switch_is_switched_off_by_not_being_sent(desk: Desk, facilitator: Visitor):
    facilitator.send(of(desk, "review"), option_confidence="")
    assert options(desk, "review")["confidence"] is False


def test_a_briefings_own_text_is_written_in_each_language(desk: Desk, facilitator: Visitor):
    facilitator.send(of(desk, "briefing"), option_text_sv="Välkommen", option_text_fi=" ")
    text = options(desk, "briefing")["text"]
    assert isinstance(text, dict)
    assert text["sv"] == "Välkommen"
    assert "fi" not in text


def test_ideas_get_a_focus_in_each_language_and_another_while_they_are_written(desk: Desk, facilitator: Visitor):
    facilitator.send(of(desk, "ideas"), option_focus_en="Suppliers", option_focus_fi="Toimittajat")
    assert options(desk, "ideas")["focus"] == {"fi": "Toimittajat", "en": "Suppliers"}
    desk.ask(OpenStep(desk.step("ideas"), desk.state.current or ""), desk.host)
    facilitator.send(of(desk, "ideas"), option_focus_en="Skills", option_focus_fi=" ")
    assert options(desk, "ideas")["focus"] == {"en": "Skills"}


def test_what_may_no_longer_change_says_why_and_is_left_alone(desk: Desk, facilitator: Visitor):
    for step in (desk.state.order[0], desk.step("vote")):
        desk.ask(OpenStep(step, desk.state.current or ""), desk.host)
    page = facilitator.get(of(desk, "vote")).text
    assert "Not any more in this step." in page
    assert "Can be changed until the step opens." in page
    facilitator.send(of(desk, "vote"), option_form="matrix", minutes="9")
    assert options(desk, "vote")["form"] == "dots"
    assert desk.state.steps[desk.step("vote")].minutes == 9


def test_beside_each_option_stands_what_becomes_of_what_was_given(desk: Desk, facilitator: Visitor):
    page = facilitator.get(of(desk, "current_state")).text
    assert "What was given is set aside, and comes back when this is switched on again." in page
    assert "Can be changed until the results are shown." in page


def test_a_new_kind_of_step_is_planned_without_touching_the_page(
    desk: Desk, facilitator: Visitor, a_new_kind: StepKind
):
    facilitator.send(desk.plan, button="Add after", kind="risks")
    here = of(desk, "risks")
    page = facilitator.get(here).text
    for words in ("Risk mapping", "Mood of the room", "Words to avoid", "Risks a person", "stormy"):
        assert words in page
    facilitator.send(here, option_mood="stormy", option_words="never\nalways", option_most="2")
    assert options(desk, "risks") == {"mood": "stormy", "words": ["never", "always"], "most": 2}


# -- Statements -----------------------------------------------------------------------------------------------------


def test_statements_are_chosen_one_by_one(desk: Desk, facilitator: Visitor):
    two = [PACK.statements[0].id, PACK.statements[3].id]
    facilitator.send(of(desk, "current_state"), option_statements=two)
    assert options(desk, "current_state")["statements"] == two
    told = facilitator.send(of(desk, "current_state"), option_statements=two[:1]).text
    assert "1 statement" in told and "1 statements" not in told


def test_all_statements_or_the_short_form_are_one_press(desk: Desk, facilitator: Visitor):
    facilitator.send(of(desk, "current_state"), button="All")
    assert options(desk, "current_state")["statements"] == [each.id for each in PACK.statements]
    facilitator.send(of(desk, "current_state"), button="Short form")
    assert options(desk, "current_state")["statements"] == [each.id for each in PACK.short_form()]


def test_no_statement_at_all_is_refused(desk: Desk, facilitator: Visitor):
    page = facilitator.send(of(desk, "current_state"), option_statements="")
    assert page.status_code == 400
    assert "Choose at least one statement." in page.text


def test_a_statement_dropped_after_marks_keeps_its_marks(desk: Desk, facilitator: Visitor):
    ada, step = desk.seat("ada"), desk.step("current_state")
    short = [each.id for each in PACK.short_form()]
    desk.ask(OpenStep(step), desk.host)
    desk.ask(GiveMark(step, short[0], 3), ada)
    facilitator.send(of(desk, "current_state"), option_statements=short[1:])
    assert options(desk, "current_state")["statements"] == short[1:]
    assert desk.state.work[step].book[short[0]][ada.seat].level == 3
