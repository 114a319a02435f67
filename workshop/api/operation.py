"""One thing that a program may ask: what it is for, what goes in, and every answer that may come."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from workshop import limits
from workshop.api.parameters import IF_MATCH, IF_NONE_MATCH, KEY, LANGUAGE, Parameter

ALWAYS = (401, 403, 429)
WITH_BODY = (413, 415, 422)


@dataclass(frozen=True)
class Operation:
    """`action` is the right that is asked about first, and `also` are those beside it; views ask more narrowly."""

    method: str
    path: str
    """As OpenAPI writes it, below the API's root."""
    name: str
    summary: str
    action: str
    also: tuple[str, ...] = ()
    gives: Any = None
    """The shape of what is answered, or media types of files."""
    status: int = 200
    body: Any = None
    parameters: tuple[Parameter, ...] = ()
    problems: tuple[int, ...] = ()
    words: str = ""
    headers: Mapping[str, str] = field(default_factory=dict[str, str])
    largest: int = limits.API_BYTES
    """Bytes that one ask may carry."""

    @property
    def writes(self) -> bool:
        return self.method != "GET"

    @property
    def rights(self) -> tuple[str, ...]:
        """All of them are needed; none where any token will do."""
        return tuple(filter(None, (self.action, *self.also)))

    @property
    def every(self) -> tuple[Parameter, ...]:
        """What may come along, with what may always come along."""
        further = (KEY,) if self.writes else (IF_NONE_MATCH,)
        return (*self.parameters, *further, LANGUAGE)

    @property
    def failures(self) -> list[int]:
        """The numbers of every problem that may be told."""
        of_path = (404,) if any(each.place == "path" for each in self.parameters) else ()
        of_body = WITH_BODY if self.body else ()
        of_match = (412,) if IF_MATCH in self.parameters else ()
        return sorted({400, *ALWAYS, *of_path, *of_body, *of_match, *self.problems})
