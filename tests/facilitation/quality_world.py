"""A goal, an action, a metric and a plan with which nothing is wrong, for tests that make one thing wrong at a time."""

from dataclasses import replace
from datetime import date
from typing import Any

from facilitation.packs import load
from facilitation.quality import Context, findings
from facilitation.shapes import (
    Action,
    Focus,
    FocusChoice,
    FollowUp,
    Goal,
    Metric,
    Plan,
    Promise,
    Reading,
    span_of,
)

TODAY = date(2026, 11, 26)
PACK = load("toimi")
AROUND = Context(PACK, today=TODAY, period=span_of("2027–2029"), languages=("fi", "sv", "en"))

METRIC = Metric(
    "m1",
    name={"en": "Single-bid share"},
    goals=("g1",),
    definition={"en": "lots with one tender / awarded lots"},
    numerator={"en": "lots with one tender"},
    denominator={"en": "awarded lots"},
    unit="%",
    direction="less",
    baseline=Reading(28, date(2026, 6, 30)),
    targets=(Reading(15, date(2028, 12, 31)),),
    source={"en": "result notices"},
    frequency="yearly",
    owner="Purchasing unit",
    level="outcome",
    expected_denominator=120,
)
ACTION = Action(
    "a1",
    text={"fi": "Laaditaan vuosikello", "sv": "Utarbeta ett årshjul", "en": "Draft a calendar of the year"},
    goal="g1",
    deliverable={"en": "A calendar everybody can see"},
    responsible="Purchasing unit",
    start=date(2027, 1, 1),
    end=date(2027, 6, 30),
)
GOAL = Goal(
    "g1",
    from_={"fi": "Joka neljäs", "sv": "Var fjärde", "en": "Every fourth"},
    to={
        "fi": "Kilpailutuksiin saadaan aina vähintään kolme kelpoista tarjousta",
        "sv": "Varje konkurrensutsättning får minst tre godtagbara anbud",
        "en": "Every competition draws at least three admissible tenders",
    },
    objectives=("4.1",),
    level_now=2,
    level_target=4,
    owner="Director of administration",
    due=date(2028, 12, 31),
    agreement="candidate",
    metrics=(METRIC,),
    actions=(ACTION,),
)
PROMISED = replace(METRIC, baseline=None, baseline_promise=Promise("Controller", date(2027, 3, 31)))
PLAN = Plan(
    "p1",
    period=span_of("2027–2029"),
    languages=("fi", "sv", "en"),
    goals=(GOAL,),
    focus=Focus(
        chosen=(FocusChoice("4.1"),),
        left_out=tuple(FocusChoice(theme, reason="Next time") for theme in "1235678"),
    ),
    follow_up=(FollowUp(date(2027, 11, 1)),),
)


def found(check: str, thing: Goal | Action | Metric | Plan, around: Context = AROUND, **wrong: Any) -> list[str]:
    """The fields that one check has something to say about, once the thing is wrong in this way."""
    return [one.field for one in findings(replace(thing, **wrong), around) if one.check == check]
