"""A plan on a newer strategy: its goals' objectives as the mapping has them, and what it leaves open as tasks."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from facilitation.live.commands import BringCard, BringLevels, Command
from facilitation.packs import Pack
from facilitation.packs.mapping import StrategyMapping, kept_metric
from facilitation.plans.focus import kept_statements, moved_focus
from facilitation.shapes import Goal, Plan, StateRow, Task
from facilitation.words import N_, Message

UNMAPPED = N_(
    "Earlier objective %(ids)s has none in the newer strategy. Choose its objective, or call the goal your own."
)

UNFOCUSED = N_(
    "Chosen or left out earlier: %(ids)s. The newer strategy does not have it. Say anew what is left out and why."
)


def moved(plan: Plan, mapping: StrategyMapping, before: Pack, after: Pack) -> Plan:
    """The plan by the method `after`. What was marked stays only where the statement's words did."""
    goals = tuple(_goal(goal, mapping, before, after) for goal in plan.goals)
    focus, gone = moved_focus(plan.focus, mapping, before, after)
    return replace(
        plan,
        pack=after.key,
        pack_version=after.version,
        strategy_version=after.strategy.version,
        goals=goals,
        loose_metrics=tuple(kept_metric(each, before, after) for each in plan.loose_metrics),
        current_state=tuple(_rows(plan.current_state, before, after)),
        themes=(),
        focus=focus,
        tasks=(
            *plan.tasks,
            *(_task(goal, lost) for goal in plan.goals if (lost := mapping.lost(goal.objectives))),
            *([Task(plan.id, Message(UNFOCUSED, {"ids": ", ".join(gone)}), plan.owner)] if gone else ()),
        ),
    )


def _goal(goal: Goal, mapping: StrategyMapping, before: Pack, after: Pack) -> Goal:
    objectives = mapping.of(goal.objectives)
    metrics = tuple(kept_metric(each, before, after) for each in goal.metrics)
    return replace(goal, objectives=objectives, theme=after.strategy.theme_of(objectives), metrics=metrics)


def _task(goal: Goal, lost: Iterable[str]) -> Task:
    return Task(goal.id, Message(UNMAPPED, {"ids": ", ".join(lost)}), goal.owner)


def _rows(rows: Iterable[StateRow], before: Pack, after: Pack) -> Iterator[StateRow]:
    for row in rows:
        if row.statement in kept_statements(before, after):
            statement = after.statement(row.statement)
            yield replace(row, objective=statement.objective if statement else row.objective)


def moved_commands(
    commands: Iterable[Command], mapping: StrategyMapping, before: Pack, after: Pack
) -> Iterator[tuple[Command, tuple[str, ...]]]:
    """What a workshop by the newer method is asked to bring, each with what of it has no counterpart there."""
    kept = kept_statements(before, after)
    for command in commands:
        match command:
            case BringCard(kind="goal", answers=answers):
                chosen = answers.get("objectives")
                old = chosen if isinstance(chosen, list) else []
                lost = mapping.lost(old)
                yield replace(command, answers={**answers, "objectives": list(mapping.of(old))}), lost
            case BringLevels(levels=levels, targets=targets):
                left = {key: level for key, level in levels.items() if key in kept}
                ends = {key: level for key, level in targets.items() if key in kept}
                if left:
                    yield replace(command, levels=left, targets=ends), ()
            case _:
                yield command, ()
