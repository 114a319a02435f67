"""Plans that anybody could make: few goals or many, every field filled or any of them left, whatever people type."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import fields, replace
from itertools import cycle

from hypothesis import strategies as st

from facilitation.shapes import Goal, Plan
from facilitation.view.as_data import as_text
from facilitation.words import LANGUAGES
from tests.workshop.filled import Filler
from tests.workshop.test_slides_any_text import ODD, goals, plans
from workshop.schemas.reading import plan_told
from workshop.uploads import data

MOST, LONG = 200, 2000
TYPED = (
    *ODD,
    "x" * LONG,
    "word " * (LONG // 5),
    "שלום עולם " * (LONG // 10),
    "=cmd|'/c calc'!A1",
    "<script>alert(1)</script>",
    "<w:p>&amp;</w:p>",
    "#eval(1) $x$ `y` *z* | a |",
)
SHORT = tuple(text for text in TYPED if len(text) <= 40)
NAMED = ("owner", "responsible", "who", "what", "approver")
"""Keep names that can be found again; ids have to be apart."""
IDS = (
    *("id", "about", "card", "cards", "statement", "statements", "decisions", "objective", "objectives", "theme"),
    *("goal", "goals", "library", "collects", "depends_on", "parent", "workshop", "workshops", "step", "kind"),
)
SENTENCES = ("title", "fields")
"""Are of the catalogue in some parts, where none may be empty."""
LEAVABLE = sorted(each.name for each in fields(Plan) if each.name != "id")


class Typing(Filler):
    """Fills every field with what people typed."""

    def __init__(self, texts: Sequence[str]) -> None:
        super().__init__()
        self.texts = cycle(texts)

    def text(self, name: str, number: int) -> str:
        if name in (*NAMED, *IDS):
            return super().text(name, number)
        return f"{name} " * (name in SENTENCES) + next(self.texts)


def typed(texts: Sequence[str], more: Plan, goals: Sequence[Goal], left: Collection[str], most: int = 0) -> Plan:
    """Every field filled, but for those left; with these goals too, all of them again and again up to so many."""
    plan = Typing(texts).of(Plan, "plan")
    every = ((*plan.goals, *goals) * most)[:most] if most else (*plan.goals[:1], *goals)
    whole = replace(
        plan,
        goals=tuple(named(goal, at) for at, goal in enumerate(every)),
        current_state=(*plan.current_state, *more.current_state),
        votes=(*plan.votes, *more.votes),
    )
    empty = Plan(plan.id)
    return replace(whole, **{name: getattr(empty, name) for name in left})


def named(goal: Goal, at: int) -> Goal:
    """With ids apart, as the ids that askers give are, and names to be found again."""
    return replace(
        goal,
        id=f"g{at}",
        owner=f"Owner no. {at}.",
        metrics=tuple(
            replace(each, id=f"m{at}-{n}", owner=f"Keeper no. {at}:{n}.") for n, each in enumerate(goal.metrics)
        ),
        actions=tuple(
            replace(each, id=f"a{at}-{n}", responsible=f"Doer no. {at}:{n}.") for n, each in enumerate(goal.actions)
        ),
    )


def names(plan: Plan) -> Iterator[str]:
    """Those that stand in every file."""
    for goal in plan.goals:
        yield goal.owner
    for metric in (*plan.loose_metrics, *(each for goal in plan.goals for each in goal.metrics)):
        yield metric.owner
    for action in (*plan.loose_actions, *(each for goal in plan.goals for each in goal.actions)):
        yield action.responsible
    yield from (task.who for task in plan.tasks)
    yield from (decision.id for decision in plan.decisions)


def named_once(plan: Plan, language: str) -> Iterator[str]:
    """Those that stand in what is read from its beginning to its end: tables of figures leave them out."""
    yield from (plan.owner, plan.approver)
    yield from (each.what[language] for each in plan.follow_up)


def kept(plan: Plan) -> Plan:
    """The plan as it stands once it has come in: without controls and halves of letters."""
    return read_back(as_text(plan).encode())


texts = st.lists(st.sampled_from(TYPED) | st.text(max_size=60), min_size=1, max_size=7)
further = st.lists(goals, max_size=2)
small = st.builds(typed, texts, plans, further, st.sets(st.sampled_from(LEAVABLE), max_size=6))
"""One to three goals, but for the few plans that are left without."""
some = st.builds(typed, texts, plans, further, st.just(()), st.integers(4, 31))
shorter = st.lists(st.sampled_from(SHORT) | st.text(max_size=40), min_size=1, max_size=7)
several = st.builds(typed, shorter, plans, further, st.just(()), st.integers(32, 99))
large = st.builds(typed, shorter, plans, further, st.just(()), st.integers(100, MOST))
"""A hundred to two hundred, of shorter texts: every format of one with long ones takes ten minutes."""
languages = st.sampled_from(LANGUAGES)


def read_back(file: bytes) -> Plan:
    """The plan in a file, read as the child does that reads what people bring, however large it is."""
    return plan_told(data.told(file))
