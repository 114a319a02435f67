"""Keying a plan into another service: copying with and without a clipboard, and knowing what is done already."""

import pytest
from playwright.sync_api import Locator, expect

from facilitation.live.commands import AddCard, FormGroups, Join, OpenStep, ReviseCard
from tests.browser.looks import faults
from tests.browser.stage import House
from tests.browser.window import Window
from tests.workshop.desk import Desk
from workshop.perform import Asker

TO, OWNER = "Every agreement sets a target.\n=Twice a year it is reviewed.", "Head of steering"
NO_CLIPBOARD = "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
"""A closed room's plain http has none."""
TOLD_ANEW = """async () => {
    const told = async () => (await (await fetch(location.href)).text()).includes("Deputy director")
    while (!(await told())) continue
}"""
"""Another process's change is noticed within a second."""


@pytest.fixture
def desk(house: House) -> Desk:
    """A workshop with one goal, before anybody came."""
    desk = Desk(house.place.app, house.set_.workshop)
    ada = Asker("seat-ada-0000", "participant")
    assert desk.ask(Join(ada.seat, "en", "room", "Ministry"), ada).ok
    desk.ask(FormGroups("random"), desk.host)
    goals = desk.step("goals")
    assert desk.ask(OpenStep(goals, ""), desk.host).ok
    goal = {"from": "None does.", "to": TO, "owner": OWNER, "objectives": ["1.1"]}
    assert desk.ask(AddCard("goal-00000001", goals, goal, "en", group=desk.state.group_of(ada.seat)), ada).ok
    return desk


def keying(window: Window, desk: Desk) -> Locator:
    """The goal, as it is to be keyed in."""
    window.page.goto(f"/w/{desk.id}/draft/transfer/hankintaluotsi")
    return window.page.locator("[data-row]").first


def clipboard(window: Window) -> str:
    return window.page.evaluate("() => navigator.clipboard.readText()")


def said(window: Window) -> Locator:
    return window.page.locator("[data-said]")


def test_a_field_a_row_and_a_sheet_are_copied_and_that_is_said(house: House, desk: Desk):
    fay = house.hosted()
    fay.context.grant_permissions(["clipboard-read", "clipboard-write"])
    goal = keying(fay, desk)
    fay.press("Copy: Responsible")
    expect(said(fay)).to_contain_text("Copied. Copy: Responsible")
    expect(goal.get_by_text("Copied", exact=True)).to_have_count(1)
    assert clipboard(fay) == OWNER
    fay.press("Copy: Own goal")
    expect(said(fay)).to_contain_text("Copied. Copy: Own goal")
    expect(goal.get_by_text("Copied", exact=True)).to_have_count(1)
    assert clipboard(fay) == TO
    fay.press("Copy the row")
    expect(said(fay)).to_contain_text("Copied. Copy the row")
    assert clipboard(fay).split("\t")[2] == f'"{TO}"'
    fay.press("Copy the sheet: Goals")
    expect(said(fay)).to_contain_text("Copied. Copy the sheet")
    assert clipboard(fay).split("\t")[:2] == ["Theme", "Objective of the strategy"]
    assert OWNER in clipboard(fay)


def test_without_a_clipboard_the_text_is_selected_to_be_copied_by_hand(house: House, desk: Desk):
    fay = house.hosted()
    fay.context.add_init_script(NO_CLIPBOARD)
    keying(fay, desk)
    fay.press("Copy: Responsible")
    expect(said(fay)).to_contain_text("press Ctrl and C")
    assert fay.page.evaluate("() => getSelection().toString()") == OWNER
    fay.press("Copy the row")
    by_hand = fay.page.locator("#by-hand")
    expect(by_hand).to_be_focused()
    assert OWNER in by_hand.input_value().split("\t")
    assert not (found := faults(fay, "by hand")), "\n".join(found)


def test_what_is_keyed_in_is_known_on_this_device_until_the_plan_says_something_else(house: House, desk: Desk):
    fay = house.hosted()
    goal = keying(fay, desk)
    goal.get_by_label("Keyed in").check()
    expect(fay.page.get_by_text("1 of 1 keyed in").first).to_be_visible()
    fay.page.reload()
    expect(goal.get_by_label("Keyed in")).to_be_checked()
    expect(goal.get_by_text("Changed since you keyed it in")).to_be_hidden()
    assert desk.ask(ReviseCard("goal-00000001", "owner", "Deputy director", OWNER, "en"), desk.host).ok
    fay.page.evaluate(TOLD_ANEW)
    fay.page.reload()
    expect(goal.get_by_text("Changed since you keyed it in")).to_be_visible()
    goal.get_by_label("Keyed in").uncheck()
    expect(fay.page.get_by_text("0 of 1 keyed in").first).to_be_visible()
