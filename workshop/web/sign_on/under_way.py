"""Signings in that a browser has begun: each is known by its state, lies in the signed cookie, and is used once."""

import secrets
from dataclasses import asdict, dataclass
from typing import Any, Literal

from flask import request, session, url_for

from workshop import limits
from workshop.clock import now
from workshop.config import settings_of
from workshop.signon.exchange import Attempt
from workshop.signon.turned import Turned

KEY = "sign_ons"
Purpose = Literal["enter", "tie", "sure"]


@dataclass(frozen=True)
class Begun:
    """One signing in: where, what for, whose, and where it leads."""

    provider: str
    purpose: Purpose
    account: str
    next: str
    state: str
    nonce: str
    verifier: str
    at: float

    @property
    def attempt(self) -> Attempt:
        return Attempt(self.state, self.nonce, self.verifier, way_back(self.provider))


def begin(provider: str, purpose: Purpose, account: str = "", next: str = "") -> Begun:
    state, nonce, verifier = (secrets.token_urlsafe(size) for size in (24, 24, 48))
    begun = Begun(provider, purpose, account, next, state, nonce, verifier, now().timestamp())
    session[KEY] = [*_kept(), asdict(begun)][-limits.SIGN_ONS_UNDER_WAY :]
    return begun


def take(state: str, provider: str) -> Begun:
    """The one that comes back now; it is under way no longer."""
    found = one(state, provider)
    session[KEY] = [each for each in _kept() if each["state"] != found.state]
    return found


def one(state: str, provider: str) -> Begun:
    """The one of this state."""
    found = [each for each in _kept() if secrets.compare_digest(each["state"].encode(), state.encode())]
    if not state or not found:
        raise Turned("stale", "not begun in this browser" if state else "no state")
    begun = Begun(**found[0])
    if begun.provider != provider:
        raise Turned("untrusted", "begun at another provider")
    if not 0 <= now().timestamp() - begun.at <= limits.SIGN_ON_SECONDS:
        raise Turned("stale", "begun too long ago")
    return begun


def _kept() -> list[dict[str, Any]]:
    return session.get(KEY) or []


def way_back(provider: str) -> str:
    """The address that must be known at the provider: one of its own for each, so that none answers for another."""
    return own_address() + url_for("sign_on.back", provider=provider)


def own_address() -> str:
    return settings_of().address.rstrip("/") or request.host_url.rstrip("/")
