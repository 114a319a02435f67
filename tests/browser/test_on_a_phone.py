"""Plans and their follow-up in the narrowest window: no figure is cut in its middle, and no page goes sideways."""

from dataclasses import replace
from datetime import date
from secrets import token_hex

from playwright.sync_api import Browser, Locator, expect

from facilitation.plans.commands import RecordApproval
from facilitation.shapes import Plan, Reading
from tests.browser.desks import Desk
from tests.browser.stage import Place, Windows
from tests.browser.window import NARROW, PHONE
from tests.workshop.branch_desk import Ministry
from tests.workshop.catalogue import words_of
from tests.workshop.followed import GOAL, PLAN, SHARE
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.steered import Steered
from workshop.clock import now

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


def test_a_long_name_pushes_no_menu_out_of_the_narrowest_window(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        ann = Desk(windows, place, "Annastiina-Margareta-Rakennusturvallisuusvirasto", "fi")
        ann.page.set_viewport_size(NARROW)
        ann.page.goto("/plans")
        ann.page.locator(".header [data-menu] > summary").click()
        menu, logo = (ann.page.locator(f".header {each}").bounding_box() for each in (".drop__menu", ".logo"))
        opens = ann.page.locator(".header [data-menu] > summary").bounding_box()
        assert menu and logo and opens
        assert menu["x"] >= 0
        assert opens["y"] < logo["y"] + logo["height"]


def test_no_table_of_a_plan_is_to_be_scrolled_sideways(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        fay = Desk(windows, place, "Fay", "fi")
        plan = PlanDesk(place.app, fay.account, id=f"plan-{token_hex(4)}")
        fay.page.goto(plan.page)
        for size in (NARROW, PHONE):
            fay.page.set_viewport_size(size)
            scrolled = "all => all.map(each => each.scrollWidth - each.clientWidth)"
            over = fay.window.main.locator(".wide-only-scroll:visible").evaluate_all(scrolled)
            assert over
            assert not any(over), size


def test_no_list_of_plans_is_to_be_scrolled_sideways(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        gus = Desk(windows, place, "Gus", "fi")
        world = Steered(place.app, gus.account)
        gus.page.set_viewport_size(NARROW)
        branches = f"/organisations/{world.ids['state']}/branches"
        for path in (world.page("state"), world.page("housing"), world.page("homes"), "/follow-up", branches):
            gus.page.goto(path)
            scrolled = "all => all.map(each => each.scrollWidth - each.clientWidth)"
            over = gus.window.main.locator(".scroll-x:visible").evaluate_all(scrolled)
            assert over, path
            assert not any(over), path


def test_where_each_plan_of_a_round_stands_is_not_to_be_scrolled_sideways(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        mina, world = Desk(windows, place, "Mina", "fi"), Ministry(place.app).begun()
        world.give(mina.account, "editor", "housing")
        sent = world.editor.send(f"{world.page('housing')}/branch/round", "Invite", deadline="2027-12-31")
        assert sent.status_code == 200
        mina.page.set_viewport_size(NARROW)
        mina.page.goto(f"{world.page('housing')}/branch/round")
        table = mina.window.main.locator("section[aria-labelledby=where] .scroll-x")
        assert table.evaluate("each => each.scrollWidth - each.clientWidth") == 0


def test_what_is_entered_is_sent_without_going_to_the_end_of_a_long_page(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        fay = Desk(windows, place, "Fay")
        goals = tuple(
            replace(GOAL, id=f"goal-{n}", metrics=(replace(MANY, id=f"m-{n}"),), actions=()) for n in range(9)
        )
        plan = PlanDesk(place.app, fay.account, replace(PLAN, goals=goals), f"plan-{token_hex(4)}")
        with place.app.app_context():
            today = now().date()
        assert plan.ask(RecordApproval("Director", today, "1", "", "", "", "It is known", today)).ok
        fay.page.set_viewport_size(PHONE)
        fay.page.goto(f"{plan.page}/follow-up/enter")
        send, last = fay.window.button("Save"), fay.page.get_by_label("Figure").nth(4)
        expect(send).to_be_in_viewport()
        last.focus()
        bar, box = send.bounding_box(), last.bounding_box()
        assert bar and box
        assert box["y"] + box["height"] <= bar["y"], "what one types into is not under it"
