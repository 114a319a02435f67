"""How the place is set up, and what must not stay so: told by `toimi doctor` and on the page of its health."""

import platform
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from flask import Flask
from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from workshop import store
from workshop.config import DUE_CALLED, WEB_LIMITS, Settings, Unfit, settings_of
from workshop.mail import post
from workshop.store import schema

LEAST_DISK = 500 * 1024 * 1024
LARGEST_CLOCK_GAP = 5
"""Seconds between the database's clock and ours: beyond it, times in two logs cannot be compared."""

# What the pragmas read back as.
EXPECTED = {
    "journal_mode": "wal",
    "synchronous": "2",
    "foreign_keys": "1",
    "secure_delete": "1",
    "busy_timeout": "5000",
}


@dataclass(frozen=True)
class Finding:
    what: str
    found: str
    well: bool = True


def findings(app: Flask) -> list[Finding]:
    settings = settings_of(app)
    return [
        Finding("python", f"{platform.python_version()} on {platform.platform(terse=True)}"),
        *database(app),
        Finding("instance", str(settings.instance)),
        disk(settings),
        secret(settings),
        debugging(settings),
        Finding("address", settings.public_address + (", secure cookies" if settings.secure else ", plain http")),
        Finding("origins", settings.origins or "the address and the asked host"),
        Finding("proxies", f"{settings.proxies} believed"),
        mail(settings),
        timer(settings),
        Finding("limits", ", ".join(f"{name.lower()} {value}" for name, value in WEB_LIMITS.items())),
    ]


def database(app: Flask) -> list[Finding]:
    engine = store.engine_of(app)
    driver = Finding("database", f"{engine.dialect.name} by {engine.driver}, {engine.url.render_as_string()}")
    try:
        return [driver, tables(app), *pragmas(engine), clock(engine)]
    except SQLAlchemyError as error:
        return [driver, Finding("database", f"does not answer: {error.__class__.__name__}", well=False)]


def tables(app: Flask) -> Finding:
    current = schema.is_current(app)
    return Finding("tables", schema.newest() or "none" if current else "of another version: toimi migrate", current)


def pragmas(engine: Engine) -> list[Finding]:
    if engine.dialect.name != "sqlite":
        return []
    with engine.connect() as connection:
        found = {name: str(connection.exec_driver_sql(f"PRAGMA {name}").scalar()) for name in EXPECTED}
    return [Finding("pragma", f"{name} {value}", value == EXPECTED[name]) for name, value in found.items()]


def clock(engine: Engine) -> Finding:
    with engine.connect() as connection:
        theirs = datetime.fromisoformat(str(connection.execute(text("SELECT CURRENT_TIMESTAMP")).scalar()))
    gap = abs((datetime.now(UTC) - (theirs if theirs.tzinfo else theirs.replace(tzinfo=UTC))).total_seconds())
    return Finding(
        "clock", f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, {gap:.0f} s from the database's", gap < LARGEST_CLOCK_GAP
    )


def disk(settings: Settings) -> Finding:
    free = shutil.disk_usage(settings.instance).free
    return Finding("disk", f"{free // 1024**2} MiB free", free > LEAST_DISK)


def secret(settings: Settings) -> Finding:
    path = settings.instance / "secret-key"
    if not path.exists():
        return Finding("secret key", "from the environment")
    closed = platform.system() == "Windows" or path.stat().st_mode & 0o077 == 0
    return Finding("secret key", str(path) if closed else f"others can read {path}: chmod 600", closed)


def mail(settings: Settings) -> Finding:
    """Whether letters leave; a password must not travel in the open."""
    try:
        sends = post.configured(settings)
    except Unfit as error:
        return Finding("mail", str(error), well=False)
    open_word = bool(settings.mail_user) and settings.mail_security == "none"
    told = f"by {settings.mail_server}, {settings.mail_security}" if sends else "off: letters wait on /mail"
    return Finding("mail", told, well=not open_word)


def timer(settings: Settings) -> Finding:
    """Whether `toimi due` is called: without it letters wait and nothing that is over goes."""
    called = called_at(settings)
    return Finding("timer", f"toimi due was last called {called:%Y-%m-%d %H:%M} UTC" if called else "never called")


def called_at(settings: Settings) -> datetime | None:
    """When `toimi due` was called last; None if it never was."""
    try:
        return datetime.fromisoformat((settings.instance / DUE_CALLED).read_text("ascii").strip())
    except (FileNotFoundError, ValueError):
        return None


def debugging(settings: Settings) -> Finding:
    local = urlsplit(settings.public_address).hostname in ("127.0.0.1", "localhost") and settings.host != "0.0.0.0"  # noqa: S104
    return Finding("debug", "on" if settings.debug else "off", well=local or not settings.debug)
