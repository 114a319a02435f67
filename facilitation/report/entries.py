"""The plan's days as entries of a calendar: what ends, what is due, when the plan is looked at again."""

from collections.abc import Iterator
from dataclasses import replace

from facilitation.plans.tasks import left
from facilitation.report.goals import metric_name, objectives
from facilitation.report.reader import Reader
from facilitation.report.sheets import Entry
from facilitation.report.tabled.others import called, known
from facilitation.report.tabled.placed import Placed, actions, metrics
from facilitation.report.tabled.readings import figures
from facilitation.shapes import Action, Goal, Metric, Plan
from facilitation.words import N_


def entries(plan: Plan, to: Reader) -> Iterator[Entry]:
    """In order of day. Ids name the workshop and the plan too: calendars hold many plans."""
    home = ".".join((*plan.workshops, plan.id))
    every = sorted(_entries(plan, to), key=lambda entry: entry.day)
    return (replace(entry, id=f"{home}.{entry.id}") for entry in every)


def _entries(plan: Plan, to: Reader) -> Iterator[Entry]:
    for number, goal in enumerate(plan.goals, 1):
        yield from _goal(number, goal, to)
    for action in actions(plan):
        yield from _action(action, to)
    for metric in metrics(plan):
        yield from _figures(metric, to)
        yield from _promise(metric, to)
    yield from _tasks(plan, to)
    yield from _follow_up(plan, to)


def _goal(number: int, goal: Goal, to: Reader) -> Iterator[Entry]:
    if goal.due:
        words = to.words(N_("Goal %(number)s is due: %(name)s"), number=number, name=to.plain(goal.to))
        served = objectives(goal, to).text if goal.objectives else ""
        yield Entry(f"{goal.id}.due", goal.due, words, _about(to.words(N_("Owner")), goal.owner, served))


def _action(at: Placed[Action], to: Reader) -> Iterator[Entry]:
    action = at.it
    if action.end:
        words = to.words(N_("Action ends: %(name)s"), name=to.plain(action.text))
        about = _about(to.words(N_("Responsible")), action.responsible, to.plain(action.deliverable), _goal_of(at, to))
        yield Entry(f"{action.id}.end", action.end, words, about)


def _figures(at: Placed[Metric], to: Reader) -> Iterator[Entry]:
    """What is to be reached by a day; the baseline is known already."""
    for figure in figures(at):
        if figure.kind != "baseline" and figure.reading.day:
            value = to.number(figure.reading.value, at.it.unit)
            words = to.words(N_("%(name)s: %(value)s is due"), name=metric_name(at.it, to).text, value=value)
            yield Entry(figure.id, figure.reading.day, words, _answers(at, to))


def _promise(at: Placed[Metric], to: Reader) -> Iterator[Entry]:
    promise = at.it.baseline_promise
    if promise and promise.by and at.it.baseline is None:
        words = to.words(N_("%(name)s: the baseline is due"), name=metric_name(at.it, to).text)
        about = _about(to.words(N_("Who")), promise.who, _goal_of(at, to))
        yield Entry(f"{at.it.id}.baseline", promise.by, words, about)


def _tasks(plan: Plan, to: Reader) -> Iterator[Entry]:
    names = dict(called(plan, to))
    for id, task in known(left(plan)):
        if task.by:
            about = _about(to.words(N_("Who")), task.who, names.get(task.about, ""))
            yield Entry(id, task.by, to.words(task.words), about)


def _follow_up(plan: Plan, to: Reader) -> Iterator[Entry]:
    title = to.plain(plan.title) or to.words(N_("Action plan"))
    for number, each in enumerate(sorted(plan.follow_up, key=lambda each: each.day), 1):
        words = to.words(N_("We look at the plan again: %(title)s"), title=title)
        yield Entry(f"follow-up.{number}", each.day, words, to.plain(each.what))


def _answers(at: Placed[Metric], to: Reader) -> str:
    return _about(to.words(N_("Owner")), at.it.owner, _goal_of(at, to))


def _goal_of(at: Placed[Action] | Placed[Metric], to: Reader) -> str:
    return to.words(N_("Goal %(number)s"), number=at.number) if at.number else ""


def _about(head: str, who: str, *lines: str) -> str:
    return "\n".join(line for line in (f"{head}: {who}" if who else "", *lines) if line)
