"""Interim targets are written by keyboard alone, in the room and in the plan, on wide screens and on a phone."""

import re
from datetime import date

from playwright.sync_api import Browser, Locator, expect

from facilitation.plans.lines import line_in
from facilitation.plans.state import Life
from facilitation.shapes import Metric
from facilitation.steps.interim import written as told
from facilitation.steps.kind import Step
from tests.browser.desks import Desk
from tests.browser.looks import faults
from tests.browser.stage import Place, Windows, open_house
from tests.browser.window import PHONE, Window
from tests.workshop.plan_desk import PlanDesk, written
from workshop.perform import plan_log
from workshop.room import rooms_of

STEPS = (Step("metrics-01", "metrics", {"en": "Metrics"}, minutes=20),)
METRICS, METRIC = "metrics-01", "metric-00000001"
FIGURES = {"baseline": 10, "baseline_day": "2026-12-31", "target": 60, "target_day": "2029-12-31"}


def rows(within: Locator) -> Locator:
    return within.get_by_role("group", name="Interim targets").get_by_role("listitem")


def fill(row: Locator, when: str, value: str) -> None:
    """As a hand on the keyboard does: from one field to the next."""
    row.get_by_label("Year or day").press_sequentially(when)
    row.page.keyboard.press("Tab")
    row.page.keyboard.type(value)
    row.page.keyboard.press("Tab")


def now(plan: PlanDesk) -> Life:
    """The plan as the server has written it, which is another program than this one."""
    with plan.app.app_context():
        room = rooms_of().room(plan_log(plan.id))
        room.catch_up()
        return room.state


def leave(window: Window) -> None:
    """Over the empty row at the end, and out of the rows."""
    for _ in range(2):
        window.page.keyboard.press("Tab")


def test_a_group_writes_them_on_its_metric(place: Place, chromium: Browser):
    with open_house(place, chromium, STEPS) as house:
        ada, lead = house.joined("Ada", size=PHONE), house.lead()
        lead.one_group()
        lead.move("OpenStep", METRICS)
        formed = next(each for each in place.log(house.set_.workshop) if each.type == "GroupsFormed")
        card = {"card": METRIC, "step": METRICS, "language": "en", "group": formed.body["teams"][0]["id"]}
        lead.ask(
            "AddCard", **card, answers={"name": "Agreements with a goal", "unit": "%", "direction": "more", **FIGURES}
        )
        ada.main.get_by_text("For afterwards").click()
        fill(rows(ada.main).nth(0), "31.3.2027", "18,4")
        fill(rows(ada.main).nth(1), "2028", "40")
        expect(rows(ada.main)).to_have_count(3)
        assert faults(ada, "interim targets in the room") == []
        leave(ada)
        fill(rows(ada.main).nth(2), "2030", "70")
        leave(ada)
        expect(ada.main.get_by_role("alert")).to_contain_text("before the target is reached")
        said = [each.body["value"] for each in place.log(house.set_.workshop) if each.type == "CardRevised"]
        assert said == [["2027-03-31 18.4", "2028-12-31 40"]]


def test_an_editor_writes_them_in_the_plan(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        fay = Desk(windows, place, "Fay")
        plan, _link = written(place.app, fay.account)
        every = [metric for goal in plan.life.plan.goals for metric in goal.metrics]
        metric = next(each for each in every if len(each.targets) == 1 and each.targets[0].day == date(2029, 12, 31))
        page = fay.window.page
        page.goto(f"{plan.page}/lines/{metric.id}")
        page.get_by_text("More about it").first.click()
        fill(rows(fay.window.main).first, "2028", "28,4")
        assert faults(fay.window, "interim targets of a plan") == []
        page.keyboard.press("Enter")
        expect(page).to_have_url(re.compile(rf"{plan.page}(#.*)?$"))
        found = line_in(now(plan).plan, metric.id)
        assert isinstance(found, Metric)
        assert [told(each) for each in found.targets] == ["2028-12-31 28.4", "2029-12-31 40"]
