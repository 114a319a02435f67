"""Settings: everything an operator may say, from the environment, each with its default and why.

`TOIMI_DATABASE=postgresql+psycopg:///toimi toimi serve` sets `database`: the field's name in capitals after `TOIMI_`.
"""

import os
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal
from urllib.parse import urlsplit

import msgspec
from flask import Flask, current_app

PACKAGE = Path(__file__).parent
SHORTEST_SECRET = 32
KNOWN_SECRETS = frozenset({"change-me", "changeme", "dev", "secret", "development", "toimi"})
DUE_CALLED = "due-called"
READ_AHEAD = "read-ahead"
"""A file of the instance in which each call of `toimi due` leaves its time."""


class Unfit(Exception):
    """A setting that must not be run with; says which and what to do."""


@dataclass(frozen=True)
class Settings:
    instance: Path = Path("instance")
    """Where the place keeps its files: database, secret key, demo. One folder to back up."""
    database: str = ""
    """SQLAlchemy address; empty means SQLite in the instance folder, which needs no server."""
    host: str = "127.0.0.1"
    """Only this machine, until an operator opens it: 0.0.0.0 for a closed room's network."""
    port: int = 5000
    """Flask's own, so that guides fit."""
    address: str = ""
    """The address people use, such as https://toimi.example.fi; https here turns on secure cookies and HSTS."""
    origins: str = ""
    """Further origins, by commas, that may open the socket; the address and the asked host always may."""
    proxies: int = 0
    """How many proxies stand in front and are believed about who asks. 0 believes nobody."""
    secret_key: str = ""
    """Signs cookies and seats; empty means a key made at the first start and kept in the instance folder."""
    language: Literal["fi", "sv", "en"] = "en"
    """For a reader whose browser asks for none of ours."""
    timezone: str = "Europe/Helsinki"
    """Times of day on pages and in files; logs are in UTC."""
    mail_server: str = ""
    """host:port of the mail server that takes letters; empty sends none and shows what would have been sent."""
    mail_security: Literal["starttls", "tls", "none"] = "starttls"
    """`none` only for a server on this machine or a closed network."""
    mail_user: str = ""
    """Who signs in at the mail server, where it asks for that."""
    mail_password: str = ""
    """Its password."""
    mail_from: str = ""
    """Whom letters come from, such as toimi@example.fi; answers to it should reach a person."""
    mail_bounces: str = ""
    """Where letters that come back go, if not to TOIMI_MAIL_FROM: a mailbox that hands them to `toimi bounced`."""
    trail_months: int = 0
    """How long the trail of changes is kept; 0 keeps it for good."""
    debug: bool = False
    """Files are read anew while they are being written, and none is kept; never on an open network."""

    @property
    def secure(self) -> bool:
        return urlsplit(self.address).scheme == "https"

    @property
    def public_address(self) -> str:
        """Where a printed link should point; the local address unless another was given."""
        host = "127.0.0.1" if self.host in ("0.0.0.0", "::") else self.host  # noqa: S104 (read, not bound)
        return self.address.rstrip("/") or f"http://{host}:{self.port}"


def from_environment(environment: Mapping[str, str] = os.environ) -> Settings:
    """The settings an environment asks for. Raises Unfit with the variable's name."""
    try:
        return msgspec.convert(_said(environment), Settings, strict=False, dec_hook=_decoded)
    except msgspec.ValidationError as error:
        raise Unfit(f"The environment's TOIMI_ settings do not fit: {error}") from None


def _said(environment: Mapping[str, str]) -> dict[str, str]:
    names = Settings.__dataclass_fields__
    return {name: environment[key] for name in names if (key := f"TOIMI_{name.upper()}") in environment}


def _decoded(kind: type, value: object) -> object:
    return Path(str(value)) if kind is Path else value


def completed(settings: Settings) -> Settings:
    """The same, with what is made at the first start: instance folder, database address, secret key."""
    instance = settings.instance.resolve()
    instance.mkdir(parents=True, exist_ok=True)
    return replace(
        settings,
        instance=instance,
        database=settings.database or f"sqlite:///{instance / 'toimi.db'}",
        secret_key=fit_secret(settings.secret_key or kept_secret(instance / "secret-key")),
    )


def kept_secret(path: Path) -> str:
    """The key in this file; made, readable by its owner only, if it is not there."""
    try:
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(48))
    except FileExistsError:
        pass
    return path.read_text().strip()


def fit_secret(secret: str) -> str:
    if secret.lower() in KNOWN_SECRETS or len(secret) < SHORTEST_SECRET or len(set(secret)) < 8:
        raise Unfit(f"TOIMI_SECRET_KEY needs at least {SHORTEST_SECRET} characters that nobody can guess.")
    return secret


# What one request may carry. A plan's whole form is far below these.
WEB_LIMITS = {
    "MAX_CONTENT_LENGTH": 256 * 1024,
    "MAX_FORM_MEMORY_SIZE": 128 * 1024,
    "MAX_FORM_PARTS": 500,
}


def init_app(app: Flask, settings: Settings) -> None:
    app.extensions["settings"] = settings
    app.config.update(
        WEB_LIMITS,
        SECRET_KEY=settings.secret_key,
        SESSION_COOKIE_NAME="__Host-toimi" if settings.secure else "toimi",
        SESSION_COOKIE_SECURE=settings.secure,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_PATH="/",
        PREFERRED_URL_SCHEME="https" if settings.secure else "http",
        WTF_CSRF_TIME_LIMIT=None,  # a page may stand open through a long workshop day
        WTF_CSRF_SSL_STRICT=False,  # referrers are kept back by our own policy; the token and SameSite stand
        TEMPLATES_AUTO_RELOAD=settings.debug,
    )


def settings_of(app: Flask | None = None) -> Settings:
    return (app or current_app).extensions["settings"]


def folder(name: str) -> Path:
    """`templates` or `static`: inside the package when installed, at the root of the house otherwise."""
    beside = PACKAGE / name
    return beside if beside.is_dir() else PACKAGE.parent / name
