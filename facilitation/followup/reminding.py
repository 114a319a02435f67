"""Who is written to about a round, and when: the holder of a role, then who stands in, then the plan's owner."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from typing import Literal, TypeAlias

from facilitation import limits
from facilitation.shapes.followed import Round

Step: TypeAlias = Literal["opened", "soon", "late", "unanswered"]
"""The round has opened; its last day is near; it has passed; nobody has answered for long."""
Part: TypeAlias = Literal["holder", "deputy", "owner"]
PARTS: tuple[Part, ...] = ("holder", "deputy", "owner")

ASKED: dict[Step, int] = {"opened": 1, "soon": 1, "late": 2, "unanswered": 3}
"""How far down the line a step goes: what one leaves unanswered comes before the next."""


def step(round: Round, today: date) -> Step | None:
    """What a letter written today says; None where none is written."""
    late = (today - round.due).days
    if today < round.opens or late > limits.DAYS_OF_REMINDING:
        return None
    if late > 0:
        return "unanswered" if late > limits.DAYS_TO_THE_OWNER else "late"
    if -late <= limits.DAYS_BEFORE_DUE and _long(round):
        return "soon"
    return "opened"


def _long(round: Round) -> bool:
    """Whether it lasts so long that whoever was asked at its beginning may have forgotten."""
    return round.due - round.opens >= timedelta(2 * limits.DAYS_BEFORE_DUE)


Nudge: TypeAlias = Literal["soon", "last", "late", "unanswered"]
"""Of an approval: its day is near; it is today; it has passed; nobody has answered for long."""

STEPS: dict[Nudge, Step] = {"soon": "soon", "last": "soon", "late": "late", "unanswered": "unanswered"}


def nudge(asked: date, answer_by: date, today: date) -> Nudge | None:
    """What whoever has not answered yet hears today of an approval that was asked for with a day; None for nothing."""
    late = (today - answer_by).days
    if late > limits.DAYS_OF_REMINDING:
        return None
    if late > 0:
        return "unanswered" if late > limits.DAYS_TO_THE_OWNER else "late"
    if late == 0:
        return "last" if asked < today else None
    near = -late <= limits.DAYS_BEFORE_DUE and answer_by - asked >= timedelta(2 * limits.DAYS_BEFORE_DUE)
    return "soon" if near else None


def written_to(now: Step, line: Sequence[Sequence[str]], bounced: Collection[str]) -> Iterator[tuple[Part, str]]:
    """Whom a letter goes to today, by their part in the role.

    `line` names the people of each part, in the order of `PARTS`; `bounced` those whom letters do not reach. A part
    in which nobody is reached is passed over at once, so that the next one hears what it would have heard.
    """
    reached: list[tuple[Part, list[str]]] = []
    for part, people in zip(PARTS, line, strict=True):
        if there := [each for each in people if each not in bounced]:
            reached.append((part, there))
    for part, people in reached[: ASKED[now]]:
        for each in people:
            yield part, each
