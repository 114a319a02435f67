"""The strict gate: what may come in as JSON, whoever sends it.

One odd value in an append-only log would break every reader for ever, so the gate refuses what parsers disagree about:
NaN and infinities, numbers a browser cannot hold, half characters, NUL, keys said twice, and deep or large text.
"""

import json
from typing import Any, NoReturn

from workshop.limits import FRAME_BYTES, FRAME_DEPTH, LARGEST_INTEGER
from workshop.texts import without_controls


class Malformed(ValueError):
    """What came in is not strict JSON, or too much of it. The text says which rule, never the contents."""


def parsed(text: str) -> Any:
    """The JSON value, cleaned of control characters. Raises Malformed."""
    if len(text) > FRAME_BYTES or len(text.encode("utf-8", "surrogatepass")) > FRAME_BYTES:
        raise Malformed("too long")
    try:
        value = json.loads(
            text,
            object_pairs_hook=_object,
            parse_constant=_no_number,
            parse_float=_float,
            parse_int=_integer,
        )
    except (ValueError, RecursionError) as error:
        raise error if isinstance(error, Malformed) else Malformed("not JSON") from None
    return _cleaned(value, FRAME_DEPTH)


def clean_text(text: str) -> str:
    """A text as it may enter: no controls but line feed and tab. Raises Malformed on NUL and half characters."""
    if "\0" in text:
        raise Malformed("NUL")
    if not text.isascii():
        _refuse_half_characters(text)
    return without_controls(text)


def _refuse_half_characters(text: str) -> None:
    try:
        text.encode()
    except UnicodeEncodeError:
        raise Malformed("half a character") from None


def _cleaned(value: Any, depth: int) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if not isinstance(value, dict | list):
        return value
    if depth == 0:
        raise Malformed("too deep")
    if isinstance(value, dict):
        return {clean_text(key): _cleaned(inner, depth - 1) for key, inner in value.items()}
    return [_cleaned(inner, depth - 1) for inner in value]


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    known = dict(pairs)
    if len(known) != len(pairs):
        raise Malformed("a key twice")
    return known


def _integer(digits: str) -> int:
    if len(digits) > 17 or abs(int(digits)) > LARGEST_INTEGER:
        raise Malformed("a number too large")
    return int(digits)


def _float(digits: str) -> float:
    value = float(digits)
    if abs(value) > LARGEST_INTEGER:
        raise Malformed("a number too large")
    return value


def _no_number(word: str) -> NoReturn:
    raise Malformed("not a number")
