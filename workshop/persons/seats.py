"""What one seat, guest or holder wrote into a log, and what is left of it when it is struck."""

from collections.abc import Mapping
from typing import Any, cast

from facilitation.steps import CLUSTER, KINDS, PARKING
from facilitation.steps.kind import Text
from workshop.keeping.words import STRUCK
from workshop.persons.found import Found
from workshop.store.log import LogKey, Written

SAID = {
    "SeatTaken": ("organisation", "role_group"),
    "SeatRevised": ("organisation", "role_group"),
}
"""What somebody said of themselves: it goes with their name."""
WROTE = {
    "CardAdded": ("answers",),
    "CardRevised": ("value",),
    "WordingKept": ("value",),
    "WordingChosen": ("value",),
    "ConfidenceGiven": ("raise_it",),
    "NoteSent": ("text",),
    "CommentAdded": ("text",),
}
"""What they wrote: it stays without a name, unless it is to go too."""
IN_WORDS = {
    field.key for kind in (*KINDS.values(), CLUSTER, PARKING) for field in kind.fields if isinstance(field, Text)
}


def writers(found: Found) -> dict[LogKey, set[str]]:
    """By log, whose facts are looked at."""
    by_log: dict[LogKey, set[str]] = {}
    for kind, log in (("seat", "workshop"), ("guest", "plan")):
        for each in found.findings:
            if each.kind == kind:
                home, who = each.parts
                by_log.setdefault(LogKey(log, home), set()).add(who)
    return by_log


def struck(fact: Written, *, texts: bool) -> Mapping[str, Any]:
    """The fact's body without what they said of themselves and, if wanted, without what they wrote."""
    gone = {name: "" for name in SAID.get(fact.type, ()) if fact.body.get(name)}
    if texts and is_words(fact.body.get("field")):
        gone |= {name: blank(fact.body[name]) for name in WROTE.get(fact.type, ()) if fact.body.get(name)}
    return {**fact.body, **gone} if gone else fact.body


def is_words(field: str | None) -> bool:
    """Whether a field is written in words; what was chosen from a list or a ladder says nothing of its own."""
    return field is None or field in IN_WORDS


def blank(value: Any) -> Any:
    match value:
        case str():
            return STRUCK if value.strip() else value
        case Mapping():
            answers = cast("Mapping[str, Any]", value)
            return {field: blank(answer) if is_words(field) else answer for field, answer in answers.items()}
        case _:
            return value
