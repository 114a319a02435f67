"""An ID token: whose signature, for whom, about whom, when. Whatever is not proven is refused."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from authlib.oidc.core import CodeIDToken
from joserfc import jwt
from joserfc.errors import JoseError
from joserfc.jwk import KeySet

from workshop import limits
from workshop.signon.turned import Turned

ALGORITHMS = ("RS256", "RS384", "RS512", "PS256", "PS384", "PS512", "ES256", "ES384", "ES512", "Ed25519")
"""With a public key only: a secret that both know proves nothing, and no signature less."""


@dataclass(frozen=True)
class Expected:
    issuer: str
    client: str
    nonce: str
    access_token: str


def read(token: str, keys: KeySet, expected: Expected, at: datetime) -> Mapping[str, Any]:
    """What it claims, with all of it proven."""
    try:
        found = jwt.decode(token, keys, algorithms=list(ALGORITHMS))
        claims = CodeIDToken(found.claims, found.header, _options(expected), _params(expected))
        claims.validate(int(at.timestamp()), limits.PROVIDER_LEEWAY_SECONDS)
        stand(claims, expected, at)
    except (JoseError, ValueError, TypeError, KeyError, RecursionError) as error:
        raise Turned("untrusted", f"ID token: {_said(error)}") from None
    return dict(claims)


def _options(expected: Expected) -> dict[str, Any]:
    return {
        "iss": {"essential": True, "value": expected.issuer},
        "aud": {"essential": True, "value": expected.client},
    }


def _params(expected: Expected) -> dict[str, Any]:
    return {"client_id": expected.client, "nonce": expected.nonce, "access_token": expected.access_token}


def _said(error: Exception) -> str:
    """What was wrong, in few words: the name of a fault or of a claim, never what stood in it."""
    claim = getattr(error, "claim", "")
    return f"{type(error).__name__} {claim}".strip()[:120]


def stand(claims: Mapping[str, Any], expected: Expected, at: datetime) -> None:
    """What Authlib leaves to whoever asks: that each is of its kind, and that the token was made just now."""
    subject, audience = claims["sub"], claims["aud"]
    if not isinstance(subject, str) or not 0 < len(subject) <= limits.PROVIDER_LETTERS:
        raise Unproven("sub")
    if audience != expected.client and (not isinstance(audience, list) or expected.client not in audience):
        raise Unproven("aud")
    for name in ("exp", "iat"):
        if isinstance(claims[name], bool) or not isinstance(claims[name], int | float):
            raise Unproven(name)
    if not -limits.PROVIDER_LEEWAY_SECONDS <= at.timestamp() - claims["iat"] <= limits.SIGN_ON_SECONDS:
        raise Unproven("iat")


class Unproven(ValueError):
    def __init__(self, claim: str) -> None:
        super().__init__(claim)
        self.claim = claim


def authenticated(claims: Mapping[str, Any]) -> float | None:
    """When whoever it is last showed who they are, in seconds; None where the provider does not say."""
    told = claims.get("auth_time")
    return float(told) if isinstance(told, int | float) and not isinstance(told, bool) else None
