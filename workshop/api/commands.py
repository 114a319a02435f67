"""Changing a plan: commands through the one door, each with the value that the writer began from."""

from collections.abc import Mapping
from dataclasses import MISSING, fields
from typing import Any, Union, get_args, get_type_hints

import msgspec
from msgspec import NODEFAULT, Struct

from facilitation.plans.commands import COMMANDS, DraftPlan, Reviewing, ReviseField, SettleField, Writing
from facilitation.plans.state import Life
from workshop.access import may
from workshop.api.door import through
from workshop.api.found import PLAN, found
from workshop.api.parameters import IF_MATCH
from workshop.api.plans import etag_of, seen_of
from workshop.api.resource import Answer, Ask, Resource

resource = Resource("api_commands", "Changing a plan line by line, as its page does.", __name__)


def wish(kind: type) -> type[Struct]:
    """A command as it is sent: its fields, and its name as `type`."""
    hints = get_type_hints(kind)
    described = [
        (each.name, hints[each.name], NODEFAULT if each.default is MISSING else each.default) for each in fields(kind)
    ]
    whole = msgspec.defstruct(kind.__name__, described, tag_field="type", tag=kind.__name__, forbid_unknown_fields=True)
    whole.__doc__ = kind.__doc__
    return whole


WISHES: Mapping[str, type[Struct]] = {
    kind.__name__: wish(kind)
    for kind in get_args(Writing | Reviewing)
    if kind is not DraftPlan and may("token", kind.__name__)
}
"""What the table of rights lets tokens write in a plan; figures come in at addresses of their own."""
Wish = Union[tuple(WISHES.values())]  # noqa: UP007 (their number is the table's)


class Done(Struct, frozen=True):
    """The change is made, and on the disk."""

    seq: int
    """The number of the last event in the plan's log."""
    beside: bool
    """Somebody else had changed the field meanwhile: both values are kept, and a person or `SettleField` chooses."""


@resource.asks(
    "POST",
    "/plans/{plan}/commands",
    "Change a plan",
    "change_plan",
    gives=Done,
    body=Wish,
    parameters=(PLAN, IF_MATCH),
    problems=(409,),
)
def change_plan(ask: Ask, plan: str) -> Answer:
    """One command. Ids of new lines come from who asks: 8 to 32 letters, figures, hyphens and underscores."""
    here = found(ask.bearer, plan, "change_plan")
    command = command_of(ask.body)
    outcome = through(ask, plan, command, ask.once(command), seen_of(ask, here))
    after = found(ask.bearer, plan, "change_plan")
    return Answer(Done(outcome.seq, beside(after.life, command, ask.bearer.token.account)), etag=etag_of(after.row))


def command_of(wish: Struct) -> Any:
    return COMMANDS[type(wish).__name__](**msgspec.structs.asdict(wish))


def beside(life: Life, command: Any, account: str) -> bool:
    """Whether what was sent stands beside what is there."""
    if not isinstance(command, ReviseField | SettleField):
        return False
    return any(each.by == account for each in life.kept_of(command.line, command.field, command.language))
