"""A letter as a message, and the mail server that takes it."""

import smtplib
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from urllib.parse import urlsplit

from workshop import limits, sealing
from workshop.config import Settings, Unfit
from workshop.store.letters import LINK
from workshop.store.tables import LetterRow

PORTS = {"starttls": 587, "tls": 465, "none": 25}


def configured(settings: Settings) -> bool:
    """Whether letters go out at all. Raises Unfit for a server without a sender."""
    if settings.mail_server and "@" not in settings.mail_from:
        raise Unfit("TOIMI_MAIL_FROM must be the address that letters come from.")
    return bool(settings.mail_server)


def message(letter: LetterRow, settings: Settings) -> EmailMessage:
    """The letter as it goes out: plain text, with its calendar beside it. Raises ValueError for no address."""
    made = EmailMessage(policy=SMTP)
    made["From"] = Address("Toimi", addr_spec=settings.mail_from)
    made["To"] = Address(addr_spec=letter.to)
    made["Subject"] = letter.subject
    made["Date"] = format_datetime(letter.written)
    # The same in every try, so that a server that took it before it fell silent delivers it once.
    made["Message-ID"] = f"<{letter.id}@{urlsplit(settings.public_address).hostname}>"
    made["Auto-Submitted"] = "auto-generated"
    made.set_content(_text(letter, settings))
    made["Content-Language"] = letter.language
    if letter.calendar:
        made.add_attachment(letter.calendar, subtype="calendar", filename="toimi.ics")
    return made


def _text(letter: LetterRow, settings: Settings) -> str:
    """With its personal links, which are read nowhere else, each in its place."""
    text = letter.text
    if letter.sealed:
        for link in sealing.opened(letter.sealed, settings.secret_key, "links in letters").split():
            text = text.replace(LINK, link, 1)
    return text


def hand_over(line: smtplib.SMTP, letter: LetterRow, settings: Settings) -> None:
    """To the mail server, which sends what comes back to the address for that. Raises what smtplib raises."""
    told = ("NOTIFY=FAILURE",) if line.has_extn("dsn") else ()
    sender = settings.mail_bounces or settings.mail_from
    line.send_message(message(letter, settings), from_addr=sender, rcpt_options=told)


@contextmanager
def server(settings: Settings) -> Iterator[smtplib.SMTP]:
    """A line to the mail server, safe as the settings ask, signed in where a user is named."""
    host, _, port = settings.mail_server.partition(":")
    where = host, int(port or PORTS[settings.mail_security])
    safe = ssl.create_default_context()
    if settings.mail_security == "tls":
        line = smtplib.SMTP_SSL(*where, timeout=limits.LETTER_SECONDS, context=safe)
    else:
        line = smtplib.SMTP(*where, timeout=limits.LETTER_SECONDS)
    try:
        if settings.mail_security == "starttls":
            line.starttls(context=safe)
        if settings.mail_user:
            line.login(settings.mail_user, settings.mail_password)
        yield line
    finally:
        with suppress(smtplib.SMTPException, OSError):
            line.quit()
