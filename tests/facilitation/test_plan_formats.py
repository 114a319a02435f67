"""A plan's log is for ever: every fact goes through the codec and back, and every wish and fact has its arm."""

import json
from dataclasses import fields
from importlib import import_module
from itertools import chain
from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings

from facilitation.live import Recorded
from facilitation.plans import commands as c
from facilitation.plans import events as e
from facilitation.plans.commands import COMMANDS
from facilitation.plans.events import EVENTS
from facilitation.plans.evolve import evolve
from facilitation.plans.state import Life
from tests.facilitation.branch_desk import lived
from tests.facilitation.plan_stories import STORY, told
from tests.facilitation.sample_plan import plan
from tests.facilitation.test_formats import matched
from workshop.ledgers import PLANS

MOST = 120_000
"""Wishes among which every kind of fact is met: as a rule a tenth of them is enough."""
AREAS = ("writing", "reviewing", "approving", "following", "deciding", "asking")


def again(recorded: Recorded) -> Recorded:
    """The fact as a database gives it back."""
    name, body = PLANS.codec.written(recorded.event)
    event = PLANS.codec.event(name, json.loads(json.dumps(body)))
    return Recorded(recorded.seq, recorded.at, recorded.by, recorded.for_, event)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(STORY)
def test_any_plan_is_what_its_written_log_leaves(story: list[int]):
    desk = told(story, plan())
    life = Life()
    for recorded in desk.log:
        life = evolve(life, again(recorded))  # pyright: ignore[reportArgumentType] (a plan's event)
    assert life == desk.life


def test_every_kind_of_fact_comes_back_as_it_was_written():
    met, stories = set[str](), chain((lived(),), (told(list(range(at, at + 60))) for at in range(0, MOST, 60)))
    while met != set(EVENTS):
        desk = next(stories, None)
        assert desk, f"never met: {set(EVENTS) - met}"
        met |= {type(recorded.event).__name__ for recorded in desk.log}
        assert [again(recorded) for recorded in desk.log] == desk.log


@pytest.mark.parametrize("area", AREAS)
def test_every_event_has_its_arm_and_every_command_its_rule(area: str):
    arms = matched(import_module(f"facilitation.plans.evolve.{area}"))
    assert {kind.__name__ for kind in get_args(getattr(e, area.title()))} <= arms
    rules = matched(import_module(f"facilitation.plans.rules.{area}"))
    assert {kind.__name__ for kind in get_args(getattr(c, area.title()))} - {"DraftPlan"} <= rules


def test_no_fact_has_a_person_s_name_in_it():
    named = {each.name for kind in EVENTS.values() for each in fields(kind)}
    assert not named & {"person", "author", "email", "guest"}


def test_commands_and_facts_are_told_apart_by_their_names():
    assert not set(COMMANDS) & set(EVENTS)
