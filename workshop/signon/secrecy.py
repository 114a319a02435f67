"""Secrets of providers: sealed at rest, or left in the environment."""

import os
from collections.abc import Mapping

from workshop import sealing
from workshop.signon.turned import Turned

VARIABLES = "PROVIDER_SECRET_"
"""Only variables that begin so can hold a provider's secret: no page can send another secret of the place away."""


def seal(secret: str, key: str) -> str:
    return sealing.seal(secret, key, "secrets of providers")


def opened(sealed: str, key: str) -> str:
    """The secret; refused when the place's own key is another than when it was sealed."""
    try:
        return sealing.opened(sealed, key, "secrets of providers")
    except sealing.Unsealable:
        raise Turned("away", "its secret was sealed with another key; give it anew") from None


def from_variable(name: str, environment: Mapping[str, str] = os.environ) -> str:
    if not name.startswith(VARIABLES) or not environment.get(name):
        raise Turned("away", f"the variable {name[:80]} holds no secret")
    return environment[name]
