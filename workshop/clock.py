"""The one clock. Everything that is dated asks here, so that a test can say what time it is."""

from collections.abc import Callable
from datetime import UTC, datetime

from flask import Flask, current_app

Clock = Callable[[], datetime]


def wall_clock() -> datetime:
    """The machine's time, in UTC."""
    return datetime.now(UTC)


def init_app(app: Flask, clock: Clock = wall_clock) -> None:
    app.extensions["clock"] = clock


def clock_of(app: Flask) -> Clock:
    """For what runs beside requests and has no app context of its own."""
    return app.extensions["clock"]


def now() -> datetime:
    """Now, aware and in UTC, by the current app's clock."""
    return clock_of(current_app)()
