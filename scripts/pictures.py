"""Take the README's pictures, and one of every page, from the running program.

    python scripts/pictures.py              all of them, a whole simulated day
    python scripts/pictures.py goals        only those whose name begins so

The three that README shows are kept small in docs/pictures. All others go to instance/pictures, in both sizes and
looks, for whoever wants to see what a change has done; a page wider than its window is reported.
"""

import os
import socket
import sys
import tempfile
from contextlib import ExitStack

from picturing.camera import HOUSE, KEPT, LEFT, Album, chromium
from picturing.day import FINNISH, PEOPLE, Day
from playwright.sync_api import Page

from workshop import create_app, store
from workshop.clock import now
from workshop.config import completed, from_environment
from workshop.rehearsal import stage
from workshop.rehearsal.cli import serving
from workshop.store import accounts, schema


def slow(so_far: int) -> dict[int, int]:
    """A third of the people have done only so much."""
    return dict.fromkeys(range(0, PEOPLE, 3), so_far)


def at_the_door(album: Album, set_: stage.Stage) -> None:
    for language in ("en", "fi"):
        album.window(language, language=language)
        album.take(f"landing-{language}", language, "/")
        album.take(f"join-{language}", language, f"/j/{set_.code}")


def at_the_desk(album: Album, first: str) -> None:
    """An administrator's pages."""
    album.window("desk")
    page = album.windows["desk"].new_page()
    page.goto(f"/first/{first}")
    for name, value in (("name", "Fay Lindqvist"), ("email", "fay@toimi.example")):
        page.locator(f"[name={name}]").fill(value)
    for box in page.locator("input[type=password]").all():
        box.fill("a-long-enough-phrase-for-fay")
    page.locator("main form [type=submit]").last.click()
    page.wait_for_url("**/workshops*")
    album.take("new-workshop", "desk", "/workshops/new")
    planner = set_up(page)
    page.close()
    for name, path in (
        ("workshops", "/workshops"),
        ("planner", planner),
        ("people", "/people"),
        ("account", "/account"),
        ("checklist", "/packs/toimi"),
        ("lost", "/no-such-page"),
    ):
        album.take(name, "desk", path)


def set_up(page: Page) -> str:
    """A workshop by the form, as a facilitator sets it up; returns the planner's address."""
    page.goto("/workshops/new")
    page.locator("#title_en").fill("Procurement action plan 2027–2029")
    page.locator("#organisation").fill("Ministry of the Built Environment")
    page.locator("[name=agenda][value$=half_day]").check()
    page.locator("main form [type=submit]").last.click()
    page.wait_for_url("**/plan*")
    return page.url


def through_the_day(album: Album, day: Day, set_: stage.Stage) -> None:
    room = f"/w/{set_.workshop}"
    console, screen = f"{room}/console", f"{room}/screen"
    album.window("host", day.host_seat.cookie)
    day.come()
    album.window("finn", day.guests[FINNISH].seated.cookie, "fi")
    album.window("seat", day.guests[2].seated.cookie)

    def three(name: str) -> None:
        album.take(f"{name}-console", "host", console)
        album.take(f"{name}-screen", "host", screen)
        album.take(f"{name}-seat", "seat", room)

    three("lobby")
    day.go_on("briefing", "open")
    album.take("briefing-seat", "seat", room)
    album.take("briefing-screen", "host", screen)
    day.go_on("current_state", "open", hold=slow(6) | {2: 3, FINNISH: 4})
    three("state-open")
    album.take("state-open-finn", "finn", room)
    day.go_on("current_state", "revealed")
    three("state-shown")
    album.take("state-shown-finn", "finn", room)
    day.go_on("ideas", "open", hold=slow(0) | {2: 1})
    three("ideas-open")
    day.go_on("ideas", "revealed")
    three("ideas-shown")
    day.go_on("vote", "open", hold=slow(1) | {2: 2})
    three("vote-open")
    day.go_on("vote", "revealed")
    three("vote-shown")
    writer = next(guest for guest in day.guests if guest.holds_the_pen and guest.person.language == "en")
    album.window("seat", writer.seated.cookie)
    pens = {number: 0 for number, guest in enumerate(day.guests) if guest.holds_the_pen and guest is not writer}
    day.go_on("goals", "open", hold=dict(list(pens.items())[-2:]))
    three("goals")
    album.take("goals-finn", "finn", room)
    day.sharpen()
    writer.client.until(lambda streams: any(key.startswith("findings:") for key in streams.merged()))
    album.take("goals-hints-seat", "seat", room)
    day.go_on("metrics", "open")
    three("metrics")
    day.go_on("actions", "open")
    three("actions")
    day.go_on("review", "open")
    three("review-open")
    day.go_on("review", "revealed")
    three("review-shown")
    day.go_on("discussion", "closed")
    three("over")
    album.take("mine", "seat", f"{room}/mine")
    album.take("draft", "host", f"{room}/draft")
    album.take("draft-finn", "finn", f"{room}/draft")


def main() -> None:
    for folder in (KEPT, LEFT):
        folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as until_done:
        place = until_done.enter_context(tempfile.TemporaryDirectory())
        os.environ |= {"TOIMI_INSTANCE": place, "TOIMI_PORT": str(free_port())}
        settings = completed(from_environment())
        app = create_app(settings)
        schema.migrate(app)
        set_ = stage.build(app, "toimi", "one_day", "en")
        server = serving(settings)
        until_done.callback(server.stop)
        with app.app_context(), store.writing() as db:
            first = accounts.first_link(db, now()) or ""
        browser = until_done.enter_context(chromium())
        album = Album(browser, server.address, tuple(sys.argv[1:]))
        at_the_door(album, set_)
        at_the_desk(album, first)
        day = Day(server.address, set_)
        until_done.callback(day.end)
        through_the_day(album, day, set_)
    print(*album.told, f"{len(list(LEFT.glob('*.png')))} pictures in {LEFT.relative_to(HOUSE)}", sep="\n")


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


if __name__ == "__main__":
    main()
