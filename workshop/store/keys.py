"""Ids, and keys for their holders, of which we keep the hash only."""

import hashlib
import secrets


def new_token() -> tuple[str, str]:
    """A token for its holder, and its hash for us."""
    token = secrets.token_urlsafe(32)
    return token, hash_of(token)


def hash_of(token: str) -> str:
    return hashlib.sha256(token.encode()).hexdigest()


def new_id() -> str:
    return secrets.token_urlsafe(12)
