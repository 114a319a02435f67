"""A branch's round: where each unit's answer stands."""

from collections.abc import Callable
from dataclasses import replace
from typing import assert_never

from facilitation.plans.events import (
    Asking,
    AskingEnded,
    PlanSubmitted,
    Recorded,
    SubmissionAccepted,
    SubmissionReturned,
    UnitsAsked,
    UnitsReminded,
)
from facilitation.plans.parts import Asked, BranchRound
from facilitation.plans.state import Life


def evolve(life: Life, event: Asking, recorded: Recorded) -> Life:
    """What asking makes of a branch's plan."""
    match event:
        case UnitsAsked():
            return with_asked(life, event, recorded)
        case UnitsReminded(units):
            return changed(life, units, lambda each: replace(each, reminded=(*each.reminded, recorded.at)))
        case PlanSubmitted(unit, plan, version):
            given = Asked(unit, recorded.at, "submitted", plan, version)
            return changed(life, (unit,), lambda each: replace(given, reminded=each.reminded))
        case SubmissionReturned(unit, lines, reason):
            said = {"state": "returned", "lines": lines, "reason": reason, "at": recorded.at}
            return changed(life, (unit,), lambda each: replace(each, **said))
        case SubmissionAccepted(unit):
            return changed(life, (unit,), lambda each: replace(each, state="accepted", at=recorded.at))
        case AskingEnded():
            return replace(life, asked=tuple(replace(each, open=False) for each in life.asked))
        case unknown:
            assert_never(unknown)


def with_asked(life: Life, event: UnitsAsked, recorded: Recorded) -> Life:
    """What the units of the open round have answered stays, whatever becomes of the others."""
    now = life.asking
    known = {each.unit: each for each in now.units} if now else {}
    units = tuple(known.get(unit) or Asked(unit, recorded.at) for unit in event.units)
    if now:
        return replace(life, asked=(*life.asked[:-1], replace(now, deadline=event.deadline, units=units)))
    return replace(life, asked=(*life.asked, BranchRound(len(life.asked) + 1, event.deadline, units)))


def changed(life: Life, units: tuple[str, ...], change: Callable[[Asked], Asked]) -> Life:
    now = life.asking
    if now is None:
        return life
    answers = tuple(change(each) if each.unit in units else each for each in now.units)
    return replace(life, asked=(*life.asked[:-1], replace(now, units=answers)))
