"""Versions kept, and comments with their answers."""

from dataclasses import replace
from typing import assert_never

from facilitation.plans.events import (
    CommentAdded,
    CommentAnswered,
    CommentRoundClosed,
    CommentRoundOpened,
    Recorded,
    Reviewing,
    VersionKept,
)
from facilitation.plans.evolve.versions import with_version
from facilitation.plans.parts import Comment, Round
from facilitation.plans.state import Life


def evolve(life: Life, event: Reviewing, recorded: Recorded) -> Life:
    """What reviewing makes of a plan."""
    match event:
        case VersionKept(name):
            return with_version(life, recorded, name)
        case CommentRoundOpened(deadline):
            kept = with_version(life, recorded)
            opened = Round(len(life.rounds) + 1, deadline, kept.versions[-1].number)
            return replace(kept, stage="comment", rounds=(*life.rounds, opened))
        case CommentRoundClosed():
            return replace(life, stage=life.writing, rounds=tuple(replace(each, open=False) for each in life.rounds))
        case CommentAdded(comment, about, text, language):
            added = Comment(comment, len(life.rounds), about, text, language, recorded.for_, recorded.at)
            return replace(life, comments={**life.comments, comment: added})
        case CommentAnswered(comment, answer, outcome):
            answered = replace(life.comments[comment], answer=answer, outcome=outcome)
            return replace(life, comments={**life.comments, comment: answered})
        case unknown:
            assert_never(unknown)
