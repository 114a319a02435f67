"""Lines: revised, added, taken out, moved. What is gone can come back."""

from dataclasses import replace
from typing import assert_never

from facilitation.plans.events import (
    FieldRevised,
    LineAdded,
    LineDropped,
    LineMoved,
    LinePutBack,
    PlanDrafted,
    PlanPlaced,
    Recorded,
    ThemeLeftOut,
    ValueKept,
    ValueSettled,
    Writing,
)
from facilitation.plans.evolve.altering import altered
from facilitation.plans.evolve.versions import with_version
from facilitation.plans.fields import FIELDS, entry_of, with_value
from facilitation.plans.lines import Line, blank, goal_of, kind_of, line_in, place_of, placed, with_line, without
from facilitation.plans.moving import UNFOCUSED, UNMAPPED
from facilitation.plans.parts import Dropped, Kept, Keyed
from facilitation.plans.state import Life
from facilitation.shapes import FocusChoice, Plan
from facilitation.steps.kind import Value

FILED = ("publicity", "records_class")
"""How a plan is filed is said as it is sent: it is nothing that whose plan it is confirmed, and nobody edits by it."""


def evolve(life: Life, event: Writing, recorded: Recorded) -> Life:
    """What writing makes of a plan."""
    match event:
        case PlanDrafted(plan, sources, organisation, keyed_in, decisions):
            whose = (organisation, keyed(keyed_in, recorded))
            drafted = Life(plan, plan, sources, recorded.by, recorded.at, *whose, stage="draft")
            along = replace(drafted, decisions=decisions, decided_at={each.id: recorded.seq for each in decisions})
            return with_version(edited(along, plan, recorded), recorded)
        case PlanPlaced(organisation, keyed_in):
            return replace(life, organisation=organisation, keyed=keyed(keyed_in, recorded))
        case FieldRevised(line, field, value, _, language):
            return with_field(life, line, field, value, language, recorded)
        case ValueKept(line, field, value, language):
            kept = Kept(line, field, language, value, recorded.by, recorded.at)
            return replace(life, kept=(*others_kept(life, kept), kept))
        case ValueSettled(line, field, value, _, language):
            settled = life.kept_of(line, field, language)
            left = tuple(each for each in life.kept if each not in settled)
            return with_field(replace(life, kept=left), line, field, value, language, recorded)
        case LineAdded():
            return edited(life, placed(life.plan, filled(event), event.under), recorded)
        case LineDropped(line, reason):
            return with_dropped(life, line, reason, recorded)
        case LinePutBack(line):
            return with_put_back(life, line, recorded)
        case LineMoved(line, under, place):
            return with_moved(life, line, under, place, recorded)
        case ThemeLeftOut():
            return edited(life, with_theme(life.plan, event), recorded)
        case unknown:
            assert_never(unknown)


def keyed(organisation: str, recorded: Recorded) -> Keyed | None:
    return Keyed(organisation, recorded.by) if organisation else None


def edited(life: Life, plan: Plan, recorded: Recorded) -> Life:
    others = life.keyed is not None and recorded.by not in life.keyed.own
    keyed = replace(life.keyed, changed=True) if life.keyed and others else life.keyed
    return altered(life, plan=plan, keyed=keyed, editor=recorded.by, changed_at=recorded.at)


def others_kept(life: Life, mine: Kept) -> tuple[Kept, ...]:
    """The kept values but for one person's own: who goes on writing keeps the last text, not every stage of it."""
    of = (mine.line, mine.field, mine.language, mine.by)
    return tuple(each for each in life.kept if (each.line, each.field, each.language, each.by) != of)


def with_field(life: Life, line: str, field: str, value: Value, language: str, recorded: Recorded) -> Life:
    """A field with a new value: what was overruled about it is to be looked at again."""
    found = line_in(life.plan, line)
    entry = entry_of(kind_of(found), field) if found else None
    if found is None or entry is None:
        return life
    plan = with_line(life.plan, with_value(found, entry, value, language))
    left = tuple(each for each in life.overruled if (each.about, each.field) != (line, field))
    after = edited(replace(life, overruled=left), settled(plan, line, field), recorded)
    return replace(after, keyed=life.keyed, editor=life.editor) if found is life.plan and field in FILED else after


def settled(plan: Plan, line: str, field: str) -> Plan:
    """Whoever chooses a goal's objectives anew has done what a mapping between strategies left open."""
    if field not in ("objectives", "own"):
        return plan
    left = tuple(task for task in plan.tasks if (task.about, task.words.id) != (line, UNMAPPED))
    return plan if left == plan.tasks else replace(plan, tasks=left)


def filled(event: LineAdded) -> Line:
    """A new line with what was said of it."""
    line = blank(event.kind, event.line)
    for entry in FIELDS[event.kind]:
        if entry.key in event.values:
            line = entry.put(line, event.values[entry.key])
    return line


def with_dropped(life: Life, line: str, reason: str, recorded: Recorded) -> Life:
    found, goal = line_in(life.plan, line), goal_of(life.plan, line)
    if found is None:
        return life
    under, place = goal.id if goal else "", place_of(life.plan, line)
    dropped = Dropped(found, under, place, reason, recorded.by, recorded.at)
    life = replace(life, dropped={**life.dropped, line: dropped})
    return edited(life, without(life.plan, line), recorded)


def with_put_back(life: Life, line: str, recorded: Recorded) -> Life:
    """Back where it stood; without a goal, if that is gone meanwhile."""
    was = life.dropped[line]
    left = {id: each for id, each in life.dropped.items() if id != line}
    return edited(replace(life, dropped=left), placed(life.plan, was.line, was.under, was.place), recorded)


def with_moved(life: Life, line: str, under: str, place: int, recorded: Recorded) -> Life:
    found = line_in(life.plan, line)
    if found is None:
        return life
    return edited(life, placed(without(life.plan, line), found, under, place), recorded)


def with_theme(plan: Plan, event: ThemeLeftOut) -> Plan:
    """Whoever says what is left out has done what a mapping between strategies left open."""
    others = tuple(each for each in plan.focus.left_out if each.about != event.theme)
    out = (FocusChoice(event.theme, event.name, event.reason),) if event.reason else ()
    left = tuple(task for task in plan.tasks if task.words.id != UNFOCUSED)
    return replace(plan, focus=replace(plan.focus, left_out=(*others, *out)), tasks=left)
