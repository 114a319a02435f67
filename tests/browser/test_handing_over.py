"""A role changes hands in real windows; who has it now checks in on a phone, and the steering group reads of it above.

Each of the three reads another language.
"""

import re

from playwright.sync_api import Browser, expect

from tests.browser.desks import Desk
from tests.browser.looks import faults
from tests.browser.stage import Place, Windows
from tests.browser.window import NARROW, PHONE, WIDE, Window
from tests.workshop.branch import Branch
from tests.workshop.catalogue import words_of
from tests.workshop.followed import FINANCE, LAW
from workshop import store
from workshop.clock import now
from workshop.store import holders
from workshop.store.forest import add, move
from workshop.store.roles import Part, give
from workshop.store.tables import AccountRow

FINNISH, SWEDISH = words_of("fi"), words_of("sv")
REPORTED = "Every office counts since May."
WRONG = "Luku oli toiselta vuodelta."


def test_a_role_changes_hands_and_who_has_it_now_checks_in(place: Place, chromium: Browser):
    windows = Windows(place, chromium)
    with windows.in_order():
        fay, gus = Desk(windows, place, "Fay"), Desk(windows, place, "Gus", "sv")
        branch = Branch(place.app, fay.account)
        above = steered(branch, gus)
        link = handed_over(fay.window, branch)
        let_go(windows.window(language="fi", size=NARROW), branch)
        nea = windows.window(language="fi", size=NARROW)
        checked_in(nea, link)
        taken_back(nea, link)
        told_one_by_one(fay.window, branch)
        checked_in(nea, link)
        read_above(gus.window, above)


def steered(branch: Branch, gus: Desk) -> str:
    """A government above the ministry, for whose steering group Gus reads; the address where it follows up."""
    with branch.desk.app.app_context(), store.writing() as db:
        at, who = now(), db.get_one(AccountRow, gus.account)
        over = add(db, {"en": "Government", "sv": "Regeringen", "kind": "government"}, "", None, None, at).id
        move(db, branch.ministry, over, at.date(), None, at)
        give(db, who, Part(over, "steering", at.date()), None, at)
    return f"/organisations/{over}/follow-up"


def handed_over(fay: Window, branch: Branch) -> str:
    """In one act, in every plan; the briefing says what comes along. The link that the new holder gets."""
    fay.page.goto(branch.pages["holders"])
    brought_to_what_is_wrong(fay)
    fay.page.locator("#role").select_option(FINANCE)
    fay.page.locator("#name").fill("Nea Niemi")
    fay.press("Hand it over")
    fay.sees("The role is handed over, in every plan that names it.").sees("Agreements with a target")
    assert faults(fay, "a briefing") == []
    fay.page.goto(branch.pages["holders"])
    role = fay.page.locator("li.diff", has=fay.page.get_by_role("heading", name=FINANCE))
    expect(role).to_contain_text("Nea Niemi")
    expect(role).not_to_contain_text("Hal Harkonen")
    other = fay.page.locator("li.diff", has=fay.page.get_by_role("heading", name=LAW))
    expect(other).to_contain_text("Ida Ilves")
    role.get_by_role("button", name=re.compile("^Make a link to check in")).click()
    fay.sees("The link for Nea Niemi")
    return fay.page.get_by_label("Link", exact=True).input_value()


def brought_to_what_is_wrong(fay: Window) -> None:
    """The form stands below everybody who has a role: its page comes back at what is to be mended, not at its top."""
    fay.page.set_viewport_size(NARROW)
    fay.press("Hand it over")
    wrong = fay.page.get_by_role("alert")
    expect(wrong).to_contain_text("2 things are to be mended")
    expect(wrong).to_be_focused()
    expect(wrong).to_be_in_viewport()
    fay.page.set_viewport_size(WIDE)


def let_go(hal: Window, branch: Branch) -> None:
    """Whoever had the role is told that their link is over, and sees nothing of the plan by it."""
    answer = hal.page.goto(branch.check_in)
    assert answer
    assert answer.status == 404
    hal.sees_not("Agreements with a target")


def checked_in(nea: Window, link: str) -> None:
    """On a narrow phone, in Finnish: what the role answers for, then the figure, which is there again afterwards."""
    nea.page.goto(link)
    nea.press(FINNISH("All that this role answers for"), role="link")
    nea.sees("Sopimukset, joilla on tavoite")
    assert faults(nea, "a briefing on a phone, in Finnish") == []
    nea.page.goto(link)
    nea.main.get_by_label(FINNISH("Figure")).fill("62,5")
    nea.main.get_by_label(FINNISH("Comment")).fill(REPORTED)
    nea.press(FINNISH("Send"))
    nea.sees(FINNISH("One answer is kept."))
    assert faults(nea, "a check-in on a phone, in Finnish") == []


def taken_back(nea: Window, link: str) -> None:
    """Two steps from checking in; a mistake stands at its field, and the figure is asked for again."""
    nea.page.goto(link)
    nea.press(FINNISH("Figures given before"), role="link")
    assert faults(nea, "figures given before, on a phone, in Finnish") == []
    nea.main.get_by_role("link", name=re.compile(f"^{FINNISH('Take back')}.*62,5")).click()
    nea.press(FINNISH("Take the figure back"))
    nea.sees(FINNISH("Say why, for those who read it later."))
    assert faults(nea, "taking a figure back on a phone, in Finnish") == []
    nea.main.get_by_label(FINNISH("Why")).fill(WRONG)
    nea.press(FINNISH("Take the figure back"))
    nea.sees(FINNISH("The figure is taken back."))


def told_one_by_one(fay: Window, branch: Branch) -> None:
    """At the desk it is struck through, with who gave it, who took it back and why."""
    fay.page.goto(f"/plans/{branch.desk.id}/follow-up")
    fay.main.get_by_role("link", name=re.compile("^One by one")).first.click()
    fay.sees(WRONG).sees("by Nea Niemi")
    expect(fay.main.locator("s")).to_have_text("62.5 %")
    assert faults(fay, "figures one by one") == []
    fay.main.get_by_role("link", name=re.compile("^Take back")).first.click()
    assert faults(fay, "taking a figure back") == []


def read_above(gus: Window, path: str) -> None:
    """The steering group's page opens with a finding; by way of the branch and its unit it leads to the figure."""
    gus.page.goto(path)
    expect(gus.main.get_by_role("heading", level=1)).not_to_be_empty()
    assert faults(gus, "the steering group's follow-up, in Swedish") == []
    gus.press("Ministry of Housing", role="link")
    gus.page.wait_for_url("**/follow-up")
    gus.main.get_by_role("link", name="Plan of Homes").click()
    gus.sees("62,5")
    assert faults(gus, "a plan's follow-up, in Swedish") == []


def test_milestones_are_ticked_on_a_phone(place: Place, chromium: Browser):
    """In Finnish: what is late is seen at once, a tap and a press say that it is reached, and it stays so."""
    windows = Windows(place, chromium)
    with windows.in_order():
        branch = Branch(place.app, Desk(windows, place, "Fay").account)
        ida = windows.window(language="fi", size=PHONE)
        ida.page.goto(branch.check_in_law)
        late = ida.page.get_by_role("checkbox", name="Sopimusmalli luonnosteltu")
        line = ida.main.locator("label", has=late)
        expect(line).to_contain_text(FINNISH("Late"))
        ida.sees("Virastoilta kysytty")
        assert faults(ida, "milestones to tick, in Finnish") == []
        late.focus()
        ida.page.keyboard.press("Space")
        ida.press(FINNISH("Send"))
        ida.sees(FINNISH("One answer is kept."))
        expect(late).to_be_checked()
        expect(line).not_to_contain_text(FINNISH("Late"))
        ida.press(FINNISH("All that this role answers for"), role="link")
        ida.sees(FINNISH("Milestones reached: %(n)s of %(of)s", n=2, of=4))
        assert faults(ida, "a briefing with milestones, in Finnish") == []


def test_somebody_leaves_and_another_takes_all_of_it_over_in_one_act(place: Place, chromium: Browser):
    """In Swedish, by the keyboard alone from choosing who leaves to the briefing."""
    windows = Windows(place, chromium)
    with windows.in_order():
        gus = Desk(windows, place, "Gus", "sv")
        branch = Branch(place.app, gus.account)
        given_more(branch, gus)
        window = gus.window
        chosen(window, branch)
        taken_over(window)
        told(window)


def given_more(branch: Branch, gus: Desk) -> None:
    """Hal stands in for the head of law too."""
    with branch.desk.app.app_context(), store.writing() as db:
        at, by = now(), db.get_one(AccountRow, gus.account)
        holders.hand_over(db, branch.agency, LAW, "deputy", ("Hal Harkonen", "HAL@example.fi"), at.date(), by, at)


def chosen(gus: Window, branch: Branch) -> None:
    """What is handed over is told before anything is."""
    gus.page.goto(branch.pages["holders"])
    gus.press(SWEDISH("Somebody leaves: hand all of theirs over"), role="link")
    assert faults(gus, "who leaves, in Swedish") == []
    who = gus.page.get_by_label(SWEDISH("Who leaves?"))
    who.focus()
    gus.page.keyboard.type("Hal")
    gus.page.keyboard.press("Tab")
    gus.page.keyboard.press("Enter")
    table = gus.main.get_by_role("table")
    expect(table).to_contain_text(FINANCE)
    expect(table).to_contain_text(LAW)
    expect(table).to_contain_text(SWEDISH("Deputy"))


def taken_over(gus: Window) -> None:
    """A mistake stands at its field, and what was typed stays."""
    gus.page.locator("#name").fill("Nea Niemi")
    gus.page.locator("#email").fill("hal@example.fi")
    gus.page.locator("#email").press("Enter")
    gus.sees(SWEDISH("That is who leaves. Write who takes over."))
    assert faults(gus, "all of somebody's roles, in Swedish") == []
    expect(gus.page.locator("#name")).to_have_value("Nea Niemi")
    gus.page.locator("#email").fill("nea@example.fi")
    gus.page.locator("#email").press("Enter")


def told(gus: Window) -> None:
    """One page for all roles; what to do if it was wrong stands on it."""
    gus.sees("2 roller är överlåtna.")
    gus.sees("Agreements with a target").sees("Write a model contract")
    gus.sees(SWEDISH("Was it the wrong person or day?"))
    assert faults(gus, "a briefing over all roles, in Swedish") == []
    gus.press(SWEDISH("Hand it all over once more"), role="link")
    gus.sees("Överlåt alla roller som Nea Niemi har")
