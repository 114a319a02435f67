"""What happened, numbered, and what was answered."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from workshop.store.tables.base import ID, KEY, Table


class LogRow(Table):
    """A workshop's or plan's log; its row is what a turn locks."""

    __tablename__ = "log"

    key: Mapped[str] = mapped_column(KEY, primary_key=True)
    kind: Mapped[str] = mapped_column(String(20))
    head: Mapped[int] = mapped_column(default=0)
    """The number of the last event; 0 before the first."""


class EventRow(Table):
    """A fact, numbered 1, 2, 3 … without gaps within its log."""

    __tablename__ = "event"

    log: Mapped[str] = mapped_column(KEY, ForeignKey("log.key"), primary_key=True)
    seq: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    at: Mapped[datetime]
    by: Mapped[str] = mapped_column(ID)
    for_: Mapped[str] = mapped_column("for", ID)
    type: Mapped[str] = mapped_column(String(60))
    body: Mapped[dict[str, Any]]


class AnswerRow(Table):
    """What was answered to an ask, so that the same ask sent again is answered the same and done once."""

    __tablename__ = "answer"

    log: Mapped[str] = mapped_column(KEY, ForeignKey("log.key"), primary_key=True)
    seat: Mapped[str] = mapped_column(ID, primary_key=True)
    once: Mapped[str] = mapped_column(ID, primary_key=True)
    at: Mapped[datetime]
    seq: Mapped[int]
    """The log's head after the ask."""
    code: Mapped[str] = mapped_column(String(60), default="")
    """Empty when it was granted; otherwise why it was refused, worded later in the reader's language."""
    arguments: Mapped[dict[str, Any]] = mapped_column(default=dict)
