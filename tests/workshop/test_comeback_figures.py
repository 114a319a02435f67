"""Figures, days and choices of a document that comes back: beside their fields, and told where they are none."""

from copy import deepcopy
from typing import Any

from docx.oxml.ns import qn

from facilitation.live.commands import ReviseCard
from tests.workshop.desk import Desk
from tests.workshop.papers import NEW, bring, choosing, edited, left, page, paragraph_of, take, typed, typed_in
from tests.workshop.test_roundtrip import TO, desk, goal, words
from tests.workshop.visitor import Visitor, forms

__all__ = ["desk", "page"]


G, M, A = "goals/goal-00000001", "metrics/metric-00000002", "actions/action-00000003"
TYPED = {
    f"{G}/due": "To, by 31 March 2029",
    f"{G}/agreement": "Candidate",
    f"{M}/baseline": "1,5 (Jun 2026)",
    f"{M}/target": "7.5",
    f"{A}/when": "Feb 2027 \N{EN DASH} 15 May 2027",
}
WANTED: dict[tuple[str, str], object] = {
    ("goal-00000001", "due"): "2029-03-31",
    ("goal-00000001", "agreement"): "candidate",
    ("metric-00000002", "baseline"): 1.5,
    ("metric-00000002", "baseline_day"): "2026-06-30",
    ("metric-00000002", "target"): 7.5,
    ("action-00000003", "start"): "2027-02-01",
    ("action-00000003", "end"): "2027-05-15",
}


def answers(desk: Desk) -> dict[tuple[str, str], object]:
    return {(card, field): desk.state.cards[card].answers.get(field) for card, field in WANTED}


def test_figures_days_and_choices_are_suggestions_beside_their_fields(desk: Desk, page: str, facilitator: Visitor):
    file = edited(left(facilitator, desk), *(typed_in(*each) for each in TYPED.items()))
    compared = bring(facilitator, page, file)
    assert "Elsewhere in the document" not in compared.text
    assert f"{len(WANTED)} changes were taken into the plan" in take(facilitator, page, compared).text
    assert answers(desk) == WANTED


def test_what_is_no_figure_no_day_and_no_choice_is_told_at_its_field_and_takes_nothing(
    desk: Desk, page: str, facilitator: Visitor
):
    before = answers(desk)
    wrong = {f"{M}/target": "very many", f"{A}/when": "soon", f"{G}/agreement": "Perhaps"}
    compared = bring(facilitator, page, edited(left(facilitator, desk), *(typed_in(*each) for each in wrong.items())))
    told = words(compared)
    assert "This is not a number. very many" in told
    assert "This is not a day. Write it as 31.3.2027. soon" in told
    assert "This is not one of the choices. Perhaps" in told
    assert "Nothing in the document is to be taken in" in told
    assert answers(desk) == before


def test_a_figure_that_is_mistyped_on_the_page_is_told_in_its_row_and_leaves_the_others(
    desk: Desk, page: str, facilitator: Visitor
):
    file = edited(left(facilitator, desk), typed_in(f"{M}/target", "7.5"), typed(TO, NEW))
    compared = bring(facilitator, page, file)
    form = choosing(compared)
    row = next(name for name, value in form.items() if name.startswith("words-") and value == "7.5")
    told = words(take(facilitator, page, compared, **{row: "seven"}))
    assert "Agreements with a target: Target. This is not a number." in told
    assert "One change was taken into the plan" in told
    assert goal(desk, "to") == NEW


def test_interim_targets_of_a_workshop_come_back_to_their_card(desk: Desk, page: str, facilitator: Visitor):
    for field, value in (("baseline", 1), ("baseline_day", "2026-06-30"), ("target_day", "2029-12-31")):
        assert desk.ask(ReviseCard("metric-00000002", field, value, None, "en"), desk.host).ok
    assert desk.ask(ReviseCard("metric-00000002", "milestones", ["2027-12-31 2"], None, "en"), desk.host).ok
    file = edited(left(facilitator, desk), typed_in(f"{M}/milestones", "2 (12/2027); 4 (2028)"))
    take(facilitator, page, bring(facilitator, page, file))
    assert desk.state.cards["metric-00000002"].answers["milestones"] == ["2027-12-31 2", "2028-12-31 4"]


def test_a_field_told_in_two_places_is_one_suggestion_wherever_it_was_changed(
    desk: Desk, page: str, facilitator: Visitor
):
    for place in (1, 2):
        compared = bring(facilitator, page, edited(left(facilitator, desk), typed_in(f"{M}/target", "7.5", place)))
        assert "One field is to be otherwise." in compared.text
        assert "Elsewhere in the document" not in compared.text
    assert "One change was taken" in take(facilitator, page, compared).text
    assert answers(desk)["metric-00000002", "target"] == 7.5


def test_a_field_that_two_places_want_otherwise_is_left_until_somebody_chooses(
    desk: Desk, page: str, facilitator: Visitor
):
    edits = (typed_in(f"{M}/target", "7", 1), typed_in(f"{M}/target", "8", 2))
    compared = bring(facilitator, page, edited(left(facilitator, desk), *edits))
    assert words(compared).count("Otherwise in another place of the document") == 2
    form = next(each for each in forms(compared) if "lines" in each.fields)
    facilitator.client.post(f"{page}/take", data=form.fields)
    assert answers(desk)["metric-00000002", "target"] == 5


def test_a_line_that_somebody_ended_is_seen(desk: Desk, page: str, facilitator: Visitor):
    first, second = TO.split(" a ")

    def split(opened: Any) -> None:
        paragraph = paragraph_of(opened, TO)
        further = deepcopy(paragraph)
        paragraph.remove(paragraph.find(qn("w:bookmarkEnd")))
        further.remove(further.find(qn("w:bookmarkStart")))
        next(paragraph.iter(qn("w:t"))).text, next(further.iter(qn("w:t"))).text = first, f"a {second}"
        paragraph.addnext(further)

    compared = bring(facilitator, page, edited(left(facilitator, desk), split))
    assert "One field is to be otherwise." in compared.text
    assert f"{first}<ins>\N{DOWNWARDS ARROW WITH CORNER LEFTWARDS}\n</ins>a {second}" in compared.text
    take(facilitator, page, compared)
    assert goal(desk, "to") == f"{first}\na {second}"
