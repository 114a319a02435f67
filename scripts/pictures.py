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

from picturing import opened
from picturing.around import around_the_day, at_the_desk, at_the_door
from picturing.camera import HOUSE, KEPT, LEFT, Album, chromium
from picturing.day import FINNISH, PEOPLE, Day, build
from picturing.files import what_is_taken_home

from workshop import create_app
from workshop.config import completed, from_environment
from workshop.rehearsal import stage
from workshop.rehearsal.cli import serving
from workshop.store import schema


def slow(so_far: int) -> dict[int, int]:
    """A third of the people have done only so much."""
    return dict.fromkeys(range(0, PEOPLE, 3), so_far)


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
    three("briefing")
    day.go_on("current_state", "open", hold=slow(6) | {2: 3, FINNISH: 4})
    three("state-open")
    album.take("state-open-finn", "finn", room)
    day.go_on("current_state", "revealed")
    three("state-shown")
    album.take("state-shown-finn", "finn", room)
    day.go_on("current_state", "open", hold=slow(1) | {2: 1})
    three("state-again")
    day.go_on("ideas", "open", hold=slow(0) | {2: 1})
    three("ideas-open")
    day.go_on("ideas", "revealed")
    three("ideas-shown")
    day.go_on("break", "open")
    three("break")
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
    for name, before in opened.IN_THE_CONSOLE.items():
        album.take(f"{name}-console", "host", console, before)
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
    day.go_on("discussion", "open")
    three("discussion")
    for kind, name in (("vote", "matrix"), ("question", "question")):
        day.go_on(kind, "open", hold=slow(1) | {2: 1})
        three(f"{name}-open")
        day.go_on(kind, "revealed")
        three(f"{name}-shown")
    day.go_on("question", "closed")
    three("over")
    around_the_day(album, room)
    what_is_taken_home(album, room)


def main() -> None:
    for folder in (KEPT, LEFT):
        folder.mkdir(parents=True, exist_ok=True)
    with ExitStack() as until_done:
        place = until_done.enter_context(tempfile.TemporaryDirectory())
        os.environ |= {"TOIMI_INSTANCE": place, "TOIMI_PORT": str(free_port())}
        settings = completed(from_environment())
        app = create_app(settings)
        schema.migrate(app)
        set_ = build(app)
        server = serving(settings)
        until_done.callback(server.stop)
        browser = until_done.enter_context(chromium())
        album = Album(browser, server.address, tuple(sys.argv[1:]))
        at_the_door(album, app, set_)
        at_the_desk(album, app)
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
