"""Who somebody is at a provider, what they are called, and what the place's rules give them."""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import Any

from workshop import limits
from workshop.signon.turned import Turned
from workshop.texts import one_line

SUBJECT = "sub"
CHANGING = frozenset(
    {"name", "nickname", "preferred_username", "unique_name", "upn", "userprincipalname", "phone_number"}
)
"""Names of claims that somebody else may bear tomorrow (OpenID Connect Core 1.0, 5.7); besides those of addresses."""


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
    if addresses(claims) & {value.strip().casefold() for value in found.values()}:
        raise Turned("untrusted", "says who it is by an e-mail address: " + " ".join(wanted)[:80])
    told = json.dumps(found, ensure_ascii=False, separators=(",", ":"))
    if len(told) > limits.IDENTITY_LETTERS:
        raise Turned("untrusted", "says who it is at too great a length")
    return told


def may_change(name: str) -> bool:
    """Whether a claim of this name holds an address or a name that changes hands."""
    last = re.split(r"[./:]", name.casefold())[-1]
    return "mail" in name.casefold() or last in CHANGING


def addresses(claims: Mapping[str, Any]) -> frozenset[str]:
    """The person's own, as the service tells them: the same under another name identifies no better."""
    told = (values(claims, name) for name in claims if "mail" in name.casefold())
    inside = (addresses(value) for value in claims.values() if isinstance(value, dict))
    mine = (value.strip().casefold() for every in told for value in every if "@" in value)
    return frozenset(chain(mine, *inside))


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
