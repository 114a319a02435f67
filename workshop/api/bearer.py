"""Who asks: a token, and what it may do for its organisation and those under it."""

from dataclasses import dataclass

from flask import Flask, current_app, request

from facilitation.organisations import Forest
from workshop import limits, store
from workshop.access import may
from workshop.api.problems import Failed, title_of
from workshop.clock import now
from workshop.days import today
from workshop.store import tokens
from workshop.store.tables import TokenRow
from workshop.store.tokens import Reach
from workshop.throttle import Failures, Guard, token_guard

NOBODY_S = {"WWW_Authenticate": 'Bearer realm="Toimi"'}


@dataclass(frozen=True)
class Bearer:
    """A token as it asks today."""

    token: TokenRow
    reach: Reach

    def may(self, action: str) -> bool:
        """Whether it may at all, in its own organisation or by its scopes anywhere."""
        return self.may_in(action, self.token.organisation)

    def may_in(self, action: str, organisation: str) -> bool:
        """Whether it may do this to one organisation, or to what is theirs."""
        return may("", action, self.reach.standing(organisation))

    @property
    def forest(self) -> Forest:
        return self.reach.rights.forest

    def where(self, action: str) -> list[str]:
        """The organisations for which it may."""
        return [id for id in self.forest if self.may_in(action, id)]


def init_app(app: Flask) -> None:
    app.extensions["token_guard"] = token_guard()
    app.extensions["token_asks"] = Failures(limits.TOKEN_ASKS, limits.TOKEN_ASKS_DRIP)


def bearer() -> Bearer:
    """Whoever asks. Raises Failed without a token that is in use, and for those who ask or guess too often."""
    kind, _blank, token = request.headers.get("Authorization", "").partition(" ")
    address, at = request.remote_addr or "", now()
    guard: Guard = current_app.extensions["token_guard"]
    if guard.shut(address, at.timestamp()):
        raise too_often(limits.TOKEN_GUESS_SECONDS)
    with store.reading() as db:
        row = tokens.by_token(db, token.strip(), at) if kind.lower() == "bearer" and token else None
        found = Bearer(row, tokens.reach(db, row, today())) if row else None
    if found is None:
        if token:
            guard.missed(address, at.timestamp())
        raise Failed(401, "no_token", title_of(401), **NOBODY_S)
    counted(found.token)
    return found


def counted(row: TokenRow) -> None:
    """One more ask of this token's; and once in a while, that it is in use."""
    asks: Failures = current_app.extensions["token_asks"]
    at = now()
    if asks.too_many(row.id, at.timestamp()):
        raise too_often(limits.TOKEN_ASKS_DRIP)
    asks.add(row.id, at.timestamp())
    if row.seen is None or at - row.seen > tokens.SEEN_EVERY:
        with store.writing() as db:
            tokens.see(db, row, at)


def too_often(seconds: float) -> Failed:
    return Failed(429, "too_often", title_of(429), Retry_After=str(max(1, round(seconds))))
