"""Where transactions run: beside the loop when the loop would wait for a disk, in place otherwise.

gevent cannot make SQLite's file calls cooperative, so under gevent they run in one real thread: writers would wait for
each other anyway. PostgreSQL's driver cooperates by itself, and a plain program has no loop to protect.
"""

from collections.abc import Callable
from typing import Any, TypeVar

from gevent import monkey
from gevent.threadpool import ThreadPool
from sqlalchemy import Connection, Engine

from workshop.store import engine_for

T = TypeVar("T")


class Transactions:
    """Runs work in a transaction of its own: kept when it returns, nothing of it otherwise."""

    def __init__(self, engine: Engine) -> None:
        self.beside = engine.dialect.name == "sqlite" and monkey.is_module_patched("threading")
        # The thread has an engine of its own: locks of a pool are not shared between it and the loop.
        own = engine_for(engine.url.render_as_string(hide_password=False)) if self.beside else engine
        self._reader = own
        self._writer = own.execution_options(writes=True)
        self._pool: ThreadPool | None = None

    def write(self, work: Callable[[Connection], T]) -> T:
        """What the work returns, after the commit. Raises what it or the commit raised."""
        return self._run(self._writer, work)

    def read(self, work: Callable[[Connection], T]) -> T:
        return self._run(self._reader, work)

    def _run(self, engine: Engine, work: Callable[[Connection], T]) -> T:
        if not self.beside:
            return _transaction(engine, work)
        if self._pool is None:
            self._pool = ThreadPool(1)
        value, error = self._pool.apply(_caught, (engine, work))
        if error is not None:
            raise error
        return value


def _transaction(engine: Engine, work: Callable[[Connection], T]) -> T:
    with engine.begin() as connection:
        return work(connection)


def _caught(engine: Engine, work: Callable[[Connection], Any]) -> tuple[Any, Exception | None]:
    """gevent would print what a thread raises; it is the asker's to hear."""
    try:
        return _transaction(engine, work), None
    except Exception as error:
        return None, error
