"""From the code to the deck: the whole day in real windows, in three languages, on a phone, by keyboard, over a gap."""

from pathlib import Path

import pytest
from playwright.sync_api import expect
from pptx import Presentation
from pptx.slide import Slide

from tests.browser import day as days
from tests.browser import parts
from tests.browser.company import company
from tests.browser.day import Day, arrive
from tests.browser.stage import House


@pytest.mark.parametrize("network", ["open", "without WebSocket"])
def test_a_room_goes_from_the_code_to_the_deck(house: House, tmp_path: Path, network: str):
    windows = arrive(house, shut_out=network != "open")
    with company(house, 4) as people:
        day = Day(house, *windows, people)
        gather(day)
        take_stock(day)
        find_ideas(day)
        choose(day)
        make_the_plan(day)
        take_it_home(day, tmp_path)


def gather(day: Day) -> None:
    """Everybody is in, seated in groups, and hears why they are here."""
    day.screen.sees(day.house.set_.code[:4])
    expect(day.screen.page.locator(".door__in")).to_contain_text(str(day.people))
    day.form_groups()
    day.begin()
    day.saga.sees("Skriv först själv")


def take_stock(day: Day) -> None:
    """Rated blind, shown to all at once, agreed upon."""
    day.begin()
    day.rate()
    expect(day.pekka.page.locator(".dr")).to_have_count(0)
    parts.go_on(day.fay)
    for window in (*day.everybody, day.screen):
        window.main.locator(".dr .strip").first.wait_for()
    for name in ("Ada", "Pekka", "Saga", *day.company.names):
        expect(day.screen.page.locator("body")).not_to_contain_text(name)
    day.agree()


def find_ideas(day: Day) -> None:
    """Written alone, shown together, put into a cluster; what was written without a line is there once."""
    day.begin()
    day.have_ideas()
    expect(day.ada.page.get_by_text(days.LATER[0])).to_have_count(0)
    parts.go_on(day.fay)
    for text in (*days.LATER, *days.AWAY):
        day.ada.sees(text)
        assert day.house.added(text) == 1
        assert parts.own(day.ada, text).count() == 1
    expect(parts.own(day.ada, days.AWAY[0]).locator("[lang=sv]")).to_have_text(days.AWAY[0])
    day.cluster()


def choose(day: Day) -> None:
    """Voted blind, shown with its ties, decided by who decides."""
    day.begin()
    day.vote()
    parts.go_on(day.fay)
    day.screen.main.locator(".bars").wait_for()
    day.decide()


def make_the_plan(day: Day) -> None:
    """Goal, metric and action, each begun by one and written on by the others; then read together."""
    day.begin()
    day.write_goal()
    day.sharpen()
    day.begin()
    day.write_metric()
    day.begin()
    day.write_action()
    day.begin()
    day.review()
    parts.go_on(day.fay)
    day.saga.sees(day.saga.t("Confidence: median %(median)s of 5", median="").split(":")[0])
    parts.go_on(day.fay)
    day.screen.sees("Thank you. The draft plan is in our hands.")


def take_it_home(day: Day, folder: Path) -> None:
    """The draft on a page, and as slides that open and say the goal."""
    day.fay.press("Open the draft plan", role="link").sees(days.TO_BY_TWO)
    with day.fay.page.expect_download() as taken:
        day.fay.page.locator("a[href*='draft.pptx']").first.click()
    deck = folder / "plan.pptx"
    taken.value.save_as(deck)
    assert deck.read_bytes()[:2] == b"PK"
    slides = {title_of(slide): words_of(slide) for slide in Presentation(str(deck)).slides}
    goals = [words for title, words in slides.items() if title.startswith("Goal")]
    assert any(days.TO_BY_TWO in words and days.ACTION in words for words in goals), slides
    assert any(title.startswith(days.METRIC) for title in slides), list(slides)


def title_of(slide: Slide) -> str:
    return slide.shapes.title.text_frame.text if slide.shapes.title else ""


def words_of(slide: Slide) -> str:
    """Everything that stands on a slide, its tables too."""
    texts = [shape.text_frame.text for shape in slide.shapes if shape.has_text_frame]  # pyright: ignore[reportAttributeAccessIssue]
    tables = [shape.table for shape in slide.shapes if shape.has_table]  # pyright: ignore[reportAttributeAccessIssue]
    return " ".join([*texts, *(cell.text for table in tables for row in table.rows for cell in row.cells)])
