"""The goals, each on its own page: from where to where, for what, who answers, how it is measured and done."""

from collections.abc import Iterator
from dataclasses import replace

from facilitation.report.blocks import Block, Column, Headline, Provenance, Section, SpanRow, Spans, Table
from facilitation.report.details import why
from facilitation.report.evidence import behind
from facilitation.report.figures import month
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.shapes import Action, Goal, Metric, Plan
from facilitation.words import N_

AGREEMENTS = {
    "": N_("Not yet considered"),
    "no": N_("No"),
    "candidate": N_("Candidate"),
    "agreed": N_("Agreed"),
}
OWN = N_("Our own goal, outside the strategy")
UNKNOWN = N_("Not known yet")
PROMISED_BY = N_("%(who)s finds out by %(day)s")
PROMISED = N_("Found out by %(who)s")


def section(plan: Plan, to: Reader) -> Section:
    return Section(
        to.words(N_("Goals")),
        (
            *(block for number, goal in enumerate(plan.goals, 1) for block in goal_page(number, goal, to)),
            *_loose(plan, to),
        ),
        to.words(N_("Each goal with its objective, owner, metrics and actions.")),
    )


def goal_page(number: int, goal: Goal, to: Reader) -> Iterator[Block]:
    yield Headline(finding(number, goal, to), to.words(N_("Goal %(number)s"), number=number))
    yield Spans(
        (
            SpanRow(
                to.words(N_("From")),
                to.theirs(goal.from_, f"goals/{goal.id}/from"),
                _to_by(goal, to),
                to.theirs(goal.to, f"goals/{goal.id}/to"),
                f"goals/{goal.id}/due",
            ),
        )
    )
    yield _facts(goal, to)
    if goal.metrics:
        yield metric_table(goal.metrics, to)
    if goal.actions:
        yield action_table(goal.actions, to)
    yield from why(goal, to)
    yield Provenance(tuple(behind(goal.evidence, to)))


def finding(number: int, goal: Goal, to: Reader) -> str:
    """What changes, as levels and day say it; the goal's own sentence stands below, in the words of its writers."""
    name = _subject(goal, to)
    if goal.level_now is not None and goal.level_target is not None:
        return to.words(
            N_("Goal %(number)s: %(name)s from level %(now)s to level %(target)s"),
            number=number,
            name=name,
            now=goal.level_now,
            target=goal.level_target,
        )
    if goal.due:
        return to.words(N_("Goal %(number)s: %(name)s by %(day)s"), number=number, name=name, day=to.day(goal.due))
    return to.words(N_("Goal %(number)s: %(name)s"), number=number, name=name)


def _subject(goal: Goal, to: Reader) -> str:
    strategy = to.pack.strategy
    objective = strategy.objective(goal.objectives[0]) if goal.objectives else None
    theme = strategy.theme(goal.theme or (objective.theme if objective else ""))
    return to.plain(theme.name) if theme else to.words(N_("our own goal"))


def _to_by(goal: Goal, to: Reader) -> str:
    return to.words(N_("To, by %(day)s"), day=to.day(goal.due)) if goal.due else to.words(N_("To"))


def numbered(number: int, goal: Goal, to: Reader) -> Words:
    """A goal by its number and its sentence, in a list of several."""
    said = to.theirs(goal.to)
    return replace(said, text=f"{number}. {said.text}", at=f"goals/{goal.id}/named")


def owner(goal: Goal, to: Reader) -> Words:
    return to.named(goal.owner, f"goals/{goal.id}/owner")


def due(goal: Goal, to: Reader) -> Words:
    return Words(to.day(goal.due), at=f"goals/{goal.id}/due")


def agreement(goal: Goal, to: Reader) -> Words:
    """Whether it is proposed for the performance agreement, and of which year."""
    year = f" {goal.agreement_year}" if goal.agreement_year else ""
    return Words(to.words(AGREEMENTS[goal.agreement]) + year, at=f"goals/{goal.id}/agreement")


def _facts(goal: Goal, to: Reader) -> Table:
    return Table(
        to.words(N_("The goal’s objective, owner and place in steering")),
        (
            Column(to.words(N_("Objective of the strategy")), 4),
            Column(to.words(N_("Owner")), 2.8),
            Column(to.words(N_("Scope")), 2.2),
            Column(to.words(N_("Performance agreement")), 2),
        ),
        (
            (
                objectives(goal, to),
                owner(goal, to),
                replace(_or_none(to.choice("goal", "scope", goal.scope)), at=f"goals/{goal.id}/scope"),
                agreement(goal, to),
            ),
        ),
    )


def objectives(goal: Goal, to: Reader) -> Words:
    """The objectives that it serves, a line each, or that it serves none on purpose."""
    return replace(_objectives(goal, to), at=f"goals/{goal.id}/objectives")


def _objectives(goal: Goal, to: Reader) -> Words:
    if not goal.objectives:
        return to.line(OWN) if goal.own else NONE
    each = [_objective(id, to) for id in goal.objectives]
    return Words(
        "\n".join(words.text for words in each), each[0].language, unconfirmed=any(words.unconfirmed for words in each)
    )


def _objective(id: str, to: Reader) -> Words:
    objective = to.pack.strategy.objective(id)
    if objective is None:
        return Words(id)
    return to.official(f"strategy.objectives.{id}", objective.text, before=f"{id} ")


def _or_none(text: str) -> Words:
    return Words(text) if text else NONE


def metric_table(metrics: tuple[Metric, ...], to: Reader) -> Table:
    """With their scopes where two have one name, as those of several units in a branch's goal do."""
    names = [metric_name(metric, to) for metric in metrics]
    scoped = len({name.text for name in names}) < len(names)
    return Table(
        to.words(N_("Metrics of the goal")),
        (
            Column(to.words(N_("Metric")), 4),
            *([Column(to.words(N_("Scope")), 3)] if scoped else []),
            Column(to.words(N_("Baseline")), 2.8),
            Column(to.words(N_("Target")), 2.2),
            Column(to.words(N_("Owner")), 2),
        ),
        tuple(
            (
                name,
                *([to.theirs(metric.scope, f"metrics/{metric.id}/scope")] if scoped else []),
                replace(baseline(metric, to), at=f"metrics/{metric.id}/baseline"),
                replace(target(metric, to), at=f"metrics/{metric.id}/target"),
                to.named(metric.owner, f"metrics/{metric.id}/owner"),
            )
            for name, metric in zip(names, metrics, strict=True)
        ),
    )


def metric_name(metric: Metric, to: Reader) -> Words:
    library = to.pack.metric(metric.library) if metric.library and not metric.name else None
    at = f"metrics/{metric.id}/name"
    if library:
        return replace(to.official(f"library.{library.id}.name", library.name), at=at)
    return to.theirs(metric.name, at)


def baseline(metric: Metric, to: Reader) -> Words:
    """The figure and its day, or who finds it out by when."""
    if metric.baseline is not None:
        return _valued(
            to.measured(metric.baseline, metric.unit),
            month(metric.baseline.day, to.language) if metric.baseline.day else "",
        )
    promise = metric.baseline_promise
    if promise is None:
        return to.line(UNKNOWN)
    if promise.who and promise.by:
        return to.line(PROMISED_BY, who=promise.who, day=to.day(promise.by))
    return to.line(PROMISED, who=promise.who) if promise.who else to.line(UNKNOWN)


def target(metric: Metric, to: Reader) -> Words:
    if metric.target is None:
        return NONE
    return _valued(
        to.number(metric.target.value, metric.unit), month(metric.target.day, to.language) if metric.target.day else ""
    )


def _valued(value: str, day: str) -> Words:
    return Words(f"{value} ({day})" if day else value)


def action_table(actions: tuple[Action, ...], to: Reader) -> Table:
    return Table(
        to.words(N_("Actions of the goal")),
        (
            Column(to.words(N_("Action")), 4),
            Column(to.words(N_("Responsible")), 2.8),
            Column(to.words(N_("When")), 2.2),
            Column(to.words(N_("Deliverable")), 2),
        ),
        tuple(
            (
                to.theirs(action.text, f"actions/{action.id}/text"),
                to.named(action.responsible, f"actions/{action.id}/responsible"),
                Words(when(action, to), at=f"actions/{action.id}/when"),
                to.theirs(action.deliverable, f"actions/{action.id}/deliverable"),
            )
            for action in actions
        ),
    )


def when(action: Action, to: Reader) -> str:
    ends = [month(day, to.language) for day in (action.start, action.end) if day]
    return " \N{EN DASH} ".join(dict.fromkeys(ends)) or NONE.text


def _loose(plan: Plan, to: Reader) -> Iterator[Block]:
    if plan.loose_metrics:
        n = len(plan.loose_metrics)
        yield Headline(
            to.counted(N_("One metric has no goal yet"), N_("%(n)s metrics have no goal yet"), n), to.words(N_("Goals"))
        )
        yield metric_table(plan.loose_metrics, to)
    if plan.loose_actions:
        n = len(plan.loose_actions)
        yield Headline(
            to.counted(N_("One action has no goal yet"), N_("%(n)s actions have no goal yet"), n), to.words(N_("Goals"))
        )
        yield action_table(plan.loose_actions, to)
