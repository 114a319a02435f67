"""Setting up, the agenda, options, and what comes along from earlier."""

from dataclasses import replace
from typing import assert_never

from facilitation import limits
from facilitation.live.commands import (
    AddStep,
    Asker,
    BringCard,
    BringLevels,
    DropStep,
    MoveStep,
    Preparing,
    ReviseStep,
    SetAgenda,
    SetOption,
    SetUp,
)
from facilitation.live.events import (
    AgendaSet,
    CardBrought,
    Event,
    LevelsBrought,
    OptionSet,
    StepAdded,
    StepDropped,
    StepMoved,
    StepRevised,
    WorkshopSetUp,
)
from facilitation.live.rules.answers import fitting
from facilitation.live.rules.common import existing_step, fresh, within, within_all
from facilitation.live.state import Workshop
from facilitation.steps import KINDS, card_kind
from facilitation.steps.kind import Option, Step, Value
from facilitation.steps.phases import WAITING
from facilitation.words import N_, Refused


def decide(workshop: Workshop, command: Preparing, asker: Asker) -> list[Event]:
    """What preparing grants."""
    match command:
        case SetUp():
            return set_up(workshop, command)
        case SetAgenda():
            return set_agenda(workshop, command)
        case AddStep(step, after):
            fresh(workshop.steps, step.id)
            return [StepAdded(sound(step), after)]
        case ReviseStep():
            return revise_step(workshop, command)
        case SetOption(step, option, value):
            return set_option(workshop, step, option, value)
        case DropStep(step):
            return drop_step(workshop, step)
        case MoveStep(step, after):
            existing_step(workshop, step)
            return [StepMoved(step, after)]
        case BringLevels(step, levels, targets, source):
            existing_step(workshop, step)
            return [LevelsBrought(step, levels, targets, source)]
        case BringCard():
            return bring_card(workshop, command)
        case unknown:
            assert_never(unknown)


def set_up(workshop: Workshop, command: SetUp) -> list[Event]:
    title = within_all(command.title, limits.TITLE, "title")
    if not any(title.values()):
        raise Refused(N_("Give it a title people will recognise."), code="empty", field="title")
    organisation = within(command.organisation, limits.ORGANISATION, "organisation")
    return [
        WorkshopSetUp(
            title, organisation, command.pack, command.pack_version, command.languages, command.period[: limits.PERIOD]
        )
    ]


def set_agenda(workshop: Workshop, command: SetAgenda) -> list[Event]:
    """A new agenda; steps already begun must stay in it."""
    kept = {step.id for step in command.steps}
    begun = [step for step, work in workshop.work.items() if work.phase != WAITING]
    if any(step not in kept for step in begun):
        raise Refused(N_("A step that has begun stays in the agenda."), code="begun")
    if not 0 < len(command.steps) <= limits.STEPS or len(kept) != len(command.steps):
        raise Refused(N_("An agenda has from one to %(limit)s steps."), code="too_many_steps", limit=limits.STEPS)
    steps = tuple(sound(step) for step in command.steps)
    kinds = {step.kind: KINDS[step.kind].version for step in steps}
    return [AgendaSet(steps, command.statements, kinds)]


def sound(step: Step) -> Step:
    """The step with its texts, minutes and options within limits."""
    kind = KINDS.get(step.kind)
    if kind is None:
        raise Refused(N_("There is no such kind of step."), code="no_such_kind")
    unknown = next((key for key in step.options if kind.option(key) is None), None)
    if unknown:
        raise Refused(N_("This step has no such option."), code="no_such_option", field=unknown)
    return replace(
        step,
        title=within_all(step.title, limits.TITLE, "title"),
        task=within_all(step.task, limits.TASK, "task"),
        minutes=minutes(step.minutes),
        pinned=pinned(step.pinned),
    )


def minutes(given: int) -> int:
    if not 0 <= given <= limits.MINUTES:
        raise Refused(N_("From 0 to %(limit)s minutes."), code="out_of_range", field="minutes", limit=limits.MINUTES)
    return given


def pinned(given: str) -> str:
    """A time of day as HH:MM, or nothing."""
    hour, _, minute = given.partition(":")
    if given and not (hour.isdigit() and minute.isdigit() and int(hour) < 24 and int(minute) < 60):
        raise Refused(N_("Write the time as hours and minutes."), code="not_a_time", field="pinned")
    return given


def revise_step(workshop: Workshop, command: ReviseStep) -> list[Event]:
    existing_step(workshop, command.step)
    return [
        StepRevised(
            command.step,
            None if command.title is None else within_all(command.title, limits.TITLE, "title"),
            None if command.task is None else within_all(command.task, limits.TASK, "task"),
            None if command.minutes is None else minutes(command.minutes),
            None if command.pinned is None else pinned(command.pinned),
        )
    ]


def set_option(workshop: Workshop, step: str, option: str, value: Value) -> list[Event]:
    """An option changes only in the phases its table allows; what was given then follows the table's word."""
    planned = existing_step(workshop, step)
    known = KINDS[planned.kind].option(option)
    if known is None:
        raise Refused(N_("This step has no such option."), code="no_such_option", field=option)
    if workshop.work[step].phase not in known.phases:
        raise Refused(N_("This cannot be changed any more in this step."), code="too_late", field=option)
    if not allowed(known, value):
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field=option)
    return [] if planned.options.get(option, known.default) == value else [OptionSet(step, option, value)]


def allowed(option: Option, value: Value) -> bool:
    """Whether the value is of the option's sort."""
    if isinstance(value, list):
        return isinstance(option.default, list) and len(value) <= limits.STATEMENTS
    if option.choices:
        return value in option.choices
    if isinstance(option.default, bool):
        return isinstance(value, bool)
    if isinstance(option.default, int) or option.default is None:
        return value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100)
    return isinstance(option.default, str) and isinstance(value, str) and len(value) <= limits.BRIEFING


def drop_step(workshop: Workshop, step: str) -> list[Event]:
    existing_step(workshop, step)
    if workshop.work[step].phase != WAITING:
        raise Refused(N_("A step that has begun stays in the agenda."), code="begun")
    return [StepDropped(step)]


def bring_card(workshop: Workshop, command: BringCard) -> list[Event]:
    fresh(workshop.cards, command.card)
    kind = card_kind(workshop.steps.get(command.step), command.kind)
    values = fitting(workshop, kind, command.answers)
    return [CardBrought(command.card, command.step, command.kind, values, command.language, command.source)]
