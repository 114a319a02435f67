"""Who somebody is at a provider, what they are called, and what the place's rules give them."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from workshop import limits
from workshop.signon.turned import Turned
from workshop.texts import one_line

SUBJECT = "sub"


@dataclass(frozen=True)
class Rule:
    """Whoever has this value in this claim has this role in this organisation."""

    claim: str
    value: str
    organisation: str
    role: str


def identity(claims: Mapping[str, Any], names: str) -> str:
    """What tells them from everybody else at their provider: the claims of these names, with their values.

    The names are part of it: whoever is told apart by other claims tomorrow is not taken for somebody of today.
    """
    wanted = sorted(names.split() or [SUBJECT])
    found = {name: _only(claim(claims, name)) for name in wanted}
    if not all(isinstance(value, str) and value.strip() for value in found.values()):
        raise Turned("untrusted", "does not say who it is: " + " ".join(wanted)[:80])
    told = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    if len(told) > limits.IDENTITY_LETTERS:
        raise Turned("untrusted", "says who it is at too great a length")
    return told


def _only(value: Any) -> Any:
    """Brokers tell each attribute as a list; of several values none is the person's."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def granted(claims: Mapping[str, Any], rules: Iterable[Rule]) -> frozenset[tuple[str, str]]:
    """Organisation and role, each once."""
    return frozenset((rule.organisation, rule.role) for rule in rules if rule.value in values(claims, rule.claim))


def values(claims: Mapping[str, Any], name: str) -> frozenset[str]:
    """A claim's values as words: one, or each of a list."""
    found = claim(claims, name)
    return frozenset(_word(each) for each in (found if isinstance(found, list) else [found]) if _is_plain(each))


def claim(claims: Mapping[str, Any], name: str) -> Any:
    """A claim by its name; where none is called so, points lead into it, as in `realm_access.roles`."""
    if name in claims:
        return claims[name]
    found: Any = claims
    for part in name.split("."):
        found = found.get(part) if isinstance(found, dict) else None
    return found


def _is_plain(value: object) -> bool:
    return isinstance(value, str | int)


def _word(value: object) -> str:
    return json.dumps(value) if isinstance(value, bool) else str(value)


def name_in(claims: Mapping[str, Any]) -> str:
    """What they are called, as far as the provider says."""
    both = " ".join(str(claims.get(part) or "") for part in ("given_name", "family_name"))
    told = (claims.get("name"), both, claims.get("preferred_username"))
    return next((name for each in told if isinstance(each, str) and (name := one_line(each))), "")[:120]
