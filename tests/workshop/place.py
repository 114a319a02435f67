"""A small place to try the door in: the real store on SQLite, the toy's rules, a clock that stands."""

from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

from flask import Flask
from flask_wtf import CSRFProtect

from tests.workshop.toy import TOYS, AddCard, Join, toy_view
from workshop import clock, config, languages, live, perform, store
from workshop.config import Settings
from workshop.perform import Asker, Once, Outcome, workshop_log
from workshop.store.tables import Table

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
HALL = workshop_log("hall")
HOST = Asker("fay", "host")
ADA = Asker("ada")
BEN = Asker("ben")
ASKED = count(1)


def toy_place(folder: Path, at: datetime = NOON) -> Flask:
    """An app with an open door and nothing in it."""
    app = Flask("toy")
    config.init_app(app, config.completed(Settings(instance=folder)))
    clock.init_app(app, lambda: at)
    store.init_app(app)
    Table.metadata.create_all(store.engine_of(app))
    languages.init_app(app)
    CSRFProtect(app)
    perform.init_app(app, (TOYS,))
    return app


def live_toy_place(folder: Path) -> Flask:
    app = toy_place(folder)
    live.init_app(app, toy_view())
    return app


def ask(command: Any, asker: Asker = ADA, once: str = "", log: Any = HALL, seen: int | None = None) -> Outcome:
    """Perform in the toy hall, each ask its own unless it is said which."""
    return perform.perform(log, command, asker, Once(once or f"once-{next(ASKED):013}"), seen)


def seated() -> None:
    """Fay the host, Ada and Ben are in."""
    for asker in (HOST, ADA, BEN):
        ask(Join(asker.seat, asker.role), asker)


def lines(*cards: str) -> None:
    for card in cards:
        ask(AddCard(card, f"text of {card}"))
