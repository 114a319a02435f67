"""The pages around a day: the door, the desk, one's own pages, what one takes home."""

import secrets

from flask import Flask
from playwright.sync_api import Page
from sqlalchemy import select

from picturing.camera import Album
from tests.workshop.branch import Branch
from tests.workshop.plan_desk import written
from workshop import store
from workshop.clock import now
from workshop.rehearsal import stage
from workshop.store import accounts
from workshop.store.tables import AccountRow, WorkshopRow

FAY = "fay@toimi.example"


def at_the_door(album: Album, app: Flask, set_: stage.Stage) -> None:
    for language in ("en", "fi"):
        album.window(language, language=language)
        album.take(f"landing-{language}", language, "/")
        album.take(f"join-{language}", language, f"/j/{set_.code}")
    album.take("sign-in", "en", "/sign-in")
    album.take("personal-link", "en", f"/seat/{set_.watcher_key}")
    album.take("shut", "en", f"/w/{shut(app)}")


def shut(app: Flask) -> str:
    """A workshop whose door is closed."""
    id = stage.build(app, "toimi", "half_day", "en").workshop
    with app.app_context(), store.writing() as db:
        found = db.get(WorkshopRow, id)
        assert found is not None
        found.door_open = False
    return id


def at_the_desk(album: Album, app: Flask) -> None:
    """An administrator's pages."""
    album.window("desk")
    with app.app_context(), store.writing() as db:
        first = accounts.first_link(db, now())
    album.take("first-link", "desk", f"/first/{first}")
    page = album.windows["desk"].new_page()
    take_account(page, f"/first/{first}")
    album.take("invitation", "en", f"/invite/{invitation(app)}")
    album.take("new-workshop", "desk", "/workshops/new")
    planner = set_up(page)
    step = page.locator("[data-planner] a[href*='step=']").nth(2).get_attribute("href") or ""
    page.close()
    for name, path in (
        ("workshops", "/workshops"),
        ("planner", planner),
        ("planner-step", step),
        ("people", "/people"),
        ("account", "/account"),
        ("plans", "/plans"),
        ("plan-new", "/plans/new"),
        ("packs", "/packs"),
        ("checklist", "/packs/toimi"),
        ("templates", "/templates"),
        ("mail", "/mail"),
        ("transfers", "/transfers"),
        ("mapping", "/transfers/hankintaluotsi"),
        ("mapping-column", "/transfers/hankintaluotsi/0/3"),
        ("no-organisations", "/organisations"),
        ("organisation-new", "/organisations/new"),
        ("organisation-table", "/organisations/table"),
        ("services", "/providers"),
        ("trail", "/trail"),
        ("lost", "/no-such-page"),
    ):
        album.take(name, "desk", path)
    among_organisations(album)
    a_plan(album, app)


def a_plan(album: Album, app: Flask) -> None:
    """A plan with two texts for one field, a version and a round of comments, as its owner finds it."""
    with app.app_context(), store.reading() as db:
        fay = db.scalars(select(AccountRow).where(AccountRow.email == FAY)).one()
    desk, link = written(app, fay.id)
    goal = desk.life.plan.goals[0]
    for name, part in (
        ("plan", ""),
        ("plan-goal", f"/lines/{goal.id}"),
        ("plan-metric", f"/lines/{goal.metrics[0].id}"),
        ("plan-themes", "/themes"),
        ("plan-versions", "/versions"),
        ("plan-comments", "/comments"),
        ("plan-approval", "/approval"),
        ("plan-people", "/people"),
        ("plan-in-two", "?beside=sv"),
        ("plan-transfer", "/transfer/hankintaluotsi"),
        ("plan-workbook", "/workbook"),
        ("plan-document", "/document"),
    ):
        album.take(name, "desk", desk.page + part)
    album.take("plan-files", "desk", f"{desk.page}/files", drawn)
    album.take("plan-by-link", "en", link)
    following(album, app, fay.id)


def following(album: Album, app: Flask, account: str) -> None:
    """A branch that is followed up: a plan with figures, a round, holders, and a holder's own page on a phone."""
    branch = Branch(app, account)
    for name, path in branch.pages.items():
        album.take(name, "desk", path)
    album.take("check-in", "en", branch.check_in)
    album.take("check-in-briefing", "en", f"{branch.check_in}/briefing")


def among_organisations(album: Album) -> None:
    """The example, and the pages of one in it."""
    page = album.windows["desk"].new_page()
    page.goto("/organisations")
    page.get_by_role("button", name="Plant the example").click()
    page.get_by_role("link", name="Housing Agency").click()
    one = page.url
    page.close()
    album.take("organisations", "desk", "/organisations")
    for part in ("", "settings", "place", "tokens"):
        album.take("-".join(filter(None, ("organisation", part))), "desk", f"{one}/{part}".rstrip("/"))


def take_account(page: Page, link: str) -> None:
    page.goto(link)
    phrase = secrets.token_urlsafe(12)
    for name, value in (("name", "Fay Lindqvist"), ("email", FAY)):
        page.locator(f"[name={name}]").fill(value)
    for box in page.locator("input[type=password]").all():
        box.fill(phrase)
    page.locator("main form [type=submit]").last.click()
    page.wait_for_url("**/workshops*")


def invitation(app: Flask) -> str:
    """The token of a link by which somebody else may make an account."""
    with app.app_context(), store.writing() as db:
        fay = db.scalars(select(AccountRow).where(AccountRow.email == FAY)).one()
        return accounts.invite(db, fay, "facilitator", "Ville", now())


def set_up(page: Page) -> str:
    """A workshop by the form, as a facilitator sets it up; returns the planner's address."""
    page.goto("/workshops/new")
    page.locator("#title_en").fill("Procurement action plan 2027–2029")
    page.locator("#organisation").fill("Ministry of the Built Environment")
    page.locator("[name=agenda][value='toimi/half_day']").check()
    page.locator("main form [type=submit]").last.click()
    page.wait_for_url("**/plan*")
    return page.url


def around_the_day(album: Album, room: str) -> None:
    """What is there for each of those who were in it."""
    album.take("mine", "seat", f"{room}/mine")
    album.take("device", "seat", f"{room}/device")
    album.take("no-device", "host", f"{room}/person")
    album.take("paper", "host", f"{room}/paper")
    album.take("draft", "host", f"{room}/draft")
    album.take("draft-finn", "finn", f"{room}/draft")
    album.take("draft-in-two", "finn", f"{room}/draft?beside=sv")
    album.take("transfer", "host", f"{room}/draft/transfer/hankintaluotsi")
    album.take("transfer-finn", "finn", f"{room}/draft/transfer/performance-agreement")
    album.take("files", "host", f"{room}/draft/files", drawn)
    album.take("check-a-paper", "host", f"{room}/draft/genuine?event=12&digest={'0' * 12}")
    album.take("workbook", "host", f"{room}/draft/workbook")
    album.take("document", "host", f"{room}/draft/document")


def drawn(page: Page) -> None:
    """Every card is looked at, and its first pages are there."""
    for card in page.locator("[data-way]").all():
        card.scroll_into_view_if_needed()
    page.locator(".leaf__skel").first.wait_for(state="detached", timeout=120_000)
