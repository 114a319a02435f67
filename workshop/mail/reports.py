"""What mail servers say of letters that came back (RFC 3464): which of ours it was, and why.

Anybody can write such a report. Only one that names a letter of ours, to the address it went to, is believed.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import default
from typing import Any

from sqlalchemy.orm import Session

from workshop.store import bounces
from workshop.store.tables import LetterRow

OURS = re.compile(r"^Message-ID:\s*<([\w-]{1,64})@", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True)
class Failed:
    """A letter that did not reach an address, in the words of the server that gave it up."""

    letter: str
    address: str
    words: str


def failed(report: bytes) -> list[Failed]:
    """What a report says has failed for good; nothing for whatever else comes to a mailbox."""
    read: Any = message_from_bytes(report, policy=default)
    letter = next(_letters(read), "")
    return [Failed(letter, address, words) for address, words in _recipients(read)] if letter else []


def _letters(report: EmailMessage) -> Iterator[str]:
    """Ids of ours in the letter, or its head, that came back along."""
    for part in report.walk():
        if part.get_content_type() in ("message/rfc822", "text/rfc822-headers"):
            inner = part.get_payload()
            text = "\n".join(map(str, inner)) if isinstance(inner, list) else str(inner)
            yield from OURS.findall(text)


def _recipients(report: EmailMessage) -> Iterator[tuple[str, str]]:
    for part in report.walk():
        blocks: Any = part.get_payload() if part.get_content_type() == "message/delivery-status" else ()
        yield from (told for block in blocks if isinstance(block, Message) and (told := _recipient(block)))


def _recipient(block: Message) -> tuple[str, str] | None:
    if str(block.get("Action", "")).strip().lower() != "failed":
        return None
    address = str(block.get("Final-Recipient") or block.get("Original-Recipient") or "").rpartition(";")[2].strip()
    words = str(block.get("Diagnostic-Code") or block.get("Status") or "").rpartition(";")[2]
    return address, " ".join(words.split())


def take(db: Session, found: Failed, at: datetime) -> bool:
    """Whether it was a letter of ours to that address; it counts as come back then."""
    letter = db.get(LetterRow, found.letter)
    if letter is None or letter.sent_at is None or letter.to.lower() != found.address.lower():
        return False
    bounces.of_letter(db, letter, found.words, at)
    return True
