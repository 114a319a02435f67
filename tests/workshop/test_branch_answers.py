"""Units answer the round of their branch: submitted on the plan's page, returned line by line, accepted."""

import pytest
from flask import Flask

from facilitation.plans.commands import OpenAmendment, RecordApproval
from tests.workshop.branch_desk import Ministry
from tests.workshop.followed import GOAL
from tests.workshop.test_branch_rounds import answer, opened, page, submitted, unit
from tests.workshop.tree import TODAY
from tests.workshop.visitor import forms

CANARY = "A word of the draft"


@pytest.fixture
def ministry(app: Flask) -> Ministry:
    return Ministry(app).begun()


def test_a_unit_is_asked_on_its_plans_page_and_submits_there(ministry: Ministry):
    opened(ministry)
    one = unit(ministry)
    assert "Housing asks for your plan by" in one.get(ministry.homes.page).text
    submitted(ministry, one)
    assert "Submitted" in ministry.editor.get(page(ministry)).text
    assert "Housing asks for your plan" not in ministry.editor.get(ministry.homes.page).text


def test_a_unit_that_is_asked_for_nothing_submits_nothing(ministry: Ministry):
    one = unit(ministry)
    form = one.form(f"{ministry.homes.page}/approval")
    refused = one.client.post(f"{ministry.homes.page}/submit", data=form.fields)
    assert refused.status_code == 404
    reader = ministry.somebody("reader", "homes")
    assert reader.client.post(f"{ministry.homes.page}/submit").status_code in (400, 403)


def test_a_plan_comes_back_line_by_line_and_is_accepted_once_it_is_mended(ministry: Ministry):
    one = unit(ministry)
    submitted(opened(ministry), one)
    told = ministry.editor.send(answer(ministry), "Return the plan", **{"lines-0": "By when?"})
    assert "The plan went back with its reasons." in told.text
    theirs = one.get(ministry.homes.page).text
    assert "Returned: version 1.0" in theirs
    assert "By when?" in theirs
    desk = ministry.homes
    assert desk.ask(OpenAmendment("Came back")).ok
    assert desk.revise(GOAL.id, "to", "Every agreement has a target by May", GOAL.to["en"]).ok
    assert desk.ask(RecordApproval("Director General", TODAY, "VN/2", "", "", "", "It is known", TODAY)).ok
    submitted(ministry, one)
    told = ministry.editor.send(answer(ministry), "Accept the plan")
    assert "1 of 2 plans accepted" in told.text
    assert "Accepted: version 2.0" in one.get(ministry.homes.page).text


def test_what_is_accepted_is_no_more_to_be_accepted_and_can_still_be_returned(ministry: Ministry):
    submitted(opened(ministry), unit(ministry))
    assert "Accept or return" in ministry.editor.get(page(ministry)).text
    ministry.editor.send(answer(ministry), "Accept the plan")
    told = ministry.editor.get(page(ministry)).text
    assert "Accept or return" not in told
    assert "Return it after all" in told
    opened_again = ministry.editor.get(answer(ministry)).text
    assert "Accept the plan" not in opened_again
    assert "It can still be returned" in opened_again
    back = ministry.editor.send(answer(ministry), "Return the plan", **{"lines-0": "By when?"})
    assert "Return it after all" not in back.text
    assert "It can still be returned" not in ministry.editor.get(answer(ministry)).text


def test_nothing_typed_is_lost_when_a_newer_version_came_meanwhile(ministry: Ministry):
    one = unit(ministry)
    submitted(opened(ministry), one)
    form = ministry.editor.form(answer(ministry), "Return the plan")
    desk = ministry.homes
    assert desk.ask(OpenAmendment("More")).ok
    assert desk.ask(RecordApproval("Director General", TODAY, "VN/2", "", "", "", "It is known", TODAY)).ok
    submitted(ministry, one)
    refused = ministry.editor.client.post(form.action, data=form.fields | {"lines-0": "By when?"})
    assert refused.status_code == 400
    assert "A newer version was submitted meanwhile." in refused.text
    assert "By when?" in refused.text
    again = next(each for each in forms(refused) if "lines-0" in each.fields)
    assert again.fields["version"] == "2.0"


def test_a_return_without_a_reason_is_refused(ministry: Ministry):
    submitted(opened(ministry), unit(ministry))
    refused = ministry.editor.send(answer(ministry), "Return the plan")
    assert refused.status_code == 400
    assert "Say which lines are to be looked at again, and why." in refused.text


def test_that_a_unit_is_writing_is_told_and_not_a_word_of_it(ministry: Ministry):
    submitted(opened(ministry), unit(ministry))
    assert ministry.homes.ask(OpenAmendment("More")).ok
    assert ministry.homes.revise(GOAL.id, "to", CANARY, GOAL.to["en"]).ok
    assert ministry.repairs.ask(OpenAmendment("More")).ok
    told = ministry.editor.get(page(ministry)).text
    assert "Drafting" in told
    for path in (page(ministry), answer(ministry)):
        assert CANARY not in ministry.editor.get(path).text


@pytest.mark.parametrize(("language", "told"), [("fi", "Suunnitelmakierros"), ("sv", "Planomgång")])
def test_the_round_speaks_the_readers_language(ministry: Ministry, language: str, told: str):
    assert told in opened(ministry).editor.get(f"{page(ministry)}?language={language}").text
