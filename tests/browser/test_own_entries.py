"""An administrator keeps an objective and a metric of an organisation's own, and every page on that way is for all."""

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.stage import Windows, open_place
from tests.browser.test_at_the_desk import ANN, assert_in_nobodys_way, first_link, take_account
from tests.browser.window import Window


def test_own_entries_are_kept_changed_and_withdrawn_in_every_language(tmp_path: Path, chromium: Browser):
    with open_place(tmp_path) as place:
        windows = Windows(place, chromium)
        with windows.in_order():
            ann = windows.window()
            take_account(ann, first_link(place.server.said()), "Ann", ANN)
            open_the_agency(ann)
            keep_an_objective(ann)
            keep_a_metric(ann)
            count_it_otherwise(ann)
            withdraw_the_objective(ann)
            read_in_every_language(ann)


def open_the_agency(ann: Window) -> None:
    ann.page.goto("/organisations")
    ann.press("Plant the example")
    ann.press("Housing Agency", role="link")
    ann.press("Own entries and metrics", role="link")
    expect(ann.main.get_by_text("None so far.")).to_have_count(2)
    assert_in_nobodys_way(ann, "no entries")


def keep_an_objective(ann: Window) -> None:
    ann.press("Add an objective", role="link")
    ann.page.locator("#under").select_option("toimi:1")
    ann.press("Save")
    expect(ann.main.get_by_text("Write it in at least one language.").first).to_be_visible()
    assert_in_nobodys_way(ann, "an objective without words")
    ann.page.locator("#text_en").fill("Homes are repaired in time")
    ann.press("Save")
    expect(ann.main.get_by_role("heading", name="Homes are repaired in time")).to_be_visible()


def keep_a_metric(ann: Window) -> None:
    ann.press("Add a metric", role="link")
    ann.page.locator("#text_en").fill("Repairs in time")
    ann.page.locator("#definition_en").fill("Repairs done within a week")
    ann.page.locator("#unit").fill("%")
    ann.page.locator("#aggregation").select_option("ratio")
    assert_in_nobodys_way(ann, "a metric being written")
    ann.press("Save")
    expect(ann.main.get_by_role("heading", name="Repairs in time")).to_be_visible()


def count_it_otherwise(ann: Window) -> None:
    ann.main.get_by_role("link", name=re.compile("Change.*Repairs in time")).click()
    ann.page.locator("#definition_en").fill("Repairs done within two days")
    ann.press("Save")
    expect(ann.main.get_by_text("version 2")).to_be_visible()
    ann.page.get_by_text("One earlier version").click()
    expect(ann.main.get_by_text("Repairs done within a week")).to_be_visible()


def withdraw_the_objective(ann: Window) -> None:
    ann.main.get_by_role("button", name=re.compile("Withdraw.*Homes are repaired in time")).click()
    expect(ann.main.get_by_text("Withdrawn", exact=True)).to_be_visible()


def read_in_every_language(ann: Window) -> None:
    for language, heading in (
        ("fi", "Omat tavoitteet ja mittarit"),
        ("sv", "Egna mål och mätare"),
        ("en", "Own entries and metrics"),
    ):
        ann.page.goto(f"{ann.page.url.split('?')[0]}?language={language}")
        expect(ann.main.get_by_role("heading", name=heading, level=1)).to_be_visible()
        assert_in_nobodys_way(ann, f"entries in {language}")
