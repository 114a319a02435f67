"""Who changes what in a plan: a value that came too late stands beside the other, and nothing written is lost."""

from collections.abc import Iterable
from dataclasses import replace
from typing import assert_never

from facilitation import limits
from facilitation.live.rules.answers import leads_somewhere, lies_between
from facilitation.plans.beginnings import tidied
from facilitation.plans.commands import (
    AddLine,
    DraftPlan,
    DropLine,
    LeaveThemeOut,
    MoveLine,
    PlacePlan,
    PutLineBack,
    ReviseField,
    SettleField,
    Writing,
)
from facilitation.plans.events import (
    Event,
    FieldRevised,
    LineAdded,
    LineDropped,
    LineMoved,
    LinePutBack,
    PlanDrafted,
    PlanPlaced,
    Source,
    ThemeLeftOut,
    ValueKept,
    ValueSettled,
)
from facilitation.plans.fields import FIELDS, Entry, entry_of, nothing, value_of, with_value
from facilitation.plans.goals import theme_of
from facilitation.plans.lines import OF_A_GOAL, Line, goal_of, kind_of, line_in, lines, place_of
from facilitation.plans.rules.answers import fits, spoken
from facilitation.plans.rules.common import asked_of, existing, fresh, pack_of, within, writable
from facilitation.plans.state import Life
from facilitation.shapes import Goal, Metric, Plan
from facilitation.steps.kind import Interim, Value
from facilitation.steps.metrics import INTERIM
from facilitation.words import LANGUAGES, N_, Refused


def decide(life: Life, command: Writing) -> list[Event]:
    """What writing grants."""
    if isinstance(command, DraftPlan):
        return draft_plan(life, command)
    if not isinstance(command, PlacePlan):
        writable(life)
    match command:
        case PlacePlan(organisation, keyed_in):
            return place_plan(life, organisation, keyed_in)
        case ReviseField():
            return revise_field(life, command)
        case SettleField():
            return settle_field(life, command)
        case AddLine():
            return add_line(life, command)
        case DropLine(line, reason):
            return drop_line(life, line, reason)
        case PutLineBack(line):
            return put_line_back(life, line)
        case MoveLine():
            return move_line(life, command)
        case LeaveThemeOut(theme, reason):
            return leave_theme_out(life, theme, reason)
        case unknown:
            assert_never(unknown)


def draft_plan(life: Life, command: DraftPlan) -> list[Event]:
    """A plan begins once; whatever it is made of, each of its lines has an id of its own."""
    if life.stage:
        raise Refused(N_("This was already there. Nothing was lost."), code="id_taken")
    pack_of(command.plan.pack)
    plan = from_workshops(tidied(command.plan), command.sources)
    if sum(1 for _ in lines(plan)) > limits.LINES:
        raise full()
    return [PlanDrafted(plan, command.sources, command.organisation, command.keyed_in, command.decisions)]


def from_workshops(plan: Plan, sources: Iterable[Source]) -> Plan:
    """It says of itself which workshops it came from; what came as data says so already."""
    ids = tuple(each.id for each in sources if each.kind == "workshop")
    return plan if plan.workshops else replace(plan, workshops=ids)


def place_plan(life: Life, organisation: str, keyed_in: str) -> list[Event]:
    """Whose it is may be said at any stage: no word of the plan changes by it."""
    if not life.stage:
        raise Refused(N_("There is no such plan."), code="no_plan")
    if not organisation:
        raise Refused(N_("Choose whose plan it is."), code="empty", field="organisation")
    if life.of_branch and life.organisation not in ("", organisation):
        words = N_("A plan that is put together of others’ goals stays with its organisation.")
        raise Refused(words, code="of_branch", field="organisation")
    return [] if organisation == life.organisation else [PlanPlaced(organisation, keyed_in)]


def revise_field(life: Life, command: ReviseField) -> list[Event]:
    """The field changes, unless somebody changed it meanwhile: then both values are kept."""
    line = existing(life, command.line)
    entry = asked_of(line, command.field)
    language = spoken(entry, command.language)
    now, value = value_of(line, entry, language), fits(entry, command.value)
    if value == now:
        return []
    if not nothing(now) and now != command.base:
        return beside(command, value, now, language)
    on_its_way(line, entry, value)
    taken(line, entry, value, language)
    revised = FieldRevised(command.line, command.field, value, now, language)
    return [revised, *following(life, line, entry, value)]


def beside(command: ReviseField | SettleField, value: Value, now: Value, language: str) -> list[Event]:
    """What came too late stands beside what is there; an empty field says nothing that could stand there."""
    if nothing(value):
        words = N_("Somebody else changed this meanwhile. Look at it again before you empty it.")
        raise Refused(words, code="changed_meanwhile", field=command.field, kept={"now": now})
    return [ValueKept(command.line, command.field, value, language)]


def on_its_way(line: Line, entry: Entry, value: Value) -> None:
    """Refused where a metric's values on the way and their target would part."""
    if isinstance(line, Metric) and isinstance(entry.field, Interim):
        lies_between(entry.field, value, lambda key: said_of(line, key))
    if isinstance(line, Metric) and entry.key == INTERIM.target:
        leads_somewhere(value, said_of(line, INTERIM.key), entry.key)


def said_of(line: Metric, key: str) -> Value:
    entry = entry_of("metric", key)
    return value_of(line, entry) if entry else None


def taken(line: Line, entry: Entry, value: Value, language: str) -> None:
    """Refused where there is nothing to put the value into, such as the day of a figure that is not there."""
    if with_value(line, entry, value, language) == line:
        raise Refused(N_("Give the figure first, then its day."), code="no_figure", field=entry.key)


def following(life: Life, line: Line, entry: Entry, value: Value) -> list[Event]:
    """A goal's theme follows its objectives."""
    if not isinstance(line, Goal) or entry.key != "objectives":
        return []
    theme = theme_of(tuple(value) if isinstance(value, list) else (), pack_of(life.plan.pack))
    return [] if theme == line.theme else [FieldRevised(line.id, "theme", theme, line.theme)]


def settle_field(life: Life, command: SettleField) -> list[Event]:
    """One of the texts is chosen, or a third; if the plan has changed since, that one too is only kept."""
    line = existing(life, command.line)
    entry = asked_of(line, command.field)
    language = spoken(entry, command.language)
    if not life.kept_of(line.id, entry.key, language):
        return []
    now, value = value_of(line, entry, language), fits(entry, command.value)
    if now not in (command.base, value):
        return beside(command, value, now, language)
    on_its_way(line, entry, value)
    settled = ValueSettled(line.id, entry.key, value, now, language)
    return [settled, *following(life, line, entry, value)]


def add_line(life: Life, command: AddLine) -> list[Event]:
    """A new line with its first words; a metric or an action under a goal, or under none yet."""
    if command.kind not in FIELDS or command.kind == "plan":
        raise Refused(N_("The plan does not ask for that."), code="no_such_kind", field="kind")
    fresh({*life.dropped, *(line.id for line in lines(life.plan))}, command.line)
    if sum(1 for _ in lines(life.plan)) >= limits.LINES:
        raise full()
    goal_or_none(life, command.kind, command.under)
    values = {key: first_value(command.kind, key, value) for key, value in command.values.items()}
    for entry in FIELDS[command.kind]:
        if entry.field.required and nothing(values.get(entry.key)):
            raise Refused(N_("Write something first."), code="empty", field=entry.key)
        if isinstance(entry.field, Interim):
            lies_between(entry.field, values.get(entry.key), values.get)
    return [LineAdded(command.kind, command.line, with_theme(life, values), command.under)]


def first_value(kind: str, key: str, value: Value) -> Value:
    """A value of a new line: of words, every language that was written."""
    entry = entry_of(kind, key)
    if entry is None or not entry.shown:
        raise Refused(N_("The plan does not ask for that."), code="no_such_field", field=key)
    if not entry.is_words:
        return fits(entry, value)
    texts = value if isinstance(value, dict) else {}
    if not set(texts) <= set(LANGUAGES):
        raise Refused(N_("Choose one of the languages shown."), code="not_a_choice", field=key)
    return {code: str(fitted) for code, text in texts.items() if (fitted := fits(entry, text))}


def with_theme(life: Life, values: dict[str, Value]) -> dict[str, Value]:
    objectives = values.get("objectives")
    if not isinstance(objectives, list) or not objectives:
        return values
    return {**values, "theme": theme_of(tuple(objectives), pack_of(life.plan.pack))}


def goal_or_none(life: Life, kind: str, under: str) -> None:
    """Only metrics and actions stand under something, and that is a goal."""
    if under and (kind not in OF_A_GOAL or not isinstance(line_in(life.plan, under), Goal)):
        raise Refused(N_("That goal is no longer in the plan."), code="no_such_goal", field="under")


def drop_line(life: Life, line: str, reason: str) -> list[Event]:
    """A line goes, and what belongs to it; it can be put back."""
    if line in life.dropped:
        return []
    if isinstance(existing(life, line), Plan):
        raise Refused(N_("The plan itself cannot be taken out."), code="no_such_line")
    return [LineDropped(line, within(reason, limits.REASON, "reason"))]


def put_line_back(life: Life, line: str) -> list[Event]:
    if line not in life.dropped:
        return []
    there = {each.id for each in lines(life.plan)}
    parts = life.dropped[line].line
    if isinstance(parts, Goal) and there & {each.id for each in (*parts.metrics, *parts.actions)}:
        raise Refused(N_("This was already there. Nothing was lost."), code="id_taken")
    return [LinePutBack(line)]


def move_line(life: Life, command: MoveLine) -> list[Event]:
    """To another place among its neighbours, or to another goal."""
    line, under, place = command.line, command.under, command.place
    found = existing(life, line)
    kind = kind_of(found)
    if kind in ("plan", "follow_up"):
        raise Refused(N_("This stands where it stands."), code="no_such_line")
    goal_or_none(life, kind, under)
    if not 0 <= place <= limits.LINES:
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="place")
    goal = goal_of(life.plan, line)
    here = (goal.id if goal else "", place_of(life.plan, line))
    if here == (under, place):
        return []
    if command.seen not in (None, here[0], under):
        raise Refused(N_("Somebody else moved this meanwhile. Look at where it stands now."), code="changed_meanwhile")
    return [LineMoved(line, under, place)]


def leave_theme_out(life: Life, theme: str, reason: str) -> list[Event]:
    """A theme is left out knowingly, with a reason; without one it is to be looked at again."""
    found = pack_of(life.plan.pack).strategy.theme(theme)
    if found is None:
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="theme")
    tidy = within(reason, limits.REASON, "reason")
    now = next((each.reason for each in life.plan.focus.left_out if each.about == theme), "")
    return [] if tidy == now else [ThemeLeftOut(theme, tidy, found.name)]


def full() -> Refused:
    return Refused(N_("The plan is full."), code="full")
