"""Marks, picks, dots, places, choices and confidence: one person's answers that are not cards."""

from collections.abc import Mapping
from typing import Any, assert_never

from facilitation.live.events import (
    CardPlacedOnMatrix,
    ChoiceMade,
    ConfidenceGiven,
    DotsGiven,
    MarkGiven,
    Marking,
    MarkTakenBack,
    Recorded,
    StatementsPicked,
)
from facilitation.live.state import Confidence, Mark, Workshop, put, with_work, without


def evolve(workshop: Workshop, event: Marking, recorded: Recorded) -> Workshop:
    """What marking makes of a workshop."""
    seat = recorded.for_
    work = workshop.work[event.step]
    match event:
        case MarkGiven(step, statement, level, none, importance, certainty, target):
            mark = Mark(level, none, importance, certainty, target)
            return with_work(workshop, step, book=nested(work.book, statement, seat, mark))
        case MarkTakenBack(step, statement):
            marks = without(work.book.get(statement, {}), [seat])
            return with_work(workshop, step, book=put(work.book, statement, marks))
        case StatementsPicked(step, statements):
            return with_work(workshop, step, picks=put(work.picks, seat, statements))
        case DotsGiven(step, card, dots):
            given = without(work.dots.get(seat, {}), [card] if dots == 0 else [])
            return with_work(workshop, step, dots=put(work.dots, seat, put(given, card, dots) if dots else given))
        case CardPlacedOnMatrix(step, card, importance, feasibility):
            return with_work(workshop, step, places=nested(work.places, seat, card, (importance, feasibility)))
        case ChoiceMade(step, choice):
            return with_work(workshop, step, choices=put(work.choices, seat, choice))
        case ConfidenceGiven(step, level, raise_it):
            return with_work(workshop, step, confidence=put(work.confidence, seat, Confidence(level, raise_it)))
        case unknown:
            assert_never(unknown)


def nested(outer: Mapping[str, Mapping[str, Any]], key: str, inner: str, value: object) -> Mapping[str, Any]:
    """The mapping of mappings with one inner value in its place."""
    return put(outer, key, put(outer.get(key, {}), inner, value))
