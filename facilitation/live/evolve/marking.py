"""Marks, picks, dots, places, choices and confidence: one person's answers that are not cards."""

from collections.abc import Mapping
from typing import Any, assert_never

from facilitation.live.events import (
    CardPlacedOnMatrix,
    CardTakenOffMatrix,
    ChoiceMade,
    ConfidenceGiven,
    ConfidenceTakenBack,
    DotsGiven,
    MarkGiven,
    Marking,
    MarkTakenBack,
    Recorded,
    StatementsPicked,
)
from facilitation.live.evolve.changing import given, put, with_work, without
from facilitation.live.state import Confidence, Mark, Workshop


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
            return with_work(workshop, step, picks=given(work.picks, seat, statements))
        case DotsGiven(step, card, dots):
            theirs = given(work.dots.get(seat, {}), card, dots)
            return with_work(workshop, step, dots=given(work.dots, seat, theirs))
        case CardPlacedOnMatrix(step, card, importance, feasibility):
            return with_work(workshop, step, places=nested(work.places, seat, card, (importance, feasibility)))
        case CardTakenOffMatrix(step, card):
            theirs = without(work.places.get(seat, {}), [card])
            return with_work(workshop, step, places=given(work.places, seat, theirs))
        case ChoiceMade(step, choice):
            return with_work(workshop, step, choices=given(work.choices, seat, choice))
        case ConfidenceGiven(step, level, raise_it):
            return with_work(workshop, step, confidence=put(work.confidence, seat, Confidence(level, raise_it)))
        case ConfidenceTakenBack(step):
            return with_work(workshop, step, confidence=without(work.confidence, [seat]))
        case unknown:
            assert_never(unknown)


def nested(outer: Mapping[str, Mapping[str, Any]], key: str, inner: str, value: object) -> Mapping[str, Any]:
    """The mapping of mappings with one inner value in its place."""
    return put(outer, key, put(outer.get(key, {}), inner, value))
