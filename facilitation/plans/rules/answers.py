"""Whether a value fits its entry."""

from dataclasses import replace

from facilitation import limits
from facilitation.live.rules.answers import chosen, day, figure, interim, level, objectives, text, tongue
from facilitation.live.rules.common import within
from facilitation.plans.fields import Entry, nothing
from facilitation.plans.fields.entry import Languages, Plain, Yes
from facilitation.plans.fields.milestones import Milestones, read, told
from facilitation.shapes import Milestone
from facilitation.steps.kind import Choice, Day, Interim, Number, Objective, Person, Scale, Text, Value
from facilitation.words import LANGUAGES, N_, Refused


def fits(entry: Entry, value: Value) -> Value:
    """The tidied value, or Refused at its field. Nothing fits too, but where the line would not be itself without."""
    field = entry.field
    if isinstance(field, Yes):
        return bool(value)
    if nothing(value):
        return blank(entry)
    match field:
        case Text(limit=limit) | Person(limit=limit) | Plain(limit=limit):
            return within(text(field, value), limit, field.key) or blank(entry)
        case Scale(low=low, high=high):
            return level(field, value, low, high)
        case Choice(choices=choices):
            return chosen(field, value, [key for key, _ in choices])
        case Number():
            return figure(field, value)
        case Day():
            return day(field, value)
        case Interim():
            return interim(field, value)
        case Objective():
            return objectives(field, value)
        case Milestones():
            return milestones(field, value)
        case Languages():
            return languages(field.key, value)
        case _:
            raise TypeError(f"no rule for a field of kind {type(field).__name__}")


def blank(entry: Entry) -> Value:
    """What stands for nothing, as a line without an answer holds it."""
    field = entry.field
    if field.required and not entry.is_words:
        raise Refused(N_("This cannot be left empty."), code="empty", field=field.key)
    if isinstance(field, Objective | Languages | Interim | Milestones):
        return []
    return "" if isinstance(field, Text | Plain) else None


def milestones(field: Milestones, value: Value) -> list[str]:
    """In the order in which they were written; each with a name."""
    if len(value if isinstance(value, list) else ()) > limits.MILESTONES:
        raise Refused(N_("Give at most %(most)s milestones."), code="too_many", field=field.key, most=limits.MILESTONES)
    return [told(milestone(field, text)) for text in (value if isinstance(value, list) else [value])]


def milestone(field: Milestones, text: object) -> Milestone:
    try:
        found = read(str(text))
    except ValueError:
        found = Milestone({})
    if not found.name or not set(found.name) <= set(LANGUAGES):
        raise Refused(N_("Give each milestone a name."), code="no_name", field=field.key)
    return replace(found, name={code: within(said, field.limit, field.key) for code, said in found.name.items()})


def languages(field: str, value: Value) -> Value:
    if not isinstance(value, list) or not set(value) <= set(LANGUAGES):
        raise Refused(N_("Choose from the languages shown."), code="not_a_choice", field=field)
    return [code for code in LANGUAGES if code in value]


def spoken(entry: Entry, language: str) -> str:
    """The language of words; none for anything else."""
    return tongue(language) if entry.is_words else ""
