"""A workshop is planned by forms alone: steps, their options by the kinds' own table, the day, and the door."""

from pathlib import Path

import pytest
from flask import Flask

from facilitation.live.commands import OpenStep, Reveal
from tests.workshop.desk import HEAD, Desk, set_up
from tests.workshop.planned import of, options
from tests.workshop.visitor import Visitor
from workshop import web

# -- Buttons ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("button", "sent"),
    [("minutes", {"by": "twice"}), ("minutes", {}), ("move", {"way": "sideways"}), ("move", {"to": "first"})],
)
def test_a_button_that_there_is_not_does_nothing(desk: Desk, facilitator: Visitor, button: str, sent: dict[str, str]):
    before, step = desk.state, desk.step("ideas")
    token = {"csrf_token": facilitator.form(desk.plan).fields["csrf_token"]}
    answer = facilitator.client.post(f"{desk.plan}/steps/{step}/{button}", data=sent | token)
    assert answer.status_code == 400
    assert (desk.state.order, desk.state.steps) == (before.order, before.steps)


def test_the_door_opens_and_closes_by_its_own_words_only(desk: Desk, facilitator: Visitor):
    token = {"csrf_token": facilitator.form(desk.plan).fields["csrf_token"]}
    assert facilitator.client.post(f"{desk.plan}/door", data={"open": "ajar"} | token).status_code == 400
    assert desk.row.door_open
    assert facilitator.client.post(f"{desk.plan}/door", data={"open": "no"} | token).status_code == 303
    assert not desk.row.door_open


def test_no_page_reads_what_was_sent_past_its_form():
    pages = Path(web.__file__).parent.glob("*.py")
    assert [page.name for page in pages if "request.form" in page.read_text()] == []


# -- The day --------------------------------------------------------------------------------------------------------


def test_the_day_is_drawn_to_scale_and_told_in_words(desk: Desk, facilitator: Visitor):
    page = facilitator.get(desk.plan).text
    assert "90\N{NO-BREAK SPACE}min, 9:00–10:30" in page or "90 min, 9:00–10:30" in page
    assert 'x="0.0%" width="5.556%"' in page, "five of ninety minutes"


def test_a_pinned_step_tells_of_waiting_and_of_running_over(desk: Desk, facilitator: Visitor):
    facilitator.send(of(desk, "ideas"), title_en="Ideas", pinned="09:40")
    assert "17 min of waiting before “Ideas”, which is pinned to 9:40." in facilitator.get(desk.plan).text
    facilitator.send(of(desk, "ideas"), title_en="Ideas", pinned="09:20")
    assert "is pinned to 9:20, but the steps before it end 3 min later." in facilitator.get(desk.plan).text


def test_the_agenda_counts_from_the_day_and_time_at_the_head(desk: Desk, facilitator: Visitor):
    facilitator.send(desk.plan, **HEAD | {"time": "13:15"})
    assert "13:15–14:45" in facilitator.get(desk.plan).text


def test_the_head_can_be_changed(desk: Desk, facilitator: Visitor):
    facilitator.send(desk.plan, **HEAD | {"title_fi": "Toimintasuunnitelma"}, languages=["fi", "sv"])
    assert desk.state.title == {"fi": "Toimintasuunnitelma", "en": HEAD["title_en"]}
    assert desk.state.languages == ("fi", "sv")


def test_a_head_without_a_title_is_not_taken(desk: Desk, facilitator: Visitor):
    page = facilitator.send(desk.plan, **HEAD | {"title_en": ""})
    assert page.status_code == 400
    assert "Give it a title people will recognise." in page.text
    assert desk.state.title


# -- Steps ----------------------------------------------------------------------------------------------------------


def test_a_step_is_worded_in_three_languages_and_timed(desk: Desk, facilitator: Visitor):
    facilitator.send(of(desk, "goals"), title_sv="Mål", task_fi="Kirjoittakaa yksi tavoite.", minutes="25", pinned="")
    step = desk.state.steps[desk.step("goals")]
    assert step.title["sv"] == "Mål"
    assert step.task["fi"] == "Kirjoittakaa yksi tavoite."
    assert step.minutes == 25


def test_saving_without_a_change_adds_nothing_to_the_log(desk: Desk, facilitator: Visitor):
    before = desk.state.seq
    facilitator.send(of(desk, "current_state"), button="Save the step")
    facilitator.send(of(desk, "briefing"), button="Save the step")
    assert desk.state.seq == before


def test_minutes_beyond_reason_are_refused_at_their_field(desk: Desk, facilitator: Visitor):
    page = facilitator.send(of(desk, "goals"), minutes="700", title_en="Goals")
    assert page.status_code == 400
    assert "From 0 to 600 minutes." in page.text


def test_five_minutes_more_or_less_are_one_press(desk: Desk, facilitator: Visitor):
    before = desk.state.steps[desk.state.order[0]].minutes
    facilitator.send(desk.plan, button="Opening and rules: five minutes more")
    assert desk.state.steps[desk.state.order[0]].minutes == before + 5


def test_steps_move_up_and_down(desk: Desk, facilitator: Visitor):
    first, second, third, *rest = desk.state.order
    facilitator.send(desk.plan, button="Opening and rules: down")
    assert desk.state.order == (second, first, third, *rest)
    facilitator.send(desk.plan, button="Opening and rules: up")
    assert desk.state.order == (first, second, third, *rest)


def test_a_step_of_any_kind_is_added_after_the_one_in_hand(desk: Desk, facilitator: Visitor):
    facilitator.send(of(desk, "ideas"), button="Add after", kind="question")
    place = desk.state.order.index(desk.step("ideas"))
    added = desk.state.steps[desk.state.order[place + 1]]
    assert added.kind == "question"


def test_a_step_that_has_not_begun_can_be_taken_out(desk: Desk, facilitator: Visitor):
    ideas = desk.step("ideas")
    facilitator.send(of(desk, "ideas"), button="Take the step out of the agenda")
    assert ideas not in desk.state.order


def test_a_step_that_has_begun_stays(desk: Desk, facilitator: Visitor):
    desk.ask(OpenStep(desk.state.order[0]), desk.host)
    page = facilitator.get(f"{desk.plan}?step={desk.state.order[0]}").text
    assert "A step that has begun stays in the agenda." in page
    assert "Take the step out of the agenda" not in page


# -- Pre-work and the door ------------------------------------------------------------------------------------------


def test_the_current_state_opens_as_pre_work(app: Flask, facilitator: Visitor):
    desk = Desk(app, set_up(facilitator, agenda="toimi/half_day"))
    facilitator.send(of(desk, "current_state"), button="Open as pre-work now")
    assert desk.state.current == desk.step("current_state")
    assert desk.state.work[desk.step("current_state")].phase == "open"
    assert 'id="prework"' in facilitator.get("/workshops").text


def test_pre_work_is_not_offered_once_the_day_has_begun(app: Flask, facilitator: Visitor):
    desk = Desk(app, set_up(facilitator, agenda="toimi/half_day"))
    desk.ask(OpenStep(desk.state.order[0]), desk.host)
    assert "Open as pre-work now" not in facilitator.get(of(desk, "current_state")).text


def test_the_door_closes_and_opens(desk: Desk, facilitator: Visitor, app: Flask):
    join = f"/j/{desk.row.code}"
    facilitator.send(desk.plan, button="Close the door")
    assert Visitor(app).get(join).status_code == 404
    facilitator.send(desk.plan, button="Open the door")
    assert Visitor(app).get(join).status_code == 200


def test_a_changed_code_leads_nowhere_any_more(desk: Desk, facilitator: Visitor, app: Flask):
    before = desk.row.code
    facilitator.send(desk.plan, button="Change the code")
    assert desk.row.code != before
    assert Visitor(app).get(f"/j/{before}").status_code == 404
    assert Visitor(app).get(f"/j/{desk.row.code}").status_code == 200


def test_a_step_that_is_gone_is_not_found(desk: Desk, facilitator: Visitor):
    form = facilitator.form(of(desk, "ideas"), button="Save the step")
    facilitator.send(of(desk, "ideas"), button="Take the step out of the agenda")
    assert facilitator.client.post(form.action, data=form.fields).status_code == 404


def test_options_that_show_authors_follow_the_phase(desk: Desk, facilitator: Visitor):
    step = desk.step("ideas")
    desk.ask(OpenStep(step), desk.host)
    desk.ask(Reveal(step, step), desk.host)
    facilitator.send(of(desk, "ideas"), option_authors="room", option_each="4")
    assert options(desk, "ideas")["authors"] == "nobody"
    assert options(desk, "ideas")["each"] == 4
