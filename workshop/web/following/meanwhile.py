"""What a form of follow-up showed goes along with it, so that of it only what somebody changed in it is told.

What others told meanwhile stays as it is, whatever the form still says of it.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from wtforms import Field, Form

from facilitation.signs import sign

TICKS = "milestones"
COUNTS = frozenset({"value", "numerator", "denominator"})
"""One figure: whoever changes one of them has seen the others."""


def shown(values: Mapping[str, Any]) -> str:
    """A sign of each word, so that no text goes to the page and back unseen, and the milestones that are ticked."""
    return " ".join((*(signed(values[name]) for name in named(values)), *values.get(TICKS, ())))


def named(values: Mapping[str, Any]) -> list[str]:
    return [name for name in values if name != TICKS]


def signed(value: object) -> str:
    """Figures by the digits that a page shows of them."""
    return sign(f"{value:.15g}" if isinstance(value, int | float) else "" if value is None else f"{value}")


def settle(form: Form, said: str, now: Mapping[str, Any]) -> None:
    """What nobody changed in a form that showed `said` stands in it as it does now; nothing where it does not say."""
    names = named(now)
    before, ticked = said.split()[: len(names)], said.split()[len(names) :]
    if len(before) < len(names):
        return
    for name in _left(form, dict(zip(names, before, strict=True))):
        put(form[name], now[name])
    if TICKS in now:
        put(form[TICKS], list(_ticks(form[TICKS].data or (), ticked, now[TICKS])))


def _left(form: Form, before: Mapping[str, str]) -> frozenset[str]:
    """Fields that say what they said, or were not on the page."""
    left = frozenset(name for name, was in before.items() if not form[name].raw_data or signed(form[name].data) == was)
    return left if COUNTS & before.keys() <= left else left - COUNTS


def put(field: Field, value: Any) -> None:
    """In the stead of what was sent."""
    field.process(None, value)
    field.raw_data = []


def _ticks(typed: Sequence[str], before: Sequence[str], now: Sequence[str]) -> Iterator[str]:
    """What is ticked now, without what was taken away, and with what was added."""
    yield from (each for each in now if each in typed or each not in before)
    yield from (each for each in typed if each not in before and each not in now)
