"""Sign-on in a real browser, under our own policy, by a broker over a federation that speaks SAML only."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.broker.programs import address, broker, federation
from tests.broker.setting_up import CLIENT, SECRET
from tests.browser.stage import Windows, open_place
from tests.browser.test_at_the_desk import ANN, assert_in_nobodys_way, first_link, take_account
from tests.browser.window import Window
from tests.workshop.served import free_port

SIGN_IN = {
    "en": "Sign in at The State",
    "fi": "Kirjaudu palvelussa The State",
    "sv": "Logga in via The State",
}
GIVEN_UP = {"en": "did not let you in", "fi": "ei päästänyt sisään", "sv": "släppte inte in dig"}


def test_people_come_from_their_organisations_and_whoever_gives_up_there_reads_so(tmp_path: Path, chromium: Browser):
    home = tmp_path / "toimi"
    home.mkdir()
    with federation(tmp_path / "federation") as members, pytest.MonkeyPatch.context() as patch:
        patch.setenv("SSL_CERT_FILE", str(tmp_path / "broker" / "tls.crt"))
        with open_place(home) as place:
            windows, port = Windows(place, chromium), free_port()
            with windows.in_order():
                ann = windows.window()
                take_account(ann, first_link(place.server.said()), "Ann", ANN)
                with broker(tmp_path / "broker", members, add(ann, port), port):
                    make_ready(ann)
                    comes_in(windows.window(ignore_https_errors=True))
                    for language in SIGN_IN:
                        gives_up(windows.window(language=language, ignore_https_errors=True), language)


def add(ann: Window, port: int) -> str:
    """The service; answers the address for coming back that the page shows."""
    ann.page.goto("/organisations")
    ann.press("Plant the example").sees("Housing Agency")
    ann.page.goto("/providers")
    ann.write("Name", "The State").write("Issuer", address(port))
    ann.press("Add it").at("The State")
    return ann.page.locator("#back").input_value()


def make_ready(ann: Window) -> None:
    """As the table of the page for operators says, and one rule."""
    ann.write("Client id", CLIENT).write("Claims that tell a person", "local_id home_organisation")
    ann.page.locator("#secret").fill(SECRET)
    ann.press("Save").sees("Saved.")
    ann.write("Claim", "home_organisation", ann.page.locator("form:has(#claim)"))
    ann.page.locator("#value").fill("agency.example")
    agency = ann.page.locator("#organisation option").filter(has_text="Housing Agency").first.inner_text()
    ann.page.locator("#organisation").select_option(label=agency)
    ann.press("Add it").sees("The rule holds")
    ann.press("Read its description").sees("Its description is read")
    assert_in_nobodys_way(ann, "a service by a broker")


def goes(person: Window, language: str = "en") -> Window:
    """To the page of the agency's own service."""
    person.page.goto("/sign-in")
    return person.press(SIGN_IN[language], role="link").press("agency", role="link")


def comes_in(ada: Window) -> None:
    goes(ada).write("who", "ada").press("Sign in")
    ada.page.wait_for_url("**/organisations")
    ada.sees("Housing Agency")
    ada.page.goto("/account")
    ada.sees(re.compile("Ada Salo"))


def gives_up(eva: Window, language: str) -> None:
    goes(eva, language).press("Give up")
    eva.page.wait_for_url("**/turned")
    eva.sees(re.compile(GIVEN_UP[language]))
    assert_in_nobodys_way(eva, f"given up at home, {language}")
