"""What is due leaves the outbox, letter by letter; one that cannot go holds up no other."""

import smtplib
import ssl
from dataclasses import dataclass
from datetime import datetime

from flask import Flask

from workshop import store
from workshop.config import settings_of
from workshop.mail import post
from workshop.store import bounces, letters
from workshop.store.tables import LetterRow

PERMANENT = 500
"""From this answer on a mail server means "never" (RFC 5321, 4.2.1)."""


@dataclass(frozen=True)
class Delivered:
    """How many letters went, wait for another try, and came back for good."""

    sent: int = 0
    later: int = 0
    returned: int = 0


def deliver(app: Flask, at: datetime) -> Delivered:
    """Hand what is due to the mail server. Without one nothing moves, and everything waits."""
    settings = settings_of(app)
    with store.writing(app) as db:
        letters.forget(db, at)
        turn = letters.take(db, at) if post.configured(settings) else ()
    if not turn:
        return Delivered()
    try:
        with post.server(settings) as line:
            return _counted([_one(app, line, row, at) for row in turn])
    except (smtplib.SMTPException, OSError) as error:
        return _counted([_kept(app, row, at, _said(error)) for row in turn])


def _one(app: Flask, line: smtplib.SMTP, row: LetterRow, at: datetime) -> LetterRow:
    try:
        post.hand_over(line, row, settings_of(app))
    except smtplib.SMTPServerDisconnected:
        raise
    except (smtplib.SMTPException, ValueError) as error:
        refused = isinstance(error, smtplib.SMTPRecipientsRefused)
        return _kept(app, row, at, _said(error), for_good=_never(error), refused=refused)
    with store.writing(app) as db:
        # One that was withdrawn while it was on its way leaves no trace.
        if kept := db.get(LetterRow, row.id):
            letters.sent(kept, at)
    row.sent_at = at
    return row


def _kept(
    app: Flask, row: LetterRow, at: datetime, trouble: str, *, for_good: bool = False, refused: bool = False
) -> LetterRow:
    """A letter that was sent before the line broke stays sent; an address that is `refused` gets none any more."""
    with store.writing(app) as db:
        kept = db.get(LetterRow, row.id)
        if kept and kept.sent_at is None:
            letters.failed(kept, at, trouble, for_good=for_good)
            if for_good and refused:
                bounces.came_back(db, kept.to, trouble, at)
    return kept or row


def _counted(rows: list[LetterRow]) -> Delivered:
    sent, returned = sum(row.sent_at is not None for row in rows), sum(row.returned_at is not None for row in rows)
    return Delivered(sent, len(rows) - sent - returned, returned)


def _never(error: Exception) -> bool:
    match error:
        case smtplib.SMTPRecipientsRefused(recipients=refused):
            return all(code >= PERMANENT for code, _words in refused.values())
        case smtplib.SMTPSenderRefused():
            # Of whoever sends, such as a login that nobody set: an operator mends that, and the letter goes.
            return False
        case smtplib.SMTPResponseException(smtp_code=code):
            return code >= PERMANENT
        case _:
            return isinstance(error, ValueError)


def _said(error: Exception) -> str:
    """The server's own words, on one line; of a line that was not safe, what OpenSSL says."""
    match error:
        case smtplib.SMTPRecipientsRefused(recipients=refused):
            code, words = next(iter(refused.values()))
        case smtplib.SMTPResponseException(smtp_code=code, smtp_error=words):
            pass
        case ssl.SSLCertVerificationError(verify_message=words):
            return words
        case _:
            return " ".join(str(error).split()) or error.__class__.__name__
    return f"{code} {words.decode(errors='replace') if isinstance(words, bytes) else words}"
