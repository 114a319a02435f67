"""A whole government to measure by: ministries with 60 units each, 20 goals with 3 metrics a unit, a year of figures.

Each branch has decided on its units' goals, and the government on its branches'; their plans are approved, a round of
plans and one of follow-up are open.
Plans are written past the door, as its turns would have written them: a log and rows.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Literal

from flask import Flask
from sqlalchemy import Connection

from benchmarks.branch import one
from facilitation.consolidation import Branch, Decided, Unit, decided, look_alike, read_together, undecided
from facilitation.live import Asker
from facilitation.live.events import Recorded
from facilitation.plans.commands import AskUnits, DecideOnGoals, DraftPlan, ReadBranch, RecordApproval, SubmitPlan
from facilitation.plans.decided import resting
from facilitation.plans.events import ApprovalRecorded, Event, FigureEntered, PlanDrafted, Source
from facilitation.plans.state import Life
from facilitation.shapes import Goal, Metric, Plan, Span
from facilitation.shapes.followed import Entered, Period, period_of
from tests.facilitation.branch_world import unit_plan
from workshop import store
from workshop.ledgers import PLANS
from workshop.perform import plan_log
from workshop.store import holders, roles, rounds
from workshop.store.log import Log, Written
from workshop.store.roles import Part
from workshop.store.tables import AccountRow, OrganisationPlaceRow, OrganisationRow

UNITS, GOALS = 60, 20
ADOPTED = 15
"""Goals of units that a branch adopts as they are."""
BEGUN = datetime(2026, 12, 1, 9, tzinfo=UTC)
FOUNDED, APPROVED, APPROVED_AGAIN = date(2020, 1, 1), date(2026, 12, 15), date(2027, 12, 15)
MONTHS = [period_of("monthly", date(2027, month, 1)) for month in range(1, 13)]
TODAY = datetime(2028, 1, 20, 9, tzinfo=UTC)
"""When it is looked at: a year has been told, and the next month is due."""
OPENS, DUE = date(2028, 1, 2), date(2028, 2, 15)
GOVERNMENT = "state-government"
OWNED = 3
"""Units of the first ministry in which whoever looks answers for the metrics."""


def ministry(number: int) -> str:
    return f"state-ministry-{number:02}"


def unit(ministry: int, number: int) -> str:
    return f"state-unit-{ministry:02}-{number:02}"


def plan_id(organisation: str) -> str:
    return f"plan-{organisation}"


def settle(app: Flask, who: str, ministries: int) -> None:
    """Everybody in their place, with their plans; `who` steers and edits for all."""
    with app.app_context():
        with store.writing() as db:
            for id, under, kind in organisations(ministries):
                name = id.removeprefix("state-").replace("-", " ").title()
                db.add(OrganisationRow(id=id, en=name, fi=name, sv=name, kind=kind))
                db.flush()
                db.add(OrganisationPlaceRow(organisation=id, since=FOUNDED, under=under or None))
        plans: dict[str, Plan] = {}
        for each in range(ministries):
            with store.engine_of(app).begin() as connection:
                plans[ministry(each)] = settle_branch(connection, each, who)
        with store.engine_of(app).begin() as connection:
            put_together(connection, GOVERNMENT, plans, who, "branches")
        parts(who, ministries)


def parts(id: str, ministries: int) -> None:
    """What whoever looks has part in, and the round that asks everybody."""
    with store.writing() as db:
        who = db.get_one(AccountRow, id)
        heads = [ministry(each) for each in range(ministries)]
        for place, role in ((GOVERNMENT, "steering"), *((each, "editor") for each in (GOVERNMENT, *heads))):
            roles.give(db, who, Part(place, role, FOUNDED), None, TODAY)
        rounds.open_round(db, GOVERNMENT, OPENS, DUE, {"en": "January"}, who, TODAY)
        role = plan_of(unit(0, 0), 0).goals[0].metrics[0].owner
        for number in range(OWNED):
            holders.hand_over(db, unit(0, number), role, "holder", (who.name, who.email), FOUNDED, who, TODAY)


def organisations(ministries: int) -> Iterator[tuple[str, str, str]]:
    yield GOVERNMENT, "", "government"
    for each in range(ministries):
        yield ministry(each), GOVERNMENT, "ministry"
        yield from ((unit(each, number), ministry(each), "agency") for number in range(UNITS))


# -- Plans of units -------------------------------------------------------------------------------------------------


def settle_branch(connection: Connection, number: int, who: str) -> Plan:
    """Its units' plans, and its own, which it returns."""
    ids = [unit(number, each) for each in range(UNITS)]
    plans: dict[str, Plan] = {}
    for each, id in enumerate(ids):
        plans[id] = approved(write(connection, of_unit(id, number * UNITS + each), who))
    return put_together(connection, ministry(number), plans, who, "branch")


def put_together(
    connection: Connection, whose: str, plans: Mapping[str, Plan], who: str, kind: Literal["branch", "branches"]
) -> Plan:
    units = [Unit(id, {"en": id, "fi": id, "sv": id}) for id in plans]
    return approved(write(connection, of_branch(whose, read_together(units, plans.items()), kind), who))


def approved(life: Life) -> Plan:
    assert life.published
    return replace(life.published.plan, status="approved")


def write(connection: Connection, events: Iterable[Event], who: str) -> Life:
    """A plan's log and its rows."""
    facts, life = [], Life()
    for seq, event in enumerate(events, start=1):
        at = BEGUN + timedelta(minutes=seq)
        life = PLANS.evolve(life, Recorded(seq, at, who, who, event))
        facts.append(Written(seq, at, who, who, *PLANS.codec.written(event)))
    Log(connection, plan_log(life.plan.id)).append(0, facts, {}, BEGUN)
    PLANS.project(connection, life)
    return life


def of_unit(organisation: str, number: int) -> Iterator[Event]:
    plan = plan_of(organisation, number)
    yield PlanDrafted(plan, (), organisation)
    yield ApprovalRecorded("Director General", APPROVED, f"VN/{number}")
    metrics = [metric for goal in plan.goals for metric in goal.metrics]
    for n, month in enumerate(MONTHS, start=1):
        for metric in metrics:
            yield FigureEntered(figure(metric, month, n))


def go_on(app: Flask, who: str, ministries: int) -> None:
    """Every unit with its next plan, which goes on from the first with its figures and stands from the new year."""
    for each in range(ministries):
        with app.app_context(), store.engine_of(app).begin() as connection:
            for number in range(UNITS):
                write(connection, of_next(unit(each, number), each * UNITS + number), who)


def of_next(organisation: str, number: int) -> Iterator[Event]:
    years = Span("2028", date(2028, 1, 1), date(2028, 12, 31))
    plan = replace(plan_of(organisation, number), id=f"next-{organisation}", period=years)
    yield PlanDrafted(plan, (Source("plan", plan_id(organisation)),), organisation)
    yield ApprovalRecorded("Director General", APPROVED_AGAIN, f"VN/{number}/2")


def figure(metric: Metric, month: Period, n: int) -> Entered:
    """Each a step nearer to its target, some faster than others."""
    begin, end = metric.baseline.value, metric.targets[-1].value
    pace = n / 36 * (0.4 + len(metric.id) % 3 * 0.4)
    below = metric.baseline.denominator
    value = begin + (end - begin) * pace
    counts = (round(value * below / 100, 2), below) if below else (None, None)
    return Entered(
        f"figure-{metric.id}-{n}", metric.id, month, value, *counts, on=month.last + timedelta(5), by=metric.owner
    )


def plan_of(organisation: str, number: int) -> Plan:
    goals = [monthly(one(number, m)) for m in range(GOALS)]
    return replace(
        unit_plan(Unit(organisation, {"fi": organisation}), *goals),
        status="draft",
        version="",
        approved_on=None,
        publicity="public",
        records_class="02.04.01",
    )


def monthly(goal: Goal) -> Goal:
    return replace(goal, metrics=tuple(replace(each, frequency="monthly") for each in goal.metrics))


# -- Plans of branches ----------------------------------------------------------------------------------------------


def of_branch(organisation: str, branch: Branch, kind: Literal["branch", "branches"]) -> Iterator[Event]:
    """Begun, decided on, approved as it stands; and a round in which half of the units have answered."""
    head = next(iter(branch.plans.values()))
    title = {"en": f"Plan of the branch of {organisation}"}
    empty = replace(head, id=plan_id(organisation), kind=kind, title=title, status="draft", version="", goals=())
    asks = (
        DraftPlan(replace(empty, approved_on=None), (), organisation),
        *(DecideOnGoals(each, 0) for each in decided_on(branch)),
        AskUnits(DUE, tuple(branch.plans), TODAY.date()),
        *(SubmitPlan(each, plan.id, plan.version) for each, plan in answered(branch)),
        ReadBranch(resting(branch)),
        RecordApproval("Permanent secretary", APPROVED, "VN/9", "", "", "", "It is known.", APPROVED),
    )
    life = Life()
    for ask in asks:
        for event in PLANS.decide(life, ask, Asker("head", "editor")):
            life = PLANS.evolve(life, Recorded(life.seq + 1, BEGUN, "head", "head", event))
            yield event


def answered(branch: Branch) -> list[tuple[str, Plan]]:
    return list(branch.plans.items())[: len(branch.plans) // 2]


def decided_on(branch: Branch) -> Iterator[Decided]:
    """Of goals that look alike three become one; some are adopted, and half of the others stay with their units."""
    alike = [[each.ref for each in group.goals[:3]] for group in look_alike(branch.goals)]
    merged = [decided(branch, f"decision-m{n}", "merge", refs, reason="It is one.") for n, refs in enumerate(alike)]
    left = undecided(branch, merged)
    yield from merged
    for n, ref in enumerate(left[::2]):
        kind = "adopt" if n < ADOPTED else "keep"
        yield decided(branch, f"decision-{n}", kind, (ref,), reason="It is theirs.")
