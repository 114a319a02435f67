"""A workshop as it stands after some number of events. All is immutable: what did not change is the same object."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from facilitation.live.events import Asked, Event, Nothing, Place, Role, Way
from facilitation.steps.kind import Step, Value
from facilitation.words import Parallel


@dataclass(frozen=True, slots=True)
class Wording:
    """A text in one language: who wrote it and who checked it ("" for nobody yet)."""

    text: str
    by: str
    checked_by: str = ""


def unchecked(wordings: "Mapping[str, Wording]") -> "Mapping[str, Wording]":
    """The same texts, to be checked again."""
    return {language: Wording(each.text, each.by) for language, each in wordings.items()}


@dataclass(frozen=True, slots=True)
class Said:
    """One field's words in up to three languages; `language` is the one it was first written in."""

    language: str
    wordings: Mapping[str, Wording]

    @property
    def texts(self) -> Parallel:
        return {language: wording.text for language, wording in self.wordings.items()}

    def worded(self, language: str, wording: Wording) -> "Said":
        """With a wording in its place. An original that says something else leaves the others unchecked."""
        now = self.wordings.get(language)
        rewritten = language == self.language and now is not None and now.text != wording.text
        others = unchecked(self.wordings) if rewritten else self.wordings
        return Said(self.language, {**others, language: wording})


Answer = Said | str | int | float | bool | list[str] | dict[str, str] | None


@dataclass(frozen=True, slots=True)
class KeptWording:
    """A text that came while somebody else changed the same field."""

    field: str
    language: str
    text: str
    by: str


@dataclass(frozen=True, slots=True)
class Card:
    """One contribution. `for_` is whose it is, `by` who entered it; `shown` once revealed, and for ever after."""

    id: str
    step: str
    kind: str
    by: str
    for_: str
    at: datetime
    answers: Mapping[str, Answer]
    language: str
    group: str | None = None
    cluster: str | None = None
    shown: bool = False
    named: bool = False
    ready: bool = False
    withdrawn: bool = False
    taken_out: str | None = None
    kept: tuple[KeptWording, ...] = ()
    muted: frozenset[str] = frozenset()
    source: str = ""
    changed_at: datetime | None = None

    @property
    def alive(self) -> bool:
        """Neither withdrawn by its author nor taken out by a host."""
        return not self.withdrawn and self.taken_out is None


@dataclass(frozen=True, slots=True)
class Mark:
    """One person's rating of one statement, or why there is none."""

    level: int | None = None
    none: Nothing | None = None
    importance: int | None = None
    certainty: int | None = None
    target: int | None = None


Book = Mapping[str, Mapping[str, Mark]]


@dataclass(frozen=True, slots=True)
class Round:
    """The marks on the statements that a round asked, as a reveal froze them, and the picks."""

    asked: tuple[str, ...]
    book: Book
    picks: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Confidence:
    level: int
    raise_it: str = ""


@dataclass(frozen=True, slots=True)
class Frozen:
    """A step as its last reveal found it: results are made of this alone, never of what came later.

    With the answers go the options they were given under, what was on the ballot, and who belonged where: a result
    that moved when one person changed group would tell what that person had answered.
    """

    rounds: tuple[Round, ...] = ()
    dots: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    confidence: Mapping[str, Confidence] = field(default_factory=dict)
    options: Mapping[str, Value] = field(default_factory=dict)
    ballot: tuple[str, ...] = ()
    seats: Mapping[str, "Seat"] = field(default_factory=dict)

    # A reveal is known by itself, so that what is made of it can be remembered.
    __hash__ = object.__hash__


@dataclass(frozen=True, slots=True)
class Agreed:
    """The room's decision about a statement."""

    level: int
    target: int | None = None
    reason: str = ""
    source: str = ""


@dataclass(frozen=True, slots=True)
class Work:
    """What has become of a step: its phase, and what was given that is not a card."""

    phase: str = "waiting"
    opened_at: datetime | None = None
    closed_at: datetime | None = None
    reveals: int = 0
    again: tuple[str, ...] = ()
    book: Book = field(default_factory=dict)
    picks: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rounds: tuple[Round, ...] = ()
    dots: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
    places: Mapping[str, Mapping[str, tuple[int, int]]] = field(default_factory=dict)
    choices: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    confidence: Mapping[str, Confidence] = field(default_factory=dict)
    agreed: Mapping[str, Agreed] = field(default_factory=dict)
    ready: frozenset[str] = frozenset()
    frozen: Frozen | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    id: str
    role: Role
    place: Place
    language: str
    organisation: str
    role_group: str
    group: str | None = None
    removed: bool = False
    merged_into: str | None = None


@dataclass(frozen=True, slots=True)
class Group:
    id: str
    letter: str
    name: str = ""
    place: str = ""
    organisation: str = ""
    themes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Timer:
    """Seconds; `ends_at` while running, `left` while paused."""

    state: str = "none"
    total: int = 0
    ends_at: datetime | None = None
    left: int = 0


@dataclass(frozen=True, slots=True)
class Decision:
    id: str
    step: str
    text: str
    cards: tuple[str, ...]
    reason: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Note:
    """A facilitator's words to one group, or to all."""

    id: str
    group: str | None
    text: str
    at: datetime


@dataclass(frozen=True, slots=True)
class Workshop:
    """One gathering. The empty one is the state before the first event.

    `levels` came along from earlier while no step of the agenda asks for any; cards that came so have the step "".
    """

    title: Parallel = field(default_factory=dict)
    organisation: str = ""
    pack: str = ""
    pack_version: str = ""
    languages: tuple[str, ...] = ("fi", "sv", "en")
    period: str = ""
    statements: tuple[Asked, ...] = ()
    order: tuple[str, ...] = ()
    steps: Mapping[str, Step] = field(default_factory=dict)
    work: Mapping[str, Work] = field(default_factory=dict)
    levels: Mapping[str, Agreed] = field(default_factory=dict)
    current: str | None = None
    ahead: Mapping[str, str] = field(default_factory=dict)
    frozen: bool = False
    shows: str = "auto"
    headline: Parallel | None = None
    spotlight: str | None = None
    timer: Timer = Timer()
    seats: Mapping[str, Seat] = field(default_factory=dict)
    groups: Mapping[str, Group] = field(default_factory=dict)
    cards: Mapping[str, Card] = field(default_factory=dict)
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    notes: Mapping[str, Note] = field(default_factory=dict)
    helps: Mapping[str, datetime] = field(default_factory=dict)
    decider: str | None = None
    undo: Mapping[str, tuple[Event, ...]] = field(default_factory=dict)
    last: Mapping[str, tuple[int, datetime]] = field(default_factory=dict)
    formed: Way = "random"
    mixed: bool = False
    seq: int = 0

    def seat_of(self, seat: str) -> Seat | None:
        """The seat, or the one it was merged into; nobody if removed."""
        found = self.seats.get(seat)
        if found and found.merged_into:
            return self.seat_of(found.merged_into)
        return None if found is None or found.removed else found

    def group_of(self, seat: str) -> str | None:
        """The group in which a person sits now."""
        found = self.seat_of(seat)
        return found.group if found else None

    def members(self, group: str) -> list[Seat]:
        """Those who sit in the group now."""
        return [seat for seat in self.seats.values() if seat.group == group and not seat.removed]

    @property
    def people(self) -> list[Seat]:
        """Participants who are still part of the workshop."""
        return [seat for seat in self.seats.values() if seat.role == "participant" and not seat.removed]

    def cards_of(self, step: str, kind: str | None = None) -> list[Card]:
        """Living cards of a step, in the order they came."""
        return [
            card
            for card in self.cards.values()
            if card.step == step and card.alive and (kind is None or card.kind == kind)
        ]

    def cards_in(self, kind: str) -> list[Card]:
        """Living cards of a kind over all steps."""
        return [card for card in self.cards.values() if card.kind == kind and card.alive]

    def step_for(self, group: str | None) -> str | None:
        """The step a group works on: its own if it was let ahead, else the room's."""
        return self.ahead.get(group, self.current) if group else self.current
