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
    most: int
    """Lines on a page."""

    @property
    def first(self) -> int:
        """How many lines stand before this page."""
        return (self.number - 1) * self.most

    @property
    def args(self) -> Mapping[str, Any]:
        """What else the address asks for."""
        return {**(request.view_args or {}), **{name: value for name, value in request.args.items() if name != "page"}}


def page_of(whole: int, most: int) -> Pages:
    """The page that the address asks for, of so many lines; of one beyond the last, the last."""
    last = -(-whole // most) or 1
    return Pages(min(max(request.args.get("page", 1, int), 1), last), last, whole, most)


def paged(lines: Sequence[Line]) -> tuple[Sequence[Line], Pages]:
    """The lines of the page that the address asks for."""
    pages = page_of(len(lines), LISTED)
    return lines[pages.first : pages.first + pages.most], pages
