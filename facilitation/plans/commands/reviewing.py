"""Reviewing: versions, and rounds of comments."""

from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from facilitation.plans.events import Outcome


@dataclass(frozen=True, slots=True)
class KeepVersion:
    name: str


@dataclass(frozen=True, slots=True)
class OpenCommentRound:
    deadline: date
    today: date


@dataclass(frozen=True, slots=True)
class CloseCommentRound:
    pass


@dataclass(frozen=True, slots=True)
class AddComment:
    comment: str
    about: str
    text: str
    language: str
    today: date


@dataclass(frozen=True, slots=True)
class AnswerComment:
    comment: str
    answer: str
    outcome: Outcome


Reviewing: TypeAlias = KeepVersion | OpenCommentRound | CloseCommentRound | AddComment | AnswerComment
