"""Whom the table lets in is granted it where the rules allow it: every command, by every part that may ask for it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product
from random import Random

import pytest

from facilitation import live
from facilitation.live import Asker, Command, Workshop, decide
from facilitation.live.commands import SetAgenda, SetUp
from facilitation.plans import commands as plans
from facilitation.plans.lines import line_in
from facilitation.plans.rules.following import answering
from facilitation.plans.state import Life
from facilitation.plans.stops import stops
from facilitation.words import Refused
from tests.facilitation.moves import EVERY_MOVE, who
from tests.facilitation.plan_world import ASKED, CAY, TODAY, Desk, filed
from tests.facilitation.sample_plan import plan
from tests.facilitation.stories import STARTS, begun
from tests.facilitation.world import ADA, BEN, CHOICE, PACK, STATEMENTS, STEPS, SYSTEM, Room, grouped
from tests.logs.keep_plan import LIVES
from tests.workshop.who_may import WHO_MAY
from workshop.access import permissions


def test_nobody_gains_or_loses_a_right_unless_it_is_said_twice():
    assert dict(permissions()) == WHO_MAY


def granted_to(names: Mapping[str, type]) -> set[tuple[str, str]]:
    return {(name, role) for name in names for role in permissions()[name]}


# -- In a workshop ----------------------------------------------------------------------------------------------------


def test_whoever_may_ask_in_a_workshop_is_granted_it_where_the_rules_allow():
    well: set[tuple[str, str]] = set()
    for state, command, asker in asked_in_workshops():
        name = type(command).__name__
        well |= {
            (name, role)
            for role in permissions()[name]
            if (name, role) not in well and grants(state, command, replace(asker, role=role))
        }
    assert granted_to(live.COMMANDS) - well == set()


def grants(state: Workshop, command: Command, asker: Asker) -> bool:
    """Whether something follows."""
    try:
        return bool(decide(state, command, asker))
    except Refused:
        return False


def choosing() -> Room:
    return grouped().open(CHOICE)


def asked_in_workshops() -> Iterator[tuple[Workshop, Command, Asker]]:
    """How workshops begin, and what is asked wherever one may stand: each by who is likely to, by Ada and by Ben."""
    empty = Room()
    for command in (SetUp({"en": "Plan"}, "Ministry", "toimi", PACK.version), SetAgenda(STEPS, STATEMENTS)):
        yield empty.state, command, SYSTEM
        empty.do(command, SYSTEM)
    for start, story in product((*STARTS, choosing), range(16)):
        room, chance = begun(start).copy(), Random(story)
        for move in chance.sample(EVERY_MOVE * 3, len(EVERY_MOVE) * 3):
            command = move(room.state, chance)
            asker = who(room.state, command, chance)
            yield from ((room.state, command, each) for each in (asker, ADA, BEN))
            if grants(room.state, command, asker):
                room.do(command, asker)


# -- In a plan --------------------------------------------------------------------------------------------------------


def taken_back() -> Desk:
    """Taken back from its approvers, sent again, and approved although checks would stop it."""
    desk = filed(plan()).do(plans.SendForApproval(ASKED)).do(plans.TakeBackFromApproval())
    desk.do(plans.SendForApproval(ASKED))
    for stop in stops(desk.life, TODAY):
        overruled = plans.OverruleFinding(stop.check, stop.about, stop.field, "It is known.", TODAY)
        desk.do(overruled, CAY)
    return desk.do(plans.ApprovePlan("", TODAY), CAY)


STORIES = {**LIVES, "taken back": taken_back}
PARTS = max(len(permissions()[name]) for name in plans.COMMANDS)
"""As many as may ask for the same: a life is lived once for each."""


@pytest.mark.parametrize("turn", range(PARTS))
@pytest.mark.parametrize("story", STORIES)
def test_whoever_may_ask_of_a_plan_is_granted_it_where_the_rules_allow(story: str, turn: int):
    lived, desk = STORIES[story](), Desk()
    for command, asker in lived.granted:
        part = in_turn(command, turn)
        desk.do(told_by(part, command, desk.life), replace(asker, role=part))
    assert desk.plan == lived.plan


def told_by(part: str, command: plans.Command, life: Life) -> plans.Command:
    """A holder speaks for the role that answers for it; others need not say."""
    match command:
        case plans.EnterFigure(metric=line) | plans.GiveBaseline(metric=line) | plans.TellProgress(action=line):
            found = line_in(life.plan, line)
            return replace(command, role=answering(life.plan, found)[0]) if part == "holder" and found else command
        case plans.WithdrawFigure(figure=figure):
            held = next((each.by for each in life.entered if each.id == figure), "")
            return replace(command, role=held) if part == "holder" else command
        case _:
            return command


def in_turn(command: plans.Command, turn: int) -> str:
    parts = sorted(permissions()[type(command).__name__])
    return parts[turn % len(parts)]


def test_between_them_these_lives_ask_for_everything():
    asked = {type(command).__name__ for story in STORIES.values() for command, _asker in story().granted}
    assert asked == set(plans.COMMANDS)
