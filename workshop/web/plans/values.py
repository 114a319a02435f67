"""Values of a plan's fields in words, and what differs between two plans as a page tells it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from flask_babel import gettext as _

from facilitation.packs import Pack
from facilitation.plans.differences import Change, Difference, differences, theme_changes
from facilitation.plans.fields import Entry, nothing
from facilitation.plans.fields.milestones import Milestones
from facilitation.plans.fields.milestones import read as point
from facilitation.report import figures
from facilitation.report.lists import interim_targets, milestones
from facilitation.shapes import Plan
from facilitation.steps.interim import read
from facilitation.steps.kind import Choice, Day, Interim, Value
from facilitation.words import N_, said
from workshop.languages import NAMES, reader_language
from workshop.web.document import wording
from workshop.web.method import reading

HOW: Mapping[str, tuple[str, str]] = {
    "added": ("ok", N_("New")),
    "dropped": ("bad", N_("Taken out")),
    "moved": ("none", N_("Moved")),
    "revised": ("info", N_("Changed")),
}
KINDS: Mapping[str, str] = {
    "plan": N_("The plan as a whole"),
    "goal": N_("Goal"),
    "metric": N_("Metric"),
    "action": N_("Action"),
    "risk": N_("Risk"),
    "follow_up": N_("Day of follow-up"),
}


def shown(kind: str, entry: Entry, value: Value, pack: Pack) -> str:
    """A value as a reader writes it; nothing for nothing."""
    if nothing(value) or value is False:
        return ""
    match entry.field, value:
        case Choice(choices=choices), str():
            return reading(pack).answer(kind, entry.field, value, dict(choices).get(value, value))
        case Day(), str():
            return figures.day(date.fromisoformat(value), reader_language())
        case _, bool():
            return _("Yes")
        case _, int() | float():
            return figures.number(value, reader_language())
        case Interim(), list():
            return interim_targets(map(read, value), reader_language())
        case Milestones(), list():
            return milestones(map(point, value), reading(pack)).text
        case _, list():
            return ", ".join(NAMES.get(each, each) for each in value)
        case _:
            return reading(pack).choice(kind, entry.key, str(value))


@dataclass(frozen=True)
class Told:
    """A field that differs."""

    label: str
    language: str
    before: str
    after: str


@dataclass(frozen=True)
class Line:
    """A line that differs, with what became of it."""

    kind: str
    name: str
    how: list[tuple[str, str]]
    fields: list[Told]


def told(before: Plan, after: Plan, pack: Pack) -> list[Line]:
    """What differs, line by line, in words."""
    lines = [line(each, pack) for each in differences(before, after)]
    themes = [Told(theme_name(each.theme, pack), "", each.before, each.after) for each in theme_changes(before, after)]
    return [*lines, *([Line(_("Focus"), _("Themes left out"), [how("revised")], themes)] if themes else [])]


def line(each: Difference, pack: Pack) -> Line:
    name = said(each.name, reader_language())
    fields = [field(each.kind, change, pack) for change in each.changes]
    return Line(wording(KINDS[each.kind]), name, [how(one) for one in sorted(each.how)], fields)


def how(one: str) -> tuple[str, str]:
    kind, words = HOW[one]
    return kind, wording(words)


def field(kind: str, change: Change, pack: Pack) -> Told:
    before, after = (shown(kind, change.entry, value, pack) for value in (change.before, change.after))
    return Told(reading(pack).label(kind, change.entry.field), change.language, before, after)


def theme_name(id: str, pack: Pack) -> str:
    theme = pack.strategy.theme(id)
    return said(theme.name, reader_language()) if theme else id
