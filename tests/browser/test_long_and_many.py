"""What people write at the edges of what is sensible: a word without an end, and more ideas than anybody reads."""

from playwright.sync_api import Browser, expect

from tests.browser.lived import step
from tests.browser.looks import LOOKS, too_wide
from tests.browser.parts import add_idea
from tests.browser.stage import Place, open_house
from tests.browser.window import NARROW, WIDE, Window

LONG = "hankintalainsäädännönuudistamistyöryhmänpuheenjohtajuus" * 3
MANY = 100
IDEAS, VOTE = step("ideas", each=MANY), step("vote")


def widened(window: Window, name: str) -> list[str]:
    found: list[str] = []
    for size in (*(look[0] for look in LOOKS), NARROW):
        window.page.set_viewport_size(size)
        found += too_wide(window, name, size)
    window.page.set_viewport_size(WIDE)
    return found


def test_a_word_without_an_end_makes_no_page_wider_than_its_window(place: Place, chromium: Browser):
    with open_house(place, chromium, (IDEAS, VOTE)) as house:
        lead = house.lead()
        pages = {"participant": house.joined("Ada"), "console": house.hosted(), "screen": house.joined("Screen")}
        pages["screen"].page.goto(f"/w/{house.set_.workshop}/screen")
        lead.move("OpenStep", IDEAS.id)
        add_idea(pages["participant"], LONG)
        found: list[str] = []
        for deed, at in (("Reveal", IDEAS), ("OpenStep", VOTE), ("Reveal", VOTE)):
            lead.move(deed, at.id)
            expect(pages["participant"].main.get_by_text(LONG).first).to_be_visible()
            for name, window in pages.items():
                found += widened(window, f"{name} after {deed} of {at.kind}")
        assert not found, "\n".join(found)


def test_a_hundred_ideas_as_fast_as_a_button_can_be_pressed_are_all_in_the_log(place: Place, chromium: Browser):
    with open_house(place, chromium, (IDEAS,)) as house:
        house.lead().move("OpenStep", IDEAS.id)
        ada = house.joined("Ada")
        field, add = ada.main.locator(".composer textarea"), ada.button("Add the idea")
        for nth in range(MANY):
            field.fill(f"Idea number {nth}.")
            add.click()
        notes = ada.main.locator(".note").filter(has_text="Hidden until all ideas are shown")
        expect(notes).to_have_count(MANY, timeout=60_000)
        assert [house.added(f"Idea number {nth}.") for nth in range(MANY)] == [1] * MANY
