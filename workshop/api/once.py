"""The same key with the same words is answered the same, and done once; with other words it is a mistake."""

from collections.abc import Callable
from hashlib import sha256

from flask import Response, request
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError

from workshop import store
from workshop.api.problems import Failed
from workshop.clock import now
from workshop.store import token_answers
from workshop.store.tables import TokenAnswerRow

AGAIN = "Idempotent-Replayed"
FLEETING = 500
"""From this number on an answer is not kept: the next try may go better."""


def answered(token: str, key: str, do: Callable[[], Response]) -> Response:
    """What was answered before, or what is done now. Raises Failed where the key was used for something else.

    Two at once both do it: the door knows the ask by its key and grants it once.
    """
    asked = digest()
    row = claimed(token, key, asked)
    if row.asked != asked:
        raise Failed(422, "key_used", _("This key was used for something else."), field="Idempotency-Key")
    if row.status:
        return again(row)
    answer = do()
    if answer.status_code < FLEETING:
        keep(row, answer)
    return answer


def claimed(token: str, key: str, asked: str) -> TokenAnswerRow:
    """Of two who come with one key at once, the later finds what the earlier has claimed."""
    try:
        with store.writing() as db:
            return token_answers.claimed(db, token, key, asked, now())
    except IntegrityError:
        with store.writing() as db:
            return token_answers.claimed(db, token, key, asked, now())


def digest() -> str:
    """Of what was asked, word for word, and of what it was held to."""
    head = f"{request.method} {request.full_path}\n{request.headers.get('If-Match', '')}\n"
    return sha256(head.encode() + request.get_data()).hexdigest()


def keep(row: TokenAnswerRow, answer: Response) -> None:
    headers = answer.headers
    named = {"location": headers.get("Location", ""), "etag": headers.get("ETag", "")}
    with store.writing() as db:
        token_answers.answered(db, row, answer.status_code, answer.mimetype or "", answer.get_data(), **named)


def again(row: TokenAnswerRow) -> Response:
    answer = Response(row.body, row.status, mimetype=row.kind)
    named = {"Location": row.location, "ETag": row.etag, AGAIN: "true"}
    answer.headers.extend({name: value for name, value in named.items() if value})
    return answer
