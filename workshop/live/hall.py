"""One workshop live in this worker: its streams, and who listens to them.

Nothing here waits for a socket or a disk: telling is putting panels into streams and frames into lines.
"""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from workshop.limits import ASKS, MOMENTS, NEARS, PART_BYTES, REST_SECONDS, REST_SECONDS_A_LISTENER
from workshop.live.presence import Presence
from workshop.live.rates import Bucket
from workshop.live.streams import Have, Stream, change, told

log = logging.getLogger(__name__)

WIDTHS = {"room": 0, "screen": 0, "hosts": 1, "group": 2, "seat": 3}


def width(audience: str) -> int:
    """How far from everybody an audience is: the widest are told first."""
    return WIDTHS[audience.partition(":")[0]]


@dataclass(frozen=True)
class View:
    """Who sees what, as the method says it; see facilitation/view."""

    audiences: Callable[[Any, str], Iterable[str]]
    keys: Callable[[Any, str], Iterable[str]]
    panel: Callable[[Any, Mapping[str, Any], str, str], Any | None]
    touched: Callable[[Any, Any], Iterable[tuple[str, str]]]
    may_look: Callable[[Any, str], bool]
    tells: Callable[[Any, str, str], bool]
    """Whether an audience may hear by name who is at a place: state, audience, place."""
    ticks: Callable[[Any, frozenset[str], datetime], Mapping[str, Any]] = lambda state, here, now: {}
    """The hosts' panels that depend on who is here and on the time; they come by a tick."""


@dataclass(eq=False)
class Listener:
    """One socket: of a seat, or of a screen that somebody's seat opened. It belongs to one workshop for its life."""

    sid: str
    line: str
    workshop: str
    seat: str
    screen: bool = False
    names: tuple[str, ...] = ()
    looks: set[str] = field(default_factory=set)
    asks: Bucket = field(default_factory=lambda: Bucket(ASKS))
    nears: Bucket = field(default_factory=lambda: Bucket(NEARS))
    moments: Bucket = field(default_factory=lambda: Bucket(MOMENTS))
    malformed: int = 0


Say = Callable[[Iterable[str], str, Any], None]
"""One event to these lines, encoded once. Never raises, never waits."""
Later = Callable[[float, Callable[[], None]], Any]


@dataclass(frozen=True)
class World:
    """What a hall needs from outside: clocks, a voice, and names for new streams."""

    say: Say
    later: Later
    sleep: Callable[[float], None]
    clock: Callable[[], float]
    now: Callable[[], datetime]
    epoch: Callable[[], str]


class Hall:
    """The streams of one workshop and the listeners in it."""

    def __init__(self, view: View, world: World, state: Any, people: Mapping[str, Any]) -> None:
        self.view = view
        self.world = world
        self.state = state
        self.people = people
        self.streams: dict[str, Stream] = {}
        self.listeners: dict[str, Listener] = {}
        self.presence = Presence()
        self.near_told: dict[str, Any] = {}
        self._asks: dict[str, Bucket] = {}
        self.gone: Callable[[Listener], None] = lambda listener: None
        self._due = False
        self._ticked: set[str] = set()

    # -- who hears what ---------------------------------------------------------------------------------------------

    def names(self, listener: Listener) -> tuple[str, ...]:
        """The streams this listener may hear now, widest first."""
        if listener.screen:
            return ("screen",) if self.view.audiences(self.state, listener.seat) else ()
        names = list(self.view.audiences(self.state, listener.seat))
        if listener.looks and self.view.may_look(self.state, listener.seat):
            names += sorted(listener.looks - set(names))
        return tuple(sorted(names, key=width))

    def enter(self, listener: Listener) -> None:
        """It is here from now on; it hears nothing before its first moment."""
        self.listeners[listener.sid] = listener
        if not listener.screen:
            self.presence.came(listener.seat, listener.sid, self.world.clock())

    def leave(self, listener: Listener) -> None:
        self.listeners.pop(listener.sid, None)
        if not listener.screen:
            self.presence.went(listener.seat, listener.sid, self.world.clock())

    def asks_of(self, seat: str) -> Bucket:
        """How often a seat without a socket may ask."""
        return self._asks.setdefault(seat, Bucket(ASKS))

    def moment(self, listener: Listener, have: Mapping[str, Have]) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        """All streams of the listener from what it has on, and the parts that follow. It listens from here."""
        listener.names = self.names(listener)
        return self._as_seen(listener.seat, listener.names, have)

    def polled(self, listener: Listener, have: Mapping[str, Have]) -> dict[str, Any]:
        """The same for somebody without a socket, in one piece."""
        moment, _ = self._as_seen(listener.seat, self.names(listener), have, None)
        return moment

    def _as_seen(
        self, seat: str, names: Iterable[str], have: Mapping[str, Have], limit: int | None = PART_BYTES
    ) -> tuple[dict[str, Any], list[dict[str, Any]]]:
        first: dict[str, Any] = {}
        rest: list[dict[str, Any]] = []
        for name in names:
            stream = self.stream(name)
            head, *tail = stream.take(stream.since(have.get(name)), limit)
            first[name] = told(head, stream.epoch)
            rest += [change(name, part, stream.epoch) for part in tail]
        return {"now": self.world.now().isoformat(), "seat": seat, "streams": first}, rest

    def stream(self, audience: str) -> Stream:
        """The audience's stream; made of everything that can be seen when somebody first listens."""
        stream = self.streams.get(audience)
        if stream is None:
            stream = self.streams[audience] = Stream(self.world.epoch())
            # In no order of time: that would tell who wrote what.
            for key in sorted(self.view.keys(self.state, audience)):
                stream.put(key, self._panel(audience, key))
            if audience == "hosts":
                self._tick(stream)
            stream.flushed = stream.seq
        return stream

    # -- telling ----------------------------------------------------------------------------------------------------

    def tell(self, state: Any) -> None:
        """Move on to this state: put what changed, tell who moved, then let the changes out."""
        before, self.state = self.state, state
        for audience, key in sorted(self.view.touched(before, state)):
            self._put(audience, key)
        self.regroup()
        self.flush()

    def renamed(self, seat: str) -> None:
        """A seat's name changed, which no event says."""
        for audience in list(self.streams):
            self._put(audience, f"seat:{seat}")
        self.flush()

    def attend(self) -> None:
        """Tell the hosts who needs them and how far it has come."""
        stream = self.streams.get("hosts")
        if stream is not None:
            self._tick(stream)
            self.flush()

    def _tick(self, stream: Stream) -> None:
        panels = self.view.ticks(self.state, self.presence.here(self.world.clock()), self.world.now())
        for key in self._ticked | set(panels):
            stream.put(key, panels.get(key))
        self._ticked = set(panels)

    def _put(self, audience: str, key: str) -> None:
        stream = self.streams.get(audience)
        if stream is not None:
            stream.put(key, self._panel(audience, key))

    def _panel(self, audience: str, key: str) -> Any | None:
        """What a key says to an audience. One that cannot be made is left out: the others are owed all the same."""
        try:
            return self.view.panel(self.state, self.people, audience, key)
        except Exception:
            log.exception("the panel %s cannot be made", key.partition(":")[0])
            return None

    def regroup(self) -> None:
        """Tell those whose streams are others now, before anything else is let out to them."""
        for listener in list(self.listeners.values()):
            if not listener.names or self.names(listener) == listener.names:
                continue
            self.show(listener, {name: self._told(name) for name in listener.names if name in self.streams})

    def show(self, listener: Listener, have: Mapping[str, Have]) -> None:
        """Give a listener its moment, whole."""
        moment, rest = self.moment(listener, have)
        if not listener.names:
            self.gone(listener)
            return
        self.world.say([listener.line], "moment", moment)
        self.follow(listener, rest)

    def follow(self, listener: Listener, rest: Iterable[Mapping[str, Any]]) -> None:
        for part in rest:
            self.world.say([listener.line], "changes", part)

    def _told(self, name: str) -> Have:
        stream = self.streams[name]
        return stream.epoch, stream.flushed

    # -- letting out ------------------------------------------------------------------------------------------------

    def flush(self) -> None:
        """Let every stream out that is not resting, the widest first; a narrow one never overtakes a wider one."""
        resting: int | None = None
        for name, stream in self._behind():
            if resting is not None and width(name) > resting:
                break
            if self._rest(stream) > 0:
                resting = width(name)
            else:
                self._let_out(name, stream)
        if resting is not None and not self._due:
            self._due = True
            self.world.later(self.next_due(), self._flush_due)

    def settle(self, listener: Listener) -> None:
        """Return when everything that its streams hold now was let out: an answer comes after what it answers."""
        wanted = {name: stream.seq for name in listener.names if (stream := self.streams.get(name))}
        while any(self.streams[name].flushed < seq for name, seq in wanted.items()):
            self.flush()
            if any(self.streams[name].flushed < seq for name, seq in wanted.items()):
                self.world.sleep(self.next_due())

    def next_due(self) -> float:
        """Seconds until a resting stream may be let out."""
        return max(0.001, min((self._rest(stream) for _, stream in self._behind()), default=0.0))

    def _flush_due(self) -> None:
        self._due = False
        self.flush()

    def _behind(self) -> Iterator[tuple[str, Stream]]:
        behind = [pair for pair in self.streams.items() if pair[1].flushed < pair[1].seq]
        return iter(sorted(behind, key=lambda pair: width(pair[0])))

    def _rest(self, stream: Stream) -> float:
        return stream.rests_until - self.world.clock()

    def _let_out(self, name: str, stream: Stream) -> None:
        parts = stream.take(stream.flushed)
        lines = [listener.line for listener in self.listeners.values() if name in listener.names]
        stream.flushed = stream.seq
        stream.rests_until = self.world.clock() + min(REST_SECONDS, REST_SECONDS_A_LISTENER * len(lines))
        for part in parts:
            self.world.say(lines, "changes", change(name, part, stream.epoch))
