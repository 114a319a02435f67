"""Plans that come back as the file they left as: read strictly, trusted in nothing."""

import re
from collections.abc import Iterator
from itertools import chain
from typing import Any, TypeVar

import msgspec

from facilitation import shapes
from facilitation.live.rules.answers import may_stand
from facilitation.words import Message
from workshop.schemas import shape
from workshop.uploads import child
from workshop.uploads.data import unreadable

PLACE = re.compile(r"%\((\w+)\)s")

Part = TypeVar("Part")


def plan_of(file: bytes) -> shapes.Plan:
    """The whole plan in a file. Raises Refused, at the field `plan`, for anything else."""
    return plan_told(child.read(file, "data"))


def plan_told(told: Any) -> shapes.Plan:
    """The whole plan that a document tells, however it was read. Raises Refused."""
    if not all(may_stand(figure) for figure in figures(told)):
        raise unreadable()
    try:
        return sayable(shape.plan(part_told(told, shape.Plan)))
    except msgspec.ValidationError:
        raise unreadable() from None


def figures(told: Any) -> Iterator[float]:
    """Every number in a plain value."""
    match told:
        case bool() | str() | None:
            return
        case int() | float():
            yield told
        case dict():
            yield from chain.from_iterable(map(figures, told.values()))
        case _:
            yield from chain.from_iterable(map(figures, told))


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
    return part_told(child.read(file, "data"), kind)


def part_told(told: Any, kind: type[Part]) -> Part:
    try:
        return msgspec.convert(renamed(told), kind)
    except (msgspec.MsgspecError, OverflowError):
        raise unreadable() from None


def renamed(told: object) -> object:
    """The names of the shapes: `from` is a word of the language, so the shape says `from_`."""
    if not isinstance(told, dict) or not isinstance(told.get("goals"), list):
        return told
    goals = [{**goal, "from_": goal.get("from", {})} if isinstance(goal, dict) else goal for goal in told["goals"]]
    return {**told, "goals": goals}
