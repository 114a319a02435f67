"""A plan as other programs read it: a JSON document of published form, complete enough to build the plan again."""

import json
from typing import Any

from facilitation.shapes import Plan
from facilitation.signs import sign
from facilitation.view.plain import plain

SCHEMA = "/schemas/plan-1.json"
"""Where the form of the document stands; a form that takes something away would be plan-2."""
EXACT = 2**53


def as_data(plan: Plan) -> dict[str, Any]:
    """The plan made of plain JSON types, under the name of its form."""
    return {"$schema": SCHEMA, **whole(plain(plan))}


def as_text(plan: Plan) -> str:
    """The document as text. The same plan is the same text, so that its digest can be checked years later."""
    text = json.dumps(as_data(plan), ensure_ascii=False, indent=1) + "\n"
    return text.encode("utf-8", "ignore").decode()


def digest_of(plan: Plan) -> str:
    """The sign of its data, as every file of the plan bears it."""
    return sign(as_text(plan))


def whole(told: Any) -> Any:
    """The same with whole numbers written as such: JSON knows one kind of number, and 3.0 would come back as 3."""
    if isinstance(told, dict):
        return {key: whole(each) for key, each in told.items()}
    if isinstance(told, list):
        return [whole(each) for each in told]
    return int(told) if isinstance(told, float) and told.is_integer() and abs(told) < EXACT else told
