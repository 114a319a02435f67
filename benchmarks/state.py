"""Every dashboard and matrix over the whole government, on SQLite and on PostgreSQL (goal: 300 ms at p95).

Each page three ways, of other ministries and units in turn: as a process that has just started shows it first, with
nothing remembered; again after somebody entered a figure behind it; and once more. Beside it a page that reads no plan,
and what the processor was busy for: what else the machine does meanwhile does not count there. On PostgreSQL that is
ours alone, without the database's. Templates are compiled before anything is measured, and rows that are made for
whoever reads first are there, as they are when a place is started again; what whoever finds none waits is told apart.
Then the same once every unit goes on in its next plan.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from itertools import chain, count, cycle, islice
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory
from typing import NamedTuple

from flask import Flask

from benchmarks.government import GOALS, GOVERNMENT, MONTHS, TODAY, UNITS, go_on, ministry, plan_id, settle, unit
from benchmarks.measure import busy, head, line, seconds
from facilitation.live import Asker
from facilitation.plans.commands import EnterFigure
from tests.conftest import signed_in
from tests.workshop.postgres import postgres
from tests.workshop.visitor import Visitor
from workshop import create_app, store
from workshop.config import READ_AHEAD, Settings
from workshop.perform import Once, perform, plan_log
from workshop.remembering import Remembered
from workshop.room import rooms_of
from workshop.store import counted, followed, schema, terms
from workshop.together.ahead import read_ahead
from workshop.waste import searched, spare_the_collector

MINISTRIES = 12
VISITS, GOAL = 20, 300.0
"""Of each page and each way, so that a percentile leaves one out; milliseconds."""
NUMBERS = count(1)
MADE = ("a branch read together", "follow-up of a branch's plan", "follow-up of the plan of all branches")
"""Pages that rest on what their first reader makes."""


def pages(ministries: int) -> Mapping[str, Sequence[str]]:
    """By what they are called; the addresses of a page belong to the ministries in their order."""
    heads = [ministry(each) for each in range(ministries)]
    some = [unit(each, each) for each in range(ministries)]
    above = f"/organisations/{GOVERNMENT}"
    return {
        "follow-up of all branches": [f"{above}/follow-up"],
        "all branches read together": [f"{above}/branches"],
        "goals of all branches to decide on": [f"{above}/branch/goals"],
        "the round of all branches": [f"{above}/branch/round"],
        "follow-up of the plan of all branches": [f"/plans/plan-{GOVERNMENT}/follow-up"],
        "rounds of all branches": [f"{above}/rounds"],
        "follow-up of a branch": every("/organisations/{}/follow-up", heads),
        "a branch read together": every("/organisations/{}/branch", heads),
        "goals to decide on": every("/organisations/{}/branch/goals", heads),
        "deciding on a goal": [
            f"/organisations/{whose}/branch/decide?goal={each}.g1" for whose, each in zip(heads, some, strict=True)
        ],
        "a branch's round of plans": every("/organisations/{}/branch/round", heads),
        "files of a branch": every("/organisations/{}/branch/files", heads),
        "rounds of a branch": every("/organisations/{}/rounds", heads),
        "a branch's plan": every("/plans/plan-{}", heads),
        "follow-up of a branch's plan": every("/plans/plan-{}/follow-up", heads),
        "follow-up of a unit": every("/organisations/{}/follow-up", some),
        "rounds of a unit": every("/organisations/{}/rounds", some),
        "follow-up of a plan": every("/plans/plan-{}/follow-up", some),
        "what agreements take from a plan": every("/plans/plan-{}/planning/agreements", some),
        "what is a branch's own": every("/organisations/{}/own", heads),
        "one's own follow-up": ["/follow-up"],
        "plans": ["/plans"],
        "organisations": ["/organisations"],
        "an organisation": every("/organisations/{}", heads),
        "who answers for what": every("/organisations/{}/holders", heads),
    }


def every(page: str, ids: Iterable[str]) -> list[str]:
    return [page.format(id) for id in ids]


class Took(NamedTuple):
    """Milliseconds of one visit: until it was answered, and of the processor."""

    until: float
    busy: float


def run(ministries: int = MINISTRIES) -> None:
    head(f"Government: {ministries} ministries x {UNITS} units x {GOALS} goals x 3 metrics x {len(MONTHS)} figures")
    with TemporaryDirectory() as folder:
        measured("SQLite", Settings(instance=Path(folder)), ministries)
    with TemporaryDirectory() as folder, postgres() as database:
        measured("PostgreSQL", Settings(instance=Path(folder), database=database), ministries)


def measured(what: str, settings: Settings, ministries: int) -> None:
    app = create_app(settings, lambda: TODAY)
    schema.migrate(app)
    who = signed_in(app, "head@state.example", "Head of State", "member")
    settle(app, who.account, ministries)
    spare_the_collector()
    compared(what, app, who, ministries)
    go_on(app, who.account, ministries)
    compared(f"{what}, a year on", app, who, ministries)
    store.engine_of(app).dispose()


def compared(what: str, app: Flask, who: Visitor, ministries: int) -> None:
    asked = pages(ministries)
    for address in chain.from_iterable(asked.values()):
        answered(who, address)
    line(f"{what}: a page that reads no plan", told([took(who, "/account") for _ in range(VISITS)]), "p50/p95 (busy)")
    line(f"{what}: a figure entered", told([entering(app, who, n % ministries) for n in range(VISITS)]))
    over = [kept_to(what, name, three_ways(app, who, addresses)) for name, addresses in asked.items()]
    for by, slow in zip(("by the clock", "by the processor"), zip(*over, strict=True), strict=True):
        missed = "; ".join(filter(None, slow))
        line(f"{what}, {GOAL:.0f} ms at p95 {by}", "missed" if missed else "held", missed)
    for name in MADE:
        line(
            f"{what}: {name}, no row made yet",
            told([unmade(app, who, each) for each in islice(cycle(asked[name]), VISITS)]),
        )
    line(f"{what}: all of it made by the timer", f"{made_ahead(app):.1f} s")


def three_ways(app: Flask, who: Visitor, addresses: Sequence[str]) -> Mapping[str, Sequence[Took]]:
    """Each address in turn: first, after a change behind it, and again."""
    found: dict[str, list[Took]] = {"first": [], "changed": [], "again": []}
    for n in range(VISITS):
        address = addresses[n % len(addresses)]
        forget(app)
        answered(who, "/account")
        found["first"].append(took(who, address))
        enter(app, who, n % len(addresses))
        found["changed"].append(took(who, address))
        found["again"].append(took(who, address))
    return found


def unmade(app: Flask, who: Visitor, address: str) -> Took:
    """As a process that has just started shows it first, with none of the rows that are made for whoever reads next."""
    with store.writer_of(app).begin() as connection:
        counted.forget(connection)
    forget(app)
    answered(who, "/account")
    return took(who, address)


def made_ahead(app: Flask) -> float:
    """Seconds that `toimi due` takes to make every such row, with none there."""
    with store.writer_of(app).begin() as connection:
        counted.forget(connection)
    forget(app)
    (app.extensions["settings"].instance / READ_AHEAD).unlink(missing_ok=True)
    with app.app_context(), seconds() as took:
        read_ahead()
    return took()


def kept_to(what: str, name: str, ways: Mapping[str, Sequence[Took]]) -> tuple[str, str]:
    """The page's line; and which way it took longer than the goal, by the clock and by the processor alone."""
    line(f"{what}: {name}", ", ".join(f"{way} {told(visits)}" for way, visits in ways.items()))
    return tuple(
        ", ".join(f"{name} {way}" for way, visits in ways.items() if late(each[at] for each in visits) > GOAL)
        for at in range(len(Took._fields))
    )


def late(every: Iterable[float]) -> float:
    """The 95th percentile."""
    return quantiles(every, n=20, method="inclusive")[-1]


def told(visits: Sequence[Took]) -> str:
    """The median and the 95th percentile by the clock, and the latter of the processor."""
    until = [each.until for each in visits]
    return f"{median(until):.0f}/{late(until):.0f} ({late(each.busy for each in visits):.0f})"


def took(who: Visitor, address: str) -> Took:
    """Memory is searched for waste beforehand, as a process that serves does between answers."""
    searched()
    return timed(lambda: answered(who, address))


def timed(act: Callable[[], object]) -> Took:
    with seconds() as until, busy() as meanwhile:
        act()
        return Took(until() * 1e3, meanwhile() * 1e3)


def answered(who: Visitor, address: str) -> None:
    assert who.get(address).status_code == 200, address


def forget(app: Flask) -> None:
    """As after a start: what a process remembers of plans is not there yet."""
    with app.app_context():
        rooms = rooms_of()
    for room in rooms.living():
        rooms.forget(room.key)
    held = (each for each in app.extensions.values() if isinstance(each, Remembered))
    for remembered in (followed.AT_HAND, terms.AT_HAND, *held):
        remembered.forget()


def entering(app: Flask, who: Visitor, number: int) -> Took:
    return timed(lambda: enter(app, who, number))


def enter(app: Flask, who: Visitor, number: int) -> None:
    """A corrected figure of a unit of that ministry, through the door."""
    n, asker = next(NUMBERS), Asker(who.account, "editor")
    counts = n % 100 / 10, n % 100 / 100, 10.0
    command = EnterFigure(f"entered-{n}", f"s{n % GOALS}", MONTHS[-1], *counts, "", "", "final", "", TODAY.date())
    with app.app_context():
        outcome = perform(plan_log(plan_id(unit(number, number))), command, asker, Once(f"entered-{n}"))
    assert outcome.ok, outcome


if __name__ == "__main__":
    run()
