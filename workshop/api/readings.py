"""Figures of approved plans, period by period, and how far their actions have come."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from itertools import pairwise
from typing import Annotated, Literal

from msgspec import Meta, Struct

from facilitation.followup import doubts
from facilitation.plans.commands import EnterFigure, GiveBaseline, TellProgress
from facilitation.plans.lines import line_in
from facilitation.plans.results import redefined
from facilitation.plans.state import Life
from facilitation.shapes import Metric, Reading
from facilitation.shapes.followed import ActionStatus, Entered, Period, Told
from facilitation.shapes.series import by_metric, in_force, series
from facilitation.view.as_data import whole
from facilitation.view.plain import plain
from workshop.api.door import through
from workshop.api.found import PLAN, found
from workshop.api.paging import PAGED, from_cursor, paged
from workshop.api.parameters import IF_MATCH, in_query
from workshop.api.plans import etag_of, seen_of
from workshop.api.resource import Answer, Ask, Resource
from workshop.days import today
from workshop.languages import worded

resource = Resource("api_readings", "Figures by period and progress of actions, once a plan is approved.", __name__)


@dataclass(frozen=True)
class Given(Entered):
    """A figure, which of them it corrects, and whether it may be compared with what is counted today."""

    restates: str = ""
    """The id of the reading that it corrects: the one before it for the same period, by the same definition."""
    restated_by: str = ""
    """The id of the reading that corrects it; empty for the one that holds."""
    in_force: bool = True
    """Whether it was counted by the definition that the metric has now: others are another series."""


class Readings(Struct, frozen=True):
    """In the order in which they came; a later one for the same period restates the one before."""

    readings: list[Given]
    next: str | None


class Progress(Struct, frozen=True):
    """What was said of actions after the approval, the latest of each."""

    progress: list[Told]
    next: str | None


class Entry(Struct, frozen=True):
    """It is kept, and on the disk."""

    seq: int
    """The number of the last event in the plan's log."""


class Figure(Entry, frozen=True):
    """It is kept; what is worth a second look, in the words of `Accept-Language`."""

    doubts: list[str]
    """Such as counts that give another value. What is right all the same needs nothing more."""


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


class NewProgress(Struct, frozen=True, forbid_unknown_fields=True):
    """How far an action has come."""

    action: str
    status: ActionStatus
    comment: str = ""
    role: Annotated[str, Meta(description="The role that it is told for; never a person.")] = ""


class NewBaseline(Struct, frozen=True, forbid_unknown_fields=True):
    """A metric's baseline, where the plan was approved with the promise of one."""

    metric: str
    value: float
    day: date | None = None
    note: str = ""
    numerator: float | None = None
    denominator: float | None = None
    role: str = ""


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
    """Every one that was entered, corrections too."""
    life = found(ask.bearer, plan, "read_figures").life
    wanted = [each for each in life.entered if ask.given["metric"] in (None, each.metric)]
    part = from_cursor(wanted, ask, lambda each: each.id)
    after, before = restating(life.entered), redefined(life)
    told = [{**whole(plain(each)), **after[each.id], "in_force": any(in_force([each], before))} for each in part.of]
    return paged({"readings": told, "next": part.next}, part.next)


def restating(entries: Sequence[Entered]) -> Mapping[str, Mapping[str, str]]:
    """By reading, which one it corrects and which one corrects it, where one does."""
    told = {each.id: {"restates": "", "restated_by": ""} for each in entries}
    for of in by_metric(entries).values():
        for figure in (figure for each in series(of) for figure in each.figures):
            for before, after in pairwise((*figure.was, figure.now)):
                told[after.id]["restates"], told[before.id]["restated_by"] = before.id, after.id
    return told


@resource.asks(
    "GET",
    "/plans/{plan}/progress",
    "Progress of a plan's actions",
    "read_figures",
    gives=Progress,
    parameters=(PLAN, *PAGED),
)
def list_progress(ask: Ask, plan: str) -> Answer:
    """Actions of which nothing was said since the approval stand as the plan has them."""
    told = list(found(ask.bearer, plan, "read_figures").life.told.values())
    part = from_cursor(told, ask, lambda each: each.action)
    return paged(Progress(list(part.of), part.next), part.next)


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
    figure = sha256(ask.once(new).id.encode()).hexdigest()[:16]
    counts = (new.value, new.numerator, new.denominator)
    said = (new.comment, new.evidence, new.standing, new.role, today())
    wish = EnterFigure(figure, new.metric, Period(new.first, new.last), *counts, *said)
    return doubted(entered(ask, plan, wish), found(ask.bearer, plan, "enter_figures").life, new)


@resource.asks(
    "POST",
    "/plans/{plan}/progress",
    "Tell how far an action has come",
    "enter_figures",
    gives=Entry,
    status=201,
    body=NewProgress,
    parameters=(PLAN, IF_MATCH),
    problems=(409,),
)
def tell_progress(ask: Ask, plan: str) -> Answer:
    """Of an approved plan's action."""
    new: NewProgress = ask.body
    return entered(ask, plan, TellProgress(new.action, new.status, new.comment, new.role, today()))


@resource.asks(
    "POST",
    "/plans/{plan}/baselines",
    "Give a baseline",
    "enter_figures",
    gives=Figure,
    status=201,
    body=NewBaseline,
    parameters=(PLAN, IF_MATCH),
    problems=(409,),
)
def give_baseline(ask: Ask, plan: str) -> Answer:
    """Only where the plan was approved without one; what was approved is changed by an amendment."""
    new: NewBaseline = ask.body
    reading = Reading(new.value, new.day, new.note, new.numerator, new.denominator)
    told = entered(ask, plan, GiveBaseline(new.metric, reading, new.role, today()))
    return doubted(told, found(ask.bearer, plan, "enter_figures").life, new)


def entered(ask: Ask, plan: str, command: EnterFigure | TellProgress | GiveBaseline) -> Answer:
    """Kept under the same key, it is the same figure: its id follows from the key."""
    here = found(ask.bearer, plan, "enter_figures")
    outcome = through(ask, plan, command, ask.once(command), seen_of(ask, here))
    after = found(ask.bearer, plan, "enter_figures")
    return Answer(Entry(outcome.seq), etag=etag_of(after.row))


def doubted(told: Answer, life: Life, new: NewReading | NewBaseline) -> Answer:
    """The answer with what pages would advise beside the field; the figure is taken all the same."""
    metric = line_in(life.published.plan, new.metric) if life.published else None
    reading = Reading(new.value, None, "", new.numerator, new.denominator)
    found = [worded(each) for each in doubts(metric, reading)] if isinstance(metric, Metric) else []
    return replace(told, body=Figure(told.body.seq, found))
