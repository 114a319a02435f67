"""What is left to do after the workshop: what the room had no time for, said as tasks, with whoever promised it."""

from collections.abc import Iterator

from facilitation.shapes import Action, Goal, Metric, Plan, Task
from facilitation.words import N_, Message


def tasks(plan: Plan) -> tuple[Task, ...]:
    """Every gap of the draft, in the order of the plan."""
    metrics = (*(metric for goal in plan.goals for metric in goal.metrics), *plan.loose_metrics)
    actions = (*(action for goal in plan.goals for action in goal.actions), *plan.loose_actions)
    return (
        *(task for goal in plan.goals for task in of_goal(goal)),
        *(task for metric in metrics for task in of_metric(metric)),
        *(task for action in actions for task in of_action(action)),
    )


def left(plan: Plan) -> tuple[Task, ...]:
    """What nobody has settled since: a gap that was filled, or that went with its line, is none any more."""
    open_still = {(task.about, task.words.id) for task in tasks(plan)}
    return tuple(task for task in plan.tasks if task.words.id not in GAPS or (task.about, task.words.id) in open_still)


def of_goal(goal: Goal) -> Iterator[Task]:
    if not goal.owner:
        yield Task(goal.id, Message(N_("Agree on who answers for the goal.")))
    if goal.due is None:
        yield Task(goal.id, Message(N_("Agree on the day by which it is reached.")), goal.owner)
    if not goal.metrics:
        yield Task(goal.id, Message(N_("Find a metric for the goal.")), goal.owner)
    if not goal.actions:
        yield Task(goal.id, Message(N_("Agree on the first action.")), goal.owner)


def of_metric(metric: Metric) -> Iterator[Task]:
    promise = metric.baseline_promise
    if metric.baseline is None:
        who, by = (promise.who, promise.by) if promise else (metric.owner, None)
        yield Task(metric.id, Message(N_("Find out the baseline.")), who, by)
    if metric.target is None:
        yield Task(metric.id, Message(N_("Set the target and its day.")), metric.owner)
    if not metric.definition:
        yield Task(metric.id, Message(N_("Write down what is counted.")), metric.owner)
    if not metric.source:
        yield Task(metric.id, Message(N_("Name the data source and who delivers it.")), metric.owner)
    if not metric.frequency:
        yield Task(metric.id, Message(N_("Agree on how often it is measured.")), metric.owner)


def of_action(action: Action) -> Iterator[Task]:
    if not action.responsible:
        yield Task(action.id, Message(N_("Agree on who is responsible.")))
    if action.end is None:
        yield Task(action.id, Message(N_("Agree on when it ends.")), action.responsible)


NOTHING_YET = Plan("", goals=(Goal(""),), loose_metrics=(Metric(""),), loose_actions=(Action(""),))
GAPS = frozenset(task.words.id for task in tasks(NOTHING_YET))
"""By which sentences a task is known that is settled by filling in a field or adding a line."""
