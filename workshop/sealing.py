"""What must not be read where it lies: sealed with keys that follow from the place's own, one a purpose."""

from base64 import urlsafe_b64encode
from typing import Literal, TypeAlias

from cryptography.fernet import Fernet, InvalidToken
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

Purpose: TypeAlias = Literal["secrets of providers", "links in letters"]


class Unsealable(ValueError):
    """The place's own key is another than when it was sealed."""


def seal(words: str, key: str, purpose: Purpose) -> str:
    return _box(key, purpose).encrypt(words.encode()).decode()


def opened(sealed: str, key: str, purpose: Purpose) -> str:
    """The words again. Raises Unsealable."""
    try:
        return _box(key, purpose).decrypt(sealed.encode()).decode()
    except InvalidToken:
        raise Unsealable("sealed with another key") from None


def _box(key: str, purpose: Purpose) -> Fernet:
    made = HKDF(SHA256(), 32, salt=None, info=f"toimi: {purpose}".encode()).derive(key.encode())
    return Fernet(urlsafe_b64encode(made))
