"""The shapes as documents hold them. A cell of what steps gathered is a text, texts by language or a sentence."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Annotated, Any

import msgspec

from facilitation import shapes
from facilitation.consolidation import Decided
from facilitation.plans.events import PlanDrafted, Source
from facilitation.words import Message, Parallel

CELL = {
    "anyOf": [
        {"type": "string"},
        {"$ref": "#/$defs/Message"},
        {"type": "object", "additionalProperties": {"type": "string"}},
    ]
}
Cell = Annotated[Any, msgspec.Meta(extra_json_schema=CELL)]
"""A choice between two kinds of object, which msgspec leaves to us."""


@dataclass(frozen=True, slots=True)
class Gathered(shapes.Gathered):
    """A step's cards of a kind that a plan has no section for: titles, fields and a row a card."""

    rows: tuple[tuple[Cell, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Plan(shapes.Plan):
    """Goals with metrics and actions, of one organisation and period, and where they came from."""

    gathered: tuple[Gathered, ...] = ()


def drafted(body: Mapping[str, Any]) -> PlanDrafted:
    """A plan's first fact. Raises msgspec.ValidationError."""
    sources = msgspec.convert(body.get("sources", ()), tuple[Source, ...])
    whose = msgspec.convert(body.get("organisation", ""), str)
    keyed_in = msgspec.convert(body.get("keyed_in", ""), str)
    decisions = msgspec.convert(body.get("decisions", ()), tuple[Decided, ...])
    return PlanDrafted(plan(msgspec.convert(body["plan"], Plan)), sources, whose, keyed_in, decisions)


def plan(read: Plan) -> shapes.Plan:
    """The plan itself."""
    return shapes.Plan(**parts(read, gathered=tuple(gathered(each) for each in read.gathered)))


def gathered(read: Gathered) -> shapes.Gathered:
    return shapes.Gathered(**parts(read, rows=tuple(tuple(map(cell, row)) for row in read.rows)))


def parts(read: Plan | Gathered, **instead: Any) -> dict[str, Any]:
    """What it is made of, with something in another part's place."""
    return {each.name: getattr(read, each.name) for each in fields(read)} | instead


def cell(told: Any) -> Parallel | Message | str:
    if isinstance(told, str):
        return told
    sentence = isinstance(told, dict) and isinstance(told.get("arguments"), dict)
    return msgspec.convert(told, Message if sentence else dict[str, str])
