"""Figures of approved plans, period by period."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from itertools import pairwise
from typing import Annotated, Literal

from msgspec import Meta, Struct

from facilitation.plans.commands import EnterFigure, WithdrawFigure
from facilitation.plans.history import every, taken_back
from facilitation.plans.results import redefined
from facilitation.plans.state import Life
from facilitation.shapes import Reading
from facilitation.shapes.followed import Entered, Period
from facilitation.shapes.series import by_metric, in_force, series
from facilitation.view.as_data import whole
from facilitation.view.plain import plain
from workshop.api.entering import Entry, Figure, doubted, entered
from workshop.api.found import PLAN, found, not_there
from workshop.api.paging import PAGED, from_cursor, paged
from workshop.api.parameters import IF_MATCH, in_path, in_query
from workshop.api.resource import Answer, Ask, Resource
from workshop.days import today

resource = Resource("api_readings", "Figures by period, once a plan is approved.", __name__)


@dataclass(frozen=True)
class Given(Entered):
    """A figure, which of them it corrects, and whether it may be compared with what is counted today."""

    restates: str = ""
    """The id of the reading that it corrects: the one before it for the same period, by the same definition."""
    restated_by: str = ""
    """The id of the reading that corrects it; empty for the one that holds."""
    in_force: bool = True
    """Whether it was counted by the definition that the metric has now: others are another series."""
    withdrawn: date | None = None
    """The day on which it was taken back: since then it counts nowhere, and what it corrected holds again."""
    withdrawn_reason: str = ""
    """Why; told inside the plan's organisation alone."""


class Readings(Struct, frozen=True):
    """In the order in which they came; a later one for the same period restates the one before."""

    readings: list[Given]
    next: str | None


class NewReading(Struct, frozen=True, forbid_unknown_fields=True):
    """A metric's value for a period that is over; another one for the same period corrects it."""

    metric: str
    first: date
    last: date
    value: float
    numerator: float | None = None
    denominator: float | None = None
    comment: str = ""
    evidence: Annotated[str, Meta(description="An address where the figure can be looked up.")] = ""
    standing: Literal["preliminary", "final"] = "final"
    role: Annotated[str, Meta(description="The role that it is entered for; never a person.")] = ""


class Withdrawal(Struct, frozen=True, forbid_unknown_fields=True):
    """Why a figure is taken back, for those who read it later."""

    reason: Annotated[str, Meta(min_length=1)]
    role: Annotated[str, Meta(description="The role in whose name; never a person.")] = ""


# -- Reading --------------------------------------------------------------------------------------------------------


@resource.asks(
    "GET",
    "/plans/{plan}/readings",
    "Figures of a plan",
    "read_figures",
    gives=Readings,
    parameters=(PLAN, *PAGED, in_query("metric", "Only those of this one.", maxLength=64)),
)
def list_readings(ask: Ask, plan: str) -> Answer:
    """Every one that was entered, corrections too, and those that were taken back since."""
    life = found(ask.bearer, plan, "read_figures").life
    wanted = [each for each in every(life) if ask.given["metric"] in (None, each.metric)]
    part = from_cursor(wanted, ask, lambda each: each.id)
    after, before = restating(life.entered), redefined(life)
    told = [
        {**whole(plain(each)), **after.get(each.id, {}), "in_force": any(in_force([each], before)), **gone(life, each)}
        for each in part.of
    ]
    return paged({"readings": told, "next": part.next}, part.next)


def gone(life: Life, entered: Entered) -> Mapping[str, str | None]:
    """That a figure was taken back, and why, where that is told."""
    found = taken_back(life).get(entered.id)
    day = found.on.isoformat() if found and found.on else None
    return {"withdrawn": day, "withdrawn_reason": found.reason if found else ""}


def restating(entries: Sequence[Entered]) -> Mapping[str, Mapping[str, str]]:
    """By reading, which one it corrects and which one corrects it, where one does."""
    told = {each.id: {"restates": "", "restated_by": ""} for each in entries}
    for of in by_metric(entries).values():
        for figure in (figure for each in series(of) for figure in each.figures):
            for before, after in pairwise((*figure.was, figure.now)):
                told[after.id]["restates"], told[before.id]["restated_by"] = before.id, after.id
    return told


# -- Entering -------------------------------------------------------------------------------------------------------


@resource.asks(
    "POST",
    "/plans/{plan}/readings",
    "Enter a figure",
    "enter_figures",
    gives=Figure,
    status=201,
    body=NewReading,
    parameters=(PLAN, IF_MATCH),
    problems=(409,),
)
def enter_reading(ask: Ask, plan: str) -> Answer:
    """Of an approved plan's metric. The same figure again is nothing new."""
    new: NewReading = ask.body
    figure = id_of(ask, plan, new)
    counts = (new.value, new.numerator, new.denominator)
    said = (new.comment, new.evidence, new.standing, new.role, today())
    wish = EnterFigure(figure, new.metric, Period(new.first, new.last), *counts, *said)
    told, given = entered(ask, plan, wish), Reading(new.value, None, "", new.numerator, new.denominator)
    return doubted(told, found(ask.bearer, plan, "enter_figures").life, new.metric, given)


@resource.asks(
    "POST",
    "/plans/{plan}/readings/{reading}/withdrawal",
    "Take a figure back",
    "enter_figures",
    gives=Entry,
    status=201,
    body=Withdrawal,
    parameters=(PLAN, in_path("reading", "The id of the figure."), IF_MATCH),
    problems=(409,),
)
def withdraw_reading(ask: Ask, plan: str, reading: str) -> Answer:
    """Entered for the wrong metric or period. What it corrected holds again; one taken back already stays so."""
    new: Withdrawal = ask.body
    life = found(ask.bearer, plan, "enter_figures").life
    if reading not in {each.figure for each in life.entered_by}:
        not_there()
    return entered(ask, plan, WithdrawFigure(reading, new.reason, new.role, today()))


def id_of(ask: Ask, plan: str, new: NewReading) -> str:
    """The same for the same key and words, until that figure was taken back: then it is another one."""
    period, life = Period(new.first, new.last), found(ask.bearer, plan, "enter_figures").life
    gone = sum((each.entered.metric, each.entered.period) == (new.metric, period) for each in life.withdrawn)
    return sha256(ask.once((new, gone) if gone else new).id.encode()).hexdigest()[:16]
