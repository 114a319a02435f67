"""What is open before a plan's approval leads, by one press, to the field that settles it, also one that is folded."""

from playwright.sync_api import Browser, expect

from tests.browser.desks import Desk
from tests.browser.looks import faults
from tests.browser.stage import Place, Windows
from tests.workshop.plan_desk import PlanDesk

LONG_WAY = "From level 1 to level 4 is a long way."
REASON = "The training of the first year makes it possible."


def test_a_press_on_what_is_open_shows_the_field_that_settles_it(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        fay = Desk(windows, place, "Fay")
        plan = PlanDesk(place.app, fay.account, id="plan-to-settle")
        page = fay.page
        page.goto(plan.page)
        fay.window.press(LONG_WAY, role="link")
        why = page.locator("#why_en")
        expect(why).to_be_in_viewport()
        assert faults(fay.window, "a line, unfolded") == []
        why.fill(REASON)
        fay.window.press("Save").sees("Saved.").sees_not(LONG_WAY)
