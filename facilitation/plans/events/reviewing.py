"""Reviewing: versions, and the round of comments."""

from dataclasses import dataclass
from datetime import date
from typing import Literal, TypeAlias

Outcome: TypeAlias = Literal["", "taken", "partly", "not_taken"]
"""What became of a comment."""


@dataclass(frozen=True, slots=True)
class VersionKept:
    name: str


@dataclass(frozen=True, slots=True)
class CommentRoundOpened:
    """Comments are taken up to and including the deadline."""

    deadline: date


@dataclass(frozen=True, slots=True)
class CommentRoundClosed:
    pass


@dataclass(frozen=True, slots=True)
class CommentAdded:
    """`about` is a line; the plan's own id for the whole."""

    comment: str
    about: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class CommentAnswered:
    comment: str
    answer: str
    outcome: Outcome


Reviewing: TypeAlias = VersionKept | CommentRoundOpened | CommentRoundClosed | CommentAdded | CommentAnswered
