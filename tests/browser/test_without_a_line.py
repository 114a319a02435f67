"""Forms at the desk while the line is away: what is typed stays, people are told, and they send it when it is back."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Dialog, Locator, expect

from tests.browser.desks import Desk
from tests.browser.stage import Place, Windows
from tests.browser.window import NARROW
from tests.workshop.branch import Branch
from tests.workshop.plan_desk import PlanDesk, written

AWAY = (
    "There is no connection. What you typed is safe on this page: "
    "leave it open, and send it again when the connection is back."
)
BACK = "The connection is back. What you typed still stands here: send it now."
TYPED, LATER = "Written on a train, in a tunnel", "Written in the next tunnel"


@pytest.fixture
def windows(place: Place, chromium: Browser) -> Iterator[Windows]:
    windows = Windows(place, chromium)
    with windows.in_order():
        yield windows


def sent_over_a_gap(desk: Desk, field: Locator, button: str, done: str, typed: str = TYPED) -> None:
    """Typed, sent without a line, and sent again once it is back."""
    field.fill(typed)
    form = field.locator("xpath=ancestor::form")
    desk.window.line(away=True)
    form.get_by_role("button", name=button).click()
    desk.window.sees(desk.say(AWAY))
    expect(field).to_have_value(typed)
    assert desk.window.axe() == []
    desk.window.line(away=False)
    desk.window.sees(desk.say(BACK))
    expect(field).to_have_value(typed)
    form.get_by_role("button", name=button).click()
    desk.window.sees(done)


def test_a_line_of_a_plan_that_is_changed_in_its_place_outlives_a_gap(windows: Windows, place: Place):
    fay = Desk(windows, place, "Fay", "fi")
    plan, _link = written(place.app, fay.account)
    fay.page.goto(plan.page)
    fay.page.get_by_role("link", name=f"{fay.say('Edit')} {fay.say('Goal %(number)s', number=2)}").click()
    sent_over_a_gap(fay, fay.page.locator(".in-place #to_fi"), fay.say("Save"), TYPED)


def test_an_answer_to_a_comment_outlives_a_gap(windows: Windows, place: Place):
    fay = Desk(windows, place, "Fay")
    plan, _link = written(place.app, fay.account)
    fay.page.goto(f"{plan.page}/comments")
    fay.page.locator("summary", has_text="Answer").click()
    fay.page.get_by_role("radio", name="Taken in", exact=True).check()
    sent_over_a_gap(fay, fay.page.locator("details[open] textarea"), "Save the answer", "Saved.")


def test_a_comment_by_a_link_outlives_a_gap(windows: Windows, place: Place):
    fay = Desk(windows, place, "Fay")
    _plan, link = written(place.app, fay.account)
    fay.page.goto(link)
    fay.page.locator("summary", has_text="Comment on goal").first.click()
    box = fay.page.locator("details[open]")
    box.get_by_label("Your name or organisation").fill("Eva")
    sent_over_a_gap(fay, box.get_by_label("Your comment"), "Send the comment", "Your comment is kept")


def test_figures_of_a_round_and_of_a_holder_outlive_a_gap(windows: Windows, place: Place):
    fay = Desk(windows, place, "Fay")
    branch = Branch(place.app, fay.account)
    fay.page.goto(branch.check_in)
    sent_over_a_gap(fay, fay.page.get_by_label("Comment").first, "Send", "One answer is kept.")
    fay.page.goto(branch.pages["follow-up-enter"])
    sent_over_a_gap(fay, fay.page.get_by_label("Comment").first, "Save", "One answer is kept.", LATER)
    fay.page.locator("details", has_text=LATER).locator("summary", has_text="Show as a table").click()
    fay.window.sees(LATER)


def test_a_form_outlives_a_server_that_is_gone_for_a_while(windows: Windows, place: Place):
    """The device is on the line, and nobody answers: the browser's own page would come in the form's place."""
    fay = Desk(windows, place, "Fay", "sv")
    plan, _link = written(place.app, fay.account)
    fay.page.goto(f"{plan.page}/lines/{plan.life.plan.goals[1].id}")
    field, context = fay.page.locator("#to_sv"), fay.window.context
    context.route("**/*", lambda asked: asked.abort("connectionrefused"))
    with fay.page.expect_event("requestfailed"):
        field.fill(TYPED)
    fay.page.get_by_role("button", name=fay.say("Save"), exact=True).click()
    fay.window.sees(fay.say(AWAY))
    expect(field).to_have_value(TYPED)
    context.unroute_all()
    fay.window.sees(fay.say(BACK))
    fay.page.get_by_role("button", name=fay.say("Save"), exact=True).click()
    fay.window.sees(TYPED)


def test_whoever_leaves_without_a_line_what_they_typed_is_asked_first(windows: Windows, place: Place):
    fay = Desk(windows, place, "Fay")
    plan: PlanDesk = written(place.app, fay.account)[0]
    fay.page.goto(f"{plan.page}/lines/{plan.life.plan.goals[1].id}")
    field = fay.page.locator("#to_en")
    field.fill(TYPED)
    asked: list[str] = []

    def stays(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.dismiss()

    fay.page.on("dialog", stays)
    fay.window.line(away=True)
    fay.page.get_by_role("link", name="Plans", exact=True).first.click()
    expect(field).to_have_value(TYPED)
    assert asked == ["beforeunload"]
    fay.window.line(away=False)


def test_what_is_said_of_the_line_covers_no_button_at_the_end_of_a_phone_s_page(windows: Windows, place: Place):
    fay = Desk(windows, place, "Fay", "fi")
    plan, _link = written(place.app, fay.account)
    fay.page.set_viewport_size(NARROW)
    fay.page.goto(f"{plan.page}/lines/{plan.life.plan.goals[0].id}")
    fay.page.locator("#to_fi").fill(TYPED)
    fay.window.line(away=True)
    fay.page.locator("main form").get_by_role("button", name=fay.say("Save")).first.click()
    fay.window.sees(fay.say(AWAY))
    fay.page.evaluate("scrollTo(0, document.documentElement.scrollHeight)")
    foot = fay.page.locator(".foot a").last.bounding_box()
    said = fay.page.locator(".away .notice").bounding_box()
    assert foot and said
    assert foot["y"] + foot["height"] <= said["y"]
    fay.window.line(away=False)
    fay.window.sees(fay.say(BACK))
