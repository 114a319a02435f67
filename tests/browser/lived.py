"""A workshop with one step of every sort that a simulated room has worked through, to look at from every side."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser

from facilitation.packs import load
from facilitation.steps.kind import Step
from tests.browser.stage import House, Lead, Place, open_house
from workshop.rehearsal.content import script
from workshop.rehearsal.people import people
from workshop.rehearsal.players import PACES, Cast
from workshop.rehearsal.visitor import Visitor

PEOPLE = 8
PATIENCE_SECONDS = 240.0
SHORT = [each.id for each in load("toimi").statements if each.short_form]
TEXT = {
    "fi": "Kirjoita ensin itse.\nKeskustele sitten.",
    "sv": "Skriv först själv.\nTala sedan.",
    "en": "Write first.\nThen talk.",
}


def step(kind: str, name: str = "", **options: object) -> Step:
    return Step(f"step-{name or kind}", kind, minutes=5, options=options)  # pyright: ignore[reportArgumentType]


STEPS = (
    step("briefing", text=TEXT, picture=True),
    step("current_state", statements=SHORT, pick=3, importance=True, certainty=True, target=True),
    step("ideas", each=2, cluster_by="groups"),
    step("vote"),
    step("vote", "matrix", form="matrix"),
    step("question"),
    step("question", "choice", form="choice", choices=["Yes, at once", "Later", "No"]),
    step("discussion"),
    step("goals"),
    step("metrics"),
    step("actions"),
    step("break"),
    step("review"),
)


@contextmanager
def lived_through(place: Place, browser: Browser) -> Iterator[House]:
    """Played to its end by people and a host who are simulated; they have left when somebody comes to look."""
    with open_house(place, browser, STEPS) as house:
        play(house)
        yield house


def play(house: House) -> None:
    """From the first step to the last, as fast as the room can."""
    cast, lines = Cast(PACES["fast"]), script("en")
    try:
        for person in people(PEOPLE, "en"):
            cast.add(Visitor(house.url).join(house.set_.code, person.joining()).client().open(), person, lines)
        cast.add_host(Visitor(house.url).come_by(f"/seat/{house.set_.host_key}").client().open(), lines)
        assert cast.play(PATIENCE_SECONDS)
    finally:
        cast.stop()


def somebody(lead: Lead) -> str:
    """The seat of one who took part, in a group."""
    seats = [panel for key, panel in lead.line.streams.merged().items() if key.startswith("seat:")]
    return next(seat["id"] for seat in sorted(seats, key=lambda seat: seat["name"]) if seat["group"])
