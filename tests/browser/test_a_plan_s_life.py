"""A plan's life in real windows: from a workshop's draft over two editors, a comment by link and an approval.

Fay reads English, Ben Swedish, and whoever comments Finnish.
"""

import re

import pytest
from playwright.sync_api import Browser, Locator, expect

from facilitation.report import Wording
from tests.browser.desks import Desk, answers, approves, asks_for_comments, comments, sends
from tests.browser.looks import faults
from tests.browser.stage import Place, Windows
from tests.browser.window import NARROW, PHONE, Window
from tests.conftest import PASSWORD
from tests.workshop.branch import Branch
from tests.workshop.catalogue import words_of
from tests.workshop.desk import set_up
from tests.workshop.plan_desk import written
from tests.workshop.steered import Steered
from tests.workshop.visitor import Visitor

ENGLISH, FINNISH, SWEDISH = words_of("en"), words_of("fi"), words_of("sv")
AIM = "Every agency plans its purchases one year ahead and publishes the plan."
FAYS, BENS = f"{AIM} From 2028.", f"{AIM} In two languages."


def test_a_draft_becomes_a_plan_that_two_edit_others_comment_on_and_one_approves(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        fay, ben = Desk(windows, place, "Fay"), Desk(windows, place, "Ben", "sv")
        path = begun(place, fay)
        invited(fay.window, path, ben.email)
        both_at_one_sentence(fay.window, ben.window, path)
        link = asks_for_comments(fay, path)
        commented(windows.window(language="fi", size=PHONE), link, "Which agencies?")
        answered(fay, path, "All of them.")
        sends(fay, path, ben.account, "Permanent secretary")
        approved(ben, path)
        amended(fay.window, path)


def begun(place: Place, fay: Desk) -> str:
    """Fay's workshop, its draft made the plan, and a first goal in it."""
    desk = Visitor(place.app)
    desk.send("/sign-in", email=fay.email, password=PASSWORD)
    fay.window.page.goto(f"/w/{set_up(desk)}/draft")
    fay.window.press("Make this the plan")
    fay.window.page.wait_for_url("**/plans/*")
    path = fay.window.path()
    fay.window.press("Add a goal", role="link")
    page = fay.window.page
    page.locator("#to_en").fill(AIM)
    page.locator("#owner").fill("Director of procurement")
    page.locator("#due").fill("2028-06-30")
    page.get_by_text("More about it").click()
    page.get_by_label("Our own goal").check()
    fay.window.press("Save")
    fay.window.sees("Saved.").sees(AIM)
    return path


def invited(fay: Window, path: str, email: str) -> None:
    fay.page.goto(f"{path}/people")
    fay.page.locator("#email").fill(email)
    fay.page.get_by_label("Editor").check()
    fay.page.get_by_label("Approver").check()
    fay.press("Give the part")
    fay.sees("Ben has a part in the plan now.")


def both_at_one_sentence(fay: Window, ben: Window, path: str) -> None:
    """Both open the goal where it stands; Fay saves first, Ben keeps what he wrote beside it, and Fay chooses."""
    for window, say in ((fay, ENGLISH), (ben, SWEDISH)):
        window.page.goto(path)
        edit_of(window, say).click()
        expect(window.page.locator(".in-place #to_en")).to_have_value(AIM)
    saved(fay, FAYS, "Save").sees("Saved.").sees(FAYS)
    saved(ben, BENS, SWEDISH("Save")).sees(FAYS).sees(BENS)
    assert faults(ben, "two texts for one field, in Swedish") == []
    fay.page.goto(path)
    fay.sees("Two texts for one field")
    fay.page.locator("section:has(#two-texts) a").click()
    fay.page.get_by_role("radio", name=re.compile("In two languages")).check()
    fay.press("Keep this one")
    expect(fay.page.locator("#to_en")).to_have_value(BENS)
    fay.sees_not("Keep this one")


def saved(window: Window, words: str, save: str) -> Window:
    window.page.locator(".in-place #to_en").fill(words)
    window.page.locator(".in-place").get_by_role("button", name=save).click()
    return window


def edit_of(window: Window, say: Wording) -> Locator:
    return window.page.get_by_role("link", name=f"{say('Edit')} {say('Goal %(number)s', number=1)}")


def commented(eva: Window, link: str, words: str) -> None:
    """On a phone, without an account."""
    eva.page.goto(link)
    eva.sees(BENS)
    assert faults(eva, "a plan to comment on, in Finnish") == []
    comments(eva, FINNISH, words, "Housing Finance")
    assert faults(eva, "a comment that is kept, in Finnish") == []


def answered(fay: Desk, path: str, words: str) -> None:
    fay.page.goto(f"{path}/comments")
    fay.window.sees("Which agencies?").sees("Housing Finance")
    assert faults(fay.window, "comments to answer") == []
    answers(fay, words)


def approved(ben: Desk, path: str) -> None:
    ben.page.goto(f"{path}/approval")
    assert faults(ben.window, "a plan before its approver, in Swedish") == []
    approves(ben)
    ben.page.goto(path)
    ben.window.sees("Permanent secretary")
    assert faults(ben.window, "an approved plan, in Swedish") == []
    expect(edit_of(ben.window, SWEDISH)).to_have_count(0)


def amended(fay: Window, path: str) -> None:
    fay.page.goto(f"{path}/approval")
    fay.page.get_by_label("What is to be amended, and why").fill("A new director")
    fay.press("Open an amendment")
    fay.sees("What was approved stays.")
    fay.page.goto(path)
    fay.sees("Being amended")
    assert faults(fay, "a plan being amended") == []
    expect(edit_of(fay, ENGLISH)).to_be_visible()


# -- In nobody's way ------------------------------------------------------------------------------------------------

PAGES = (
    *("", "?version=0.1", "/lines/g1", "/lines/m1", "/add/action", "/themes"),
    *("/versions", "/comments", "/approval", "/people"),
    *("?beside=sv", "/files?version=0.1", "/transfer/hankintaluotsi", "/workbook", "/document"),
)


def test_a_plan_s_pages_stand_in_nobodys_way(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        fay = Desk(windows, place, "Fay")
        desk, link = written(place.app, fay.account)
        paths = ["/plans", "/plans/new", *(f"{desk.page}{part}" for part in PAGES), link]
        found = [fault for path in paths for fault in seen(fay.window, path)]
        found += [fault for path in (desk.page, link) for fault in unfolded(fay.window, path)]
        assert not found, "\n".join(found)


def test_the_pages_of_follow_up_stand_in_nobodys_way(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        fay = Desk(windows, place, "Fay")
        branch = Branch(place.app, fay.account)
        paths = [*branch.pages.values(), branch.check_in, f"{branch.check_in}/briefing"]
        found = [fault for path in paths for fault in seen(fay.window, path)]
        assert not found, "\n".join(found)


def test_the_forms_that_keep_what_would_go_stand_in_nobodys_way(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        ann = Desk(windows, place, "Ann", role="administrator")
        desk = Visitor(place.app)
        desk.send("/sign-in", email=ann.email, password=PASSWORD)
        plan = Branch(place.app, ann.account).desk
        paths = (f"/retention/{set_up(desk)}/hold", f"/retention/plans/{plan.id}/hold")
        found = [fault for path in paths for fault in seen(ann.window, path)]
        assert not found, "\n".join(found)


def test_the_charts_of_follow_up_stand_in_nobodys_way(place: Place, chromium: Browser):
    """In Finnish, light and dark; in the narrowest window a bar is whole beside no scrolling."""
    windows = Windows(place, chromium)
    with windows.in_order():
        gus = Desk(windows, place, "Gus", "fi")
        world = Steered(place.app, gus.account)
        paths = [*map(world.page, ("state", "housing", "homes")), "/follow-up"]
        found = [fault for path in paths for fault in seen(gus.window, path)]
        assert not found, "\n".join(found)
        gus.window.page.set_viewport_size(NARROW)
        for bar in gus.window.page.locator(".statuses__bar").all():
            place_of = bar.bounding_box()
            assert place_of and place_of["x"] >= 0 and place_of["x"] + place_of["width"] <= NARROW["width"]


@pytest.mark.parametrize(("language", "kept"), [("en", "21.5"), ("fi", "21,5"), ("sv", "21,5")])
def test_a_holder_checks_in_on_a_phone(place: Place, chromium: Browser, language: str, kept: str):
    """By touch alone, in a narrow window, in each language: prefilled, sent, and there again; a share goes with its
    counts.
    """
    windows, say = Windows(place, chromium), words_of(language)
    with windows.in_order():
        branch = Branch(place.app, Desk(windows, place, "Fay").account)
        hal = windows.window(language=language, size=NARROW, is_mobile=True, has_touch=True)
        hal.page.goto(branch.check_in)
        counted, comment = (hal.main.get_by_label(say(label)) for label in ("Counted", "Comment"))
        expect(counted).to_have_value("18")
        typed(counted, "21,5")
        typed(comment, "One office was counted twice.")
        hal.button(say("Send")).tap()
        hal.sees(say("One answer is kept."))
        expect(counted).to_have_value(kept)
        expect(hal.main).to_contain_text(re.compile(rf"{re.escape(kept)}\s%\."))
        assert hal.page.locator("html").get_attribute("lang") == language
        wide = hal.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= NARROW["width"], f"the page is {wide} wide"


def typed(field: Locator, words: str) -> None:
    """With a finger: what stands there is chosen and typed over."""
    field.tap()
    expect(field).to_be_focused()
    field.press("ControlOrMeta+a")
    field.press_sequentially(words)


def unfolded(window: Window, path: str) -> list[str]:
    """With a metric's sheet open, and the box for comments on it where there is one; by keys alone."""
    window.page.goto(path)
    window.key(window.page.locator("summary", has_text=ENGLISH("Metric sheet")).first)
    window.sees("Agreements with at least one measurable procurement target")
    box = window.page.locator("details[open] summary", has_text=ENGLISH("Comment on this metric"))
    if box.count():
        window.key(box)
    window.page.evaluate("scrollTo(0, 0)")  # What lies half under the page's head would be found too small.
    return faults(window, f"{path}, unfolded")


def seen(window: Window, path: str) -> list[str]:
    window.page.goto(path)
    window.main.locator("h1").first.wait_for()
    return faults(window, path)
