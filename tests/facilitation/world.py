"""A small named world: Fay hosts, Ada decides, Ben and Eva take part; time passes a second an event."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from facilitation.live import Asker, Command, Recorded, Workshop, decide, evolve
from facilitation.live.commands import (
    AddCard,
    FormGroups,
    Join,
    NameDecider,
    OpenStep,
    SetAgenda,
    SetUp,
)
from facilitation.live.events import Asked
from facilitation.packs import load
from facilitation.steps.kind import Step

PACK = load("toimi")
MORNING = datetime(2026, 11, 26, 7, 0, tzinfo=UTC)
FAY = Asker("seat-fay-host", "host")
ADA = Asker("seat-ada-0001")
BEN = Asker("seat-ben-0002")
EVA = Asker("seat-eva-0003")
SYSTEM = Asker("system", "system")
PEOPLE = (ADA, BEN, EVA)

THEMES = {objective.id: objective.theme for objective in PACK.strategy.objectives}
STATEMENTS = tuple(Asked(each.id, THEMES[each.objective], each.short_form) for each in PACK.statements)
FIRST, SECOND = STATEMENTS[0].id, STATEMENTS[1].id

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
    Step("revie-01", "review", {"en": "Review"}, minutes=10),
)
STATE, IDEAS, VOTE, GOALS, METRICS, ACTIONS = (step.id for step in STEPS[1:7])
QUESTION, CHOICE, TALK, REVIEW = (step.id for step in STEPS[7:])


class Room:
    """A workshop that takes commands one after another and remembers its log."""

    def __init__(self, workshop: Workshop | None = None) -> None:
        self.state = workshop or Workshop()
        self.log: list[Recorded] = []

    def do(self, command: Command, asker: Asker = FAY) -> "Room":
        """Decide and evolve; Refused passes through."""
        for event in decide(self.state, command, asker):
            seq = self.state.seq + 1
            recorded = Recorded(seq, MORNING + timedelta(seconds=seq), asker.seat, asker.whose, event)
            self.log.append(recorded)
            self.state = evolve(self.state, recorded)
        return self

    def all(self, commands: Iterable[tuple[Command, Asker]]) -> "Room":
        for command, asker in commands:
            self.do(command, asker)
        return self

    def open(self, step: str) -> "Room":
        return self.do(OpenStep(step, self.state.current or ""))


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


def crowd(number: int, organisation: str = "Ministry") -> tuple[Room, list[Asker]]:
    """A workshop with many people of one organisation."""
    askers = [Asker(f"seat-{place:05d}") for place in range(number)]
    room = set_up()
    for asker in askers:
        room.do(Join(asker.seat, "fi", "room", organisation, "management"), asker)
    return room, askers


def idea(card: str, text: str) -> AddCard:
    return AddCard(card, IDEAS, {"text": text}, "en")
