"""Plans and their follow-up in the narrowest window: no figure is cut in its middle, and no page goes sideways."""

from dataclasses import replace
from datetime import date
from secrets import token_hex

from playwright.sync_api import Browser, Locator

from facilitation.shapes import Plan, Reading
from tests.browser.desks import Desk
from tests.browser.stage import Place, Windows
from tests.browser.window import NARROW
from tests.workshop.catalogue import words_of
from tests.workshop.followed import GOAL, PLAN, SHARE
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.steered import Steered

MANY = replace(
    SHARE, unit="count", baseline=Reading(120_000, date(2024, 12, 31)), targets=(Reading(144_000, date(2027, 12, 31)),)
)
LONG = words_of("sv")("Merged into a goal of all branches")


def of_many(desk: Desk, place: Place) -> PlanDesk:
    plan: Plan = replace(PLAN, goals=(replace(GOAL, metrics=(MANY,)),))
    return PlanDesk(place.app, desk.account, plan, f"plan-{token_hex(4)}")


def within(each: Locator) -> bool:
    """Whether it stands in the window as a whole, and neither it nor what it lies in is to be scrolled."""
    box = each.bounding_box()
    scrolled = each.evaluate(
        "each => { const of = each.closest('[tabindex]'); return of.scrollWidth - of.clientWidth }"
    )
    return box is not None and box["x"] >= 0 and box["x"] + box["width"] <= NARROW["width"] and scrolled == 0


def test_a_plan_s_figures_stand_whole_in_the_narrowest_window(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        fay = Desk(windows, place, "Fay", "fi")
        plan = of_many(fay, place)
        fay.page.set_viewport_size(NARROW)
        fay.page.goto(plan.page)
        figures = fay.window.main.get_by_role("cell").filter(has_text="144\N{NO-BREAK SPACE}000").locator(".span")
        assert figures.inner_text().split() == ["120", "000", words_of("fi")("to"), "144", "000"]
        assert within(figures)


def test_counts_of_goals_stand_whole_in_the_narrowest_window(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        gus = Desk(windows, place, "Gus", "fi")
        world = Steered(place.app, gus.account)
        gus.page.set_viewport_size(NARROW)
        gus.page.goto(world.page("state"))
        counts = gus.window.main.locator(".statuses td.num:not(.statuses__nil)").all()
        assert counts
        assert all(map(within, counts))


def test_a_status_however_long_makes_no_page_wider_than_its_window(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        fay = Desk(windows, place, "Fay", "sv")
        fay.page.set_viewport_size(NARROW)
        fay.page.goto(of_many(fay, place).page)
        fay.window.main.locator(".status").first.evaluate("(each, words) => { each.textContent = words }", LONG)
        assert not fay.window.overflows()


def test_what_is_in_a_plan_and_what_stands_beside_it_are_at_its_head(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        fay = Desk(windows, place, "Fay")
        fay.page.set_viewport_size(NARROW)
        fay.page.goto(of_many(fay, place).page)
        goals = fay.window.main.get_by_role("heading", name="Goals").bounding_box()
        for name in ("Approval and amendments", "Take it home"):
            link = fay.window.main.get_by_role("link", name=name).first.bounding_box()
            assert goals and link and link["y"] < goals["y"]
        fay.window.main.locator("summary", has_text="In this plan").click()
        fay.window.main.get_by_role("navigation", name="In this plan").get_by_role("link", name="Every agree").click()
        assert fay.page.url.endswith("#goal-1")
