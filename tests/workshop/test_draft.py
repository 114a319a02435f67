"""The draft plan is read by everybody in the workshop, as far as it was shown to them, and taken home."""

import pytest
from flask import Flask

from facilitation.live.commands import (
    AgreeLevel,
    Decide,
    GiveMark,
    Join,
    RemoveSeat,
    Reveal,
)
from facilitation.packs import load
from tests.workshop.desk import Desk
from tests.workshop.drafted import FROM, TO, opened, with_a_goal, with_goals_of
from tests.workshop.visitor import Visitor, forms
from workshop import seats
from workshop.perform import Asker

PACK = load("toimi")


@pytest.fixture
def draft(desk: Desk) -> str:
    return f"/w/{desk.id}/draft"


def sat(app: Flask, desk: Desk, asker: Asker) -> Visitor:
    """A browser that holds this seat."""
    visitor = Visitor(app)
    with app.test_request_context():
        name, held = seats.cookie_name(desk.id), seats._signer("seat").dumps([desk.id, asker.seat])
    visitor.client.set_cookie(name, held)
    return visitor


def rated(desk: Desk, people: int = 6) -> str:
    """A current state that the room has rated and seen; the step is returned."""
    step = opened(desk, "current_state")
    for number in range(people):
        asker = desk.seat(f"rater{number}")
        for statement in PACK.short_form():
            desk.ask(GiveMark(step, statement.id, 1 + number % 2), asker)
    desk.ask(Reveal(step, step), desk.host)
    return step


def test_before_anything_was_shown_the_page_says_so(draft: str, facilitator: Visitor):
    page = facilitator.get(draft)
    assert page.status_code == 200
    assert "Nothing to read yet" in page.text


def test_a_stranger_is_sent_to_the_door(draft: str, app: Flask):
    assert Visitor(app).get(draft).request.path.startswith("/j/")


def test_hosts_read_what_groups_have_not_shown_and_others_do_not(
    desk: Desk, draft: str, facilitator: Visitor, app: Flask
):
    with_a_goal(desk)
    ben = sat(app, desk, desk.seat("ben"))
    assert TO in facilitator.get(draft).text
    assert TO not in ben.get(draft).text
    assert TO not in ben.get(f"{draft}.json").text


def test_what_was_shown_everybody_reads(desk: Desk, draft: str, app: Flask):
    with_a_goal(desk)
    opened(desk, "metrics")
    page = sat(app, desk, desk.seat("ben")).get(draft).text
    assert TO in page
    assert FROM in page


def test_an_observer_reads_as_participants_do(desk: Desk, draft: str, app: Flask):
    with_a_goal(desk)
    watcher = Asker("seat-olga-0000", "host")
    assert desk.ask(Join(watcher.seat, "en", "room", "Audit", role="observer"), watcher).ok
    olga = sat(app, desk, watcher)
    assert TO not in olga.get(draft).text
    opened(desk, "metrics")
    assert TO in olga.get(draft).text


def test_a_removed_seat_reads_nothing(desk: Desk, draft: str, app: Flask):
    ada = desk.seat("ada")
    desk.ask(RemoveSeat(ada.seat), desk.host)
    assert sat(app, desk, ada).get(draft).request.path.startswith("/j/")


def test_a_goal_shows_whose_it_is_for_what_by_when_and_what_stands_behind_it(
    desk: Desk, draft: str, facilitator: Visitor
):
    with_a_goal(desk)
    page = facilitator.get(draft).text
    assert "1.1 " in page
    assert "To, by 31\N{NO-BREAK SPACE}December 2028" in page
    assert "Head of steering" in page
    assert "From group A" in page


def test_missing_languages_are_marked(desk: Desk, draft: str, facilitator: Visitor):
    with_a_goal(desk)
    page = facilitator.get(draft).text
    assert "Missing:" in page
    assert '<span lang="fi">Suomi</span>, <span lang="sv">Svenska</span>' in page


def test_a_reader_of_another_language_gets_the_words_there_are_and_is_told_their_language(
    desk: Desk, draft: str, facilitator: Visitor
):
    with_a_goal(desk)
    page = facilitator.get(f"{draft}?language=fi").text
    assert f'<span lang="en">{TO}</span>' in page


def test_the_current_state_is_drawn_and_tabled_disagreement_said(desk: Desk, draft: str, facilitator: Visitor):
    rated(desk)
    page = facilitator.get(draft).text
    assert 'class="strip' in page
    assert 'class="bin"' in page, "bars, not a dot a person, under twelve answers"
    assert 'class="ans"' not in page
    assert "The statements in numbers" in page


def test_under_five_answers_no_figure_is_shown(desk: Desk, draft: str, facilitator: Visitor):
    rated(desk, people=4)
    page = facilitator.get(draft).text
    assert 'class="strip' not in page and "Shown from five answers on" in page


def test_agreed_and_target_levels_stand_with_their_reason(desk: Desk, draft: str, facilitator: Visitor):
    step = rated(desk)
    desk.ask(AgreeLevel(step, PACK.short_form()[0].id, 1, 3, "The figures say so."), desk.host)
    page = facilitator.get(draft).text
    assert "Agreed levels and target levels" in page
    assert "The figures say so." in page


def test_decisions_and_what_is_left_to_settle_are_listed(desk: Desk, draft: str, facilitator: Visitor):
    with_a_goal(desk)
    desk.ask(
        Decide("decision-0001", desk.step("goals"), "We begin with steering.", reason="It carries the rest."), desk.host
    )
    page = facilitator.get(draft).text
    for words in (
        "We begin with steering.",
        "It carries the rest.",
        "Find a metric for the goal.",
        "Agree on the first action.",
    ):
        assert words in page


def test_hints_advise_and_never_score(desk: Desk, draft: str, facilitator: Visitor):
    with_a_goal(desk)
    page = facilitator.get(draft).text
    assert "hint" in page
    assert "hint--bad" not in page


def test_unconfirmed_wording_is_marked_until_it_is_confirmed(
    desk: Desk, draft: str, facilitator: Visitor, administrator: Visitor
):
    with_a_goal(desk)
    marked = facilitator.get(draft).text.count('class="unofficial"')
    listed = forms(administrator.get("/packs/toimi?of=en"))
    form = next(each for each in listed if each.fields.get("text") == "strategy.objectives.1.1")
    administrator.client.post(form.action, data=form.fields)
    assert facilitator.get(draft).text.count('class="unofficial"') == marked - 1


def test_the_sign_of_unconfirmed_wording_keeps_to_its_word_and_is_told_at_the_foot_of_the_page(
    desk: Desk, draft: str, facilitator: Visitor
):
    with_a_goal(desk)
    page = facilitator.get(draft).text
    assert page.count('</span>\N{NO-BREAK SPACE}<abbr class="unofficial"') == page.count("<abbr")
    assert "This wording is ours; the official one is still to be confirmed.</p>" in page


def test_several_drafts_are_chosen_between(desk: Desk, draft: str, facilitator: Visitor):
    with_goals_of(desk, a="Housing Agency", b="Road Agency")
    first, second = facilitator.get(draft).text, facilitator.get(f"{draft}?draft=1").text
    assert f"{TO} Housing Agency" in first
    assert f"{TO} Road Agency" in second
    assert f"{TO} Road Agency" not in first
    assert facilitator.get(f"{draft}?draft=2").status_code == 404
