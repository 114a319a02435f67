"""From the code to the lobby, at any window, in any language."""

from itertools import pairwise

import pytest
from playwright.sync_api import ViewportSize

from tests.browser.stage import House
from tests.browser.window import PHONE, WIDE


def test_somebody_types_the_code_in_any_way_and_is_in(house: House):
    window = house.window()
    window.page.goto("/")
    window.page.locator("#code").fill(f" {house.set_.code[:4].lower()} {house.set_.code[4:].lower()} ")
    window.page.keyboard.press("Enter")
    window.page.locator("#name").fill("Ada")
    window.page.locator("#organisation").fill("Ministry")
    window.page.locator("form button[type=submit]").last.click()
    window.sees("You are in, Ada.")


@pytest.mark.parametrize(("language", "size"), [("en", WIDE), ("fi", PHONE), ("sv", PHONE)])
def test_the_way_in_stands_in_nobodys_way(house: House, language: str, size: ViewportSize):
    window = house.window(language=language, size=size)
    for path in (f"/?language={language}", f"/j/{house.set_.code}"):
        window.page.goto(path)
        assert window.axe() == []
        assert not window.overflows()


def test_the_lobby_stands_in_nobodys_way(house: House):
    window = house.joined("Ada")
    window.page.locator("h1").wait_for()
    assert window.axe() == []


def test_a_reload_is_the_same_seat(house: House):
    window = house.joined("Ada").sees("You are in, Ada.")
    window.page.reload()
    window.sees("You are in, Ada.")


BOXES = """() => [...document.querySelectorAll('.stepper li > span, .header__end')]
    .map((each) => each.getBoundingClientRect()).map((box) => [box.left, box.right])"""
"""From where to where each name on the way stands, and what stands after them."""


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_no_two_names_on_the_way_stand_over_each_other(house: House, language: str):
    ada = house.joined("Ada", language=language)
    ada.page.locator(".stepper li").first.wait_for()
    boxes = ada.page.evaluate(BOXES)
    assert len(boxes) > 5
    assert all(right <= left for (_, right), (left, _) in pairwise(boxes)), boxes
