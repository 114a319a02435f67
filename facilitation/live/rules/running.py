"""The run of the day."""

from typing import assert_never

from facilitation import limits
from facilitation.live.asking import asked
from facilitation.live.commands import (
    AddTime,
    AgreeLevel,
    AnswerHelp,
    Asker,
    AskForHelp,
    CloseStep,
    Decide,
    Freeze,
    LetAhead,
    MarkReady,
    OpenStep,
    PauseTimer,
    ResumeTimer,
    Reveal,
    Running,
    SendNote,
    Show,
    Spotlight,
    StartRound,
    StartTimer,
    StopTimer,
    Undo,
)
from facilitation.live.events import (
    CardSpotlit,
    DecisionMade,
    Event,
    GroupLetAhead,
    HelpAnswered,
    HelpAsked,
    LevelAgreed,
    NoteSent,
    ReadyMarked,
    RoundStarted,
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
from facilitation.live.rules.common import (
    asking,
    deciding,
    existing_card,
    existing_group,
    existing_step,
    fresh,
    open_or_revealed,
    within,
    within_all,
)
from facilitation.live.rules.undoing import undone
from facilitation.live.state import Agreed, Workshop
from facilitation.steps import kind_of, options_of
from facilitation.steps.phases import CLOSED, OPEN, REVEALED, WAITING
from facilitation.words import N_, Parallel, Refused

SCREENS = ("auto", "code", "task", "results", "plan")


def decide(workshop: Workshop, command: Running, asker: Asker) -> list[Event]:  # noqa: C901 one arm a command
    """What running grants."""
    match command:
        case OpenStep(step, seen):
            return open_step(workshop, step, seen)
        case Reveal(step, seen):
            return reveal(workshop, step, seen)
        case CloseStep(step, seen):
            return close_step(workshop, step, seen)
        case LetAhead(group, step):
            return let_ahead(workshop, group, step)
        case StartTimer() | PauseTimer() | ResumeTimer() | AddTime() | StopTimer():
            return touch_timer(workshop, command)
        case Show(what, headline):
            return show(workshop, what, headline)
        case Spotlight(card):
            return spotlight(workshop, card)
        case Freeze(on):
            return [] if workshop.frozen == on else [WritingFrozen(on)]
        case AskForHelp(on):
            return ask_for_help(workshop, asker, on)
        case AnswerHelp(group):
            return [HelpAnswered(group)] if group in workshop.helps else []
        case SendNote(note, group, text):
            fresh(workshop.notes, note)
            if group is not None:
                existing_group(workshop, group)
            return [NoteSent(note, group, within(text, limits.NOTE, "text", required=True))]
        case MarkReady(step, ready):
            return mark_ready(workshop, step, ready, asker)
        case StartRound(step, statements):
            return start_round(workshop, step, statements, asker)
        case AgreeLevel():
            return agree_level(workshop, command, asker)
        case Decide():
            return draw_the_line(workshop, command, asker)
        case Undo():
            return undone(workshop, asker)
        case unknown:
            assert_never(unknown)


def same_room(workshop: Workshop, seen: str) -> None:
    """The host acts on what they saw: two hosts never skip a step between them."""
    if seen != (workshop.current or ""):
        raise Refused(N_("The room has moved on meanwhile. Look once more."), code="moved_on")


def open_step(workshop: Workshop, step: str, seen: str) -> list[Event]:
    """Everybody moves to the step; the one before closes, unless it is pre-work that is still to come."""
    same_room(workshop, seen)
    existing_step(workshop, step)
    if workshop.current == step and workshop.work[step].phase == OPEN:
        return []
    return [*closing(workshop, step), StepOpened(step)]


def closing(workshop: Workshop, next_step: str) -> list[Event]:
    current = workshop.current
    if current is None or current == next_step or current not in workshop.steps:
        return []
    ahead_of_us = workshop.order.index(next_step) < workshop.order.index(current)
    if ahead_of_us and options_of(workshop.steps[current]).get("pre_work"):
        return []
    return ending(workshop, current)


def ending(workshop: Workshop, step: str) -> list[Event]:
    """A step closes; what groups wrote in it is shown to all then, since the next steps build on it."""
    phase = workshop.work[step].phase
    if phase in (WAITING, CLOSED):
        return []
    if phase == OPEN and kind_of(workshop.steps[step]).by == "group":
        return [StepRevealed(step), StepClosed(step)]
    return [StepClosed(step)]


def reveal(workshop: Workshop, step: str, seen: str) -> list[Event]:
    same_room(workshop, seen)
    existing_step(workshop, step)
    if workshop.work[step].phase == WAITING:
        raise Refused(N_("This step has not begun."), code="not_begun")
    return [] if workshop.work[step].phase == REVEALED else [StepRevealed(step)]


def close_step(workshop: Workshop, step: str, seen: str) -> list[Event]:
    same_room(workshop, seen)
    return ending(workshop, existing_step(workshop, step).id)


def let_ahead(workshop: Workshop, group: str, step: str | None) -> list[Event]:
    existing_group(workshop, group)
    if step is not None:
        existing_step(workshop, step)
    return [] if workshop.ahead.get(group) == step else [GroupLetAhead(group, step)]


def touch_timer(
    workshop: Workshop, command: StartTimer | PauseTimer | ResumeTimer | AddTime | StopTimer
) -> list[Event]:
    state = workshop.timer.state
    match command:
        case StartTimer(seconds):
            return [TimerStarted(timed(seconds))]
        case PauseTimer():
            return [TimerPaused()] if state == "running" else []
        case ResumeTimer():
            return [TimerResumed()] if state == "paused" else []
        case AddTime(seconds):
            return [TimeAdded(seconds)] if state != "none" and timed(abs(seconds)) else []
        case StopTimer():
            return [TimerStopped()] if state != "none" else []
        case unknown:
            assert_never(unknown)


def timed(seconds: int) -> int:
    if not 0 < seconds <= limits.TIMER_SECONDS:
        raise Refused(N_("Choose a time of at most four hours."), code="out_of_range", field="seconds")
    return seconds


def show(workshop: Workshop, what: str, headline: Parallel | None) -> list[Event]:
    if what not in SCREENS:
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="what")
    words = None if headline is None else within_all(headline, limits.HEADLINE, "headline")
    return [] if (workshop.shows, workshop.headline) == (what, words) else [ScreenSet(what, words)]


def spotlight(workshop: Workshop, card: str | None) -> list[Event]:
    found = None if card is None else existing_card(workshop, card)
    if found and not (found.shown and found.alive):
        raise Refused(N_("A hidden card cannot be shown to all. Reveal the step first."), code="hidden")
    return [] if workshop.spotlight == card else [CardSpotlit(card)]


def ask_for_help(workshop: Workshop, asker: Asker, on: bool) -> list[Event]:
    group = workshop.group_of(asker.whose)
    if group is None:
        raise Refused(N_("You are not in a group yet."), code="no_group")
    return [] if (group in workshop.helps) == on else [HelpAsked(group, on)]


def mark_ready(workshop: Workshop, step: str, ready: bool, asker: Asker) -> list[Event]:
    """Ready is a group's word where the step is worked on by groups, else a person's own."""
    planned = existing_step(workshop, step)
    who = workshop.group_of(asker.whose) if kind_of(planned).by == "group" else asker.whose
    if who is None:
        raise Refused(N_("You are not in a group yet."), code="no_group")
    open_or_revealed(workshop, step, asker)
    return [] if (who in workshop.work[step].ready) == ready else [ReadyMarked(step, who, ready)]


def start_round(workshop: Workshop, step: str, statements: tuple[str, ...], asker: Asker) -> list[Event]:
    """A blind re-vote on what was disagreed about; the first round stays."""
    deciding(workshop, asker)
    asking(workshop, step, "ladder")
    if workshop.work[step].phase != REVEALED:
        raise Refused(N_("Show the first round before a second one."), code="not_revealed")
    if not statements or not set(statements) <= set(asked(workshop, step)):
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="statements")
    return [RoundStarted(step, tuple(dict.fromkeys(statements)))]


def agree_level(workshop: Workshop, command: AgreeLevel, asker: Asker) -> list[Event]:
    deciding(workshop, asker)
    asking(workshop, command.step, "ladder")
    levels = [command.level] if command.target is None else [command.level, command.target]
    if not all(limits.LOWEST_LEVEL <= level <= limits.HIGHEST_LEVEL for level in levels):
        raise Refused(N_("Choose from %(low)s to %(high)s."), code="out_of_range", field="level", low=1, high=5)
    if command.statement not in {statement.id for statement in workshop.statements}:
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="statement")
    reason = within(command.reason, limits.REASON, "reason")
    if workshop.work[command.step].agreed.get(command.statement) == Agreed(command.level, command.target, reason):
        return []
    return [LevelAgreed(command.step, command.statement, command.level, command.target, reason)]


def draw_the_line(workshop: Workshop, command: Decide, asker: Asker) -> list[Event]:
    deciding(workshop, asker)
    fresh(workshop.decisions, command.decision)
    existing_step(workshop, command.step)
    cards = tuple(dict.fromkeys(command.cards))
    if len(cards) > limits.CARDS_PER_COMMAND:
        raise Refused(N_("At most %(limit)s cards at once."), code="too_many_cards", limit=limits.CARDS_PER_COMMAND)
    for card in cards:
        decidable(workshop, card)
    text = within(command.text, limits.CARD_TEXT, "text", required=not cards)
    reason = within(command.reason, limits.REASON, "reason")
    return [DecisionMade(command.decision, command.step, text, cards, reason)]


def decidable(workshop: Workshop, card: str) -> None:
    """A decision is read by everybody, so it is about what everybody sees."""
    found = existing_card(workshop, card)
    if not (found.shown and found.alive):
        raise Refused(N_("A hidden card cannot be shown to all. Reveal the step first."), code="hidden")
