"""The whole state: 12 ministries with 60 units each, 20 goals with 3 metrics a unit, a year of figures of each.

Every dashboard and matrix, of other ministries and units in turn, on SQLite and on PostgreSQL (goal: 300 ms at p95),
beside a page that reads no plan. Plans are written past the door, as its turns would have written them: a log and rows.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory

from flask import Flask
from sqlalchemy import Connection

from benchmarks.branch import one
from benchmarks.measure import head, line, microseconds, seconds
from facilitation.consolidation import Unit
from facilitation.live.events import Recorded
from facilitation.plans.events import ApprovalRecorded, Event, FigureEntered, PlanDrafted
from facilitation.plans.state import Life
from facilitation.shapes import Goal, Metric, Plan
from facilitation.shapes.followed import Entered, Period, period_of
from tests.conftest import signed_in
from tests.facilitation.branch_world import unit_plan
from tests.workshop.postgres import postgres
from tests.workshop.visitor import Visitor
from workshop import create_app, store
from workshop.config import Settings
from workshop.ledgers import PLANS
from workshop.perform import plan_log
from workshop.serving import spare_the_collector
from workshop.store import roles, schema
from workshop.store.log import Log, Written
from workshop.store.roles import Part
from workshop.store.tables import AccountRow, OrganisationPlaceRow, OrganisationRow

MINISTRIES, UNITS, GOALS = 12, 60, 20
TIMES, GOAL = 60, 300.0
BEGUN = datetime(2026, 12, 1, 9, tzinfo=UTC)
FOUNDED, APPROVED = date(2020, 1, 1), date(2026, 12, 15)
MONTHS = [period_of("monthly", date(2027, month, 1)) for month in range(1, 13)]
TODAY = datetime(2028, 1, 20, 9, tzinfo=UTC)
"""When it is looked at: a year has been told, and the next month is due."""
GOVERNMENT = "state-government"


def ministry(number: int) -> str:
    return f"state-ministry-{number:02}"


def unit(ministry: int, number: int) -> str:
    return f"state-unit-{ministry:02}-{number:02}"


def every(page: str, ids: Iterable[str]) -> list[str]:
    return [page.format(id) for id in ids]


HEADS = [ministry(each) for each in range(MINISTRIES)]
SOME = [unit(each, each) for each in range(MINISTRIES)]
PAGES: Mapping[str, Sequence[str]] = {
    "follow-up of all branches": every("/organisations/{}/follow-up", [GOVERNMENT]),
    "all branches read together": every("/organisations/{}/branches", [GOVERNMENT]),
    "follow-up of a branch": every("/organisations/{}/follow-up", HEADS),
    "a branch read together": every("/organisations/{}/branch", HEADS),
    "rounds of a branch": every("/organisations/{}/rounds", HEADS),
    "follow-up of a unit": every("/organisations/{}/follow-up", SOME),
    "follow-up of a plan": every("/plans/plan-{}/follow-up", SOME),
    "one's own follow-up": ["/follow-up"],
    "plans": ["/plans"],
    "organisations": ["/organisations"],
}


def run() -> None:
    head(
        f"The whole state: {MINISTRIES} ministries x {UNITS} units x {GOALS} goals x 3 metrics x {len(MONTHS)} figures"
    )
    with TemporaryDirectory() as folder:
        pages("SQLite", Settings(instance=Path(folder)))
    with TemporaryDirectory() as folder, postgres() as database:
        pages("PostgreSQL", Settings(instance=Path(folder), database=database))


def pages(what: str, settings: Settings) -> None:
    app = create_app(settings, lambda: TODAY)
    schema.migrate(app)
    head_of_state = signed_in(app, "head@state.example", "Head of State", "member")
    settle(app, head_of_state.account)
    spare_the_collector()
    with app.app_context(), store.writing() as db:
        part = Part(GOVERNMENT, "steering", FOUNDED)
        roles.give(db, db.get_one(AccountRow, head_of_state.account), part, None, TODAY)
    plain, _ = milliseconds(head_of_state, ["/account"] * TIMES)
    for name, addresses in PAGES.items():
        first = max(firsts(head_of_state, addresses))
        middle, late = milliseconds(head_of_state, [addresses[n % len(addresses)] for n in range(TIMES)])
        beside = f"median {middle:.0f} ms, slowest first visit {first:.0f} ms, no plan {plain:.0f} ms"
        line(f"{what}: {name}, p95", f"{late:.0f} ms", beside + (", over 300 ms" if late > GOAL else ""))
    store.engine_of(app).dispose()


def milliseconds(who: Visitor, addresses: Sequence[str]) -> tuple[float, float]:
    """Median and 95th percentile of answers, asked for one after the other."""
    each = iter(addresses)
    middle, late = microseconds(lambda: answered(who, next(each)), len(addresses))
    return middle / 1e3, late / 1e3


def firsts(who: Visitor, addresses: Sequence[str]) -> Iterator[float]:
    """Each address for the first time in this process: what it will remember is not known yet."""
    for address in addresses:
        with seconds() as took:
            answered(who, address)
        yield took() * 1e3


def answered(who: Visitor, address: str) -> None:
    assert who.get(address).status_code == 200, address


def settle(app: Flask, owner: str, ministries: int = MINISTRIES) -> None:
    """Everybody in their place, with their plans."""
    with app.app_context():
        with store.writing() as db:
            for id, under, kind in organisations(ministries):
                name = id.removeprefix("state-").replace("-", " ").title()
                db.add(OrganisationRow(id=id, en=name, fi=name, sv=name, kind=kind))
                db.flush()
                db.add(OrganisationPlaceRow(organisation=id, since=FOUNDED, under=under or None))
        for each in range(ministries):
            with store.engine_of(app).begin() as connection:
                for number in range(UNITS):
                    write(connection, unit(each, number), each * UNITS + number, owner)


def organisations(ministries: int) -> Iterator[tuple[str, str, str]]:
    yield GOVERNMENT, "", "government"
    for each in range(ministries):
        yield ministry(each), GOVERNMENT, "ministry"
        yield from ((unit(each, number), ministry(each), "agency") for number in range(UNITS))


def write(connection: Connection, organisation: str, number: int, owner: str) -> None:
    """A plan's log and its rows."""
    facts, life = [], Life()
    for seq, event in enumerate(events(organisation, number), start=1):
        at = BEGUN + timedelta(minutes=seq)
        life = PLANS.evolve(life, Recorded(seq, at, owner, owner, event))
        facts.append(Written(seq, at, owner, owner, *PLANS.codec.written(event)))
    Log(connection, plan_log(life.plan.id)).append(0, facts, {}, BEGUN)
    PLANS.project(connection, life)


def events(organisation: str, number: int) -> Iterator[Event]:
    plan = plan_of(organisation, number)
    yield PlanDrafted(plan, (), organisation)
    yield ApprovalRecorded("Director General", APPROVED, f"VN/{number}")
    metrics = [metric for goal in plan.goals for metric in goal.metrics]
    for n, month in enumerate(MONTHS, start=1):
        for metric in metrics:
            yield FigureEntered(figure(metric, month, n))


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


if __name__ == "__main__":
    run()
