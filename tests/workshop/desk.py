"""A desk to try pages at: Fay's workshop, set up through the page, and people who have joined it."""

from flask import Flask
from sqlalchemy import select

from facilitation.live.commands import Join
from facilitation.live.state import Workshop
from tests.workshop.visitor import Sent, Visitor
from workshop import store
from workshop.perform import Asker, Once, Outcome, perform, workshop_log
from workshop.room import rooms_of
from workshop.store.tables import WorkshopRow

TITLE = "Action plan 2027–2029"
HEAD = {"title_en": TITLE, "organisation": "Ministry of the Built Environment", "period": "2027–2029"}
NEW = {**HEAD, "day": "2026-11-30", "time": "09:00", "agenda": "toimi/ninety_minutes"}


def set_up(fay: Visitor, **otherwise: Sent) -> str:
    """The id of a new workshop of Fay's."""
    fields: dict[str, Sent] = {**NEW, **otherwise}
    page = fay.send("/workshops/new", "", **fields)
    assert page.status_code == 200, page.text
    return page.request.path.split("/")[2]


class Desk:
    """What the tests ask about a workshop behind the pages."""

    def __init__(self, app: Flask, id: str) -> None:
        self.app, self.id = app, id
        self.asked = 0

    @property
    def state(self) -> Workshop:
        with self.app.app_context():
            return rooms_of().room(workshop_log(self.id)).state

    @property
    def row(self) -> WorkshopRow:
        with self.app.app_context(), store.reading() as db:
            return db.scalars(select(WorkshopRow).where(WorkshopRow.id == self.id)).one()

    @property
    def host(self) -> Asker:
        return Asker(next(seat.id for seat in self.state.seats.values() if seat.role == "host"), "host")

    def ask(self, command: object, asker: Asker) -> Outcome:
        """Through the door, as live pages do; refusals are returned."""
        self.asked += 1
        with self.app.app_context():
            return perform(workshop_log(self.id), command, asker, Once(f"desk-{self.asked:013}"))

    def seat(self, name: str, organisation: str = "Ministry") -> Asker:
        asker = Asker(f"seat-{name}-0000")
        assert self.ask(Join(asker.seat, "en", "room", organisation), asker).ok
        return asker

    def step(self, kind: str) -> str:
        """The id of the first step of a kind."""
        return next(id for id in self.state.order if self.state.steps[id].kind == kind)

    @property
    def plan(self) -> str:
        return f"/workshops/{self.id}/plan"
