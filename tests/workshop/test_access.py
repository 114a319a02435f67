"""Rights come from one table, and what is not in it is denied."""

from dataclasses import dataclass

import pytest

from facilitation.live import commands as live
from facilitation.plans import commands as plans
from workshop.access import (
    DESK_ROLES,
    ORGANISATION_ROLES,
    PLAN_ROLES,
    SCOPES,
    SEAT_ROLES,
    Standing,
    may,
    parts_from,
    permissions,
)

COMMANDS = {**live.COMMANDS, **plans.COMMANDS}


@dataclass
class Thing:
    own: bool


def test_every_command_has_its_row():
    assert set(COMMANDS) <= set(permissions())


def test_every_row_is_of_a_command_or_a_page():
    commands = {action for action in permissions() if action[0].isupper()}
    assert commands - {"Proxy"} == set(COMMANDS)


def test_the_table_knows_only_our_roles():
    known = {*SEAT_ROLES, *DESK_ROLES, *PLAN_ROLES, *(f"{role}:own" for role in DESK_ROLES)}
    within = {f"{role}:{reach}" for role in (*ORGANISATION_ROLES, *SCOPES) for reach in ("here", "below", "anywhere")}
    assert {role for roles in permissions().values() for role in roles} <= known | within


def test_what_is_not_in_the_table_nobody_may_do():
    assert not any(may(role, "EraseEverything") for role in (*SEAT_ROLES, *DESK_ROLES, *PLAN_ROLES))
    assert not any(may("", action) or may("stranger", action) for action in permissions())


def test_screens_and_observers_change_nothing_but_their_own_seat():
    for role in ("screen", "observer"):
        assert {action for action in permissions() if may(role, action)} == {"Join", "ReviseSeat"}


def test_participants_do_not_run_the_workshop():
    for action in ("OpenStep", "Reveal", "CloseStep", "Freeze", "SetRole", "RemoveSeat", "TakeOut", "Proxy"):
        assert not may("participant", action)


def test_a_cohost_runs_the_workshop_but_gives_nobody_a_role():
    assert may("cohost", "OpenStep")
    assert not may("cohost", "SetRole")


def test_a_facilitator_runs_only_their_own_workshops():
    assert may("facilitator", "run_workshop", Thing(own=True))
    assert not may("facilitator", "run_workshop", Thing(own=False))
    assert not may("facilitator", "run_workshop")
    assert not may("administrator", "run_workshop", Thing(own=False))


def test_who_has_no_part_in_a_plan_but_a_link_only_comments():
    assert {action for action in permissions() if may("guest", action)} == {"AddComment"}


def test_editors_approve_nothing_and_approvers_write_nothing():
    decisions = {"ApprovePlan", "ReturnPlan", "OverruleFinding"}
    assert not any(may("editor", action) for action in decisions)
    granted = {action for action in plans.COMMANDS if may("approver", action)}
    assert granted == decisions | {"AddComment", "ConfirmPlan", "ClosePlan", "ReopenPlan"}


def test_a_plan_s_readers_change_nothing_in_it():
    assert {action for action in permissions() if may("reader", action)} == {"AddComment", "read_plan", "read_approved"}


def test_who_stands_above_an_organisation_reads_only_what_it_approved():
    everything = frozenset(ORGANISATION_ROLES)
    assert parts_from(Standing(above=everything)) == {"follower"}
    assert {action for action in permissions() if may("follower", action)} == {"read_approved"}


# -- Tokens of other programs ---------------------------------------------------------------------------------------


def test_a_token_writes_plans_and_decides_nothing_about_them():
    granted = {action for action in permissions() if may("token", action)}
    assert granted <= set(plans.COMMANDS)
    assert not granted & {"SendForApproval", "ApprovePlan", "RecordApproval", "OpenAmendment", "OverruleFinding"}


@pytest.mark.parametrize("scope", SCOPES)
def test_a_scope_that_reads_reaches_nothing_that_writes(scope: str):
    held = Standing(*(frozenset({scope}),) * 3)
    granted = {action for action in permissions() if may("", action, held)}
    assert granted
    assert scope.endswith(":write") or all(action.startswith(("see_", "read_", "take_")) for action in granted)


def test_no_scope_reaches_a_draft_of_an_organisation_below():
    assert not may("", "read_plan", Standing(above=frozenset(SCOPES), anywhere=frozenset(SCOPES)))


# -- Roles in organisations -----------------------------------------------------------------------------------------


ACTIONS = sorted(action for action, roles in permissions().items() if any(":" in role for role in roles))
PAIRS = [(action, role) for action in ACTIONS for role in ORGANISATION_ROLES]


@pytest.mark.parametrize(("action", "role"), PAIRS)
def test_a_role_reaches_as_far_as_the_table_says(action: str, role: str):
    granted, held = permissions()[action], frozenset({role})
    reach = {end: f"{role}:{end}" in granted for end in ("here", "below", "anywhere")}
    if "member" in granted:
        return
    assert may("member", action, Standing(here=held)) == (reach["here"] or reach["below"])
    assert may("member", action, Standing(above=held)) == reach["below"]
    assert may("member", action, Standing(anywhere=held)) == reach["anywhere"]
    assert not may("member", action, Standing())


def test_no_role_in_an_organisation_administers_the_place():
    everything = Standing(*(frozenset(ORGANISATION_ROLES),) * 3)
    for action in ("see_people", "invite", "close_account", "confirm_wording", "bring_organisations"):
        assert not may("member", action, everything)


def test_a_reader_sees_below_and_changes_nothing():
    reader = Standing(above=frozenset({"reader"}))
    assert may("member", "see_organisation", reader)
    for action in ("change_organisation", "add_organisation", "place_organisation", "end_organisation", "give_role"):
        assert not may("member", action, Standing(*(frozenset({"reader"}),) * 3))
