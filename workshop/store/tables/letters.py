"""The letters that wait for the post, and the addresses from which they come back."""

from datetime import datetime

from sqlalchemy import ForeignKey, String, Text
from sqlalchemy.orm import Mapped, mapped_column

from workshop.store.tables.base import ID, Table


class LetterRow(Table):
    """A letter that waits for the post, went out or came back. Its words are forgotten once it has gone."""

    __tablename__ = "letter"

    id: Mapped[str] = mapped_column(ID, primary_key=True)
    once: Mapped[str] = mapped_column(String(160), unique=True)
    """What makes it the same letter: whoever writes it again changes nothing."""
    to: Mapped[str] = mapped_column(String(254))
    language: Mapped[str] = mapped_column(String(8))
    subject: Mapped[str] = mapped_column(String(200))
    text: Mapped[str] = mapped_column(Text)
    calendar: Mapped[str] = mapped_column(Text, default="")
    """An iCalendar file that goes along, if any."""
    about: Mapped[str] = mapped_column(ID, default="", server_default="", index=True)
    """What it is about: when that comes to nothing, the letter does too."""
    sealed: Mapped[str] = mapped_column(Text, default="", server_default="")
    """The personal links that go into its text on the way out, sealed; nobody reads them here."""
    until: Mapped[datetime | None]
    """From then on nobody has any use for it."""
    written: Mapped[datetime]
    due: Mapped[datetime] = mapped_column(index=True)
    """When it is to be tried next."""
    tries: Mapped[int] = mapped_column(default=0)
    trouble: Mapped[str] = mapped_column(String(200), default="")
    """What the post said the last time it did not take it."""
    sent_at: Mapped[datetime | None]
    returned_at: Mapped[datetime | None]
    """When it was given up: the address is refused, or the post never took it."""


class LetterPartRow(Table):
    """What a letter tells in one of several roles, each of which is told of once; it goes with its letter."""

    __tablename__ = "letter_part"

    once: Mapped[str] = mapped_column(String(160), primary_key=True)
    letter: Mapped[str] = mapped_column(ID, ForeignKey("letter.id", ondelete="CASCADE"), index=True)
    about: Mapped[str] = mapped_column(ID, index=True)
    """What it is about: when that comes to nothing, the whole letter does."""


class BounceRow(Table):
    """An address that no letter reaches: its server refused one, or somebody was told that it came back."""

    __tablename__ = "bounce"

    address: Mapped[str] = mapped_column(String(254), primary_key=True)
    """Lower case."""
    at: Mapped[datetime]
    words: Mapped[str] = mapped_column(String(200), default="")
    """What was said of it, on one line."""
