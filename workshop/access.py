"""Who may do what: the one place that says so. Its table is permissions.toml; what is not in it nobody may do.

Phase, authorship, budgets and marks such as the decider's are rules of the method, asked after this.
"""

import tomllib
from collections.abc import Mapping
from functools import cache
from typing import Protocol

from workshop.config import PACKAGE

TABLE = PACKAGE / "permissions.toml"

# In a workshop, by seat; `system` is the program itself (continuing from another workshop, demonstrations).
SEAT_ROLES = ("host", "cohost", "participant", "screen", "observer", "system")
# At the desk, by account.
DESK_ROLES = ("administrator", "facilitator")
# In a plan, by account; a guest comments by a link.
PLAN_ROLES = ("editor", "approver", "reader", "guest")
OWN = ":own"


class Owned(Protocol):
    """Something that knows whether it belongs to whoever asks."""

    @property
    def own(self) -> bool: ...


def may(role: str, action: str, object: Owned | None = None) -> bool:
    """Whether a role may do an action, a command's name or a page's. `facilitator:own` in the table asks the object."""
    granted = permissions().get(action, frozenset())
    return role in granted or (role + OWN in granted and object is not None and object.own)


@cache
def permissions() -> Mapping[str, frozenset[str]]:
    """Action → roles, of every part of the table."""
    parts = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {action: frozenset(roles) for part in parts.values() for action, roles in part.items()}
