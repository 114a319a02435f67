"""A mail server of an organisation's own: it asks for a safe line and a login, and writes down what it hears."""

import ssl
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Literal

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword
from flask import Flask

from tests.workshop.post import Post
from tests.workshop.server import free_port

USER, PASSWORD = "toimi", "an anchor in the attic"


class GuardedPost(Post):
    """Takes letters from nobody who has not signed in."""

    async def handle_MAIL(self, server: Any, session: Any, envelope: Any, address: str, options: Any) -> str:  # noqa: N802 (the server’s name)
        if not session.authenticated:
            return "530 5.7.0 Authentication required"
        envelope.mail_from = address
        return "250 OK"


@dataclass
class Guard:
    """What came in: letters, and every word that could be read on the way."""

    post: GuardedPost = field(default_factory=GuardedPost)
    clear: bytearray = field(default_factory=bytearray)


class Listened(Controller):
    """`hostname` is what its certificate is for; `clear` gets what arrives before the line is safe."""

    def __init__(self, guard: Guard, **told: Any) -> None:
        super().__init__(guard.post, hostname="127.0.0.1", port=free_port(), authenticator=let_in, **told)
        self._clear = guard.clear

    def factory(self) -> SMTP:
        clear, always = self._clear, self.ssl_context is not None

        class Listening(SMTP):
            def data_received(self, data: bytes) -> None:
                if not always and self.session is not None and self.session.ssl is None:
                    clear.extend(data)
                super().data_received(data)

        return Listening(self.handler, **self.SMTP_kwargs)


def let_in(_server: Any, _session: Any, _envelope: Any, _mechanism: str, said: Any) -> AuthResult:
    known = LoginPassword(USER.encode(), PASSWORD.encode())
    return AuthResult(success=said == known, handled=False)


@contextmanager
def guarded(app: Flask, security: Literal["starttls", "tls"], certificate: Path | None) -> Iterator[Guard]:
    """The app has this mail server and signs in there; without a certificate it offers no safe line."""
    guard, safe = Guard(), _safe(certificate) if certificate else None
    if security == "tls":
        # It knows of no other safe line than one that STARTTLS begins.
        server = Listened(guard, ssl_context=safe, auth_require_tls=False)
    else:
        server = Listened(guard, tls_context=safe, auth_require_tls=safe is not None)
    server.start()
    app.extensions["settings"] = replace(
        app.extensions["settings"],
        mail_server=f"localhost:{server.port}",
        mail_security=security,
        mail_user=USER,
        mail_password=PASSWORD,
        mail_from="toimi@ministry.example",
    )
    try:
        yield guard
    finally:
        server.stop()


def _safe(certificate: Path) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(certificate, certificate.with_suffix(".key"))
    return context


def certificate_for(host: str, folder: Path) -> Path:
    """One that its owner issued to themselves; its key lies beside it."""
    crt = folder / f"{host}.crt"
    made = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", f"/CN={host}"]
    told = ["-addext", f"subjectAltName=DNS:{host}", "-addext", "keyUsage=critical,digitalSignature,keyCertSign"]
    subprocess.run([*made, *told, "-keyout", crt.with_suffix(".key"), "-out", crt], check=True, capture_output=True)
    return crt
