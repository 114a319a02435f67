"""The form of a plan as data, in JSON Schema 2020-12, made from the shapes."""

import json
from typing import Any

import msgspec

from facilitation.view.as_data import SCHEMA
from facilitation.words import Message
from workshop.schemas.shape import Plan

DIALECT = "https://json-schema.org/draft/2020-12/schema"
FORM = "#/$defs/{name}"


def described() -> str:
    """The schema as the file holds it."""
    (there, _), parts = msgspec.json.schema_components([Plan, Message], ref_template=FORM)
    head = {"$schema": DIALECT, "$id": SCHEMA, "title": "A plan of Toimi as data, version 1"}
    form = {**head, **there, "$defs": {name: named(part) for name, part in sorted(parts.items())}}
    return json.dumps(form, ensure_ascii=False, indent=2) + "\n"


def named(part: dict[str, Any]) -> dict[str, Any]:
    """Keys as documents have them: `from` is a word of our language, so the shape says `from_`."""
    told = part.get("properties", {})
    return {**part, "properties": {key.rstrip("_"): each for key, each in told.items()}}
