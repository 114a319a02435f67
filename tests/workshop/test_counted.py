"""Rows of branches' figures, put together of their units': never another than what counting from scratch tells."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import replace
from datetime import date
from itertools import count
from random import Random

import pytest
from flask import Flask
from sqlalchemy import select

from facilitation.plans.commands import ClosePlan, EnterFigure, OpenAmendment, RecordApproval, ReviseField
from facilitation.shapes.followed import period_of
from tests.conftest import NOON, Clock
from tests.workshop.branch_desk import MERGE, Ministry
from tests.workshop.followed import FINANCE, SHARE
from tests.workshop.government import Government
from tests.workshop.plan_desk import PlanDesk
from tests.workshop.postgres import postgres
from tests.workshop.scratch import from_scratch
from tests.workshop.test_next_plan import approved, begun
from tests.workshop.test_roles_of_a_branch import another_branch
from tests.workshop.tree import TODAY
from workshop import create_app, store
from workshop.config import Settings
from workshop.doctoring import rebuild
from workshop.keeping.logs import strike
from workshop.keeping.words import terms, without
from workshop.perform import plan_log
from workshop.room import rooms_of
from workshop.store import counted, own, schema
from workshop.store.counted import Ingredients
from workshop.store.followed import BRANCHES, FollowedPlan, followed, followed_by_id, heads_by_id
from workshop.store.forest import merge
from workshop.store.own import Body
from workshop.store.tables import AccountRow, PlanCountedRow
from workshop.together.counted import of_branches, with_units

NUMBERS = count(1)


@pytest.fixture
def ministry(app: Flask) -> Ministry:
    return ministry_of(app)


def ministry_of(app: Flask) -> Ministry:
    """Its plan is approved: one goal of both units', whose shares are put together."""
    ministry = Ministry(app)
    for desk in (ministry.homes, ministry.repairs):
        defined(desk, "Only agreements in force.", "")
    ministry.begun().decide("homes", "repairs", **MERGE)
    return ministry.approved()


def defined(desk: PlanDesk, words: str, before: str) -> None:
    """By an amendment: what it counts, and that the middle of the units is told."""
    assert desk.ask(OpenAmendment("Counted otherwise")).ok
    assert desk.ask(ReviseField(SHARE.id, "definition", words, before, "en")).ok
    assert desk.ask(ReviseField(SHARE.id, "aggregation", "median", "")).ok
    assert desk.ask(RecordApproval("Director General", TODAY, "VN/2", "", "", "", "It is known", TODAY)).ok


def figure(desk: PlanDesk, above: int, year: int = 2025, comment: str = "") -> None:
    """That many of a hundred; another for the same year corrects it."""
    counts, period = (above, above, 100), period_of("yearly", date(year, 1, 1))
    asked = EnterFigure(f"figure-{next(NUMBERS):06}", SHARE.id, period, *counts, comment, "", "final", FINANCE, TODAY)
    assert desk.ask(asked).ok


def read(ministry: Ministry) -> Sequence[FollowedPlan]:
    with store.reading() as db:
        return followed(db, [ministry.ids["housing"], ministry.ids["traffic"]], BRANCHES)


def told_alike(ministry: Ministry) -> Sequence[float]:
    """As it is first read after whatever happened, by its row, and from scratch."""
    with ministry.app.test_request_context():
        found = [{each.plan.id: each.entries for each in with_units(read(ministry))} for _ in range(2)]
        assert found[0] == found[1] == {plan: from_scratch(plan) for plan in found[0]}
    return [each.value for every in found[1].values() for each in every]


def now(ministry: Ministry) -> Mapping[str, Ingredients]:
    with ministry.app.test_request_context(), store.reading() as db:
        return counted.ingredients(db, read(ministry), TODAY)


def rows(ministry: Ministry) -> Mapping[str, str]:
    """Signs by plan."""
    with ministry.app.app_context(), store.reading() as db:
        return {row.plan: row.sign for row in db.scalars(select(PlanCountedRow))}


def test_what_was_read_before_of_plans_of_others_changes_no_sign(ministry: Ministry):
    """One of them goes on from another, and one organisation in another's stead."""
    with ministry.app.test_request_context(), store.writing() as db:
        merge(db, ministry.ids["traffic"], ministry.ids["housing"], TODAY, None, NOON)
    with ministry.app.test_request_context(), store.reading() as db:
        plans = read(ministry)
        known = heads_by_id(db, [each.plan.id for each in plans])
        others = replace(known[0], plan="another", around="the sign of the one before it")
        assert counted.ingredients(db, plans, TODAY, [*known, others]) == counted.ingredients(db, plans, TODAY)


# -- Never another ----------------------------------------------------------------------------------------------------


def test_figures_their_corrections_and_later_ones_are_told(ministry: Ministry):
    assert told_alike(ministry) == []
    for desk, above, year, told in (
        (ministry.homes, 40, 2024, 40),
        (ministry.repairs, 20, 2024, 30),
        (ministry.homes, 60, 2024, 40),
        (ministry.homes, 70, 2025, 70),
    ):
        figure(desk, above, year)
        assert told_alike(ministry) == [told]


def test_a_metric_that_is_counted_otherwise_tells_no_old_figure(ministry: Ministry):
    figure(ministry.homes, 40)
    figure(ministry.repairs, 20)
    assert told_alike(ministry) == [30]
    defined(ministry.repairs, "Signed ones.", "Only agreements in force.")
    assert told_alike(ministry) == [40]


def amend(ministry: Ministry) -> None:
    desk = PlanDesk.at(ministry.app, ministry.editor.account, ministry.plan.id)
    desk.ask(OpenAmendment("Decided otherwise"))
    ministry.decide("repairs", kind="keep", reason="Theirs alone.")
    ministry.editor.send(ministry.goals, "Take the plan to approval")
    desk.ask(RecordApproval("Permanent secretary", TODAY, "VN/10", "", "", "", "It is known.", TODAY))


def amend_unit(ministry: Ministry) -> None:
    ministry.homes.ask(OpenAmendment("A slip"))
    ministry.homes.ask(ReviseField(SHARE.id, "unit", "count", "%"))
    ministry.homes.ask(RecordApproval("Director General", TODAY, "VN/3", "", "", "", "It is known", TODAY))


def follow(ministry: Ministry) -> None:
    """The unit's next plan."""
    later = approved(begun(ministry.somebody("editor", "repairs"), ministry.repairs))
    figure(later, 80, 2025)


def merge_units(ministry: Ministry) -> None:
    with ministry.app.app_context(), store.writing() as db:
        merge(db, ministry.ids["homes"], ministry.ids["repairs"], TODAY, None, NOON)


def strike_comments(ministry: Ministry) -> None:
    with ministry.app.app_context():
        strike(plan_log(ministry.homes.id), lambda fact: without(fact.body, terms(["Maija"])))


CHANGES: Sequence[Callable[[Ministry], object]] = (
    lambda ministry: figure(ministry.homes, 10),
    lambda ministry: figure(ministry.repairs, 55, comment="By Maija"),
    lambda ministry: figure(ministry.homes, 12, comment="By Maija"),
    lambda ministry: defined(ministry.homes, "Signed ones.", "Only agreements in force."),
    lambda ministry: ministry.homes.ask(ClosePlan(TODAY, "It has another task.")),
    amend,
    amend_unit,
    follow,
    merge_units,
    strike_comments,
)


@pytest.mark.parametrize("number", range(3))
def test_whatever_happens_in_whatever_order_the_row_is_what_counting_tells(ministry: Ministry, number: int):
    order = Random(number).sample(CHANGES, len(CHANGES))
    for change in order:
        with suppress(AssertionError):  # what another change has made impossible
            change(ministry)
        told_alike(ministry)


def test_a_row_of_another_sign_says_nothing(ministry: Ministry):
    figure(ministry.homes, 40)
    with ministry.app.app_context(), store.writing() as db:
        counted.keep(db.connection(), ministry.plan.id, "another", (), ())
    assert told_alike(ministry) == [40]


def test_what_another_worker_has_approved_meanwhile_is_counted(ministry: Ministry):
    """A worker whose memory is behind must not keep, for all, what it remembers."""
    figure(ministry.homes, 40)
    figure(ministry.repairs, 20)
    with ministry.app.app_context():
        behind = rooms_of().room(plan_log(ministry.plan.id))
        was = behind.moment
    amend(ministry)
    with ministry.app.test_request_context():
        behind.moment = was
        assert [each.value for each in of_branches(read(ministry))[ministry.plan.id]] == [40]


# -- When it is counted anew ------------------------------------------------------------------------------------------


def test_a_figure_makes_those_rows_stale_that_rest_on_its_plan(ministry: Ministry):
    other = another_branch(ministry)
    told_alike(ministry)
    before = now(ministry)
    figure(ministry.homes, 40)
    after = now(ministry)
    assert [plan for plan in before if before[plan].sign != after[plan].sign] == [ministry.plan.id]
    assert before.keys() == {ministry.plan.id, other.id}


def test_what_is_read_again_is_read_from_the_row(ministry: Ministry):
    figure(ministry.homes, 40)
    told_alike(ministry)
    assert rows(ministry) == {plan: made.sign for plan, made in now(ministry).items()}


def test_what_the_method_counts_otherwise_makes_it_stale(ministry: Ministry):
    before = now(ministry)
    with ministry.app.app_context(), store.writing() as db:
        who = db.get_one(AccountRow, ministry.editor.account)
        own.add(db, ministry.ids["housing"], "metric", "", Body({"en": "Ours"}), who, NOON)
    assert now(ministry)[ministry.plan.id].sign != before[ministry.plan.id].sign


def test_struck_words_leave_the_rows_too(ministry: Ministry):
    figure(ministry.homes, 40, comment="By Maija")
    told_alike(ministry)
    assert rows(ministry)
    strike_comments(ministry)
    assert rows(ministry) == {}


def test_rebuilding_begins_them_anew(ministry: Ministry):
    told_alike(ministry)
    assert rows(ministry)
    rebuild(ministry.app)
    assert rows(ministry) == {}


def test_a_government_s_row_rests_on_the_units_of_its_branches(app: Flask):
    government = Government(app).start().settled()
    plan = government.desk.id

    def told() -> list[float]:
        with app.test_request_context():
            with store.reading() as db:
                plans = followed_by_id(db, [plan])
            [whole], [again] = with_units(plans), with_units(plans)
            assert whole.entries == again.entries == from_scratch(plan)
        return [each.value for each in whole.entries]

    assert told() == []
    for above in (40, 60):
        figure(government.homes, above)
        assert told()[-1] == above


# -- Several workers --------------------------------------------------------------------------------------------------


def test_on_postgresql_two_who_keep_it_at_once_wait_for_each_other(settings: Settings, clock: Clock):
    with postgres() as address:
        app = create_app(replace(settings, database=address), clock)
        app.testing = True
        schema.migrate(app)
        ministry = ministry_of(app)
        figure(ministry.homes, 40)
        assert told_alike(ministry) == [40]
        with ThreadPoolExecutor(1) as other, store.engine_of(app).begin() as connection:
            counted.keep(connection, ministry.plan.id, "one", (), ())
            later = other.submit(kept_by_another, ministry, ministry.plan.id)
        later.result()
        assert rows(ministry) == {ministry.plan.id: "another"}
        assert told_alike(ministry) == [40]
        store.engine_of(app).dispose()


def kept_by_another(ministry: Ministry, plan: str) -> None:
    with store.engine_of(ministry.app).begin() as connection:
        counted.keep(connection, plan, "another", (), ())
