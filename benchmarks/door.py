"""The door: asks through rights, rules, log and commit, beside bare commits to the same kind of database."""

import tempfile
from pathlib import Path

from flask import Flask
from sqlalchemy import text

from benchmarks.measure import head, line, seconds
from facilitation.live.commands import AddCard, Join, OpenStep, SetAgenda, SetUp
from tests.facilitation.world import IDEAS, PACK, STATEMENTS, STEPS
from workshop import create_app, store
from workshop.config import Settings
from workshop.perform import Asker, Once, perform, workshop_log
from workshop.store import schema

ASKS = 400
LOG = workshop_log("bench")
FAY, ADA = Asker("seat-fay-bench", "host"), Asker("seat-ada-bench", "participant")
SYSTEM = Asker("system", "system")


def run() -> None:
    head("Door: one ask after another, on SQLite with every commit on the disk")
    with tempfile.TemporaryDirectory() as folder:
        app = create_app(Settings(instance=Path(folder)))
        schema.migrate(app)
        with app.app_context():
            prepare()
            with seconds() as took:
                for n in range(ASKS):
                    perform(LOG, AddCard(f"card-{n:06}", "", {"text": "parked"}, "en"), ADA, Once(f"ask-{n:09}"))
                asks = ASKS / took()
            line("asks answered a second", f"{asks:.0f}", f"bare commits of two rows {bare(app):.0f}")


def prepare() -> None:
    commands = (
        (SetUp({"en": "Bench"}, "Ministry", PACK.key, PACK.version), SYSTEM),
        (SetAgenda(STEPS, STATEMENTS), SYSTEM),
        (Join(FAY.seat, role="host"), FAY),
        (Join(ADA.seat), ADA),
        (OpenStep(IDEAS), FAY),
    )
    for n, (command, asker) in enumerate(commands):
        perform(LOG, command, asker, Once(f"prepare-{n}"))


def bare(app: Flask) -> float:
    """Commits a second of an event's and an answer's worth of text, with nothing else done."""
    engine = store.engine_of(app)
    with engine.begin() as connection:
        connection.execute(text("create table bare (id integer primary key, body text)"))
    with seconds() as took:
        for _ in range(ASKS):
            with engine.begin() as connection:
                connection.execute(text("insert into bare (body) values (:a), (:b)"), {"a": "x" * 200, "b": "y" * 60})
        return ASKS / took()
