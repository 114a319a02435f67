"""From the one link that a new place prints to a workshop that is planned and opened; and every page on that way."""

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.looks import faults
from tests.browser.stage import Windows, open_place
from tests.browser.window import PHONE, WIDE, Window

ANN, FAY = "ann@example.fi", "fay@example.fi"
PASSWORD = "a goose in the granary"
TITLE = "Procurement action plan"
MAPPING = "/transfers/hankintaluotsi"
PAGES = (
    *("/workshops", "/workshops/new", "/people", "/account", "/packs", "/packs/toimi", "/mail"),
    *("/administration", "/administration/health", "/retention", "/requests", "/trail", "/accessibility", "/privacy"),
    *("/transfers", MAPPING, f"{MAPPING}/0/3", f"{MAPPING}/0/11", f"{MAPPING}/3", "/templates"),
)
TEMPLATE = Path("workshop/exports/templates/toimi.pptx")


def test_a_new_place_goes_from_its_one_link_to_an_open_console(tmp_path: Path, chromium: Browser):
    with open_place(tmp_path) as place:
        windows = Windows(place, chromium)
        with windows.in_order():
            ann, fay = windows.window(), windows.window()
            begin_with(ann, first_link(place.server.said()))
            take_account(fay, invited(ann, "Fay"), "Fay", FAY)
            set_up(fay)
            plan(fay)
            fay.press("Open the console", role="link")
            fay.sees("Before we begin").sees(re.compile("Join|code", re.IGNORECASE))


def first_link(said: str) -> str:
    found = re.search(r"http\S+(/first/\S+)", said)
    assert found, said
    return found[1]


def begin_with(ann: Window, link: str) -> None:
    """The administrator's account; every page of the desk, as it is on the first day."""
    ann.page.goto("/sign-in")
    assert_in_nobodys_way(ann, "sign in")
    ann.page.goto(link)
    assert_in_nobodys_way(ann, "the first link")
    take_account(ann, link, "Ann", ANN)
    for path in PAGES:
        ann.page.goto(path)
        assert_in_nobodys_way(ann, path)
    the_page_one_is_on_is_in_sight_on_a_phone(ann, "Administration")
    bring_template(ann)


def the_page_one_is_on_is_in_sight_on_a_phone(ann: Window, last: str) -> None:
    """The last of the links, where they run sideways."""
    back = ann.page.url
    ann.page.set_viewport_size(PHONE)
    ann.page.goto("/trail")
    expect(ann.page.get_by_role("navigation").get_by_role("link", name=last)).to_be_in_viewport(ratio=0.9)
    ann.page.set_viewport_size(WIDE)
    ann.page.goto(back)


def bring_template(ann: Window) -> None:
    """A template of the house, brought and corrected; the list with it in."""
    ann.page.locator("#file").set_input_files(TEMPLATE)
    ann.press("Bring it")
    ann.page.wait_for_url("**/templates/*")
    assert_in_nobodys_way(ann, "a template")
    ann.page.locator("#section").select_option("Title only")
    ann.press("Save the choices")
    expect(ann.page.locator("#section")).to_have_value("Title only")
    ann.page.goto("/templates")
    assert_in_nobodys_way(ann, "the list of templates")


def take_account(window: Window, link: str, name: str, email: str) -> None:
    window.page.goto(link)
    window.page.locator("#name").fill(name)
    window.page.locator("#email").fill(email)
    window.page.locator("#password").fill(PASSWORD)
    window.press("Make the account")
    window.page.wait_for_url("**/workshops")


def invited(ann: Window, name: str) -> str:
    """Ann invites a facilitator: the letter is looked at before, and the link is shown once."""
    ann.page.goto("/people")
    ann.page.locator("#label").fill(name)
    ann.page.locator("#email").fill("fay@letters.example")
    ann.press("See the letter first")
    ann.sees("The letter as it would go")
    assert_in_nobodys_way(ann, "a letter before it goes")
    ann.press("Make a link")
    link = ann.page.get_by_label("Link", exact=True).input_value()
    assert_in_nobodys_way(ann, "an invitation")
    return link


def set_up(fay: Window) -> None:
    """A title, an organisation, an agenda: a facilitator on a phone has a workshop."""
    fay.page.set_viewport_size(PHONE)
    fay.page.goto("/workshops/new")
    fay.page.get_by_label("English").first.fill(TITLE)
    fay.page.get_by_label("Organisation").fill("Ministry")
    fay.page.get_by_text("90 min").first.click()
    fay.press("Set up the workshop")
    fay.page.wait_for_url("**/plan")
    fay.sees(TITLE)


def plan(fay: Window) -> None:
    """A step taken in hand, given other minutes, and one added."""
    assert_in_nobodys_way(fay, "the planner")
    steps = fay.page.locator("[data-planner] a[href*='step=']")
    fay.page.goto(steps.nth(1).get_attribute("href") or "")
    fay.page.locator("#minutes").fill("25")
    assert_in_nobodys_way(fay, "a step in hand")
    fay.page.locator("form:has(#minutes)").get_by_role("button", name="Save").last.click()
    expect(fay.page.locator("#minutes")).to_have_value("25")


def assert_in_nobodys_way(window: Window, name: str) -> None:
    found = faults(window, name)
    assert not found, "\n".join(found)
