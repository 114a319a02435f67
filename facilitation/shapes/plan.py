"""A plan: its head, and its sections from the current state to the follow-up."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, TypeAlias

from facilitation.shapes.goals import NO_EVIDENCE, Action, Evidence, Goal, Metric
from facilitation.shapes.offered import StepPlan
from facilitation.words import Message, Parallel


@dataclass(frozen=True, slots=True)
class Span:
    """A plan's period. `name` is how people write it ("2027–2029"); the days are what checks compare with."""

    name: str = ""
    first: date | None = None
    last: date | None = None


NO_SPAN = Span()

YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")


def span_of(name: str) -> Span:
    """The span that people mean by "2027–2029": from the first day of the first year named to the last of the last."""
    years = [int(year) for year in YEAR.findall(name)]
    return Span(name, date(min(years), 1, 1), date(max(years), 12, 31)) if years else Span(name)


@dataclass(frozen=True, slots=True)
class StateRow:
    """The current state by one statement: how it was marked, and what the room then agreed."""

    statement: str
    objective: str = ""
    text: Parallel = field(default_factory=dict)
    median: float | None = None
    low: float | None = None
    high: float | None = None
    n: int = 0
    dont_know: int = 0
    not_applicable: int = 0
    picks: int = 0
    importance: float | None = None
    certainty: float | None = None
    wanted: float | None = None
    """Medians of the long form: how important, how certain, and the level people want."""
    spread: Literal["", "agree", "disagree"] = ""
    agreed: int | None = None
    target: int | None = None
    reason: str = ""
    examples: tuple[Parallel, ...] = ()
    evidence: Evidence = NO_EVIDENCE


@dataclass(frozen=True, slots=True)
class FocusChoice:
    """A theme, objective, statement or card that was chosen or left out, and why."""

    about: str
    text: Parallel = field(default_factory=dict)
    reason: str = ""
    evidence: Evidence = NO_EVIDENCE


@dataclass(frozen=True, slots=True)
class Focus:
    """What the room chose to work on, and what it left out knowingly."""

    chosen: tuple[FocusChoice, ...] = ()
    left_out: tuple[FocusChoice, ...] = ()


NO_FOCUS = Focus()
LET_BE = "overruled-"
"""How the ids of decisions begin by which a stop of a check was let be."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided, why, and about which cards."""

    id: str
    text: str
    reason: str = ""
    cards: tuple[str, ...] = ()
    day: date | None = None
    step: str = ""

    @property
    def of_a_check(self) -> bool:
        """Whether it was decided that a stop be let be: then `text` is the sentence of the catalogue that it says."""
        return self.id.startswith(LET_BE) and bool(self.text)


@dataclass(frozen=True, slots=True)
class Parked:
    """A card that was put aside for later."""

    card: str
    text: Parallel


@dataclass(frozen=True, slots=True)
class Risk:
    """What could keep the plan from its goals; likelihood and impact 1–5."""

    id: str
    text: Parallel
    likelihood: int | None = None
    impact: int | None = None
    evidence: Evidence = NO_EVIDENCE


@dataclass(frozen=True, slots=True)
class Task:
    """Something left to do after the workshop; `about` is the id of the goal, metric or action it completes."""

    about: str
    words: Message
    who: str = ""
    by: date | None = None


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A day on which the plan is looked at again."""

    day: date
    what: Parallel = field(default_factory=dict)
    id: str = ""


@dataclass(frozen=True, slots=True)
class Confidence:
    """How sure the room was of the whole plan, and what would raise it by one."""

    n: int
    median: float
    low: float
    high: float
    raise_it: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Voted:
    """A card that was voted on: its dots, or where it was put on the matrix, and whether the room took it further."""

    card: str
    text: Parallel = field(default_factory=dict)
    dots: int | None = None
    people: int | None = None
    rank: int | None = None
    tied: bool = False
    importance: float | None = None
    feasibility: float | None = None
    chosen: bool = False


@dataclass(frozen=True, slots=True)
class Gathering:
    """A workshop as its outcome's readers know it: when, how many from where, through which steps. No names."""

    title: Parallel = field(default_factory=dict)
    days: tuple[date, ...] = ()
    people: int = 0
    groups: int = 0
    places: Mapping[str, int] = field(default_factory=dict)
    """How many sat in the room, took part remotely, or by phone."""
    organisations: Mapping[str, int] = field(default_factory=dict)
    steps: tuple[StepPlan, ...] = ()
    seq: int = 0
    """The number of the log's last event when this was read."""


@dataclass(frozen=True, slots=True)
class Gathered:
    """A step's cards of a kind that a plan has no section for: titles, fields and a row a card.

    `about` is the step's own title; `title`, `fields` and messages in rows are sentences of the catalogue.
    """

    kind: str
    title: str
    fields: tuple[str, ...] = ()
    rows: tuple[tuple[Parallel | Message | str, ...], ...] = ()
    about: Parallel = field(default_factory=dict)


PlanKind: TypeAlias = Literal["", "ministry", "unit", "branch", "branches"]
"""Whose goals a plan holds: "branch" a ministry's with those of its units, "branches" those of all branches."""
TOGETHER: frozenset[str] = frozenset(("branch", "branches"))
"""Kinds of plan in which is decided on the goals of other plans."""


@dataclass(frozen=True, slots=True)
class Plan:
    """Goals with metrics and actions, of one organisation and period, and where they came from."""

    id: str
    title: Parallel = field(default_factory=dict)
    organisation: str = ""
    kind: PlanKind = ""
    parent: str = ""
    period: Span = NO_SPAN
    status: Literal["draft", "agreed", "approved", "followed", "closed"] = "draft"
    version: str = ""
    owner: str = ""
    approver: str = ""
    approved_on: date | None = None
    record_number: str = ""
    languages: tuple[str, ...] = ()
    pack: str = ""
    pack_version: str = ""
    strategy_version: str = ""
    workshops: tuple[str, ...] = ()
    participants: Mapping[str, int] = field(default_factory=dict)
    """How many took part, by role group."""
    people: int = 0
    publicity: str = ""
    records_class: str = ""
    """Where the organisation's records plan files it."""
    summary: Parallel = field(default_factory=dict)
    background: Parallel = field(default_factory=dict)
    current_state: tuple[StateRow, ...] = ()
    focus: Focus = NO_FOCUS
    goals: tuple[Goal, ...] = ()
    loose_actions: tuple[Action, ...] = ()
    """Actions that no goal has yet."""
    loose_metrics: tuple[Metric, ...] = ()
    agreement_reason: str = ""
    """Why no goal goes to the performance agreement, if none does."""
    decisions: tuple[Decision, ...] = ()
    parked: tuple[Parked, ...] = ()
    risks: tuple[Risk, ...] = ()
    tasks: tuple[Task, ...] = ()
    follow_up: tuple[FollowUp, ...] = ()
    confidence: Confidence | None = None
    themes: tuple[StateRow, ...] = ()
    """The current state by theme: `statement` is the theme's id."""
    votes: tuple[Voted, ...] = ()
    gathering: Gathering | None = None
    gathered: tuple[Gathered, ...] = ()
    """What steps of other kinds brought; titles and fields are sentences of the catalogue."""
