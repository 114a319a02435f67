"""Keeping versions, and asking others what they think."""

from datetime import date
from typing import assert_never

from facilitation import limits
from facilitation.live.rules.answers import tongue
from facilitation.plans.commands import (
    AddComment,
    AnswerComment,
    CloseCommentRound,
    KeepVersion,
    OpenCommentRound,
    Reviewing,
)
from facilitation.plans.events import (
    CommentAdded,
    CommentAnswered,
    CommentRoundClosed,
    CommentRoundOpened,
    Event,
    VersionKept,
)
from facilitation.plans.lines import line_in
from facilitation.plans.rules.common import fresh, said, within, writable
from facilitation.plans.state import Life
from facilitation.words import N_, Refused


def decide(life: Life, command: Reviewing) -> list[Event]:
    """What reviewing grants."""
    match command:
        case KeepVersion(name):
            writable(life)
            return [VersionKept(said(name, limits.VERSION, "name"))]
        case OpenCommentRound(deadline, today):
            return open_round(life, deadline, today)
        case CloseCommentRound():
            return [CommentRoundClosed()] if life.stage == "comment" else []
        case AddComment():
            return add_comment(life, command)
        case AnswerComment():
            return answer_comment(life, command)
        case unknown:
            assert_never(unknown)


def open_round(life: Life, deadline: date, today: date) -> list[Event]:
    """A round of comments on the plan as it is, one at a time."""
    writable(life)
    if life.stage == "comment":
        raise Refused(N_("A round of comments is open already."), code="round_open")
    if deadline < today:
        raise Refused(N_("Choose a day that is still to come."), code="past", field="deadline")
    return [CommentRoundOpened(deadline)]


def add_comment(life: Life, command: AddComment) -> list[Event]:
    """A comment on a line of the version that is out, until the end of the deadline's day."""
    round = life.round
    if round is None or command.today > round.deadline:
        words = N_("The round of comments has ended. Your text is kept for you.")
        raise Refused(words, code="round_over")
    version = life.version(round.version)
    if version is None or line_in(version.plan, command.about) is None:
        raise Refused(N_("Choose one of those shown."), code="not_a_choice", field="about")
    if len(life.comments) >= limits.COMMENTS:
        raise Refused(N_("There is no room for more comments."), code="full")
    fresh(life.comments, command.comment)
    text = said(command.text, limits.COMMENT, "text")
    return [CommentAdded(command.comment, command.about, text, tongue(command.language))]


def answer_comment(life: Life, command: AnswerComment) -> list[Event]:
    """An answer, and what became of the comment; a later one takes its place."""
    comment = life.comments.get(command.comment)
    if comment is None:
        raise Refused(N_("That comment is no longer here."), code="no_such_comment")
    answer = within(command.answer, limits.COMMENT, "answer")
    if not (answer or command.outcome):
        raise Refused(N_("Write something first."), code="empty", field="answer")
    if (answer, command.outcome) == (comment.answer, comment.outcome):
        return []
    return [CommentAnswered(comment.id, answer, command.outcome)]
