"""Whether an answer fits its field."""

from collections.abc import Callable, Mapping
from datetime import date
from math import isfinite

from facilitation import limits
from facilitation.live.rules.common import within
from facilitation.live.state import Workshop
from facilitation.shapes import Reading
from facilitation.steps.interim import read, written
from facilitation.steps.kind import (
    Card,
    Choice,
    Day,
    Field,
    Interim,
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
        case Interim():
            return interim(field, value) or None
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
    if isinstance(value, bool) or not isinstance(value, int | float) or not may_stand(value):
        raise Refused(N_("Write this as a number."), code="not_a_number", field=field.key)
    return value


def may_stand(value: float) -> bool:
    """Whether a figure can be reckoned with and drawn: two that are as large as can be are infinitely far apart."""
    return isfinite(value) and abs(value) <= limits.LARGEST


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


# -- Values on the way to a target ----------------------------------------------------------------------------------


def interim(field: Interim, value: Value) -> list[str]:
    """The values in order of day, each day once."""
    readings = sorted(map(reading(field), value if isinstance(value, list) else [value]), key=lambda each: each[0])
    if len(readings) > limits.INTERIM:
        words = N_("Give at most %(most)s values on the way to the target.")
        raise Refused(words, code="too_many", field=field.key, most=limits.INTERIM)
    if len({day for day, _ in readings}) < len(readings):
        raise Refused(N_("Give one value for each day."), code="day_twice", field=field.key)
    return [written(each) for _, each in readings]


def reading(field: Interim) -> Callable[[object], tuple[date, Reading]]:
    def read_one(text: object) -> tuple[date, Reading]:
        try:
            found = read(str(text))
        except ValueError:
            found = None
        if found is None or found.day is None or not may_stand(found.value):
            words = N_("Give a year or a day, and the value reached by then as a number.")
            raise Refused(words, code="not_a_target", field=field.key)
        return found.day, found

    return read_one


def lies_between(field: Interim, value: Value, said: Callable[[str], Value]) -> None:
    """Refused where a value on the way lies not between the days of baseline and target, or leads to no target."""
    if not isinstance(value, list) or not value:
        return
    if said(field.target) is None:
        raise Refused(N_("Give the target first, then the values on the way to it."), code="no_figure", field=field.key)
    start, end = said(field.start), said(field.end)
    days = [text.partition(" ")[0] for text in value]
    if (start and min(days) <= str(start)) or (end and max(days) >= str(end)):
        words = N_("The days lie after the baseline was measured and before the target is reached.")
        raise Refused(words, code="not_between", field=field.key)


def leads_somewhere(value: Value, way: Value, field: str) -> None:
    """Refused where a target is taken away to which values lead: the last of them is not the target."""
    if value is None and way:
        words = N_("Take away the interim targets first: they lead to this value.")
        raise Refused(words, code="on_the_way", field=field)
