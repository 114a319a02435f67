"""A plan that comes back as the file it left as (draft.json): read strictly, trusted in nothing."""

import re
from typing import Any

import msgspec

from facilitation.plans.from_plan import Carried
from facilitation.words import N_, Refused

MOST_BYTES = 2_000_000
CONTROLS = re.compile(r"[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff]")
UNREADABLE = N_("This is not a plan that was downloaded as data from Toimi.")


def read_plan(file: bytes) -> Carried:
    """The plan in a file. Raises Refused, at the field `plan`, for anything else."""
    if len(file) > MOST_BYTES:
        raise Refused(N_("The file is larger than two megabytes."), code="too_long", field="plan")
    try:
        return msgspec.convert(renamed(cleaned(msgspec.json.decode(file))), Carried)
    except (UnicodeDecodeError, msgspec.MsgspecError, RecursionError):
        raise Refused(UNREADABLE, code="unreadable", field="plan") from None


def cleaned(told: Any) -> Any:
    """The same without controls in its texts: they would stand in the log for ever."""
    if isinstance(told, str):
        return CONTROLS.sub("", told)
    if isinstance(told, list):
        return [cleaned(each) for each in told]
    return {key: cleaned(each) for key, each in told.items()} if isinstance(told, dict) else told


def renamed(told: object) -> object:
    """The names of the shapes: `from` is a word of the language, so the shape says `from_`."""
    if not isinstance(told, dict) or not isinstance(told.get("goals"), list):
        return told
    goals = [{**goal, "from_": goal.get("from", {})} if isinstance(goal, dict) else goal for goal in told["goals"]]
    return {**told, "goals": goals}
