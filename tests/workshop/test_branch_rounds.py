"""A ministry asks its units for their plans: invited by letter, submitted, returned line by line, accepted."""

from dataclasses import replace

import pytest
from flask import Flask

from facilitation.plans.commands import OpenAmendment, RecordApproval
from tests.conftest import NOON, PASSWORD, Clock
from tests.workshop.branch_desk import Ministry
from tests.workshop.followed import PLAN, followed
from tests.workshop.tree import TODAY
from tests.workshop.visitor import Visitor
from workshop import store
from workshop.mail.due import write
from workshop.store import bounces
from workshop.store.accounts import new_id
from workshop.store.letters import waiting
from workshop.store.tables import LetterRow, RoleHolderRow

DEADLINE = "2026-12-31"
CANARY = "A word of the draft"


@pytest.fixture
def ministry(app: Flask) -> Ministry:
    return Ministry(app).begun()


def page(ministry: Ministry) -> str:
    return ministry.page("housing") + "/branch/round"


def opened(ministry: Ministry) -> Ministry:
    told = ministry.editor.send(page(ministry), "Invite", deadline=DEADLINE)
    assert told.status_code == 200, told.text
    return ministry


def letters(ministry: Ministry) -> list[LetterRow]:
    with ministry.app.app_context(), store.reading() as db:
        return list(waiting(db))


def unit(ministry: Ministry) -> Visitor:
    return ministry.somebody("editor", "homes")


def submitted(ministry: Ministry, by: Visitor) -> Ministry:
    number = ministry.homes.life.published.number if ministry.homes.life.published else ""
    told = by.send(ministry.homes.page, f"Submit version {number}")
    assert f"Submitted: version {number}" in told.text
    return ministry


def answer(ministry: Ministry) -> str:
    return f"{page(ministry)}/{ministry.ids['homes']}"


# -- Asking ---------------------------------------------------------------------------------------------------------


def test_a_round_opens_with_a_deadline_and_all_units(ministry: Ministry):
    opened(ministry)
    told = ministry.editor.get(page(ministry)).text
    assert "0 of 2 plans accepted" in told
    assert "states__part--invited" in told
    assert {each.unit for each in ministry.life.asking.units} == {ministry.ids["homes"], ministry.ids["repairs"]}  # pyright: ignore[reportOptionalMemberAccess]


def test_a_plan_that_is_not_read_beside_another_of_its_unit_is_named_where_units_are_asked_and_decided_on(
    ministry: Ministry,
):
    opened(ministry)
    followed(ministry, "homes", "plan-0005", replace(PLAN, title={"en": "Energy plan"}))
    for path in (page(ministry), ministry.goals):
        not_read = ministry.editor.get(path).text.partition("Not read:")[2]
        assert "/plans/plan-0001" in not_read.partition("</p>")[0], path


def test_a_deadline_that_has_passed_is_said_at_its_field(ministry: Ministry):
    refused = ministry.editor.send(page(ministry), "Invite", deadline="2020-01-01")
    assert refused.status_code == 400
    assert "Choose a day that is still to come." in refused.text


def test_editors_of_a_unit_get_one_letter_with_the_day_for_their_calendar(ministry: Ministry):
    unit(ministry)
    opened(ministry)
    (letter,) = letters(ministry)
    assert letter.to == "editor@homes.example"
    assert "/plans" in letter.text
    assert "DTSTART;VALUE=DATE:20261231" in letter.calendar
    ministry.editor.send(page(ministry), "Save the round", deadline="2027-01-15")
    assert len(letters(ministry)) == 1


def test_how_many_letters_wait_is_said_as_one_says_it(ministry: Ministry):
    unit(ministry)
    told = ministry.editor.send(page(ministry), "Invite", deadline=DEADLINE).text
    assert "The round is set. One letter of invitation waits in the outbox." in told
    told = ministry.editor.send(page(ministry), "Save the round", deadline="2027-01-15").text
    assert "The round is set." in told and "letter" not in told.partition("The round is set.")[2].partition("</")[0]
    told = ministry.editor.send(page(ministry), "Remind the 2 who are waited for").text
    assert "One letter of reminder waits in the outbox." in told


def test_whoever_comes_after_a_unit_has_answered_is_not_invited_to(ministry: Ministry):
    submitted(opened(ministry), unit(ministry))
    asked = [each.id for each in letters(ministry)]
    ministry.somebody("editor", "repairs")
    ministry.merge("homes", "repairs")
    ministry.editor.send(page(ministry), "Save the round", deadline="2027-01-15")
    new = [each.text for each in letters(ministry) if each.id not in asked]
    assert ["the plan of Repairs" in each for each in new] == [True]


def comes_back(ministry: Ministry, address: str) -> None:
    with ministry.app.app_context(), store.writing() as db:
        bounces.came_back(db, address, "550 No such user here", NOON)


def own_by_role(ministry: Ministry, **people: str) -> None:
    """The plan of Homes is owned by a role, and these hold it or stand in."""
    assert ministry.homes.ask(OpenAmendment("It has an owner")).ok
    assert ministry.homes.revise_plan("owner", "Head of homes").ok
    assert ministry.homes.ask(RecordApproval("Board", TODAY, "VN/3", "", "", "", "Known", TODAY)).ok
    with ministry.app.app_context(), store.writing() as db:
        for part, address in people.items():
            row = {"organisation": ministry.ids["homes"], "role": "Head of homes", "part": part, "since": TODAY}
            db.add(RoleHolderRow(id=new_id(), name=part.title(), email=address, **row))


def test_whom_no_letter_reaches_is_not_written_to_again_and_who_owns_the_plan_is_asked_instead(ministry: Ministry):
    unit(ministry)
    own_by_role(ministry, holder="head@homes.example", deputy="deputy@homes.example")
    comes_back(ministry, "Editor@Homes.example")
    opened(ministry)
    assert [each.to for each in letters(ministry)] == ["head@homes.example"]
    comes_back(ministry, "head@homes.example")
    ministry.editor.send(page(ministry), "Remind the")
    assert sorted(each.to for each in letters(ministry)) == ["deputy@homes.example", "head@homes.example"]


def test_a_unit_that_no_letter_reaches_is_named_to_those_who_ask_it(ministry: Ministry):
    ministry.somebody("editor", "repairs")
    unit(ministry)
    comes_back(ministry, "editor@homes.example")
    opened(ministry)
    _before, _said, after = ministry.editor.get(page(ministry)).text.partition("No letter reaches these units")
    told = after.partition("</section>")[0]
    assert ("Homes" in told, "Repairs" in told, "/plans" in told) == (True, False, True)
    assert "No letter reaches" not in ministry.somebody("reader", "housing").get(page(ministry)).text


def test_those_who_are_waited_for_are_reminded(ministry: Ministry):
    one = unit(ministry)
    ministry.somebody("editor", "repairs")
    submitted(opened(ministry), one)
    asked = [each.id for each in letters(ministry)]
    ministry.editor.send(page(ministry), "Remind the one who is waited for")
    assert [each.to for each in letters(ministry) if each.id not in asked] == ["editor@repairs.example"]
    assert ministry.life.asking.of(ministry.ids["repairs"]).reminded  # pyright: ignore[reportOptionalMemberAccess]


def test_the_timer_reminds_on_the_days_of_reminding_once_each(ministry: Ministry, clock: Clock):
    unit(ministry)
    opened(ministry)

    def due() -> int:
        with ministry.app.app_context():
            write(ministry.app, clock())
        return len(letters(ministry))

    assert due() == 1, "who was asked today is not reminded today"
    clock.pass_by(days=22)
    assert [due(), due()] == [2, 2]
    clock.pass_by(days=11)
    assert due() == 3
    clock.pass_by(days=4)
    assert due() == 4
    reminded = ministry.life.asking.of(ministry.ids["homes"]).reminded  # pyright: ignore[reportOptionalMemberAccess]
    assert len(reminded) == 3


def test_a_unit_counts_as_reminded_only_where_a_letter_reaches_somebody(ministry: Ministry, clock: Clock):
    unit(ministry)
    opened(ministry)
    clock.pass_by(days=22)
    with ministry.app.app_context():
        write(ministry.app, clock())
    told = {each.unit: len(each.reminded) for each in ministry.life.asking.units}  # pyright: ignore[reportOptionalMemberAccess]
    assert told == {ministry.ids["homes"]: 1, ministry.ids["repairs"]: 0}
    ministry.editor.send("/sign-in", email="editor@housing.example", password=PASSWORD)
    shown = ministry.editor.get(page(ministry)).text
    row = shown.partition('scope="row" role="rowheader">Repairs')[2].partition("</tr>")[0]
    assert "No letter reaches anybody there." in row
    ministry.editor.send(page(ministry), "Remind the 2 who are waited for")
    told = {each.unit: len(each.reminded) for each in ministry.life.asking.units}  # pyright: ignore[reportOptionalMemberAccess]
    assert told == {ministry.ids["homes"]: 2, ministry.ids["repairs"]: 0}


def test_the_deadline_goes_into_a_calendar(ministry: Ministry):
    opened(ministry)
    file = ministry.editor.get(page(ministry) + "/deadline.ics")
    assert file.mimetype == "text/calendar"
    assert "DTSTART;VALUE=DATE:20261231" in file.text


def test_only_those_inside_the_ministry_see_the_round_and_only_its_editors_act(ministry: Ministry):
    opened(ministry)
    reader = ministry.somebody("reader", "housing")
    assert "Where each plan stands" in reader.get(page(ministry)).text
    assert "Change the round" not in reader.get(page(ministry)).text
    assert reader.client.post(page(ministry) + "/end").status_code in (400, 403)
    for somebody in (unit(ministry), ministry.somebody("editor", "traffic")):
        assert somebody.get(page(ministry)).status_code == 404
        assert somebody.get(answer(ministry)).status_code == 404
        assert somebody.get(page(ministry) + "/deadline.ics").status_code == 404


def left(ministry: Ministry) -> tuple[str, Visitor]:
    """What of the page says where plans stand, once one unit went on in the other, whose editor comes along."""
    ministry.merge("homes", "repairs")
    heir = ministry.somebody("editor", "repairs")
    return ministry.editor.get(page(ministry)).text.partition("Change the round")[0], heir


def test_the_plan_of_a_unit_that_is_gone_is_submitted_as_its_own_by_whoever_goes_on(ministry: Ministry):
    told, heir = left(opened(ministry))
    assert "Homes (now Repairs)" in told
    assert "0 of 2 plans accepted" in told
    submitted(ministry, heir)
    asked = {each.unit: each.plan for each in ministry.life.asking.units}  # pyright: ignore[reportOptionalMemberAccess]
    assert asked == {ministry.ids["homes"]: "plan-0001", ministry.ids["repairs"]: ""}


def test_whoever_goes_on_is_reminded_of_the_plan_of_a_unit_that_is_gone(ministry: Ministry):
    left(opened(ministry))
    ministry.editor.send(page(ministry), "Remind the 2 who are waited for")
    assert sorted("the plan of Homes" in each.text for each in letters(ministry)) == [False, True]


def test_a_unit_that_is_gone_and_left_no_plan_is_waited_for_no_more(ministry: Ministry, clock: Clock):
    ministry.add("parks", "housing")
    ministry.somebody("editor", "parks")
    opened(ministry)
    ministry.merge("parks", "repairs")
    asked = [each.id for each in letters(ministry)]
    told, _ = left(ministry)
    assert "Parks (now Repairs)" in told
    assert "No longer there" in told
    assert "0 of 2 plans accepted" in told
    assert "Remind the 2 who are waited for" in told
    clock.pass_by(days=22)
    with ministry.app.app_context():
        write(ministry.app, clock())
    assert not [each for each in letters(ministry) if each.id not in asked and "Parks" in each.text]
