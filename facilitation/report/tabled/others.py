"""What the day leaves behind: decisions, risks, and what is still to be done."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from facilitation.plans.tasks import left
from facilitation.report.reader import Reader
from facilitation.report.sheets import Cell, Sheet
from facilitation.report.tabled.columns import DAY, NARROW, WIDE, WIDEST, Column, sheet, written
from facilitation.report.tabled.metrics import name
from facilitation.report.tabled.placed import actions, metrics
from facilitation.shapes import Decision, Plan, Risk, Task
from facilitation.words import N_


def decisions(plan: Plan, to: Reader) -> Sheet:
    return sheet("decisions", N_("Decisions"), DECISIONS, [(each.id, each) for each in plan.decisions], to)


def risks(plan: Plan, to: Reader, languages: tuple[str, ...]) -> Sheet:
    return sheet("risks", N_("Risks"), RISKS, [(risk.id, risk) for risk in plan.risks], to, languages)


def tasks(plan: Plan, to: Reader) -> Sheet:
    names = dict(called(plan, to))

    def concerns(task: Task, _: Reader) -> Cell:
        return names.get(task.about)

    columns: tuple[Column[Task], ...] = (
        Column("what", N_("What"), lambda task, to: to.words(task.words), width=WIDE),
        Column("concerns", N_("Concerns"), concerns, width=WIDEST),
        Column("who", N_("Who"), lambda task, to: task.who, width=26),
        Column("by", N_("By"), lambda task, to: task.by, "day", DAY),
        Column("about_id", N_("Concerns (id)"), lambda task, to: task.about, width=16),
    )
    return sheet("tasks", N_("Next steps"), columns, list(known(left(plan))), to)


def known(tasks: Sequence[Task]) -> Iterator[tuple[str, Task]]:
    """Tasks have no ids of their own: they are known by what they are about and by what is to be done."""
    met: Counter[str] = Counter()
    for task in tasks:
        id = f"{task.about}.{re.sub(r'[^a-z0-9]+', '-', task.words.id.lower()).strip('-')}"
        met[id] += 1
        yield (id if met[id] == 1 else f"{id}.{met[id]}"), task


def called(plan: Plan, to: Reader) -> Iterator[tuple[str, str]]:
    """What the plan's parts are called where something concerns them."""
    for goal in plan.goals:
        yield goal.id, to.plain(goal.to)
    for metric in metrics(plan):
        yield metric.it.id, name(metric, to) or ""
    for action in actions(plan):
        yield action.it.id, to.plain(action.it.text)


DECISIONS: tuple[Column[Decision], ...] = (
    Column("text", N_("Decision"), lambda each, to: to.decided(each).text, width=WIDEST),
    Column("reason", N_("Why"), lambda each, to: each.reason, width=WIDEST),
    Column("day", N_("Day"), lambda each, to: each.day, "day", DAY),
    Column("cards", N_("Cards"), lambda each, to: to.listed(each.cards), width=18, spare=True),
)

RISKS: tuple[Column[Risk], ...] = (
    written("text", N_("Risk"), lambda risk: risk.text, width=WIDEST),
    Column("likelihood", N_("Likelihood"), lambda risk, to: risk.likelihood, "number", 14),
    Column("impact", N_("Impact"), lambda risk, to: risk.impact, "number", NARROW),
)
