"""A government over two ministries whose units' goals stand in every way, two rounds after the first figures."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from secrets import token_hex

from flask import Flask
from sqlalchemy.orm import Session

from facilitation.plans.commands import EnterFigure, PlacePlan, RecordApproval
from facilitation.shapes import Goal, Metric, Plan, Reading, Span
from facilitation.shapes.followed import Period
from facilitation.words import Parallel
from tests.workshop.followed import ACTION, FINANCE, PLAN
from tests.workshop.plan_desk import PlanDesk
from workshop import store
from workshop.clock import now
from workshop.perform import Outcome
from workshop.store import holders, rounds
from workshop.store.forest import add
from workshop.store.roles import Part, give
from workshop.store.tables import AccountRow

FIRST, SECOND = 200, 20
"""So many days ago the rounds ended."""
VALUES = {"well": (40.0, 50.0, 51.0), "slightly": (34.0, 43.0, 45.0), "behind": (14.0, 20.0, 20.0)}
"""A share that is to rise from 10 to 90 per cent in four years, of which two have passed: in each round, and today."""
UNITS: Mapping[str, tuple[str, ...]] = {
    "homes": ("behind behind", "behind slightly", "slightly well", "well well"),
    "repairs": ("behind well", "slightly well", "well well"),
    "land": ("none none", "none well", "late late", "slightly slightly"),
    "roads": ("behind well", "well well"),
}
"""How each unit's goals stood when the first round ended, and how they stand since the second."""
CALLED: Mapping[str, Parallel] = {
    "housing": {"en": "Ministry of Housing", "fi": "Asuntoministeriö", "sv": "Bostadsministeriet"},
    "homes": {"en": "Homes Agency", "fi": "Asuntovirasto", "sv": "Bostadsverket"},
    "repairs": {"en": "Repairs Institute", "fi": "Korjauslaitos", "sv": "Reparationsinstitutet"},
    "land": {"en": "Land and Map Office", "fi": "Maa- ja karttalaitos", "sv": "Mark- och kartverket"},
    "traffic": {"en": "Ministry of Traffic", "fi": "Liikkumisministeriö", "sv": "Trafikministeriet"},
    "roads": {"en": "Roads Agency", "fi": "Tievirasto", "sv": "Vägverket"},
}
METRICS: tuple[Parallel, ...] = (
    {
        "en": "Tenders that score life-cycle emissions",
        "fi": "Elinkaaripäästöt pisteyttävät kilpailutukset",
        "sv": "Upphandlingar som poängsätter livscykelutsläpp",
    },
    {
        "en": "Competition leaders with training",
        "fi": "Koulutetut kilpailutusten vetäjät",
        "sv": "Utbildade upphandlingsledare",
    },
    {
        "en": "Contracts with a named manager",
        "fi": "Sopimukset, joilla on nimetty vastuuhenkilö",
        "sv": "Avtal med en namngiven ansvarig",
    },
    {
        "en": "Agreements with a procurement target",
        "fi": "Sopimukset, joilla on hankintatavoite",
        "sv": "Avtal med ett upphandlingsmål",
    },
)
OBJECTIVES = ("8.1", "2.1", "6.1", "1.4")


class Steered:
    """Of whoever this account is: they steer the government, and hold a role at the first of the units."""

    def __init__(self, app: Flask, account: str, *, ended: bool = True, units: Collection[str] = tuple(UNITS)) -> None:
        self.app, self.account, self.ids = app, account, dict[str, str]()
        with app.app_context(), store.writing() as db:
            self.at, who = now(), db.get_one(AccountRow, account)
            self.today = self.at.date()
            self._add(db, "state", {**STATE, "kind": "government"}, "")
            for name, words in CALLED.items():
                kind = "ministry" if name in ("housing", "traffic") else "agency"
                above = "state" if kind == "ministry" else "traffic" if name == "roads" else "housing"
                self._add(db, name, {**words, "kind": kind}, above)
            give(db, who, Part(self.ids["state"], "steering", self.today), None, self.at)
            give(db, who, Part(self.ids["homes"], "reader", self.today), None, self.at)
            whom = ("Hal Harkonen", who.email)
            holders.hand_over(db, self.ids["homes"], FINANCE, "holder", whom, self.today, who, self.at)
            for days, name in ((FIRST, SPRING), (SECOND, AUTUMN)) if ended else ():
                opens, due = (self.today - timedelta(each) for each in (days + 30, days))
                rounds.open_round(db, self.ids["state"], opens, due, name, who, self.at)
        self.plans = {name: self._followed(name, UNITS[name]) for name in units}

    def _add(self, db: Session, name: str, words: Mapping[str, str], above: str) -> None:
        self.ids[name] = add(db, dict(words), self.ids.get(above, ""), None, None, self.at).id

    def page(self, name: str) -> str:
        return f"/organisations/{self.ids[name]}/follow-up"

    def tell(self, name: str, goal: int, how: str, ago: int = 0) -> Outcome:
        """A figure of so many days ago, by which a unit's goal stands so from then on."""
        return self.plans[name].ask(_figure(goal, 2 + ago, how, self.today - timedelta(ago)))

    def _followed(self, name: str, stories: tuple[str, ...]) -> PlanDesk:
        plan = _plan(CALLED[name]["en"], stories, self.today)
        desk = PlanDesk(self.app, self.account, plan, f"plan-{token_hex(4)}")
        assert desk.ask(PlacePlan(self.ids[name])).ok
        approval = RecordApproval("Director General", self.today, "VN/1", "", "", "", "It is known", self.today)
        assert desk.ask(approval).ok
        for command in _figures(stories, self.today):
            assert desk.ask(command).ok
        return desk


STATE: Parallel = {"en": "Government", "fi": "Valtioneuvosto", "sv": "Statsrådet"}
SPRING: Parallel = {"en": "Spring round", "fi": "Kevätkierros", "sv": "Våromgången"}
AUTUMN: Parallel = {"en": "Autumn round", "fi": "Syyskierros", "sv": "Höstomgången"}


def _plan(organisation: str, stories: tuple[str, ...], today: date) -> Plan:
    goals = tuple(_goal(at, story, today) for at, story in enumerate(stories))
    span = Span("", today - timedelta(760), today + timedelta(760))
    return replace(PLAN, organisation=organisation, title=PLAN.title, period=span, goals=goals)


def _goal(at: int, story: str, today: date) -> Goal:
    name = METRICS[at % len(METRICS)]
    baseline, target = Reading(10, today - timedelta(730)), Reading(90, today + timedelta(730))
    often = "quarterly" if "late" in story else ""
    metric = Metric(
        f"metric-{at}", name, unit="%", direction="more", baseline=baseline, targets=(target,), frequency=often
    )
    actions = (replace(ACTION, id=f"action-{at}"),)
    metric = replace(metric, owner=FINANCE)
    return Goal(
        f"goal-{at}",
        to=name,
        objectives=(OBJECTIVES[at % 4],),
        owner=FINANCE,
        due=target.day,
        metrics=(metric,),
        actions=actions,
    )


def _figures(stories: tuple[str, ...], today: date) -> Iterator[EnterFigure]:
    for at, story in enumerate(stories):
        for which, (days, how) in enumerate(zip((FIRST, SECOND), story.split(), strict=True)):
            if how in VALUES:
                yield _figure(at, which, how, today - timedelta(days))


def _figure(goal: int, which: int, how: str, day: date) -> EnterFigure:
    value = VALUES[how][min(which, 2)]
    words = ("", "", "final", FINANCE, day)
    return EnterFigure(f"figure-{goal}-{which}", f"metric-{goal}", Period(day, day), value, value, 100, *words)
