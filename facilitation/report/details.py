"""What goals and actions say besides their pages: why, kind of result, what is needed, milestones, risks, notes."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from facilitation.report.blocks import Block, Column, Headline, Section, Table
from facilitation.report.lists import milestones
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.shapes import Action, Goal, Plan
from facilitation.words import N_

Part = tuple[str, Callable[[Action, Reader], Words]]

NEEDS = {
    "resources": N_("Resources"),
    "partners": N_("Partners"),
    "funding": N_("Funding"),
    "effort": N_("Effort (person-days)"),
    "cost": N_("Cost (€)"),
    "yearly": N_("Repeats every year"),
    "priority": N_("Priority"),
}
"""What an action needs, a line each behind its name."""


def section(plan: Plan, to: Reader) -> Section:
    of_goals = ((str(number), action) for number, goal in enumerate(plan.goals, 1) for action in goal.actions)
    return Section(
        to.words(N_("Actions in detail")),
        tuple(_table([*of_goals, *((NONE.text, action) for action in plan.loose_actions)], to)),
        to.words(N_("What each action needs, its milestones and its risk.")),
    )


def _table(actions: Sequence[tuple[str, Action]], to: Reader) -> Iterator[Block]:
    """One for all of them, each after the number of its goal, with the columns that any of them fills."""
    rows = [(number, action, [told(action, to) for _, told in PARTS]) for number, action in actions]
    kept = [at for at in range(len(PARTS)) if any(says(cells[at]) for *_, cells in rows)]
    if not kept:
        return
    yield Headline(to.words(N_("What the actions need")), to.words(N_("Actions in detail")))
    yield Table(
        to.words(N_("Needs, milestones and risks of the actions")),
        (
            Column(to.words(N_("Goal")), 0.6),
            Column(to.words(N_("Action")), 3),
            *(Column(to.words(PARTS[at][0]), 2.4) for at in kept),
        ),
        tuple(
            (Words(number), to.theirs(action.text, f"actions/{action.id}/text"), *(cells[at] for at in kept))
            for number, action, cells in rows
            if any(map(says, cells))
        ),
    )


def why(goal: Goal, to: Reader) -> Iterator[Block]:
    """Why the goal was chosen and what kind of result it is, where somebody said so."""
    told = (
        (N_("Kind of result"), Words(to.choice("goal", "result", goal.result), at=f"goals/{goal.id}/result")),
        (N_("Why this one"), to.theirs(goal.why, f"goals/{goal.id}/why") if goal.why else NONE),
    )
    rows = tuple((Words(to.words(name)), words) for name, words in told if says(words))
    if rows:
        heads = (Column(to.words(N_("About the goal")), 1.6), Column(to.words(N_("What we agreed")), 5))
        yield Table(to.words(N_("Why the goal was chosen")), heads, rows)


def says(words: Words) -> bool:
    """Whether there is anything to tell."""
    return words.text not in ("", NONE.text)


def _needs(action: Action, to: Reader) -> Words:
    lines = [f"{name}: {words.text}" for name, words in _needed(action, to)]
    return replace(Words("\n".join(lines), theirs=True) if lines else NONE, at=f"actions/{action.id}/needs")


def _needed(action: Action, to: Reader) -> Iterator[tuple[str, Words]]:
    """What it needs as far as that is said, each behind its name."""
    said = {
        "resources": to.theirs(action.resources),
        "partners": to.theirs(action.partners),
        "funding": to.theirs(action.funding),
        "effort": Words(to.number(action.effort)),
        "cost": Words(to.number(action.cost)),
        "yearly": Words(to.words(N_("Yes")).lower() if action.yearly else ""),
        "priority": Words(to.choice("action", "priority", action.priority)),
    }
    for key, name in NEEDS.items():
        if says(said[key]):
            yield to.words(name), replace(said[key], at=f"actions/{action.id}/{key}")


def _milestones(action: Action, to: Reader) -> Words:
    return replace(milestones(action.milestones, to), at=f"actions/{action.id}/milestones")


def _risk(action: Action, to: Reader) -> Words:
    return to.theirs(action.risk, f"actions/{action.id}/risk")


def _notes(action: Action, to: Reader) -> Words:
    return Words("\n".join(action.notes), theirs=True) if action.notes else NONE


PARTS: tuple[Part, ...] = (
    (N_("What it needs"), _needs),
    (N_("Milestones"), _milestones),
    (N_("Risk"), _risk),
    (N_("Notes"), _notes),
)
"""Their heads, and what stands under each."""


def fields(action: Action, to: Reader) -> Iterator[tuple[str, Words]]:
    """All that is told of one action besides what is done, whose it is, when, and what comes out of it."""
    yield from _needed(action, to)
    for name, told in PARTS[1:]:
        yield to.words(name), told(action, to)
    if action.status != "to_come":
        stands = to.choice("action", "status", action.status)
        yield to.words(N_("Status")), Words(stands, at=f"actions/{action.id}/status")
