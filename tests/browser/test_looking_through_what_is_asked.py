"""Whoever enters figures of a plan with many goals finds the one they have, in Finnish, by keys, in a narrow window."""

from dataclasses import replace
from secrets import token_hex

from playwright.sync_api import Browser, expect

from facilitation.plans.commands import RecordApproval
from tests.browser.desks import Desk
from tests.browser.stage import Place, Windows
from tests.browser.window import NARROW
from tests.workshop.followed import GOAL, PLAN, SHARE
from tests.workshop.plan_desk import PlanDesk
from workshop.clock import now

MANY = 20
GOALS = tuple(
    replace(GOAL, id=f"goal-{n}", to={"fi": f"Tavoite {n}"}, metrics=(replace(SHARE, id=f"metric-{n}"),), actions=())
    for n in range(MANY)
)


def followed(place: Place, desk: Desk) -> PlanDesk:
    plan = PlanDesk(place.app, desk.account, replace(PLAN, goals=GOALS, languages=("fi",)), f"plan-{token_hex(4)}")
    with place.app.app_context():
        today = now().date()
    assert plan.ask(RecordApproval("Director", today, "1", "", "", "", "It is known", today)).ok
    return plan


def test_a_figure_that_was_typed_stays_while_another_goal_is_looked_for(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        una = Desk(windows, place, "Una", "fi")
        una.page.set_viewport_size(NARROW)
        una.page.goto(f"{followed(place, una).page}/follow-up/enter")
        figures = una.window.main.locator("input[name$=-value]:visible")
        expect(figures).to_have_count(0)
        una.window.key(una.window.main.locator("summary", has_text="Tavoite 0"))
        una.window.type_into(figures, "12")
        as_it_should_be(una)
        una.window.type_into(una.page.get_by_label(una.say("Words in what is asked")), "tavoite 17")
        una.page.keyboard.press("Enter")
        expect(una.window.main.locator("summary h2:visible")).to_have_text("Tavoite 17")
        expect(figures).to_have_count(1)
        expect(una.page.get_by_role("status").filter(has_text="tallentamatta")).to_be_in_viewport()
        as_it_should_be(una)
        una.window.press(una.say("Save"))
        una.window.sees("Yksi vastaus on tallennettu.")


def as_it_should_be(una: Desk) -> None:
    assert una.window.axe() == []
    assert not una.window.overflows()
