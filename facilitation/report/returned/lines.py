"""A plan that lives by itself: which columns come from a field of its lines, and the command that changes it."""

from collections.abc import Mapping
from typing import TypeAlias

from facilitation.plans.commands import MoveLine, ReviseField
from facilitation.plans.fields import entry_of, nothing, value_of, with_value
from facilitation.plans.fields.entry import Yes
from facilitation.plans.lines import Line as PlanLine
from facilitation.plans.lines import goal_of, kind_of, line_in
from facilitation.report import head
from facilitation.report.reader import Reader
from facilitation.report.returned.columns import CARDS, Source, Sources, offered, source_of, worded, words
from facilitation.report.returned.compare import Line
from facilitation.report.returned.lists import milestones_in
from facilitation.report.returned.wishes import value_of as told
from facilitation.shapes import Metric, Plan
from facilitation.steps.kind import Value

PlanWish: TypeAlias = ReviseField | MoveLine

UNDER = "goal"
"""Not a field of a line but the place where it stands."""


def plain(*fields: str) -> Mapping[str, Source]:
    return {field: Source(field) for field in fields}


LINES: Sources = {
    "goals": {
        **CARDS["goals"],
        **{field: offered("goal", field, "line") for field in ("scope", "result")},
        **plain("agreement_year", "own"),
    },
    "metrics": {
        **CARDS["metrics"],
        **{field: words(field) for field in ("question", "scope", "reaction")},
        **{field: offered("metric", field) for field in ("level", "aggregation", "cost", "available")},
        **plain("delivered_by", "weight", "range_low", "range_high", "green_from", "amber_from"),
        **plain("precision", "expected_denominator", "days_to_count"),
        "publicity": offered("metric", "publicity", "line"),
    },
    "actions": {
        **CARDS["actions"],
        **{field: offered("action", field) for field in ("status", "priority")},
        **plain("effort", "cost", "funding", "yearly"),
        "milestones": Source("milestones", read=milestones_in),
        "risk": words("risk"),
    },
    "follow_up": {"day": Source("day"), "what": words("what")},
    "risks": {"text": words("text"), **plain("likelihood", "impact")},
    head.WHOLE: {
        head.slug(name): source
        for name, source in (
            (head.TITLE, words("title")),
            (head.ORGANISATION, Source("organisation")),
            (head.PERIOD, Source("period")),
            (head.OWNER, Source("owner")),
            (head.PUBLIC, worded("publicity", head.PUBLICITY, free=True)),
            (head.RECORDS, Source("records_class")),
            (head.SUMMARY, words("summary")),
            (head.BACKGROUND, words("background")),
            (head.REASON, Source("agreement_reason")),
        )
    },
}


def wish_of_plan(line: Line, plan: Plan, to: Reader) -> PlanWish | None:
    """The command that makes it so; None if the line says so already. Raises Unfit for a choice that there is not."""
    source = source_of(line.sheet, line.row, line.field.key, LINES)
    found = plan if line.sheet == head.WHOLE else line_in(plan, line.row)
    if source is None or found is None:
        return None
    if source.field == UNDER:
        return moved(found, str(line.new or ""), plan)
    entry = entry_of(kind_of(found), source.field)
    if entry is None:
        return None
    language = (line.field.key.partition(".")[2] or to.language) if entry.is_words else ""
    now = value_of(found, entry, language)
    value = bool(line.new) if isinstance(entry.field, Yes) else told(line.new, source, to, now)
    if value == now or nothing(value) and (nothing(now) or with_value(found, entry, value, language) == found):
        return None
    return ReviseField(found.id, entry.key, value, now, language)


def moved(found: PlanLine, under: str, plan: Plan) -> MoveLine | None:
    """To the end of another goal's list, or of those that no goal has yet."""
    stood = under_of(plan, found.id)
    if under == stood:
        return None
    goal = next((each for each in plan.goals if each.id == under), None)
    lists = (goal.metrics, goal.actions) if goal else (plan.loose_metrics, plan.loose_actions)
    return MoveLine(found.id, under, len(lists[0] if isinstance(found, Metric) else lists[1]), stood)


def under_of(plan: Plan, line: str) -> str:
    """The goal that a line stands under; none for others."""
    goal = goal_of(plan, line)
    return goal.id if goal else ""


def as_asked(plan: Plan, wish: PlanWish) -> bool:
    """Whether the plan still says what the page showed, or says already what is wanted."""
    found = line_in(plan, wish.line)
    if found is None:
        return True
    if isinstance(wish, MoveLine):
        return under_of(plan, wish.line) in (wish.seen, wish.under)
    entry = entry_of(kind_of(found), wish.field)
    now: Value = value_of(found, entry, wish.language) if entry else None
    return now in (wish.base, wish.value) or nothing(now) and nothing(wish.base)
