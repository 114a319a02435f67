"""States and mappings with one thing changed: the rest stays the same object."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import TypeVar

from facilitation.live.state import Answer, Said, Wording, Workshop
from facilitation.steps.kind import Value

Key = TypeVar("Key")
Thing = TypeVar("Thing")


def given(things: Mapping[Key, Thing], key: Key, thing: Thing) -> Mapping[Key, Thing]:
    """The same mapping with one answer in its place; an empty answer is none."""
    return put(things, key, thing) if thing else without(things, [key])


def put(things: Mapping[Key, Thing], key: Key, thing: Thing) -> Mapping[Key, Thing]:
    """The same mapping with one thing in its place."""
    return {**things, key: thing}


def without(things: Mapping[Key, Thing], keys: Iterable[Key]) -> Mapping[Key, Thing]:
    """The same mapping without some keys."""
    gone = set(keys)
    return {key: thing for key, thing in things.items() if key not in gone}


def with_work(workshop: Workshop, step: str, **changes: object) -> Workshop:
    """The workshop with some of a step's work changed."""
    work = replace(workshop.work[step], **changes)
    return replace(workshop, work=put(workshop.work, step, work))


def with_card(workshop: Workshop, card: str, **changes: object) -> Workshop:
    """The workshop with one card changed."""
    changed = replace(workshop.cards[card], **changes)
    return replace(workshop, cards=put(workshop.cards, card, changed))


def answer(value: Value, language: str, by: str, words: bool) -> Answer:
    """A value as a card holds it: words remember their language and writer, anything else stays as it is."""
    return Said(language, {language: Wording(str(value), by)}) if words and value is not None else value
