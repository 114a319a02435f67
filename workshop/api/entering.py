"""What is entered after the approval: through the door, with a line in the trail, and answered with advice."""

from dataclasses import replace

from msgspec import Struct

from facilitation.followup import doubts
from facilitation.plans.commands import Following
from facilitation.plans.lines import metric_in
from facilitation.plans.state import Life
from facilitation.shapes import Reading
from workshop import store
from workshop.api.door import through
from workshop.api.found import found
from workshop.api.plans import etag_of, seen_of
from workshop.api.resource import Answer, Ask
from workshop.clock import now
from workshop.languages import worded
from workshop.store.tables import AccountRow
from workshop.store.trail import note_entered


class Entry(Struct, frozen=True):
    """It is kept, and on the disk."""

    seq: int
    """The number of the last event in the plan's log."""


class Figure(Entry, frozen=True):
    """It is kept; what is worth a second look, in the words of `Accept-Language`."""

    doubts: list[str]
    """Such as counts that give another value. What is right all the same needs nothing more."""


def entered(ask: Ask, plan: str, command: Following) -> Answer:
    """Kept under the same key, it is the same figure: its id follows from the key."""
    here = found(ask.bearer, plan, "enter_figures")
    outcome = through(ask, plan, command, ask.once(command), seen_of(ask, here))
    if outcome.new:
        noted(ask, plan, command)
    after = found(ask.bearer, plan, "enter_figures")
    return Answer(Entry(outcome.seq), etag=etag_of(after.row))


def noted(ask: Ask, plan: str, command: Following) -> None:
    """A line in the trail, as for what people send."""
    with store.writing() as db:
        note_entered(db, now(), db.get(AccountRow, ask.bearer.token.account), plan, [command], way="program")


def doubted(told: Answer, life: Life, metric: str, given: Reading) -> Answer:
    """The answer with what pages would advise beside the field; the figure is taken all the same."""
    line = metric_in(life.published.plan, metric) if life.published else None
    found = [worded(each) for each in doubts(line, given)] if line else []
    return replace(told, body=Figure(told.body.seq, found))
