"""The panels a seat has, read as somebody in the room would read them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

Panel: TypeAlias = Mapping[str, Any]
Panels: TypeAlias = Mapping[str, Panel]
"""All panels of a seat's streams by key; where two streams have one, the narrowest stream's."""

Act: TypeAlias = tuple[str, dict[str, Any]]
"""A command to ask for: its name and body."""


@dataclass(frozen=True, slots=True)
class Seen:
    """What one seat sees now."""

    panels: Panels

    def get(self, key: str) -> Panel:
        """The panel, or an empty one."""
        return self.panels.get(key) or {}

    def all(self, prefix: str) -> Iterator[Panel]:
        """All panels of one sort."""
        return (panel for key, panel in self.panels.items() if key.startswith(f"{prefix}:"))

    @property
    def seat(self) -> str:
        return self.get("me").get("seat", "")

    @property
    def group(self) -> str:
        return self.get("me").get("group") or ""

    @property
    def current(self) -> str:
        """The step the room is in, "" before the first."""
        return self.get("now").get("step") or ""

    @property
    def step(self) -> Panel:
        """The step this seat works on: its group's own where it was let ahead, else the room's."""
        ahead = self.get("now").get("ahead") or {}
        return self.get(f"step:{ahead.get(self.group, self.current)}")

    @property
    def groups(self) -> list[str]:
        """Ids of groups by letter."""
        return [group["id"] for group in sorted(self.all("group"), key=lambda group: group["letter"])]

    @property
    def members(self) -> list[str]:
        """Seats of the own group, always in the same order."""
        return sorted(seat["id"] for seat in self.all("seat") if seat["group"] == self.group and self.group)

    def cards(self, kind: str, group: str | None = None) -> list[Panel]:
        """Cards of a kind that were not taken out, of one group if named."""
        found = (card for card in self.all("card") if card["kind"] == kind and card["taken_out"] is None)
        return sorted((card for card in found if group in (None, card["group"])), key=lambda card: card["id"])

    def latest(self, *kinds: str) -> Panel:
        """The result of the last step, in the agenda's order, that has one of these kinds."""
        order = reversed(self.get("workshop").get("order", []))
        results = (self.get(f"result:{step}") for step in order)
        return next((result for result in results if result.get("kind") in kinds), {})


def text(card: Panel, field: str, language: str) -> str:
    """A card's words in one language, "" where there are none."""
    return wording(card, field, language).get("text", "")


def wording(card: Panel, field: str, language: str) -> Panel:
    """The words of one language with who wrote and whether somebody checked them."""
    answer = card["answers"].get(field)
    return answer["texts"].get(language, {}) if isinstance(answer, Mapping) and "texts" in answer else {}


def value(card: Panel, field: str, language: str) -> Any:
    """A card's answer: its words in one language, or the plain value."""
    answer = card["answers"].get(field)
    return text(card, field, language) if isinstance(answer, Mapping) and "texts" in answer else answer
