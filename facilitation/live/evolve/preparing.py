"""Setting up, the agenda, and what comes along from earlier."""

from collections.abc import Mapping
from dataclasses import replace
from typing import assert_never

from facilitation.live.events import (
    AgendaSet,
    CardBrought,
    LevelsBrought,
    OptionSet,
    Preparing,
    Recorded,
    StepAdded,
    StepDropped,
    StepMoved,
    StepRevised,
    WorkshopSetUp,
)
from facilitation.live.evolve.changing import put, with_work, without
from facilitation.live.evolve.settling import freed, settled
from facilitation.live.evolve.writing import answers
from facilitation.live.state import Agreed, Answer, Card, Said, Wording, Work, Workshop
from facilitation.steps.kind import Step
from facilitation.words import Parallel


def evolve(workshop: Workshop, event: Preparing, recorded: Recorded) -> Workshop:
    """What preparing makes of a workshop."""
    match event:
        case WorkshopSetUp(title, organisation, pack, pack_version, languages, period):
            return replace(
                workshop,
                title=title,
                organisation=organisation,
                pack=pack,
                pack_version=pack_version,
                languages=languages,
                period=period,
            )
        case AgendaSet():
            return with_agenda(workshop, event)
        case StepAdded(step, after):
            return with_step(workshop, step, after)
        case StepRevised():
            return with_step_revised(workshop, event)
        case OptionSet(step, option, value):
            planned = workshop.steps[step]
            return with_planned(workshop, replace(planned, options={**planned.options, option: value}))
        case StepDropped(step):
            return without_step(workshop, step)
        case StepMoved(step, after):
            return replace(workshop, order=placed(workshop.order, step, after))
        case LevelsBrought():
            return with_levels(workshop, event)
        case CardBrought():
            return with_brought_card(workshop, event, recorded)
        case unknown:
            assert_never(unknown)


def with_agenda(workshop: Workshop, event: AgendaSet) -> Workshop:
    """A new agenda; a step that stays keeps the work done in it."""
    before = workshop.steps
    kept = {step.id for step in event.steps if step.id in before and before[step.id].kind == step.kind}
    changed = replace(
        workshop,
        statements=event.statements or workshop.statements,
        order=tuple(step.id for step in event.steps),
        steps={step.id: step for step in event.steps},
        work={step.id: workshop.work[step.id] if step.id in kept else Work() for step in event.steps},
        levels=freed(workshop, kept),
    )
    return settled(changed)


def with_planned(workshop: Workshop, step: Step) -> Workshop:
    return replace(workshop, steps=put(workshop.steps, step.id, step))


def with_step(workshop: Workshop, step: Step, after: str | None) -> Workshop:
    added = with_planned(workshop, step)
    order = placed(added.order, step.id, after)
    return settled(replace(added, work=put(added.work, step.id, Work()), order=order))


def with_step_revised(workshop: Workshop, event: StepRevised) -> Workshop:
    step = workshop.steps[event.step]
    changes = {
        key: value for key in ("title", "task", "minutes", "pinned") if (value := getattr(event, key)) is not None
    }
    return with_planned(workshop, replace(step, **changes))


def without_step(workshop: Workshop, step: str) -> Workshop:
    left = without(workshop.steps, [step])
    changed = replace(
        workshop,
        order=tuple(each for each in workshop.order if each != step),
        steps=left,
        work=without(workshop.work, [step]),
        levels=freed(workshop, left),
    )
    return settled(changed)


def placed(order: tuple[str, ...], step: str, after: str | None) -> tuple[str, ...]:
    """The order with the step right after another, or first."""
    rest = [each for each in order if each != step]
    at = rest.index(after) + 1 if after in rest else 0
    return (*rest[:at], step, *rest[at:])


def with_levels(workshop: Workshop, event: LevelsBrought) -> Workshop:
    agreed = {
        statement: Agreed(level, event.targets.get(statement), source=event.source)
        for statement, level in event.levels.items()
    }
    if not event.step:
        return replace(workshop, levels={**workshop.levels, **agreed})
    return with_work(workshop, event.step, agreed={**workshop.work[event.step].agreed, **agreed})


def brought(workshop: Workshop, event: CardBrought) -> Mapping[str, Answer]:
    """Answers with their words in every language they came in; nobody in this room wrote them."""
    known = answers(workshop.steps.get(event.step), event.kind, event.answers, event.language, "")
    return {key: parallel(now, event.texts.get(key, {})) for key, now in known.items()}


def parallel(now: Answer, texts: Parallel) -> Answer:
    """An answer with its words in further languages."""
    if not isinstance(now, Said):
        return now
    return Said(now.language, {**now.wordings, **{language: Wording(text, "") for language, text in texts.items()}})


def with_brought_card(workshop: Workshop, event: CardBrought, recorded: Recorded) -> Workshop:
    card = Card(
        id=event.card,
        step=event.step,
        kind=event.kind,
        by=recorded.by,
        for_=recorded.for_,
        at=recorded.at,
        answers=brought(workshop, event),
        language=event.language,
        group=event.group,
        shown=True,
        source=event.source,
    )
    return replace(workshop, cards=put(workshop.cards, event.card, card))
