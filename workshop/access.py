"""Who may do what: the one place that says so. Its table is permissions.toml; what is not in it nobody may do.

Phase, authorship, budgets and marks such as the decider's are rules of the method, asked after this.
"""

import tomllib
from collections.abc import Mapping, Set
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Protocol

from facilitation.organisations import ROLES
from workshop.config import PACKAGE

TABLE = PACKAGE / "permissions.toml"

# In a workshop, by seat; `system` is the program itself (continuing from another workshop, demonstrations).
SEAT_ROLES = ("host", "cohost", "participant", "screen", "observer", "system")
# At the desk, by account.
DESK_ROLES = ("administrator", "facilitator", "member")
# In a plan, by account; a follower reads what was approved. By links a guest comments, a holder answers for a role; a
# token writes for a program; a unit submits its plan to its branch.
PLAN_ROLES = ("editor", "approver", "reader", "follower", "guest", "holder", "token", "unit")
# In an organisation, by account, from a day on.
ORGANISATION_ROLES = tuple(ROLES)
# What a token lets a program do: its roles in its organisation.
SCOPES = (
    *("organisations:read", "packs:read", "plans:read", "plans:write"),
    *("readings:read", "readings:write", "rounds:write", "exports:read"),
)
OWN, HERE, BELOW, ANYWHERE = ":own", ":here", ":below", ":anywhere"


class Owned(Protocol):
    """Something that knows whether it belongs to whoever asks."""

    @property
    def own(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class Standing:
    """The roles that somebody has on a day: in the organisation asked about, in those above it, in any at all."""

    here: frozenset[str] = frozenset()
    above: frozenset[str] = frozenset()
    anywhere: frozenset[str] = frozenset()


def may(role: str, action: str, object: Owned | Standing | None = None) -> bool:
    """Whether a role may do an action, a command's name or a page's.

    `facilitator:own` in the table asks the object whose it is; `editor:here`, `reader:below` and `editor:anywhere` ask
    how somebody stands to an organisation.
    """
    granted = permissions().get(action, frozenset())
    return role in granted or not granted.isdisjoint(_further(role, object))


def scopes_of(action: str) -> list[str]:
    """The scopes of which any one lets a program do this."""
    parts = {role.removesuffix(reach) for role in permissions()[action] for reach in (HERE, BELOW, ANYWHERE)}
    return [scope for scope in SCOPES if scope in parts]


@lru_cache(maxsize=4_096)
def parts_from(standing: Standing) -> frozenset[str]:
    """The parts in an organisation's plans that come with the roles in it and above it."""
    return frozenset(part for part in PLAN_ROLES if may("", f"be_{part}", standing))


def _further(role: str, object: Owned | Standing | None) -> Set[str]:
    match object:
        case None:
            return frozenset()
        case Standing(here, above, anywhere):
            asked = ((here, HERE), (here | above, BELOW), (anywhere, ANYWHERE))
            return {part + reach for parts, reach in asked for part in parts}
        case _:
            return {role + OWN} if object.own else frozenset()


@cache
def permissions() -> Mapping[str, frozenset[str]]:
    """Action → roles, of every part of the table."""
    parts = tomllib.loads(TABLE.read_text(encoding="utf-8"))
    return {action: frozenset(roles) for part in parts.values() for action, roles in part.items()}
