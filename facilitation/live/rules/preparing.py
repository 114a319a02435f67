"""Setting up, the agenda, options, and what comes along from earlier."""

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from facilitation import limits, packs
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
    Asked,
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
from facilitation.live.evolve.preparing import placed
from facilitation.live.evolve.settling import asks_levels, first_step
from facilitation.live.rules.answers import fits, fitting, tongue
from facilitation.live.rules.common import SIGNS, existing_step, fresh, within, within_all
from facilitation.live.rules.marking import on_scale
from facilitation.live.state import Work, Workshop
from facilitation.steps import KINDS, card_kind, options_of
from facilitation.steps.kind import Card, Option, Step, StepKind, Text, Value
from facilitation.words import N_, Parallel, Refused

TIME_OF_DAY = re.compile("([01]?[0-9]|2[0-3]):[0-5][0-9]")


def decide(workshop: Workshop, command: Preparing, asker: Asker) -> list[Event]:
    """What preparing grants."""
    match command:
        case SetUp():
            return set_up(workshop, command)
        case SetAgenda():
            return set_agenda(workshop, command)
        case AddStep(step, after):
            return add_step(workshop, step, after)
        case ReviseStep():
            return revise_step(workshop, command)
        case SetOption(step, option, value):
            return set_option(workshop, step, option, value)
        case DropStep(step):
            return drop_step(workshop, step)
        case MoveStep(step, after):
            return move_step(workshop, step, after)
        case BringLevels():
            return bring_levels(workshop, command)
        case BringCard():
            return bring_card(workshop, command)
        case unknown:
            assert_never(unknown)


def set_up(workshop: Workshop, command: SetUp) -> list[Event]:
    title = within_all(command.title, limits.TITLE, "title")
    if not any(title.values()):
        raise Refused(N_("Give it a title people will recognise."), code="empty", field="title")
    organisation = within(command.organisation, limits.ORGANISATION, "organisation")
    languages = tuple(map(tongue, command.languages))
    shipped(command.pack)
    return [
        WorkshopSetUp(
            title, organisation, command.pack, command.pack_version, languages, command.period[: limits.PERIOD]
        )
    ]


def shipped(pack: str) -> None:
    """Refused for a method that is not there: everything in the workshop would stand on it."""
    try:
        packs.load(pack)
    except packs.PackError:
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="pack") from None


def set_agenda(workshop: Workshop, command: SetAgenda) -> list[Event]:
    """A new agenda; steps already begun must stay in it."""
    kept = {step.id: step for step in command.steps}
    for id, step in workshop.steps.items():
        if begun(workshop, id) and not (id in kept and same_work(step, kept[id])):
            raise Refused(N_("A step that has begun stays in the agenda."), code="begun")
    if not 0 < len(command.steps) <= limits.STEPS or len(kept) != len(command.steps):
        raise Refused(N_("An agenda has from one to %(limit)s steps."), code="too_many_steps", limit=limits.STEPS)
    if len({each.id for each in command.statements}) != len(command.statements) or not room_for(command.statements):
        raise Refused(N_("At most %(limit)s statements."), code="too_many_statements", limit=limits.STATEMENTS)
    statements = command.statements or workshop.statements
    steps = tuple(sound(step, statements) for step in command.steps)
    kinds = {step.kind: KINDS[step.kind].version for step in steps}
    return [AgendaSet(steps, command.statements, kinds)]


def room_for(statements: tuple[Asked, ...]) -> bool:
    return len(statements) <= limits.STATEMENTS


def begun(workshop: Workshop, step: str) -> bool:
    """Whether the room, or a group let ahead, has done anything in a step; what only came along stays without it."""
    work = workshop.work[step]
    own = {statement: each for statement, each in work.agreed.items() if not each.source}
    return (
        replace(work, agreed=own) != Work()
        or step in workshop.ahead.values()
        or any(card.step == step and not card.source for card in workshop.cards.values())
    )


def same_work(before: Step, after: Step) -> bool:
    """Whether a step asks the same: its texts and times may change, its kind not, and options only one by one."""
    return before.kind == after.kind and options_of(before) == options_of(after)


def add_step(workshop: Workshop, step: Step, after: str | None) -> list[Event]:
    fresh(workshop.steps, step.id)
    if len(workshop.steps) >= limits.STEPS:
        raise Refused(N_("An agenda has from one to %(limit)s steps."), code="too_many_steps", limit=limits.STEPS)
    return [StepAdded(sound(step, workshop.statements), after)]


def move_step(workshop: Workshop, step: str, after: str | None) -> list[Event]:
    existing_step(workshop, step)
    if after is not None:
        existing_step(workshop, after)
    moved = placed(workshop.order, step, after)
    return [] if after == step or moved == workshop.order else [StepMoved(step, after)]


def sound(step: Step, statements: tuple[Asked, ...]) -> Step:
    """The step with its texts, minutes and options within limits."""
    kind = KINDS.get(step.kind)
    if not SIGNS.fullmatch(step.id):
        raise Refused(N_("This was already there. Nothing was lost."), code="id_taken")
    if kind is None:
        raise Refused(N_("There is no such kind of step."), code="no_such_kind")
    unknown = next((key for key in step.options if kind.option(key) is None), None)
    if unknown:
        raise Refused(N_("This step has no such option."), code="no_such_option", field=unknown)
    for option in kind.options:
        fitting_option(option, step.options.get(option.key, option.default), statements)
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
    if given and not TIME_OF_DAY.fullmatch(given):
        raise Refused(N_("Write the time as hours and minutes."), code="not_a_time", field="pinned")
    return given


def revise_step(workshop: Workshop, command: ReviseStep) -> list[Event]:
    step = existing_step(workshop, command.step)
    revised = StepRevised(
        command.step,
        None if command.title is None else within_all(command.title, limits.TITLE, "title"),
        None if command.task is None else within_all(command.task, limits.TASK, "task"),
        None if command.minutes is None else minutes(command.minutes),
        None if command.pinned is None else pinned(command.pinned),
    )
    new = {key: getattr(revised, key) for key in ("title", "task", "minutes", "pinned")}
    return [revised] if any(each not in (None, getattr(step, key)) for key, each in new.items()) else []


def set_option(workshop: Workshop, step: str, option: str, value: Value) -> list[Event]:
    """An option changes only in the phases its table allows; what was given then follows the table's word."""
    planned = existing_step(workshop, step)
    known = KINDS[planned.kind].option(option)
    if known is None:
        raise Refused(N_("This step has no such option."), code="no_such_option", field=option)
    if workshop.work[step].phase not in known.phases:
        raise Refused(N_("This cannot be changed any more in this step."), code="too_late", field=option)
    fitting_option(known, value, workshop.statements)
    return [] if planned.options.get(option, known.default) == value else [OptionSet(step, option, value)]


def fitting_option(option: Option, value: Value, statements: tuple[Asked, ...]) -> None:
    """Refused unless the value is of the option's sort; the statements asked are among the agenda's."""
    known = {each.id for each in statements}
    strange = option.key == "statements" and known and isinstance(value, list) and not known.issuperset(value)
    if strange or not allowed(option, value):
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field=option.key)


def allowed(option: Option, value: Value) -> bool:
    """Whether the value is of the option's sort; words beside a list name a choice of lists ("short")."""
    if isinstance(value, list):
        return isinstance(option.default, list) and lines(value)
    if isinstance(value, dict):
        return isinstance(option.default, dict) and all(len(text) <= limits.BRIEFING for text in value.values())
    if option.choices:
        return value in option.choices
    if isinstance(option.default, bool):
        return isinstance(value, bool)
    if isinstance(option.default, int) or option.default is None:
        return value is None or (isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 100)
    return isinstance(option.default, str) and isinstance(value, str) and len(value) <= limits.BRIEFING


def lines(value: list[str]) -> bool:
    """Few enough texts, none too long, none twice."""
    short = all(isinstance(each, str) and 0 < len(each) <= limits.CHOICE for each in value)
    return short and len(value) <= limits.STATEMENTS and len(set(value)) == len(value)


def drop_step(workshop: Workshop, step: str) -> list[Event]:
    existing_step(workshop, step)
    if begun(workshop, step):
        raise Refused(N_("A step that has begun stays in the agenda."), code="begun")
    return [StepDropped(step)]


def bring_levels(workshop: Workshop, command: BringLevels) -> list[Event]:
    """What an earlier workshop agreed about statements that this one asks too, whether or not a step rates them."""
    step = command.step and existing_step(workshop, command.step).id
    step = step or first_step(workshop, asks_levels)
    known = {each.id for each in workshop.statements}
    levels = {statement: level for statement, level in command.levels.items() if statement in known}
    targets = {statement: level for statement, level in command.targets.items() if statement in levels}
    for level in (*levels.values(), *targets.values()):
        on_scale("level", level)
    return [LevelsBrought(step, levels, targets, command.source)] if levels else []


def bring_card(workshop: Workshop, command: BringCard) -> list[Event]:
    """A card of an earlier workshop, in the step that yields such cards, if one does.

    References that lead nowhere are left out.
    """
    fresh(workshop.cards, command.card)
    step = command.step or first_step(workshop, lambda kind: kind.yields == command.kind)
    spec = card_kind(existing_step(workshop, step) if step else None, command.kind)
    if spec.yields != command.kind or not (step or spec.key in KINDS):
        raise Refused(N_("This step does not ask for that."), code="not_asked")
    values = fitting(workshop, spec, leading_somewhere(workshop, spec, command.answers))
    texts = {key: fitting_texts(workshop, spec, key, words) for key, words in command.texts.items() if key in values}
    group = command.group if command.group in workshop.groups else None
    language = tongue(command.language)
    return [CardBrought(command.card, step, command.kind, values, language, command.source, texts, group)]


def leading_somewhere(workshop: Workshop, spec: StepKind, answers: Mapping[str, Value]) -> Mapping[str, Value]:
    """The answers without those that name a card which did not come along."""
    return {
        key: value
        for key, value in answers.items()
        if not isinstance(spec.field(key), Card) or str(value) in workshop.cards
    }


def fitting_texts(workshop: Workshop, spec: StepKind, key: str, words: Parallel) -> Parallel:
    field = spec.field(key)
    if not isinstance(field, Text):
        raise Refused(N_("This step does not ask for that."), code="no_such_field", field=key)
    return {tongue(language): str(fits(workshop, field, text)) for language, text in words.items()}
