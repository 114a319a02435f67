"""The method as live pages get it: the pack's texts and the kinds of step, as plain data."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields
from functools import cache
from hashlib import sha256
from typing import Any, TypeAlias

import msgspec
from flask import g

from facilitation.packs import Confirmation, Pack, load, unconfirmed
from facilitation.packs.own import owned, takeable
from facilitation.report.reader import Reader, Wording, reader
from facilitation.steps import CLUSTER, KINDS, PARKING
from facilitation.steps.deeds import DEEDS
from facilitation.steps.kind import Field, Option, StepKind
from facilitation.view.plain import plain
from workshop import store
from workshop.languages import reader_language
from workshop.store import wordings
from workshop.web.document import wording


def confirmations(pack: str) -> frozenset[Confirmation]:
    """The wordings of a pack that an administrator has vouched for; asked once for a page."""
    known: dict[str, frozenset[Confirmation]] = g.setdefault("confirmed", {})
    if pack not in known:
        with store.reading() as db:
            known[pack] = wordings.confirmations(db, pack)
    return known[pack]


def reading(pack: Pack, words: Wording = wording) -> Reader:
    """Whoever reads this page: their language, and the pack's wordings that nobody has vouched for.

    Made once for a page that asks for it line by line.
    """
    language, confirmed = reader_language(), confirmations(pack.key)
    key = (id(pack), words, language, confirmed)
    made: dict[object, Reader] = g.setdefault("readers", {})
    return made.get(key) or made.setdefault(key, reader(language, words, pack, confirmed))  # which holds the pack


@cache
def method_of(key: str, confirmed: frozenset[Confirmation]) -> bytes:
    """A pack and the kinds of step for pages, as JSON; texts nobody has confirmed say in which languages."""
    return whole(load(key), confirmed)


def whole(pack: Pack, confirmed: Collection[Confirmation]) -> bytes:
    return msgspec.json.encode({"pack": told(pack, confirmed), "kinds": kinds(), "deeds": plain(DEEDS)})


def body_of(pack: Pack) -> bytes:
    """What pages are told about a method; one with nobody's own entries is worded once."""
    confirmed = confirmations(pack.key)
    return whole(pack, confirmed) if owned(pack) else method_of(pack.key, confirmed)


def digest_of(pack: Pack) -> str:
    """Changes with anything that pages are told about the method."""
    return sha256(body_of(pack)).hexdigest()[:12]


Doubtful: TypeAlias = Mapping[str, Sequence[str]]
"""By a text's path in the pack, the languages in which nobody has confirmed it."""


def told(pack: Pack, confirmed: Collection[Confirmation]) -> Mapping[str, Any]:
    doubtful: dict[str, list[str]] = {}
    for text in unconfirmed(pack, confirmed):
        doubtful.setdefault(text.path, []).append(text.language)
    return {
        "key": pack.key,
        "version": pack.version,
        "name": plain(pack.name),
        "themes": list(_themes(pack, doubtful)),
        "objectives": list(_objectives(pack, doubtful)),
        "statements": list(_statements(pack, doubtful)),
        "scale": _scale(pack),
        "library": list(_library(pack, doubtful)),
        "role_groups": [{"id": group.id, "name": plain(group.name)} for group in pack.role_groups],
        "picture": list(_picture(pack, doubtful)),
        "units": plain(pack.units),
        "words": plain(pack.words),
    }


def _themes(pack: Pack, doubtful: Doubtful) -> Iterator[Mapping[str, Any]]:
    for theme in pack.strategy.themes:
        yield {
            "id": theme.id,
            "name": plain(theme.name),
            "name_unconfirmed": doubtful.get(f"strategy.themes.{theme.id}.name", []),
            "intention": plain(theme.intention),
            "unconfirmed": doubtful.get(f"strategy.themes.{theme.id}.intention", []),
        }


def _objectives(pack: Pack, doubtful: Doubtful) -> Iterator[Mapping[str, Any]]:
    for each in pack.strategy.offered:
        yield {
            "id": each.id,
            "theme": each.theme,
            "text": plain(each.text),
            "unconfirmed": doubtful.get(f"strategy.objectives.{each.id}", []),
            "own": plain(each.own.whose) if each.own else None,
        }


def _statements(pack: Pack, doubtful: Doubtful) -> Iterator[Mapping[str, Any]]:
    theme_of = {objective.id: objective.theme for objective in pack.strategy.objectives}
    for each in pack.statements:
        yield {
            "id": each.id,
            "objective": each.objective,
            "theme": theme_of.get(each.objective, ""),
            "text": plain(each.text),
            "short_form": each.short_form,
            "unconfirmed": doubtful.get(f"statements.{each.id}", []),
        }


def _library(pack: Pack, doubtful: Doubtful) -> Iterator[Mapping[str, Any]]:
    for metric in takeable(pack):
        yield {
            **plain(metric),
            "unconfirmed": doubtful.get(f"library.{metric.id}.name", []),
            "own": plain(metric.own.whose) if metric.own else None,
        }


def _picture(pack: Pack, doubtful: Doubtful) -> Iterator[Mapping[str, Any]]:
    for tier in pack.strategy.picture:
        yield {
            "key": tier.key,
            "name": plain(tier.name),
            "unconfirmed": doubtful.get(f"strategy.picture.{tier.key}", []),
            "themes": list(tier.themes),
        }


def _scale(pack: Pack) -> Mapping[str, Any]:
    return {
        "levels": [{"value": level.value, "name": plain(level.name)} for level in pack.scale.levels],
        "dont_know": plain(pack.scale.dont_know),
        "not_applicable": plain(pack.scale.not_applicable),
    }


def kinds() -> Mapping[str, Any]:
    """Every kind of step, clusters and the parking lot; labels are sentences of the catalogue."""
    return {kind.key: kind_told(kind) for kind in (*KINDS.values(), CLUSTER, PARKING)}


def kind_told(kind: StepKind) -> Mapping[str, Any]:
    told = {
        each.name: plain(getattr(kind, each.name)) for each in fields(kind) if each.name not in ("fields", "options")
    }
    return told | {
        "fields": [field_told(field) for field in kind.fields],
        "options": [option_told(option) for option in kind.options],
    }


def field_told(field: Field) -> Mapping[str, Any]:
    return {"type": type(field).__name__, **plain(field)}


def option_told(option: Option) -> Mapping[str, Any]:
    return plain(option)
