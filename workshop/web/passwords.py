"""Passwords by Argon2id, off the loop: one takes some fifty milliseconds of a processor, and a room is waiting."""

from collections.abc import Callable
from functools import cache
from typing import ParamSpec, TypeVar

import gevent
from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError
from gevent import monkey

P = ParamSpec("P")
T = TypeVar("T")

SHORTEST = 12
LONGEST = 200
HASHER = PasswordHasher(time_cost=3, memory_cost=32 * 1024, parallelism=1)


def hashed(password: str) -> str:
    return _beside_the_loop(HASHER.hash, password)


def fits(password: str, password_hash: str | None) -> bool:
    """Whether it is the password. Without a hash it takes as long and is not: nobody learns who has an account."""
    return _beside_the_loop(_verified, password, password_hash or _nobodys()) and bool(password_hash)


def is_dated(password_hash: str) -> bool:
    """Whether it was hashed with weaker settings than today's."""
    return HASHER.check_needs_rehash(password_hash)


def _verified(password: str, password_hash: str) -> bool:
    try:
        return HASHER.verify(password_hash, password)
    except (VerificationError, InvalidHashError):
        return False


@cache
def _nobodys() -> str:
    return HASHER.hash("nobody has this password")


def _beside_the_loop(work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    if not monkey.is_module_patched("threading"):
        return work(*args, **kwargs)
    return gevent.get_hub().threadpool.apply(work, args, kwargs)
