"""Plans that anybody could make: none, few or many goals, ids apart, whatever people type in every field."""

import re
from dataclasses import replace

from hypothesis import strategies as st

from facilitation.shapes import Plan
from facilitation.view.as_data import as_text
from tests.workshop.test_slides_any_text import ODD, plans
from workshop.schemas.reading import plan_of
from workshop.texts import without_controls

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
HALVES = re.compile("[\ud800-\udfff]")


def entered(text: str) -> str:
    """As the door keeps it: controls and halves of letters are dropped, blanks around it too."""
    return HALVES.sub("", without_controls(text)).strip()


def numbered(plan: Plan) -> Plan:
    """With ids apart, as the ids that askers give are."""
    goals = tuple(
        replace(
            goal,
            id=f"g{at}",
            metrics=tuple(replace(each, id=f"m{at}-{n}") for n, each in enumerate(goal.metrics)),
            actions=tuple(replace(each, id=f"a{at}-{n}") for n, each in enumerate(goal.actions)),
        )
        for at, goal in enumerate(plan.goals)
    )
    return replace(plan, goals=goals)


def saying(plan: Plan, texts: list[str]) -> Plan:
    """With these texts in turn in the fields of its goals, metrics and actions."""
    kept = [entered(each) for each in texts] or [""]

    def text(at: int) -> str:
        return kept[at % len(kept)]

    return replace(
        plan,
        goals=tuple(
            replace(
                goal,
                to={**goal.to, "en": text(at)},
                from_={**goal.from_, "fi": text(at + 1)},
                owner=text(at + 2),
                metrics=tuple(replace(each, name={"en": text(at + 3)}, owner=text(at)) for each in goal.metrics),
                actions=tuple(replace(each, text={"sv": text(at + 4)}) for each in goal.actions),
            )
            for at, goal in enumerate(plan.goals)
        ),
    )


def repeated(plan: Plan, most: int) -> Plan:
    """The plan's goals again and again until there are so many; none stays none."""
    return replace(plan, goals=(plan.goals * most)[:most])


def kept(plan: Plan) -> Plan:
    """The plan as it stands once it has come in: without controls and halves of letters."""
    return plan_of(as_text(plan).encode())


texts = st.lists(st.sampled_from(TYPED) | st.text(max_size=60), min_size=1, max_size=7)
small = st.builds(saying, plans, texts).map(numbered)
"""None to three goals, as nobody has read them yet."""
some = plans.filter(lambda plan: bool(plan.goals))
large = st.builds(
    lambda plan, said, most: numbered(saying(repeated(plan, most), said)), some, texts, st.integers(100, MOST)
)
"""A hundred to two hundred."""
