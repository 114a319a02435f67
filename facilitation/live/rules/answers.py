"""Whether an answer fits its field."""

from collections.abc import Mapping
from datetime import date
from math import isfinite

from facilitation.live.rules.common import within
from facilitation.live.state import Workshop
from facilitation.steps.kind import (
    Card,
    Choice,
    Day,
    Field,
    Library,
    Number,
    Objective,
    Person,
    Scale,
    Statement,
    StepKind,
    Text,
    Value,
)
from facilitation.words import LANGUAGES, N_, Refused

MOST_OBJECTIVES = 10


def fitting(workshop: Workshop, kind: StepKind, answers: Mapping[str, Value]) -> Mapping[str, Value]:
    """The answers, tidied; Refused at the field that does not fit. A new card needs its first required words only."""
    unknown = next((key for key in answers if kind.field(key) is None), None)
    if unknown:
        raise Refused(N_("This step does not ask for that."), code="no_such_field", field=unknown)
    return {key: fits(workshop, field, answers[key]) for key in answers if (field := kind.field(key))}


def fits(workshop: Workshop, field: Field, value: Value) -> Value:
    """One tidied answer, or Refused at the field. Nothing (None, "") always fits: required is a hint until approval."""
    if value is None or value == "":
        return "" if isinstance(field, Text) else None
    match field:
        case Text(limit=limit) | Person(limit=limit):
            return within(text(field, value), limit, field.key)
        case Scale(low=low, high=high):
            return level(field, value, low, high)
        case Choice(choices=choices):
            return chosen(field, value, [key for key, _ in choices])
        case Number():
            return figure(field, value)
        case Day():
            return day(field, value)
        case Objective():
            return objectives(field, value)
        case Statement():
            return chosen(field, value, [statement.id for statement in workshop.statements])
        case Library():
            return within(text(field, value), 40, field.key)
        case Card(of=of):
            return chosen(field, value, [card.id for each in of.split() for card in workshop.cards_in(each)])
        case _:
            raise TypeError(f"no rule for a field of kind {type(field).__name__}")


def tongue(language: str) -> str:
    """A language that texts may be written in, or Refused."""
    if language not in LANGUAGES:
        raise Refused(N_("Choose one of the languages shown."), code="not_a_choice", field="language")
    return language


def text(field: Field, value: Value) -> str:
    if not isinstance(value, str):
        raise Refused(N_("Write this in words."), code="not_text", field=field.key)
    return value


def level(field: Field, value: Value, low: int, high: int) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not low <= value <= high:
        raise Refused(N_("Choose from %(low)s to %(high)s."), code="out_of_range", field=field.key, low=low, high=high)
    return value


def chosen(field: Field, value: Value, among: list[str]) -> str:
    if not isinstance(value, str) or value not in among:
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field=field.key)
    return value


def figure(field: Field, value: Value) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float) or not isfinite(value):
        raise Refused(N_("Write this as a number."), code="not_a_number", field=field.key)
    return value


def day(field: Field, value: Value) -> str:
    try:
        return date.fromisoformat(str(value)).isoformat()
    except ValueError:
        raise Refused(N_("Write the day as year-month-day."), code="not_a_day", field=field.key) from None


def objectives(field: Field, value: Value) -> list[str]:
    listed = value if isinstance(value, list) else [value]
    if not all(isinstance(each, str) and len(each) <= 40 for each in listed) or len(listed) > MOST_OBJECTIVES:
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field=field.key)
    return [str(each) for each in listed]
