"""Nothing anybody writes is lost or doubled: no line, a reload, two tabs, two devices, two people at one field."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, expect

from tests.browser import parts
from tests.browser.lived import step
from tests.browser.stage import House, Lead, Place, open_house, sit
from tests.browser.window import PHONE, Window

IDEAS, TALK, GOALS = step("ideas", each=3), step("discussion"), step("goals")
IDEA, ANOTHER = "One calendar for all procurement.", "Suppliers come to the planning."
FROM, TO = "Every agency buys alone.", "Most things are bought together."
BY_ADA, BY_BEN = "Every agency buys alone, says Ada.", "Every agency buys alone, says Ben."


@pytest.fixture
def house(place: Place, chromium: Browser) -> Iterator[House]:
    with open_house(place, chromium, (IDEAS, TALK, GOALS)) as opened:
        yield opened


def at(house: House, lead: Lead, id: str, *names: str) -> list[Window]:
    """These people are in one group, and in this step."""
    windows = [house.joined(name) for name in names]
    lead.one_group()
    lead.move("OpenStep", id)
    for window in windows:
        window.main.locator(".task").wait_for()
    return windows


def composer(window: Window):
    return window.main.locator(".composer textarea")


def beginning(window: Window):
    """The field in which a goal says from where it goes."""
    return window.main.locator(".goal__part--from textarea")


def test_what_is_written_without_a_line_is_there_once(house: House):
    lead = house.lead()
    (ada,) = at(house, lead, IDEAS.id, "Ada")
    ada.line(away=True).sees("No connection.")
    parts.write_idea(ada, IDEA)
    parts.write_idea(ada, ANOTHER)
    ada.sees("2 changes are kept on this device")
    assert house.added(IDEA) == 0
    ada.line(away=False).sees("Everything has been sent.")
    expect(parts.own(ada, IDEA)).to_have_count(1)
    assert [house.added(text) for text in (IDEA, ANOTHER)] == [1, 1]


def test_what_came_too_late_is_kept_for_who_wrote_it(house: House):
    lead = house.lead()
    (ada,) = at(house, lead, IDEAS.id, "Ada")
    ada.line(away=True).sees("No connection.")
    parts.write_idea(ada, IDEA)
    lead.move("Reveal", IDEAS.id)
    lead.move("CloseStep", IDEAS.id)
    ada.line(away=False).sees("Something came too late.").press("See them")
    expect(ada.page.locator("dialog[open]")).to_contain_text(IDEA)
    assert house.added(IDEA) == 0
    lead.move("OpenStep", IDEAS.id)
    ada.press("Send again")
    ada.page.keyboard.press("Escape")
    parts.has_arrived(ada, IDEA)
    assert house.added(IDEA) == 1


def test_two_people_change_one_field_and_both_wordings_are_kept_until_one_is_chosen(house: House):
    lead = house.lead()
    ada, ben = at(house, lead, GOALS.id, "Ada", "Ben")
    parts.begin_sheet(ada, "Begin the goal", FROM, TO)
    expect(beginning(ben)).to_have_value(FROM)
    ada.line(away=True).sees("No connection.")
    beginning(ada).fill(BY_ADA)
    ada.sees("Kept on this device")
    beginning(ben).fill(BY_BEN)
    ben.sees("Saved")
    ada.line(away=False)
    for window in (ada, ben):
        both = window.page.get_by_role("region", name="Two wordings")
        expect(both).to_contain_text(BY_ADA)
        expect(both).to_contain_text(BY_BEN)
    ben.page.get_by_role("region", name="Two wordings").locator(".note").filter(has_text=BY_ADA).get_by_role(
        "button", name="Use this one"
    ).click()
    for window in (ada, ben):
        expect(beginning(window)).to_have_value(BY_ADA)
        expect(window.page.get_by_role("region", name="Two wordings")).to_have_count(0)


def test_who_types_is_not_moved_and_goes_when_they_like(house: House):
    lead = house.lead()
    (ada,) = at(house, lead, IDEAS.id, "Ada")
    composer(ada).press_sequentially(IDEA)
    lead.move("OpenStep", TALK.id)
    ada.sees("The room has moved on to Discussion.")
    expect(composer(ada)).to_be_focused()
    expect(composer(ada)).to_have_value(IDEA)
    ada.press("Go").at("Discussion")
    lead.move("OpenStep", IDEAS.id)
    ada.at("Ideas")
    expect(composer(ada)).to_have_value(IDEA)


def test_that_the_room_has_moved_is_announced(house: House):
    lead = house.lead()
    (ada,) = at(house, lead, IDEAS.id, "Ada")
    composer(ada).press_sequentially(IDEA)
    lead.move("OpenStep", TALK.id)
    told = ada.page.locator("[role=status], [aria-live]").filter(has_text="The room has moved on to Discussion")
    expect(told.first).to_be_attached()


def test_a_reload_in_the_middle_of_a_sentence_keeps_it(house: House):
    lead = house.lead()
    (ada,) = at(house, lead, IDEAS.id, "Ada")
    composer(ada).press_sequentially(IDEA)
    ada.page.reload()
    expect(composer(ada)).to_have_value(IDEA)
    assert house.added(IDEA) == 0


def test_a_reload_in_the_middle_of_a_goal_keeps_it(house: House):
    lead = house.lead()
    ada, ben = at(house, lead, GOALS.id, "Ada", "Ben")
    parts.begin_sheet(ada, "Begin the goal", FROM, TO)
    beginning(ada).press("End")
    beginning(ada).press_sequentially(" Slowly.")
    ada.page.reload()
    expect(beginning(ada)).to_have_value(f"{FROM} Slowly.")
    expect(beginning(ben)).to_have_value(f"{FROM} Slowly.")


def test_a_second_tab_is_the_same_person(house: House):
    lead = house.lead()
    (ada,) = at(house, lead, IDEAS.id, "Ada")
    tab = house.watched(Window(ada.context.new_page(), ada.context))
    tab.page.goto(ada.path())
    parts.add_idea(tab, IDEA)
    expect(parts.own(ada, IDEA)).to_be_visible()
    parts.add_idea(ada, ANOTHER)
    expect(parts.own(tab, ANOTHER)).to_be_visible()
    assert [house.added(text) for text in (IDEA, ANOTHER)] == [1, 1]


def test_the_last_contribution_can_be_taken_back(house: House):
    lead = house.lead()
    (ada,) = at(house, lead, IDEAS.id, "Ada")
    parts.add_idea(ada, IDEA)
    ada.press("Undo").sees("Taken back.")
    expect(parts.own(ada, IDEA)).to_have_count(0)


def test_a_personal_link_opens_the_seat_on_another_device(house: House):
    ada = house.joined("Ada").sees("You are in, Ada.")
    ada.page.goto(f"{ada.path()}/device")
    ada.press("Show my own link")
    link = ada.main.get_by_text("/seat/").first.inner_text()
    phone = sit(house.window(size=PHONE), link.rpartition("/seat/")[2].strip())
    lead = house.lead()
    lead.move("OpenStep", IDEAS.id)
    parts.add_idea(phone, IDEA)
    ada.page.goto(ada.path().removesuffix("/device"))
    expect(parts.own(ada, IDEA)).to_be_visible()


def test_a_step_that_is_opened_again_keeps_what_it_had(house: House):
    lead = house.lead()
    ada, ben = at(house, lead, IDEAS.id, "Ada", "Ben")
    parts.add_idea(ada, IDEA)
    lead.move("Reveal", IDEAS.id)
    ben.sees(IDEA)
    lead.move("OpenStep", TALK.id)
    ben.at("Discussion")
    lead.move("OpenStep", IDEAS.id)
    ben.at("Ideas").sees(IDEA)
    parts.add_idea(ada, ANOTHER)
    ben.sees_not(ANOTHER)
    lead.move("Reveal", IDEAS.id)
    ben.sees(ANOTHER)


def test_what_people_write_says_its_language(house: House):
    lead = house.lead()
    (ada,) = at(house, lead, IDEAS.id, "Ada")
    pekka = house.joined("Pekka", language="fi")
    parts.add_idea(pekka, "Yksi kalenteri kaikille hankinnoille.")
    lead.move("Reveal", IDEAS.id)
    expect(parts.own(ada, "Yksi kalenteri").locator("[lang=fi]")).to_be_visible()
    expect(ada.page.locator("html")).to_have_attribute("lang", "en")


def test_the_console_stays_whole_while_its_line_is_away(house: House):
    at(house, house.lead(), IDEAS.id, "Ada")
    fay = house.hosted()
    fay.main.locator(".console__step").wait_for()
    fay.line(away=True).sees("No connection.")
    fay.press("People and groups", role="tab").sees("Ada")
    fay.line(away=False).sees("You are back.")
