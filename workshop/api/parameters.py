"""What an ask may carry beside its body: described for readers, and held to its description."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal

from flask import request
from flask_babel import gettext as _

from workshop import limits
from workshop.api.problems import Failed

WHOLE = re.compile(r"[0-9]{1,9}")
TEXT: Mapping[str, Any] = {"type": "string", "minLength": 1, "maxLength": 200}


@dataclass(frozen=True)
class Parameter:
    """One of them. What stands in the address is always there, the others may be left out."""

    name: str
    place: Literal["path", "query", "header"]
    words: str
    schema: Mapping[str, Any] = field(default_factory=lambda: TEXT)

    def read(self) -> Any:
        """What was given; None where nothing was. Raises Failed."""
        given = request.headers if self.place == "header" else request.args
        text = given.get(self.name)
        return None if text is None else self.fitted(text)

    def fitted(self, text: str) -> Any:
        if not fits(self.schema, text):
            raise Failed(400, "bad_parameter", _("“%(name)s” is not what it may be.", name=self.name), field=self.name)
        return int(text) if self.schema["type"] == "integer" else text


def fits(schema: Mapping[str, Any], text: str) -> bool:
    if schema["type"] == "integer":
        return bool(WHOLE.fullmatch(text)) and schema["minimum"] <= int(text) <= schema["maximum"]
    if "enum" in schema:
        return text in schema["enum"]
    return schema.get("minLength", 0) <= len(text) <= schema["maxLength"] and bool(
        re.search(schema.get("pattern", ""), text)
    )


def in_path(name: str, words: str, **schema: Any) -> Parameter:
    return Parameter(name, "path", words, {"type": "string", **(schema or ID)})


def in_query(name: str, words: str, **schema: Any) -> Parameter:
    return Parameter(name, "query", words, {**TEXT, **schema})


ID: Mapping[str, Any] = {"pattern": "^[A-Za-z0-9_-]+$", "minLength": 1, "maxLength": 64}
LINE: Mapping[str, Any] = {**ID, "pattern": "^[A-Za-z0-9_-][A-Za-z0-9_.-]*$"}
"""Of a goal or metric: in a branch's plan its unit's id stands before its own, with a point between."""

LIMIT = Parameter(
    "limit",
    "query",
    "How many at most.",
    {"type": "integer", "minimum": 1, "maximum": limits.API_PAGE_MOST, "default": limits.API_PAGE},
)
CURSOR = in_query("cursor", "Where to go on: `next` of the answer before.")
LANGUAGE = Parameter("Accept-Language", "header", "Finnish, Swedish or English, for texts and files.")
IF_NONE_MATCH = Parameter("If-None-Match", "header", "The `ETag` of what you have: 304 if it is still so.")
IF_MATCH = Parameter(
    "If-Match",
    "header",
    "The `ETag` that you began from: 412 if it has changed.",
    {**TEXT, "pattern": r'^(\*|"[!#-~]+")$'},
)
KEY = Parameter(
    "Idempotency-Key",
    "header",
    "Your name for this ask. Sent again with the same words within a day it is answered the same, and done once.",
    {"type": "string", "minLength": 8, "maxLength": 80, "pattern": "^[A-Za-z0-9_.:-]+$"},
)
