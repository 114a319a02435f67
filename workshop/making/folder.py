"""Makings as they lie on the disk: what was asked for, how far it is, and what came of it."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Literal, TypeAlias, TypeVar

import msgspec

from workshop import limits
from workshop.clock import Clock

T = TypeVar("T")
State: TypeAlias = Literal["waiting", "making", "made", "unmade"]
ASKED, STANDS, MADE, GIVEN_UP = "asked", "stands", "made", "given-up"


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody wants made. `at` is in seconds of the app's clock; only `owner` hears of it again."""

    home: str
    """The id of the workshop, or of the plan that lives by itself."""
    owner: str
    queue: str
    name: str
    media_type: str
    at: float
    after_files: bool = False
    """Whether files go before it: a picture can wait."""


@dataclass(frozen=True, slots=True)
class Stands:
    """How far a making is. `why` is an Unmade's."""

    state: State = "waiting"
    done: int = 0
    of: int = 0
    why: str = ""
    at: float = 0.0


@dataclass(frozen=True, slots=True)
class Making:
    """One of them, by its folder."""

    path: Path
    clock: Clock

    @property
    def id(self) -> str:
        return self.path.name

    def asked(self) -> Asked | None:
        """None for one that was never asked for or is gone."""
        return _read(self.path / ASKED, Asked)

    def stands(self) -> Stands:
        """How far it is; what its worker never ended, because it went down itself, is told as broken."""
        found, now = _read(self.path / STANDS, Stands) or Stands("unmade", why="broken"), self._now()
        left = found.at + {"waiting": limits.WAITING_SECONDS, "making": limits.MAKING_SECONDS}.get(found.state, now)
        return Stands("unmade", why="broken") if left < now else found

    def stand(self, state: State, done: int = 0, of: int = 0, why: str = "") -> None:
        _write(self.path / STANDS, msgspec.json.encode(Stands(state, done, of, why, self._now())))

    def made(self) -> bytes:
        return (self.path / MADE).read_bytes()

    def finish(self, file: bytes) -> None:
        """The file first, then that it is there."""
        _write(self.path / MADE, file)
        self.stand("made")

    def give_up(self) -> None:
        """A mark that its worker finds, whichever that is."""
        with suppress(FileNotFoundError):
            (self.path / GIVEN_UP).touch()

    def given_up(self) -> bool:
        """Also of one whose folder is gone."""
        return (self.path / GIVEN_UP).exists() or not self.path.exists()

    def remove(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)

    def _now(self) -> float:
        return self.clock().timestamp()


@dataclass(frozen=True, slots=True)
class Makings:
    """All of a place."""

    path: Path
    clock: Clock

    def begin(self, id: str, asked: Asked) -> Making | None:
        """A new one; None if it was asked for before."""
        self.path.mkdir(mode=0o700, exist_ok=True)
        making = Making(self.path / id, self.clock)
        try:
            making.path.mkdir(mode=0o700)
        except FileExistsError:
            return None
        making.stand("waiting")
        _write(making.path / ASKED, msgspec.json.encode(asked))
        return making

    def find(self, id: str, home: str, owner: str) -> Making | None:
        """The making of that id, if it is theirs and still kept."""
        return next((each for each in self.all() if each.id == id and _belongs(each.asked(), home, owner)), None)

    def all(self) -> Iterator[Making]:
        """Those that are still kept; the others are thrown away on the way."""
        old = (self.clock() - timedelta(seconds=limits.MADE_SECONDS)).timestamp()
        for path in self.path.iterdir() if self.path.exists() else ():
            making = Making(path, self.clock)
            asked = making.asked()
            if asked and asked.at < old:
                making.remove()
            elif asked:
                yield making

    def of(self, owner: str) -> int:
        """How many of this person's are not ready yet."""
        return sum(_unready(each) and _of(each) == owner for each in self.all())

    def place(self, making: Making) -> int:
        """Which in its worker's queue it is, from 1; files go before pictures."""
        mine = making.asked()
        waiting = (each.asked() for each in self.all() if each.stands().state == "waiting" and not each.given_up())
        before = (
            each for each in waiting if each and mine and each.queue == mine.queue and _order(each) < _order(mine)
        )
        return 1 + sum(1 for _ in before)


def _order(asked: Asked) -> tuple[bool, float]:
    return asked.after_files, asked.at


def _belongs(asked: Asked | None, home: str, owner: str) -> bool:
    return asked is not None and (asked.home, asked.owner) == (home, owner)


def _of(making: Making) -> str:
    asked = making.asked()
    return asked.owner if asked else ""


def _unready(making: Making) -> bool:
    return making.stands().state in ("waiting", "making") and not making.given_up()


def _write(path: Path, whole: bytes) -> None:
    """At once or not at all; whose folder was taken away writes nothing."""
    beside = path.with_suffix(".new")
    with suppress(FileNotFoundError):
        beside.write_bytes(whole)
        beside.replace(path)


def _read(path: Path, shape: type[T]) -> T | None:
    try:
        return msgspec.json.decode(path.read_bytes(), type=shape)
    except (FileNotFoundError, msgspec.DecodeError):
        return None
