"""A small named world: Fay hosts, Ada decides, Ben and Eva take part; time passes a second a command."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

import pytest

from facilitation.live import Asker, Command, Recorded, Workshop, decide, evolve
from facilitation.live.commands import (
    AddCard,
    AddGroup,
    Decide,
    FormGroups,
    GiveDots,
    GiveMark,
    Join,
    NameDecider,
    OpenStep,
    PlaceCards,
    PutInGroup,
    Reveal,
    SetAgenda,
    SetUp,
)
from facilitation.live.events import Asked, Event
from facilitation.packs import load
from facilitation.steps.kind import Step
from facilitation.view import Person, panel
from facilitation.words import Refused

PACK = load("toimi")
MORNING = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)
FAY = Asker("seat-fay-host", "host")
GUS = Asker("seat-gus-cohost", "cohost")
ADA = Asker("seat-ada-0001")
BEN = Asker("seat-ben-0002")
EVA = Asker("seat-eva-0003")
SYSTEM = Asker("system", "system")
PEOPLE = (ADA, BEN, EVA)
NAMES = {asker.seat: Person(asker.seat.upper()) for asker in (FAY, GUS, ADA, BEN, EVA)}

THEMES = {objective.id: objective.theme for objective in PACK.strategy.objectives}
STATEMENTS = tuple(Asked(each.id, THEMES[each.objective], each.short_form) for each in PACK.statements)
FIRST, SECOND, THIRD = (statement.id for statement in STATEMENTS[:3])

STEPS = (
    Step("brief-01", "briefing", {"en": "Briefing"}, minutes=10),
    Step("state-01", "current_state", {"en": "Current state"}, minutes=30),
    Step("ideas-01", "ideas", {"en": "Ideas"}, minutes=20),
    Step("votes-01", "vote", {"en": "Voting"}, minutes=5),
    Step("goals-01", "goals", {"en": "Goals"}, minutes=40),
    Step("metrs-01", "metrics", {"en": "Metrics"}, minutes=30),
    Step("actns-01", "actions", {"en": "Actions"}, minutes=20),
    Step("quest-01", "question", {"en": "Question"}, minutes=10),
    Step("choic-01", "question", {"en": "Choice"}, minutes=5, options={"form": "choice", "choices": ["Yes", "No"]}),
    Step("talks-01", "discussion", {"en": "Discussion"}, minutes=10),
    Step("matrx-01", "vote", {"en": "Matrix"}, minutes=5, options={"form": "matrix"}),
    Step("revie-01", "review", {"en": "Review"}, minutes=10),
)
BRIEFING, STATE, IDEAS, VOTE, GOALS, METRICS, ACTIONS = (step.id for step in STEPS[:7])
QUESTION, CHOICE, TALK, MATRIX, REVIEW = (step.id for step in STEPS[7:])


class Room:
    """A workshop that takes commands one after another and remembers its log."""

    def __init__(self, workshop: Workshop | None = None) -> None:
        self.state = workshop or Workshop()
        self.log: list[Recorded] = []
        self.now = MORNING

    def copy(self) -> "Room":
        room = Room(self.state)
        room.log, room.now = list(self.log), self.now
        return room

    def do(self, command: Command, asker: Asker = FAY) -> "Room":
        """Decide and evolve; Refused passes through. All facts of one command have one time, as at the door."""
        self.now += timedelta(seconds=1)
        for event in decide(self.state, command, asker):
            recorded = Recorded(self.state.seq + 1, self.now, asker.seat, asker.whose, event)
            self.log.append(recorded)
            self.state = evolve(self.state, recorded)
        return self

    def all(self, commands: Iterable[tuple[Command, Asker]]) -> "Room":
        for command, asker in commands:
            self.do(command, asker)
        return self

    def wait(self, **span: float) -> "Room":
        self.now += timedelta(**span)
        return self

    def open(self, step: str) -> "Room":
        return self.do(OpenStep(step, self.state.current or ""))

    def reveal(self, step: str) -> "Room":
        return self.do(Reveal(step, self.state.current or ""))

    def events(self, command: Command, asker: Asker = FAY) -> list[Event]:
        """What would follow, without following it."""
        return decide(self.state, command, asker)

    def refusal(self, command: Command, asker: Asker = FAY) -> str:
        """The code with which a command is refused."""
        with pytest.raises(Refused) as refused:
            decide(self.state, command, asker)
        return refused.value.code

    def panel(self, audience: str, key: str) -> dict | None:
        return panel(self.state, NAMES, audience, key)


def set_up() -> Room:
    """A workshop with an agenda and Fay at its head."""
    room = Room()
    room.do(SetUp({"en": "Action plan 2027–2029"}, "Ministry of the Built Environment", "toimi", PACK.version), SYSTEM)
    room.do(SetAgenda(STEPS, STATEMENTS), SYSTEM)
    return room.do(Join(FAY.seat, role="host"), FAY)


def joined(*askers: Asker) -> Room:
    """The workshop with its people in."""
    room = set_up()
    for asker in askers or PEOPLE:
        room.do(Join(asker.seat, "en", "room", "Ministry", "management"), asker)
    return room


def grouped() -> Room:
    """Everybody in one group, Ada the decider."""
    room = joined().do(FormGroups("random", 5, "seed"))
    return room.do(NameDecider(ADA.seat))


def two_groups() -> Room:
    """Ada and Ben in group A, Eva in group B."""
    room = joined().do(FormGroups("random", 5, "seed")).do(NameDecider(ADA.seat))
    return room.do(AddGroup("group-bb-01")).do(PutInGroup(EVA.seat, "group-bb-01"))


def seats(number: int) -> list[Asker]:
    return [Asker(f"seat-{place:05d}") for place in range(number)]


def crowd(number: int, organisation: str = "Ministry") -> tuple[Room, list[Asker]]:
    """A workshop with many people of one organisation."""
    room, askers = set_up(), seats(number)
    for asker in askers:
        room.do(Join(asker.seat, "fi", "room", organisation, "management"), asker)
    return room, askers


def marked(levels: Iterable[int]) -> tuple[Room, list[Asker]]:
    """A crowd that has marked the first statement, one level each; not shown yet."""
    given = list(levels)
    room, askers = crowd(len(given))
    room.open(STATE)
    for asker, level in zip(askers, given, strict=True):
        room.do(GiveMark(STATE, FIRST, level), asker)
    return room, askers


def idea(card: str, text: str) -> AddCard:
    return AddCard(card, IDEAS, {"text": text}, "en")


def cluster(card: str, name: str) -> AddCard:
    return AddCard(card, IDEAS, {"name": name}, "en", kind="cluster")


def goal(card: str, to: str = "Everybody plans purchases a year ahead", **more: object) -> AddCard:
    answers = {"from": "Some plan some of them", "to": to, "objectives": ["1.1"], **more}
    return AddCard(card, GOALS, answers, "en")  # pyright: ignore[reportArgumentType]


def metric(card: str, goal_card: str = "goal-0001", **more: object) -> AddCard:
    answers = {"goal": goal_card, "name": "Planned purchases", "unit": "%", "direction": "more", **more}
    return AddCard(card, METRICS, answers, "en")  # pyright: ignore[reportArgumentType]


def action(card: str, goal_card: str = "goal-0001", **more: object) -> AddCard:
    answers = {"goal": goal_card, "what": "Write the plan", "responsible": "Head of buying", **more}
    return AddCard(card, ACTIONS, answers, "en")  # pyright: ignore[reportArgumentType]


def with_ideas() -> Room:
    """One idea of Ada, one of Ben, one of Eva, all in the group's hands; shown."""
    room = grouped().open(IDEAS)
    room.do(idea("idea-ada1", "Plan purchases"), ADA).do(idea("idea-ben1", "Train buyers"), BEN)
    return room.do(idea("idea-eva1", "Measure savings"), EVA).reveal(IDEAS)


def with_clusters() -> Room:
    """Ada's and Ben's ideas in a cluster; Eva's lies loose."""
    room = with_ideas().do(cluster("clus-0001", "Planning"), ADA)
    return room.do(PlaceCards(("idea-ada1", "idea-ben1"), "clus-0001"), ADA)


def with_goal() -> Room:
    """The group's goal in writing."""
    return grouped().open(GOALS).do(goal("goal-0001"), ADA)


def worked_through() -> Room:
    """From ideas to a goal with a metric and an action, voted and decided; the review is open."""
    room = with_clusters().open(VOTE)
    for asker in PEOPLE:
        room.do(GiveDots(VOTE, "clus-0001", 2), asker)
    room.reveal(VOTE).do(Decide("decision-01", VOTE, "We plan first", ("clus-0001",), "Most dots"), ADA)
    room.open(GOALS).do(goal("goal-0001", built_on="clus-0001"), ADA)
    room.open(METRICS).do(metric("metr-0001", baseline_by="Controller", baseline_when="2027-03-31"), BEN)
    return room.open(ACTIONS).do(action("actn-0001"), EVA).open(REVIEW)
