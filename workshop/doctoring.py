"""What `toimi doctor` looks at: how the place is set up, and what must not stay so."""

import platform
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from flask import Flask
from sqlalchemy import Engine, select, text
from sqlalchemy.exc import SQLAlchemyError

from workshop import store
from workshop.config import WEB_LIMITS, Settings, Unfit, settings_of
from workshop.mail import post
from workshop.room import rooms_of
from workshop.store import letters, schema
from workshop.store.log import LogKey
from workshop.store.tables import LogRow

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
        *timer(app),
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


def timer(app: Flask) -> list[Finding]:
    """Where letters leave, somebody must call for them."""
    try:
        with store.reading(app) as db:
            stuck = letters.overdue(db, datetime.now(UTC)) if settings_of(app).mail_server else None
    except SQLAlchemyError:
        return []
    return (
        [Finding("timer", f"letters are due since {stuck:%Y-%m-%d %H:%M}: call toimi due", well=False)] if stuck else []
    )


def debugging(settings: Settings) -> Finding:
    local = urlsplit(settings.public_address).hostname in ("127.0.0.1", "localhost") and settings.host != "0.0.0.0"  # noqa: S104
    return Finding("debug", "on" if settings.debug else "off", well=local or not settings.debug)


# -- Rows that are made of logs -------------------------------------------------------------------------------------


def rebuild(app: Flask) -> int:
    """Make every row that follows from a log anew, and say how many logs were read."""
    with app.app_context(), store.reading() as db:
        logs = [LogKey(row.kind, row.key.partition(":")[2]) for row in db.scalars(select(LogRow))]
        return sum(rebuilt(key) for key in logs)


def rebuilt(key: LogKey) -> bool:
    """Whether rows follow from logs of this family."""
    living = rooms_of().room(key)
    project = living.ledger.project
    if project is None:
        return False
    living.transactions.write(lambda connection: project(connection, living.read(connection).state))
    return True
