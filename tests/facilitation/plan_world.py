"""A small named world around one plan: Ada and Ben edit it, Cay approves it, Dan is her deputy, Eva comments."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from facilitation.live import Asker, Recorded
from facilitation.packs import load
from facilitation.plans.commands import (
    AddComment,
    ApprovePlan,
    Command,
    DraftPlan,
    OpenCommentRound,
    ReviseField,
    SendForApproval,
)
from facilitation.plans.events import Approver, Event, Source
from facilitation.plans.evolve import evolve
from facilitation.plans.rules import decide
from facilitation.plans.state import Life
from facilitation.shapes import Plan
from facilitation.steps.kind import Value
from facilitation.words import Refused
from tests.facilitation import quality_world

ADA, BEN = Asker("account-ada", "editor"), Asker("account-ben", "editor")
CAY, DAN = Asker("account-cay", "approver"), Asker("account-dan", "approver")
EVA = Asker("guest-eva-01", "guest")
MORNING = datetime(2027, 1, 11, 7, 0, tzinfo=UTC)
TODAY = MORNING.date()
DEADLINE = date(2027, 1, 29)

PACK = load("toimi")
SOUND = replace(quality_world.PLAN, pack=PACK.key, pack_version=PACK.version)
"""A plan with nothing in the way of its approval: goal g1 with metric m1 and action a1."""
GOAL, METRIC, ACTION = (thing.id for thing in (quality_world.GOAL, quality_world.METRIC, quality_world.ACTION))
ASKED = (Approver(CAY.seat, "Permanent secretary", (DAN.seat,)),)
FROM_WORKSHOP = (Source("workshop", "w1", 812, "Where procurement goes"),)


class Desk:
    """A plan that takes commands one after another and remembers its log."""

    def __init__(self, life: Life | None = None) -> None:
        self.life = life or Life()
        self.log: list[Recorded] = []
        self.granted: list[tuple[Command, Asker]] = []
        self.now = MORNING

    def copy(self) -> "Desk":
        desk = Desk(self.life)
        desk.log, desk.granted, desk.now = list(self.log), list(self.granted), self.now
        return desk

    @property
    def plan(self) -> Plan:
        return self.life.plan

    def do(self, command: Command, asker: Asker = ADA) -> "Desk":
        """Decide and evolve; Refused passes through."""
        self.now += timedelta(seconds=1)
        for event in decide(self.life, command, asker):
            recorded = Recorded(self.life.seq + 1, self.now, asker.seat, asker.seat, event)  # pyright: ignore[reportArgumentType] (a plan's event)
            self.log.append(recorded)
            self.life = evolve(self.life, recorded)  # pyright: ignore[reportArgumentType]
        self.granted.append((command, asker))
        return self

    def revise(
        self, field: str, value: Value, base: Value, asker: Asker = ADA, line: str = GOAL, **more: str
    ) -> "Desk":
        return self.do(ReviseField(line, field, value, base, **more), asker)

    def events(self, command: Command, asker: Asker = ADA) -> list[Event]:
        """What would follow, without following it."""
        return decide(self.life, command, asker)

    def refusal(self, command: Command, asker: Asker = ADA) -> str:
        """The code with which a command is refused."""
        with pytest.raises(Refused) as refused:
            decide(self.life, command, asker)
        return refused.value.code


def drafted(plan: Plan = SOUND) -> Desk:
    """Straight from the workshop, by Ada."""
    return Desk().do(DraftPlan(plan, FROM_WORKSHOP))


def filed(plan: Plan = SOUND) -> Desk:
    """With what has to be said before it is sent."""
    desk = drafted(plan)
    desk.revise("publicity", "public", "", line=plan.id)
    return desk.revise("records_class", "02.04.01", "", line=plan.id)


def sent(plan: Plan = SOUND) -> Desk:
    return filed(plan).do(SendForApproval(ASKED))


def approved() -> Desk:
    return sent().do(ApprovePlan("", TODAY), CAY)


def out_for_comments() -> Desk:
    return drafted().do(OpenCommentRound(DEADLINE, TODAY))


def comment(
    text: str = "Which agencies?", about: str = GOAL, id: str = "comment-01", today: date = TODAY
) -> AddComment:
    return AddComment(id, about, text, "en", today)
