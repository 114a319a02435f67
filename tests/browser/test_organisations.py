"""An administrator makes a tree and invites an editor, who signs in and sees their own; every page on that way."""

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.stage import Windows, open_place
from tests.browser.test_at_the_desk import ANN, assert_in_nobodys_way, first_link, take_account
from tests.browser.window import Window

EVA, PASSWORD = "eva@example.fi", "a goose in the granary"
TABLE = "Name;E-mail;Organisation;Role\r\nEva Berg;eva;E-11;Editor\r\n"


def test_an_administrator_makes_the_tree_and_an_editor_sees_only_their_own(tmp_path: Path, chromium: Browser):
    with open_place(tmp_path) as place:
        windows = Windows(place, chromium)
        with windows.in_order():
            ann, eva = windows.window(), windows.window()
            take_account(ann, first_link(place.server.said()), "Ann", ANN)
            make_the_tree(ann)
            link = invited(ann)
            comes_in(eva, link)
            sees_only_their_own(eva)
            make_a_token(ann)
            change_the_tree(ann)
            bring_a_broken_table(ann)
            ann.page.goto("/trail")
            expect(ann.main.get_by_role("cell", name="gave a role").first).to_be_visible()
            assert_in_nobodys_way(ann, "the trail")


def make_the_tree(ann: Window) -> None:
    ann.page.goto("/organisations")
    assert_in_nobodys_way(ann, "no organisations")
    ann.press("Plant the example")
    ann.sees("Housing Agency")
    assert_in_nobodys_way(ann, "the tree")
    ann.press("Add an organisation", role="link")
    assert_in_nobodys_way(ann, "a new one")
    ann.page.locator("#en").fill("Office of Winter Roads")
    ann.page.locator("#kind").select_option("Agency")
    ann.page.locator("#under").select_option(label=option(ann, "#under", "Ministry of Waters and Coasts"))
    ann.press("Add it")
    ann.sees("Office of Winter Roads")


def option(window: Window, select: str, words: str) -> str:
    """The words of a choice as they are indented."""
    return window.page.locator(f"{select} option").filter(has_text=words).first.inner_text()


def invited(ann: Window) -> str:
    ann.page.goto("/organisations")
    ann.press("Housing Agency", role="link")
    ann.page.locator("#label").fill("Eva Berg")
    ann.page.locator("#role").select_option("Editor")
    ann.press("Invite")
    link = ann.page.get_by_label("Link", exact=True).input_value()
    assert_in_nobodys_way(ann, "an organisation with a link")
    return link


def comes_in(eva: Window, link: str) -> None:
    eva.page.goto(link)
    for name, value in (("name", "Eva Berg"), ("email", EVA), ("password", PASSWORD)):
        eva.page.locator(f"#{name}").fill(value)
    eva.press("Make the account")
    eva.page.wait_for_url("**/organisations")


def sees_only_their_own(eva: Window) -> None:
    expect(eva.main.locator(".tree__name")).to_have_text(["Housing Agency"])
    assert_in_nobodys_way(eva, "an editor's tree")
    eva.press("Housing Agency", role="link")
    eva.sees("Eva Berg")
    expect(eva.main.get_by_role("button", name="Invite")).to_have_count(0)
    assert_in_nobodys_way(eva, "an editor's organisation")
    eva.page.goto("/people")
    eva.sees("This page is not open to you")


def make_a_token(ann: Window) -> None:
    ann.press("Tokens", role="link")
    assert_in_nobodys_way(ann, "no tokens")
    ann.press("Make it")
    ann.sees("Write a name, so that you know the token in the list.")
    assert_in_nobodys_way(ann, "a token without a name")
    ann.page.locator("#label").fill("Planning register")
    ann.page.get_by_label("Read plans, drafts too").check()
    ann.press("Make it")
    expect(ann.page.get_by_label("Token", exact=True)).to_have_value(re.compile("^toimi_"))
    assert_in_nobodys_way(ann, "a token that was made")
    ann.press("Housing Agency", role="link")


def change_the_tree(ann: Window) -> None:
    ann.press("Settings", role="link")
    assert_in_nobodys_way(ann, "settings")
    ann.page.locator("#contact").fill("access@housing.example")
    ann.press("Save")
    ann.sees("access@housing.example")
    ann.press("Move, merge, close", role="link")
    assert_in_nobodys_way(ann, "where it stands")
    ann.page.locator("#merge-into").select_option(label=option(ann, "#merge-into", "Centre for Repair and Renewal"))
    ann.page.locator("#merge-day").fill("2090-01-01")
    ann.press("Merge it")
    ann.sees("Ends on 1 January 2090")
    assert_in_nobodys_way(ann, "one that ends")


def bring_a_broken_table(ann: Window) -> None:
    ann.page.goto("/organisations/table")
    assert_in_nobodys_way(ann, "bringing a table")
    ann.page.locator("#file").set_input_files({"name": "people.csv", "mimeType": "text/csv", "buffer": TABLE.encode()})
    ann.press("Look at it")
    ann.sees("people, B2")
    assert_in_nobodys_way(ann, "a table that does not fit")
    fit = TABLE.replace(";eva;", ";ella@example.fi;").encode()
    ann.press("Bring it again", role="link")
    ann.page.locator("#file").set_input_files({"name": "people.csv", "mimeType": "text/csv", "buffer": fit})
    ann.press("Look at it")
    assert_in_nobodys_way(ann, "a table that fits")
    ann.press("Do it")
    ann.sees("ella@example.fi")
    assert_in_nobodys_way(ann, "a table that is taken in")
