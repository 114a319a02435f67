"""Long lists in parts: each says where the next begins, by what stands last in it and not by counting."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import quote

from flask import request
from flask_babel import gettext as _

from workshop import limits
from workshop.api.parameters import CURSOR, LIMIT
from workshop.api.problems import Failed
from workshop.api.resource import Answer, Ask

T = TypeVar("T")
PAGED = (LIMIT, CURSOR)


@dataclass(frozen=True)
class Part(Generic[T]):
    """Some of a list, and the cursor of what follows; none at the end."""

    of: Sequence[T]
    next: str | None


def most(ask: Ask) -> int:
    return ask.given[LIMIT.name] or limits.API_PAGE


def after(ask: Ask) -> str:
    """The key after which to go on; nothing at the beginning. Raises Failed for a cursor that we did not give."""
    cursor = ask.given[CURSOR.name] or ""
    try:
        last = urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode()
    except ValueError:
        raise nowhere() from None
    if cursor_of(last) != cursor or not last.isprintable():
        raise nowhere()
    return last


def nowhere() -> Failed:
    return Failed(400, "bad_cursor", _("This cursor leads nowhere."), field=CURSOR.name)


def cut(found: Sequence[T], ask: Ask, key: Callable[[T], str]) -> Part[T]:
    """What fits into one answer, of what follows the cursor; one more than fits says that there is more."""
    few = found[: most(ask)]
    more = len(found) > len(few)
    return Part(few, cursor_of(key(few[-1])) if more else None)


def from_cursor(found: Sequence[T], ask: Ask, key: Callable[[T], str]) -> Part[T]:
    """The same of a list that is at hand, in its own order."""
    if not (last := after(ask)):
        return cut(found, ask, key)
    at = next((at for at, each in enumerate(found) if key(each) == last), None)
    if at is None:
        raise nowhere()
    return cut(found[at + 1 :], ask, key)


def cursor_of(key: str) -> str:
    return urlsafe_b64encode(key.encode()).decode().rstrip("=")


def paged(body: object, next: str | None) -> Answer:
    """An answer that also says in its head where the next part is."""
    if next is None:
        return Answer(body)
    address = f"{request.path}?{'&'.join((*kept(), f'cursor={next}'))}"
    return Answer(body, {"Link": f'<{address}>; rel="next"'})


def kept() -> list[str]:
    """What was asked for, but where to go on."""
    return [f"{name}={quote(value)}" for name, value in request.args.items() if name != CURSOR.name]
