"""Long lists, page by page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from flask import request

from workshop.limits import LISTED

Line = TypeVar("Line")


@dataclass(frozen=True)
class Pages:
    """Which page of how many is shown, of so many lines in all."""

    number: int
    last: int
    whole: int

    @property
    def args(self) -> Mapping[str, Any]:
        """What else the address asks for."""
        return {**(request.view_args or {}), **{name: value for name, value in request.args.items() if name != "page"}}


def paged(lines: Sequence[Line]) -> tuple[Sequence[Line], Pages]:
    """The lines of the page that the address asks for; of one beyond the last, those of the last."""
    last = -(-len(lines) // LISTED) or 1
    number = min(max(request.args.get("page", 1, int), 1), last)
    return lines[(number - 1) * LISTED : number * LISTED], Pages(number, last, len(lines))
