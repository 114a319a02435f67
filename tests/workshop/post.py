"""A mail server that knows nobody called `gone`, is busy for `busy`, and keeps what it took."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from email import message_from_bytes
from email.message import EmailMessage
from email.policy import default
from typing import Any

from aiosmtpd.controller import Controller
from flask import Flask

from tests.workshop.server import free_port


class Post:
    def __init__(self) -> None:
        self.taken: list[tuple[str, EmailMessage]] = []
        self.senders: list[str] = []

    async def handle_RCPT(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802 (the server’s name)
        if address.startswith("gone"):
            return "550 No such user here"
        if address.startswith("busy"):
            return "450 Mailbox busy"
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: Any, session: Any, envelope: Any) -> str:  # noqa: N802 (the server’s name)
        self.senders.append(envelope.mail_from)
        self.taken.append((envelope.rcpt_tos[0], message_from_bytes(envelope.content, policy=default)))
        return "250 OK"

    @property
    def to(self) -> list[str]:
        """To whom letters went, in their order."""
        return [address for address, _message in self.taken]

    def last(self, address: str) -> EmailMessage:
        return next(message for to, message in reversed(self.taken) if to == address)

    def text(self, address: str) -> str:
        """The words of the last letter to an address."""
        body: Any = self.last(address).get_body()
        return body.get_content()


@contextmanager
def posted(app: Flask) -> Iterator[Post]:
    """The app has this mail server."""
    taker = Post()
    server = Controller(taker, hostname="127.0.0.1", port=free_port())
    server.start()
    at_server(app, server.port)
    yield taker
    server.stop()


def at_server(app: Flask, port: int) -> None:
    app.extensions["settings"] = replace(
        app.extensions["settings"],
        mail_server=f"127.0.0.1:{port}",
        mail_security="none",
        mail_from="toimi@ministry.example",
    )
