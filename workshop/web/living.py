"""What a file that comes back is held against: where it says it is from, what stood there then and stands there now."""

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from flask import url_for

from facilitation.packs import Pack
from facilitation.report.extracts import EXTRACTS
from facilitation.report.reader import Reader
from facilitation.report.returned import Line, Sources
from facilitation.report.texts import Words
from facilitation.shapes import Plan
from facilitation.words import LANGUAGES, N_, Refused
from workshop.perform import Asker, LogKey
from workshop.room import Moment, Room, rooms_of
from workshop.store.log import Log
from workshop.web.home import PAGES, Kind

UNSTAMPED = N_("This file does not say which plan it is from. Download a new one and change that.")
UNKNOWN = N_("This file says that it is from a moment that never was. Download a new one.")


@dataclass(frozen=True)
class Stamp:
    """Where a file says it comes from; nothing but the comparison rests on it."""

    seq: int
    draft: int
    language: str
    hosting: bool
    made: date | None
    extract: str


@dataclass(frozen=True)
class Living(ABC):
    """A workshop or a plan of its own for somebody who brings a file back to it."""

    kind: ClassVar[Kind]
    commands: ClassVar[tuple[type, ...]]
    """By which a line of the file can be taken in."""
    sources: ClassVar[Sources]

    id: str
    title: Words
    pack: Pack
    who: str
    """Whose a page's form is: nobody else may send it."""

    @property
    @abstractmethod
    def log(self) -> LogKey: ...

    @abstractmethod
    def ours(self, said: Mapping[str, str]) -> None:
        """Raises Refused, at the field `file`, for a stamp of something else."""

    @abstractmethod
    def then(self, stamped: Stamp, to: Reader) -> Plan:
        """The plan as the file was made from it. Raises Refused."""

    @abstractmethod
    def now(self) -> Sequence[Plan]: ...

    @abstractmethod
    def wish(self, line: Line, to: Reader) -> Any:
        """The command that makes it so, or None. Raises Unfit."""

    @abstractmethod
    def as_shown(self, command: Any) -> bool:
        """Whether what it changes is as the page showed it, or already as it is wanted."""

    @abstractmethod
    def asker(self, command: Any) -> Asker:
        """In whose name a line is taken in."""

    @property
    def room(self) -> Room:
        return rooms_of().room(self.log)

    @property
    def state(self) -> Any:
        return self.room.state

    @property
    def seq(self) -> int:
        return self.room.seq

    def own_seq(self, stamped: Stamp) -> int:
        """The number that a report of the plan bears, if the plan has a log of its own."""
        return stamped.seq if self.kind == "plan" else 0

    @property
    def page(self) -> str:
        """The address where the plan is read."""
        return url_for(PAGES[self.kind], id=self.id)

    def address(self, endpoint: str, **more: Any) -> str:
        return url_for(endpoint, home=self.kind, id=self.id, **more)

    def stamp_in(self, said: Mapping[str, str]) -> Stamp:
        """The stamp, as far as it can be true. Raises Refused."""
        self.ours(said)
        seq, draft, language = whole(said.get("seq")), whole(said.get("draft", "0")), said.get("language", "")
        extract = said.get("of", "")
        known = 1 <= seq <= self.seq and draft >= 0 and language in LANGUAGES and extract in ("", *EXTRACTS)
        if not known:
            raise unknown()
        return Stamp(seq, draft, language, said.get("view") == "host", day(said.get("made")), extract)


def state_then(room: Room, seq: int) -> Any:
    """The state as it stood after that event, told again from its log."""
    if seq == room.seq:
        return room.state
    facts = room.transactions.read(lambda connection: Log(connection, room.key).told(room.ledger.codec))
    before = [each for each in facts if each.seq <= seq]
    return Moment(0, room.ledger.initial()).caught_up(room.ledger, before).state


def unknown() -> Refused:
    return Refused(UNKNOWN, code="unknown", field="file")


def day(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text or "")
    except ValueError:
        return None


def whole(text: str | None) -> int:
    """A whole number; -1 for what is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else -1
