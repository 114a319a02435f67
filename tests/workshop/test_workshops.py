"""Workshops are set up from an agenda, listed for those who run them, and nobody else's."""

from flask import Flask

from facilitation.live.commands import (
    CloseStep,
    OpenStep,
)
from facilitation.packs import load
from tests.conftest import signed_in
from tests.workshop.desk import NEW, TITLE, Desk, set_up
from tests.workshop.set_up import workshops
from tests.workshop.visitor import Visitor
from workshop.codes import read_code, shown
from workshop.store import accounts


def test_whoever_is_not_signed_in_is_asked_to(visitor: Visitor):
    assert visitor.get("/workshops").request.path == "/sign-in"


def test_without_workshops_the_list_says_how_to_begin(facilitator: Visitor):
    assert "No workshops yet" in facilitator.get("/workshops").text


def test_a_new_workshop_has_the_agenda_that_was_chosen(desk: Desk):
    agenda = load("toimi").agenda("ninety_minutes")
    assert agenda
    steps = [desk.state.steps[id] for id in desk.state.order]
    assert [(step.kind, step.title, step.minutes) for step in steps] == [
        (plan.kind, plan.title, plan.minutes) for plan in agenda.steps
    ]
    assert desk.state.title == {"en": TITLE}
    assert desk.state.languages == ("fi", "sv", "en")


def test_every_statement_of_the_pack_is_pinned_with_its_theme(desk: Desk):
    assert len(desk.state.statements) == len(load("toimi").statements)
    assert {each.theme for each in desk.state.statements} == {theme.id for theme in load("toimi").strategy.themes}


def test_the_short_form_is_asked_by_its_ids(desk: Desk):
    asked = desk.state.steps[desk.step("current_state")].options["statements"]
    assert asked == [each.id for each in load("toimi").short_form()]


def test_a_briefings_text_comes_along_in_every_language(desk: Desk):
    text = desk.state.steps[desk.step("briefing")].options["text"]
    assert isinstance(text, dict)
    assert "Write first, then talk." in text["en"]
    assert "Kirjoita ensin itse" in text["fi"]


def test_whoever_sets_up_a_workshop_sits_as_its_host(desk: Desk, facilitator: Visitor):
    assert desk.state.seats[desk.host.seat].role == "host"
    facilitator.get(f"/w/{desk.id}/console")
    assert [seat.role for seat in desk.state.seats.values()] == ["host"], "the console takes the same seat"


def test_the_code_is_ready_and_lets_people_in(desk: Desk, app: Flask):
    code = desk.row.code or ""
    assert read_code(code) == code
    assert Visitor(app).get(f"/j/{code}").status_code == 200


def test_a_form_sent_twice_is_one_workshop(app: Flask, facilitator: Visitor):
    form = facilitator.form("/workshops/new", fields=NEW)
    filled = {name: value for name, value in (form.fields | NEW).items() if value != ""}
    first = facilitator.client.post("/workshops/new", data=filled)
    again = facilitator.client.post("/workshops/new", data=filled)
    assert first.status_code == again.status_code == 303
    assert first.location == again.location
    assert workshops(app) == 1
    state = Desk(app, first.location.split("/")[2]).state
    assert len(state.order) == len(load("toimi").agenda("ninety_minutes").steps)  # pyright: ignore[reportOptionalMemberAccess]


def test_a_title_in_any_one_language_is_enough(app: Flask, facilitator: Visitor):
    desk = Desk(app, set_up(facilitator, title_en="", title_sv="Handlingsplan"))
    assert desk.state.title == {"sv": "Handlingsplan"}
    assert "Handlingsplan" in facilitator.get("/workshops").text


def test_what_is_missing_is_said_at_its_field(app: Flask, facilitator: Visitor):
    page = facilitator.send("/workshops/new", **{**NEW, "title_en": "", "organisation": "", "agenda": ""})
    assert page.status_code == 400
    for words in ("Give it a title people will recognise.", "Write whose workshop it is.", "Choose an agenda"):
        assert words in page.text
    assert workshops(app) == 0


def test_a_title_that_is_too_long_is_refused_and_kept(app: Flask, facilitator: Visitor):
    page = facilitator.send("/workshops/new", **{**NEW, "title_en": "x" * 121})
    assert "At most 120 characters." in page.text
    assert "x" * 121 in page.text


def test_the_list_shows_code_people_day_and_where_to_go(desk: Desk, facilitator: Visitor):
    desk.seat("ada")
    page = facilitator.get("/workshops").text
    for words in (TITLE, shown(desk.row.code or ""), "1 person", "30\N{NO-BREAK SPACE}November 2026", "Planned"):
        assert words in page
    for path in (desk.plan, f"/w/{desk.id}/console", f"/w/{desk.id}/screen", f"/w/{desk.id}/draft"):
        assert path in page


def test_the_list_says_how_far_a_workshop_is(desk: Desk, facilitator: Visitor):
    first = desk.state.order[0]
    desk.ask(OpenStep(first), desk.host)
    assert 'id="running"' in facilitator.get("/workshops").text
    for step in desk.state.order:
        desk.ask(OpenStep(step, desk.state.current or ""), desk.host)
    desk.ask(CloseStep(desk.state.order[-1], desk.state.current or ""), desk.host)
    assert 'id="ended"' in facilitator.get("/workshops").text


def test_nobody_sees_the_workshops_of_another(desk: Desk, app: Flask):
    ben = signed_in(app, "ben@example.fi", "Ben", accounts.FACILITATOR)
    assert TITLE not in ben.get("/workshops").text
    assert ben.get(desk.plan).status_code == 403


def test_a_workshop_that_is_not_there_is_not_found(facilitator: Visitor):
    assert facilitator.get("/workshops/nowhere/plan").status_code == 404


def test_days_are_kept_in_the_places_own_time(desk: Desk):
    assert desk.row.starts
    assert desk.row.starts.isoformat() == "2026-11-30T07:00:00+00:00"


def test_a_forged_form_makes_nothing(app: Flask, facilitator: Visitor):
    page = facilitator.send("/workshops/new", **{**NEW, "once": "something-else"})
    assert page.status_code == 400
    assert workshops(app) == 0
