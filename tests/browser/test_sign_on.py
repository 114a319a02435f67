"""Sign-on in a real browser, under our own policy, over the pages of a provider program; in three languages."""

import re
from pathlib import Path

from playwright.sync_api import Browser, Page, expect

from tests.browser.stage import Windows, open_place
from tests.browser.test_at_the_desk import ANN, assert_in_nobodys_way, first_link, take_account
from tests.browser.window import Window
from tests.provider.program import CLIENT, SECRET, issuer_at, provider
from tests.workshop.served import free_port

SIGN_IN = {
    "en": "Sign in at House of Keys",
    "fi": "Kirjaudu palvelussa House of Keys",
    "sv": "Logga in via House of Keys",
}
TURNED = {"en": "you have no part here", "fi": "sinulla ei ole täällä roolia", "sv": "du har ingen roll här"}


def test_from_adding_the_service_to_signing_out_of_it(tmp_path: Path, chromium: Browser):
    with open_place(tmp_path) as place:
        windows, port = Windows(place, chromium), free_port()
        with windows.in_order():
            ann = windows.window()
            take_account(ann, first_link(place.server.said()), "Ann", ANN)
            add(ann, port)
            back, after = (ann.page.locator(f"#{id}").input_value() for id in ("back", "after"))
            with provider(back, after, port):
                make_ready(ann)
                comes_and_goes(windows.window())
                for language in TURNED:
                    is_turned_away(windows.window(language=language), language)
                ties(ann)


def add(ann: Window, port: int) -> None:
    ann.page.goto("/organisations")
    ann.press("Plant the example")
    ann.sees("Housing Agency")
    ann.page.goto("/providers")
    assert_in_nobodys_way(ann, "no services")
    ann.write("Name", "House of Keys").write("Issuer", issuer_at(port))
    ann.press("Add it")
    ann.at("House of Keys")


def make_ready(ann: Window) -> None:
    """Its id and secret, a rule, and whether it answers."""
    ann.write("Client id", CLIENT).page.locator("#secret").fill(SECRET)
    ann.press("Save").sees("Saved.")
    ann.write("Claim", "groups", ann.page.locator("form:has(#claim)"))
    ann.page.locator("#value").fill("planners")
    agency = ann.page.locator("#organisation option").filter(has_text="Housing Agency").first.inner_text()
    ann.page.locator("#organisation").select_option(label=agency)
    ann.page.locator("#role").select_option("Administrator")
    ann.press("Add it").sees("The rule holds")
    ann.press("Read its description").sees("Its description is read")
    assert_in_nobodys_way(ann, "a service")
    ann.page.goto("/providers")
    assert_in_nobodys_way(ann, "the services")


def comes_and_goes(ada: Window) -> None:
    """In by the service, anew for what is sensitive in a tab of its own, and out there too."""
    ada.page.goto("/sign-in")
    assert_in_nobodys_way(ada, "the sign-in page")
    ada.press(SIGN_IN["en"], role="link").press("I am ada", role="link")
    ada.page.wait_for_url("**/organisations")
    ada.press("Housing Agency", role="link")
    ada.page.locator("#label").fill("Eva Ek")
    ada.press("Invite").at("Is it you?")
    assert_in_nobodys_way(ada, "is it you")
    shows_anew(ada)
    ada.press("Go on")
    expect(ada.page.get_by_label("Link", exact=True)).to_have_value(re.compile("/invite/"))
    ada.page.goto("/account")
    assert_in_nobodys_way(ada, "an account by a service")
    ada.press("Sign out").sees("You are still signed in at House of Keys.")
    ada.press("Sign out there too", role="link").press("Yes, sign me out")
    ada.page.wait_for_url("**/sign-in")


def shows_anew(ada: Window) -> None:
    with ada.context.expect_page() as opened:
        ada.press("Show who you are at House of Keys", role="link")
    tab: Page = opened.value
    tab.get_by_role("link", name="I am ada").click()
    expect(tab.get_by_role("heading", level=1)).to_have_text("It is you")
    tab.close()


def is_turned_away(eva: Window, language: str) -> None:
    """In her language, with nothing of the code in the address; and the page changes its language."""
    eva.page.goto("/sign-in")
    eva.press(SIGN_IN[language], role="link").press("I am eva", role="link")
    eva.page.wait_for_url("**/turned")
    eva.sees(re.compile(TURNED[language]))
    assert_in_nobodys_way(eva, f"turned away, {language}")
    eva.page.reload()
    eva.sees(re.compile(TURNED[language]))


def ties(ann: Window) -> None:
    """From a form over a page of ours to the program: policy lets no form lead there itself."""
    ann.page.goto("/account")
    ann.press("Tie to House of Keys")
    assert_in_nobodys_way(ann, "tying")
    ann.press("To House of Keys", role="link").press("I am eva", role="link")
    ann.sees("From now on you can sign in at House of Keys too.")
    assert_in_nobodys_way(ann, "an account that is tied")
