"""A plan's files in a real window: looked at, taken home, and brought back from its readers into the plan."""

import re
from pathlib import Path

from playwright.sync_api import Browser, expect

from tests.browser.desks import Desk
from tests.browser.looks import faults
from tests.browser.stage import Place, Windows
from tests.browser.window import Window
from tests.workshop.papers import commented, edited, typed
from tests.workshop.plan_desk import PlanDesk, written


def test_files_are_looked_at_taken_home_and_brought_back(place: Place, chromium: Browser, tmp_path: Path):
    windows = Windows(place, chromium)
    with windows.in_order():
        fay = Desk(windows, place, "Fay")
        plan, _link = written(place.app, fay.account)
        looked_at(fay.window, plan)
        file = taken_home(fay.window, plan, tmp_path)
        metric = plan.life.plan.goals[0].metrics[0]
        words, aim = metric.name["en"], plan.life.plan.goals[1].to["en"]
        file.write_bytes(edited(file.read_bytes(), typed(words, "Another name"), commented(aim, "Olli", "By when?")))
        brought_back(fay.window, plan, file)


def looked_at(fay: Window, plan: PlanDesk) -> None:
    """The first pages of the document are drawn."""
    page = fay.page
    page.goto(plan.page)
    fay.press("See the first pages before you download", role="link")
    card = page.locator("[data-way]").filter(has=page.locator("a[href*='plan.docx']")).first
    card.scroll_into_view_if_needed()
    expect(card.locator("img").first).to_be_visible(timeout=60_000)
    expect(card.locator("img").first).to_have_attribute("alt", re.compile("Page 1"))
    assert faults(fay, "files") == []


def taken_home(fay: Window, plan: PlanDesk, folder: Path) -> Path:
    """Made beside the page, and saved by itself."""
    page = fay.page
    page.goto(plan.page)
    with page.expect_download(timeout=60_000) as saved:
        page.locator("a[href$='/plan.docx']").first.click()
    file = folder / "plan.docx"
    saved.value.save_as(file)
    return file


def brought_back(fay: Window, plan: PlanDesk, file: Path) -> None:
    page = fay.page
    fay.press("Bring a document back", role="link")
    page.get_by_label("Document").set_input_files(file)
    fay.press("Compare")
    expect(page.get_by_role("heading", name="The document and the plan")).to_be_visible(timeout=60_000)
    expect(page.get_by_role("heading", name="Comments for the open round")).to_be_visible()
    assert faults(fay, "compare") == []
    fay.press("Take in what is chosen")
    fay.sees("One change was taken into the plan").sees("One comment was kept in the open round.")
    assert faults(fay, "taken") == []
    fay.press("Read the plan", role="link")
    fay.sees("Another name")
    page.goto(f"{plan.page}/comments")
    fay.sees("By when?")
