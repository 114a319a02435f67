"""The run of the day: steps, rounds, timer, screen, help and decisions."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import assert_never

from facilitation.live.events import (
    CardSpotlit,
    DecisionMade,
    DecisionWithdrawn,
    GroupLetAhead,
    HelpAnswered,
    HelpAsked,
    LevelAgreed,
    LevelWithdrawn,
    NoteSent,
    ReadyMarked,
    Recorded,
    RoundStarted,
    Running,
    ScreenSet,
    StepClosed,
    StepOpened,
    StepRevealed,
    TimeAdded,
    TimerPaused,
    TimerResumed,
    TimerStarted,
    TimerStopped,
    WritingFrozen,
)
from facilitation.live.evolve.changing import put, with_work, without
from facilitation.live.state import Agreed, Decision, Frozen, Mark, Note, Round, Timer, Work, Workshop
from facilitation.live.voting import ballot, votes
from facilitation.steps import options_of
from facilitation.steps.phases import CLOSED, OPEN, REVEALED


def evolve(workshop: Workshop, event: Running, recorded: Recorded) -> Workshop:  # noqa: C901 one arm an event
    """What running makes of a workshop."""
    at = recorded.at
    match event:
        case StepOpened(step):
            return with_step_open(workshop, step, at)
        case StepRevealed(step):
            return with_step_revealed(workshop, step)
        case StepClosed(step):
            return with_work(workshop, step, phase=CLOSED, closed_at=at)
        case GroupLetAhead(group, step):
            ahead = without(workshop.ahead, [group]) if step is None else put(workshop.ahead, group, step)
            return replace(workshop, ahead=ahead)
        case TimerStarted() | TimerPaused() | TimerResumed() | TimeAdded() | TimerStopped():
            return replace(workshop, timer=timed(workshop.timer, event, at))
        case ScreenSet(shows, headline):
            return replace(workshop, shows=shows, headline=headline)
        case CardSpotlit(card):
            return replace(workshop, spotlight=card)
        case WritingFrozen(on):
            return replace(workshop, frozen=on)
        case HelpAsked() | HelpAnswered() | NoteSent():
            return with_help(workshop, event, at)
        case ReadyMarked(step, who, ready):
            now = workshop.work[step].ready
            return with_work(workshop, step, ready=now | {who} if ready else now - {who})
        case RoundStarted(step, statements):
            return with_round(workshop, step, statements, at)
        case LevelAgreed() | LevelWithdrawn() | DecisionMade() | DecisionWithdrawn():
            return with_agreed(workshop, event, recorded)
        case unknown:
            assert_never(unknown)


def with_help(workshop: Workshop, event: HelpAsked | HelpAnswered | NoteSent, at: datetime) -> Workshop:
    """Who waits for a host, and what the hosts have said to a group."""
    match event:
        case HelpAsked(group, on):
            return replace(workshop, helps=put(workshop.helps, group, at) if on else without(workshop.helps, [group]))
        case HelpAnswered(group):
            return replace(workshop, helps=without(workshop.helps, [group]))
        case NoteSent(note, group, text):
            return replace(workshop, notes=put(workshop.notes, note, Note(note, group, text, at)))
        case unknown:
            assert_never(unknown)


def with_agreed(
    workshop: Workshop, event: LevelAgreed | LevelWithdrawn | DecisionMade | DecisionWithdrawn, recorded: Recorded
) -> Workshop:
    """What the room settled: levels, statement by statement, and decisions."""
    match event:
        case LevelAgreed(step, statement, level, target, reason, source):
            agreed = put(workshop.work[step].agreed, statement, Agreed(level, target, reason, source))
            return with_work(workshop, step, agreed=agreed)
        case LevelWithdrawn(step, statement):
            return with_work(workshop, step, agreed=without(workshop.work[step].agreed, [statement]))
        case DecisionMade(decision, step, text, cards, reason):
            made = Decision(decision, step, text, cards, reason, recorded.at, recorded.for_)
            return replace(workshop, decisions=put(workshop.decisions, decision, made))
        case DecisionWithdrawn(decision):
            return replace(workshop, decisions=without(workshop.decisions, [decision]))
        case unknown:
            assert_never(unknown)


def with_step_open(workshop: Workshop, step: str, at: datetime) -> Workshop:
    """The step is current and open; re-opening keeps everything. A group that was let ahead to it is level again."""
    work = workshop.work[step]
    opened = with_work(workshop, step, phase=OPEN, opened_at=work.opened_at or at, closed_at=None)
    ahead = {group: theirs for group, theirs in workshop.ahead.items() if theirs != step}
    return replace(opened, current=step, ahead=ahead, headline=None, shows="auto")


def with_step_revealed(workshop: Workshop, step: str) -> Workshop:
    """Cards become visible for ever; marks, dots and the rest are frozen as they stand."""
    work = workshop.work[step]
    rounds = with_last_round(work)
    frozen = Frozen(
        rounds=rounds,
        dots=work.dots,
        places=work.places,
        choices=work.choices,
        confidence=work.confidence,
        options=options_of(workshop.steps[step]),
        ballot=tuple(card.id for card in ballot(workshop, step)) if votes(workshop, step) else (),
        seats=workshop.seats,
    )
    revealed = with_work(
        workshop, step, phase=REVEALED, reveals=work.reveals + 1, rounds=rounds, frozen=frozen, again=()
    )
    cards = {
        card.id: replace(card, shown=True) if card.step == step and not card.shown else card
        for card in workshop.cards.values()
    }
    return replace(revealed, cards=cards)


def with_last_round(work: Work) -> tuple[Round, ...]:
    """A blind re-vote is a round of its own; a step that was merely opened again takes late marks into its rounds."""
    if work.again or not work.rounds:
        asked = work.again or tuple(work.book)
        book = {statement: work.book.get(statement, {}) for statement in asked}
        return (*work.rounds, Round(asked, book, work.picks))
    return tuple(with_late(work, place, each) for place, each in enumerate(work.rounds))


def with_late(work: Work, place: int, earlier: Round) -> Round:
    """A round with the marks as they stand now, for the statements that no later round asked."""
    now = {statement: marks for statement, marks in work.book.items() if last_asked(work, statement) == place}
    asked = tuple(dict.fromkeys([*earlier.asked, *now]))
    return Round(asked, {**earlier.book, **now}, work.picks)


def last_asked(work: Work, statement: str) -> int:
    return max((place for place, each in enumerate(work.rounds) if statement in each.asked), default=0)


def with_round(workshop: Workshop, step: str, statements: tuple[str, ...], at: datetime) -> Workshop:
    """A blind re-vote: the asked statements begin from blank, but for marks that came too late for the last round."""
    work = workshop.work[step]
    book = {
        statement: late(work, statement, marks) if statement in statements else marks
        for statement, marks in work.book.items()
    }
    return with_work(workshop, step, phase=OPEN, again=statements, book=book, closed_at=None, ready=frozenset())


def late(work: Work, statement: str, marks: Mapping[str, Mark]) -> Mapping[str, Mark]:
    """The marks given after the last reveal froze the others."""
    frozen = next((each.book[statement] for each in reversed(work.rounds) if statement in each.book), {})
    return {seat: mark for seat, mark in marks.items() if frozen.get(seat) is not mark}


def timed(
    timer: Timer, event: TimerStarted | TimerPaused | TimerResumed | TimeAdded | TimerStopped, at: datetime
) -> Timer:
    """The timer after one touch. Time left may be negative: over-time counts on, nothing closes by itself."""
    match event:
        case TimerStarted(seconds):
            return Timer("running", seconds, at + timedelta(seconds=seconds))
        case TimerPaused():
            return replace(timer, state="paused", ends_at=None, left=left(timer, at))
        case TimerResumed():
            return replace(timer, state="running", ends_at=at + timedelta(seconds=timer.left), left=0)
        case TimeAdded(seconds):
            return added(timer, seconds)
        case TimerStopped():
            return Timer()
        case unknown:
            assert_never(unknown)


def added(timer: Timer, seconds: int) -> Timer:
    total = max(timer.total + seconds, 0)
    if timer.ends_at is None:
        return replace(timer, total=total, left=timer.left + seconds)
    return replace(timer, total=total, ends_at=timer.ends_at + timedelta(seconds=seconds))


def left(timer: Timer, at: datetime) -> int:
    """Whole seconds left at a moment; negative in over-time."""
    return timer.left if timer.ends_at is None else round((timer.ends_at - at).total_seconds())
