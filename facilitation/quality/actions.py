"""Checks on an action: is it something one does, somebody's, within its time, with something to show for it?"""

from collections.abc import Iterator, Mapping

from facilitation import limits
from facilitation.quality.finding import Advice, Check, Context, stop, warn
from facilitation.quality.reading import first_word, opens_with_action, written
from facilitation.shapes import Action
from facilitation.words import N_


def done_by_somebody_in_time(action: Action, context: Context) -> Iterator[Advice]:
    yield from begins_with_a_verb(action, context)
    if not action.responsible.strip():
        yield stop("responsible", N_("Nobody is responsible yet."), N_("Name a role or a unit."))
    if action.start is None:
        yield stop("start", N_("There is no start."), N_("Give the day or month it starts."))
    if action.end is None:
        yield stop("end", N_("There is no end."), N_("Give the day or month it is done."))
        return
    if action.start and action.start > action.end:
        yield stop("end", N_("It ends before it starts."), N_("Change the start or the end."))
    due = context.goal.due if context.goal else None
    if due and action.end > due:
        yield stop("end", N_("It ends after its goal is due."), N_("End it earlier, or give the goal more time."))


def begins_with_a_verb(action: Action, context: Context) -> Iterator[Advice]:
    """A warning, not a stop: no word list knows every verb, and nobody's approval shall hang on that."""
    for language, text in written(action.text):
        words = context.words(language)
        if not opens_with_action(text, words):
            yield warn(
                "what",
                N_("“%(word)s” does not say what is done."),
                N_("Start with a verb."),
                language,
                word=first_word(text, words),
            )
            return


def not_too_much_at_once(action: Action, context: Context) -> Iterator[Advice]:
    if (most := most_at_once(action, context.actions)) > limits.ACTIONS_AT_ONCE:
        yield warn(
            "responsible",
            N_("%(who)s has %(count)s actions at the same time."),
            N_("Move some in time, or share them."),
            who=action.responsible.strip(),
            count=most,
        )


def most_at_once(action: Action, actions: tuple[Action, ...]) -> int:
    """The most actions of the same owner that run on one day of this one, itself included."""
    if not (action.responsible.strip() and action.start and action.end):
        return 0
    others = [
        (max(other.start, action.start), other.end)
        for other in actions
        if other.id != action.id and other.start and other.end and owner(other) == owner(action)
    ]
    days = [action.start, *(start for start, _ in others if start <= action.end)]
    return max(1 + sum(start <= day <= end for start, end in others) for day in days)


def owner(action: Action) -> str:
    return " ".join(action.responsible.lower().split())


def something_to_show(action: Action, _: Context) -> Iterator[Advice]:
    if not any(written(action.deliverable)) and not action.milestones:
        yield warn(
            "deliverable", N_("Nothing tells when it is done."), N_("Say what comes of it, or give a milestone.")
        )


def for_a_goal(action: Action, context: Context) -> Iterator[Advice]:
    if not action.goal and context.goal is None:
        yield warn("goal", N_("This action belongs to no goal."), N_("Choose its goal, or leave it out of the plan."))


CHECKS: Mapping[str, Check] = {
    "A1": done_by_somebody_in_time,
    "A2": not_too_much_at_once,
    "A3": something_to_show,
    "A4": for_a_goal,
}
