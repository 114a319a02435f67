"""What a simulated participant does next, read off what they see.

Pure, and at rest when there is nothing left to do: the runner asks again after every change and sends what it gets.
An act that was refused is for the runner to drop; ids are always the same for the same matter, so nothing doubles.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from workshop.rehearsal import writing
from workshop.rehearsal.content import Script
from workshop.rehearsal.people import Person
from workshop.rehearsal.seen import Act, Panel, Panels, Seen

Acts = Iterator[Act]


@dataclass(frozen=True, slots=True)
class Scene:
    """One person in one step."""

    seen: Seen
    person: Person
    script: Script
    step: Panel

    @property
    def id(self) -> str:
        return self.step["id"]

    @property
    def options(self) -> Panel:
        return self.step["options"]

    @property
    def mine(self) -> Panel:
        """What this person gave in the step, cards apart."""
        return self.seen.get(f"mine:{self.id}")

    @property
    def place(self) -> int:
        """Where the person stands in their group, 0 being the one who holds the pen; -1 without a group."""
        members = self.seen.members
        return members.index(self.seen.seat) if self.seen.seat in members else -1

    @property
    def group_number(self) -> int:
        groups = self.seen.groups
        return groups.index(self.seen.group) if self.seen.group in groups else 0

    def chance(self, *about: object) -> float:
        return self.script.chance(self.person.number, *about)


def acts(view: Panels, person: Person, script: Script) -> list[Act]:
    """What this person does now, in order; nothing while they wait for others."""
    seen = Seen(view)
    step = seen.step
    if not step or seen.get("now").get("frozen"):
        return []
    part = PARTS.get((step["kind"], step["phase"]))
    return list(part(Scene(seen, person, script, step))) if part else []


def rate(scene: Scene) -> Acts:
    """Marks every statement, picks those that matter most, and gives an example; in a second round only marks."""
    marks = scene.mine.get("marks", {})
    for statement in scene.step["again"] or scene.step["statements"]:
        level, none = opinion(scene, statement)
        given = marks.get(statement, {})
        if (given.get("level"), given.get("none")) != (level, none):
            yield "GiveMark", {"step": scene.id, "statement": statement, "level": level, "none": none}
    if scene.step["round"] == 1:
        yield from pick(scene)
        yield from example(scene)
    yield from ready(scene)


def opinion(scene: Scene, statement: str) -> tuple[int | None, str | None]:
    """A person's mark. Houses differ where the content says so; after talking, people move halfway to each other."""
    row = scene.script.levels[scene.script.objective_of[statement]]
    first = scene.step["round"] == 1
    if first and scene.chance("unsure", statement) < 0.06:
        return None, "dont_know"
    temper = {"bold": 0.3, "even": 0.0, "sober": -0.3}[scene.person.temper]
    felt = row["elsewhere"].get(scene.person.home, row["level"]) + temper + 1.6 * (scene.chance(statement) - 0.5)
    if not first:
        felt = (felt + row["level"] + bool(row["elsewhere"])) / 2
    return min(5, max(1, round(felt))), None


def pick(scene: Scene) -> Acts:
    """Picks what is low and close to one's heart."""
    wanted = sorted(scene.step["statements"], key=lambda one: weight(scene, one) * scene.chance("pick", one))
    picks = sorted(wanted[: scene.options["pick"] or 0])
    if picks and sorted(scene.mine.get("picks", [])) != picks:
        yield "Pick", {"step": scene.id, "statements": picks}


def weight(scene: Scene, statement: str) -> int:
    return scene.script.levels[scene.script.objective_of[statement]]["level"]


def example(scene: Scene) -> Acts:
    """One example a person, as long as there are examples nobody has given."""
    asked = {scene.script.objective_of[statement]: statement for statement in scene.step["statements"]}
    lines = [line for line in scene.script.evidence if line.objective in asked]
    if scene.options["evidence"] and scene.person.number < len(lines):
        line = lines[scene.person.number]
        yield from writing.once(scene, "example", {"statement": asked[line.objective], "text": line.text})


def have_ideas(scene: Scene) -> Acts:
    """As many ideas a person as go round without repeating anybody, up to what the step asks for."""
    ideas, people = scene.script.ideas, max(1, scene.seen.get("workshop").get("people", 1))
    each = min(scene.options["each"], max(1, len(ideas) // people))
    for number in range(scene.person.number * each, (scene.person.number + 1) * each):
        yield from writing.once(scene, f"idea {number}", {"text": ideas[number % len(ideas)].text})
    yield from ready(scene)


def cluster(scene: Scene) -> Acts:
    """Who holds the pen puts the group's ideas under names; somebody else parks what belongs elsewhere."""
    if scene.place == 0 and scene.options["cluster_by"] == "groups":
        yield from writing.clustered(scene.seen, scene.script, scene.id, scene.seen.group)
    if scene.place == 1 and scene.group_number < len(scene.script.talk["parking"]):
        line = scene.script.line("parking", scene.group_number)
        yield from writing.once(scene, "parked", {"text": line}, step="")


def vote(scene: Scene) -> Acts:
    """Spends all dots, or puts every card on the matrix."""
    ballot = scene.seen.get(f"ballot:{scene.id}")
    if ballot.get("form") == "matrix":
        yield from place_on_matrix(scene, ballot["cards"])
    else:
        yield from give_dots(scene, ballot)
    yield from ready(scene)


def give_dots(scene: Scene, ballot: Panel) -> Acts:
    wishes = wished_dots(scene, ballot)
    given = scene.mine.get("dots", {})
    changed = [card for card in ballot["cards"] if wishes.get(card, 0) != given.get(card, 0)]
    # What is taken back comes first: nobody may have more dots than there are.
    for card in sorted(changed, key=lambda card: wishes.get(card, 0) - given.get(card, 0)):
        yield "GiveDots", {"step": scene.id, "card": card, "dots": wishes.get(card, 0)}


def wished_dots(scene: Scene, ballot: Panel) -> dict[str, int]:
    left, wishes = ballot["budget"], {}
    for card in sorted(ballot["cards"], key=lambda card: -appeal(scene, card)):
        most = ballot["most_on_one"] if scene.chance("all in", card) < 0.4 else 1
        if dots := min(left, most):
            wishes[card], left = dots, left - dots
    return wishes


def appeal(scene: Scene, card: str) -> float:
    """How much a person wants a card: half what everybody feels about it, half their own mind."""
    return scene.script.chance("appeal", card) + scene.chance("appeal", card)


def place_on_matrix(scene: Scene, cards: list[str]) -> Acts:
    for card in cards:
        if card not in scene.mine.get("places", {}):
            importance = 1 + round(2 * appeal(scene, card))
            feasibility = 1 + round(2 * appeal(scene, f"{card} feasible"))
            place = {"importance": importance, "feasibility": feasibility}
            yield "PlaceOnMatrix", {"step": scene.id, "card": card, **place}


def answer(scene: Scene) -> Acts:
    """Chooses, or answers in words nobody else uses."""
    choices: list[Any] = scene.options["choices"]
    if scene.options["form"] == "choice":
        if choices and not scene.mine.get("choice"):
            yield "Choose", {"step": scene.id, "choice": [choices[int(scene.chance(scene.id) * len(choices))]]}
    elif scene.person.number < len(scene.script.talk["answer"]):
        yield from writing.once(scene, "answer", {"text": scene.script.line("answer", scene.person.number)})
    yield from ready(scene)


def take_notes(scene: Scene) -> Acts:
    """One note a group; a later discussion hears other ones."""
    if scene.place == 0:
        number = scene.group_number + 5 * scene.seen.get("workshop")["order"].index(scene.id)
        yield from writing.once(scene, "note", {"text": scene.script.line("note", number)})


def review(scene: Scene) -> Acts:
    """How sure one is, what would raise it, and a point to settle from each group."""
    if scene.options["confidence"] and not scene.mine.get("confidence"):
        raises = scene.person.number % 2 == 0 and scene.person.number // 2 < len(scene.script.talk["raise"])
        words = scene.script.line("raise", scene.person.number // 2) if raises else ""
        level = 3 + (scene.person.temper == "bold") + (scene.chance("sure") < 0.5) - (scene.chance("not sure") < 0.2)
        yield "GiveConfidence", {"step": scene.id, "level": level, "raise_it": words}
    if scene.place == 0 and scene.group_number < len(scene.script.talk["point"]):
        yield from writing.once(scene, "point", {"text": scene.script.line("point", scene.group_number)})
    yield from ready(scene)


def ready(scene: Scene) -> Acts:
    if not scene.mine.get("ready"):
        yield "MarkReady", {"step": scene.id, "ready": True}


PARTS: dict[tuple[str, str], Callable[[Scene], Acts]] = {
    ("current_state", "open"): rate,
    ("ideas", "open"): have_ideas,
    ("ideas", "revealed"): cluster,
    ("vote", "open"): vote,
    ("goals", "open"): writing.goals,
    ("metrics", "open"): writing.metrics,
    ("actions", "open"): writing.actions,
    ("question", "open"): answer,
    ("discussion", "open"): take_notes,
    ("review", "open"): review,
}
