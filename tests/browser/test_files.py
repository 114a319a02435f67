"""Files of a plan, in a real browser: seen before they are taken, made with their progress told, cancelled, saved."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Route, expect

from tests.browser.lived import lived_through
from tests.browser.looks import faults
from tests.browser.stage import House, Place
from tests.browser.window import Window

MARKDOWN = re.compile(r"Make and download\s+Markdown")


@pytest.fixture(scope="module")
def lived(place: Place, chromium: Browser) -> Iterator[House]:
    with lived_through(place, chromium) as house:
        yield house


@pytest.fixture
def fay(lived: House) -> Window:
    fay = lived.hosted()
    fay.page.goto(f"/w/{lived.set_.workshop}/draft/files")
    return fay


def card(fay: Window, name: str) -> Locator:
    return fay.main.locator(".leaf").filter(has=fay.page.get_by_role("heading", name=name, exact=True))


def test_first_pages_come_by_themselves_and_say_what_they_show(fay: Window):
    for name in ("Slides", "PDF"):
        page = card(fay, name).locator("img").first
        expect(page).to_have_attribute("alt", "Page 1: Procurement action plan 2027–2029", timeout=90_000)
        expect(page).to_have_js_property("complete", True)
        assert page.evaluate("(image) => image.naturalWidth")
    expect(card(fay, "Slides").locator("[data-size]")).to_contain_text("kB")
    assert not (found := faults(fay, "the gallery")), "\n".join(found)


def test_a_file_that_is_ready_saves_itself_and_the_page_says_so(fay: Window):
    with fay.page.expect_download() as saved:
        fay.press(MARKDOWN, role="link")
    assert saved.value.suggested_filename.endswith(".md")
    expect(card(fay, "Markdown").locator(".making")).to_contain_text("Done.")
    expect(fay.page.locator("[data-making-said]")).to_contain_text("Done.")
    assert not (found := faults(fay, "a file that was made")), "\n".join(found)


def test_what_is_cancelled_by_keyboard_stays_unmade_and_can_be_asked_for_again(fay: Window):
    held: list[Route] = []

    def hold(route: Route) -> None:
        held.append(route)

    fay.page.route("**/draft.pdf", hold)
    pdf = card(fay, "PDF")
    pdf.get_by_role("link").click()
    expect(pdf.locator("progress")).to_be_visible()
    assert not (found := faults(fay, "a file in the making")), "\n".join(found)
    pdf.get_by_role("button", name="Cancel").focus()
    fay.page.keyboard.press("Enter")
    held[0].continue_()
    expect(pdf.locator(".making")).to_contain_text("Cancelled. Nothing was made.")
    fay.page.unroute("**/draft.pdf")
    expect(pdf.locator("progress")).to_have_count(0)
    expect(pdf.get_by_role("button", name="Try again")).to_be_focused()
    with fay.page.expect_download() as saved:
        fay.page.keyboard.press("Enter")
    assert saved.value.suggested_filename.endswith(".pdf")


def test_without_scripts_each_card_has_its_plain_link(lived: House):
    fay = lived.seated(lived.set_.host_key, java_script_enabled=False)
    fay.page.goto(f"/w/{lived.set_.workshop}/draft/files")
    with fay.page.expect_download() as saved:
        fay.press(MARKDOWN, role="link")
    assert saved.value.suggested_filename.endswith(".md")


def test_paper_is_made_beside_its_form_and_what_is_wrong_is_shown_at_its_field(lived: House):
    fay = lived.hosted()
    fay.page.goto(f"/w/{lived.set_.workshop}/paper")
    with fay.page.expect_download(timeout=90_000) as saved:
        fay.press("Make the sheet")
    assert saved.value.suggested_filename.startswith("join-")
    expect(fay.main.locator(".making")).to_contain_text("Done.")
    assert not (found := faults(fay, "paper that was made")), "\n".join(found)
    fay.main.get_by_label("Number of the first").fill("0")
    fay.press("Make the sheets")
    expect(fay.main.locator("#answers-first-error")).to_be_visible()


def test_a_workbook_to_key_in_is_made_beside_its_page(lived: House):
    fay = lived.hosted()
    fay.page.goto(f"/w/{lived.set_.workshop}/draft/transfer/hankintaluotsi")
    with fay.page.expect_download(timeout=90_000) as saved:
        fay.press("As a workbook", role="link")
    assert saved.value.suggested_filename.endswith(".xlsx")
    assert not (found := faults(fay, "a transfer that was made")), "\n".join(found)
