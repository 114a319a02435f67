"""Plans that come back as the file they left as: read strictly, trusted in nothing."""

import re
from typing import Any, TypeVar

import msgspec

from facilitation import shapes
from facilitation.words import N_, Message, Refused
from workshop.schemas import shape
from workshop.texts import without_controls

MOST_BYTES = 2_000_000
PLACE = re.compile(r"%\((\w+)\)s")
UNREADABLE = N_("This is not a plan that was downloaded as data from Toimi.")

Part = TypeVar("Part")


def plan_of(file: bytes) -> shapes.Plan:
    """The whole plan in a file. Raises Refused, at the field `plan`, for anything else."""
    try:
        return sayable(shape.plan(part_of(file, shape.Plan)))
    except msgspec.ValidationError:
        raise unreadable() from None


def sayable(plan: shapes.Plan) -> shapes.Plan:
    """The plan, if its sentences and tables can be told: others would break every page and file that it goes into."""
    sentences = [task.words for task in plan.tasks]
    for each in plan.gathered:
        sentences += [cell for row in each.rows for cell in row if isinstance(cell, Message)]
        if not all((each.title, *each.fields)) or any(len(row) != len(each.fields) for row in each.rows):
            raise unreadable()
    if not all(map(fits, sentences)):
        raise unreadable()
    return plan


def fits(sentence: Message) -> bool:
    """Whether what goes into a sentence fills its places; a catalogue's are all of the one plain kind."""
    named = set(PLACE.findall(sentence.id))
    plain = "%" not in PLACE.sub("", sentence.id).replace("%%", "")
    return bool(sentence.id) and (not sentence.arguments or plain and named <= set(sentence.arguments))


def part_of(file: bytes, kind: type[Part]) -> Part:
    """As much of the plan in a file as this kind has fields for; keys that it does not know are skipped."""
    if len(file) > MOST_BYTES:
        raise Refused(N_("The file is larger than two megabytes."), code="too_long", field="plan")
    try:
        return msgspec.convert(renamed(cleaned(msgspec.json.decode(file))), kind)
    except (UnicodeDecodeError, msgspec.MsgspecError, RecursionError):
        raise unreadable() from None


def unreadable() -> Refused:
    return Refused(UNREADABLE, code="unreadable", field="plan")


def cleaned(told: Any) -> Any:
    """The same without controls in its texts: they would stand in the log for ever."""
    if isinstance(told, str):
        return without_controls(told)
    if isinstance(told, list):
        return [cleaned(each) for each in told]
    return {cleaned(key): cleaned(each) for key, each in told.items()} if isinstance(told, dict) else told


def renamed(told: object) -> object:
    """The names of the shapes: `from` is a word of the language, so the shape says `from_`."""
    if not isinstance(told, dict) or not isinstance(told.get("goals"), list):
        return told
    goals = [{**goal, "from_": goal.get("from", {})} if isinstance(goal, dict) else goal for goal in told["goals"]]
    return {**told, "goals": goals}
