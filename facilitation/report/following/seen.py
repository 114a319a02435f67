"""What a report of follow-up is made from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from facilitation.followup import Round
from facilitation.shapes import Plan
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import AS_PLANNED, Counting
from facilitation.words import Parallel


@dataclass(frozen=True, slots=True)
class Followed:
    """Plans on a day, one or a whole branch's, each with what was entered, in the order in which it was entered."""

    plans: Sequence[tuple[Plan, Sequence[Entered]]]
    today: date
    round: Round | None = None
    organisation: str = ""
    title: Parallel = field(default_factory=dict)
    counting: Mapping[str, Counting] = field(default_factory=dict)
    """By plan, what its metrics are counted by."""
    branches: Mapping[str, str] = field(default_factory=dict)
    """The branch of each plan by its name, where several are read together."""
    ended: Sequence[Round] = ()
    """Rounds that are over, from the oldest on, to tell how the goals have moved."""

    def counted(self, plan: Plan) -> Counting:
        return self.counting.get(plan.id, AS_PLANNED)
