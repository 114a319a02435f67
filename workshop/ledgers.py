"""Which families of logs there are: for each its beginning, its rules, its fold and its codec."""

from facilitation.live.commands import COMMANDS
from facilitation.live.events import EVENTS
from facilitation.live.evolve import evolve
from facilitation.live.rules import decide
from facilitation.live.state import Workshop
from facilitation.plans import commands, events, rules
from facilitation.plans import evolve as plans
from facilitation.plans.state import Life
from workshop.room import Ledger
from workshop.schemas import shape
from workshop.store.codec import Codec
from workshop.store.plans import project

WORKSHOPS = Ledger("workshop", Workshop, decide, evolve, Codec(EVENTS, COMMANDS))
PLANS = Ledger(
    "plan",
    Life,
    rules.decide,
    plans.evolve,
    Codec(events.EVENTS, commands.COMMANDS, {events.PlanDrafted: shape.drafted}),
    project,
)
LEDGERS = (WORKSHOPS, PLANS)
