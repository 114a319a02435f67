"""Secrets of providers at rest: sealed with a key that follows from the place's own, or left in the environment."""

import os
from base64 import urlsafe_b64encode
from collections.abc import Mapping

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from workshop.signon.turned import Turned

VARIABLES = "PROVIDER_SECRET_"
"""Only variables that begin so can hold a provider's secret: no page can send another secret of the place away."""


def seal(secret: str, key: str) -> str:
    return _box(key).encrypt(secret.encode()).decode()


def opened(sealed: str, key: str) -> str:
    """The secret; refused when the place's own key is another than when it was sealed."""
    try:
        return _box(key).decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise Turned("away", "its secret was sealed with another key; give it anew") from None


def from_variable(name: str, environment: Mapping[str, str] = os.environ) -> str:
    if not name.startswith(VARIABLES) or not environment.get(name):
        raise Turned("away", f"the variable {name[:80]} holds no secret")
    return environment[name]


def _box(key: str) -> Fernet:
    made = HKDF(SHA256(), 32, salt=None, info=b"toimi: secrets of providers").derive(key.encode())
    return Fernet(urlsafe_b64encode(made))
