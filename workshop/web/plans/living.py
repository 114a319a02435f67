"""A plan that lives by itself, for its editor who brings a file of it back: what differs goes to its lines."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from flask.typing import ResponseReturnValue

from facilitation.plans.commands import MoveLine, ReviseField
from facilitation.report.reader import Reader
from facilitation.report.returned import LINES, Line, PlanWish, Sources, as_asked, wish_of_plan
from facilitation.shapes import Plan
from facilitation.words import N_, Refused
from workshop.perform import Asker, LogKey, plan_log
from workshop.web.home import Kind
from workshop.web.living import UNSTAMPED, Living, Stamp, state_then
from workshop.web.plans.found import PlanHere, plan_here
from workshop.web.saying import as_said
from workshop.web.signing_in import turned_away

OF_A_WORKSHOP = N_(
    "This file is of a workshop’s draft. Bring it back there, or download one from this plan and change that."
)
FOREIGN = N_("This file is from another plan. Bring it there.")


@dataclass(frozen=True)
class LivingPlan(Living):
    here: PlanHere

    kind: ClassVar[Kind] = "plan"
    commands: ClassVar[tuple[type, ...]] = (ReviseField, MoveLine)
    sources: ClassVar[Sources] = LINES

    @property
    def log(self) -> LogKey:
        return plan_log(self.id)

    def ours(self, said: Mapping[str, str]) -> None:
        if "plan" not in said:
            words = OF_A_WORKSHOP if "workshop" in said else UNSTAMPED
            raise Refused(words, code="of_a_workshop" if "workshop" in said else "unstamped", field="file")
        if said["plan"] != self.id:
            raise Refused(FOREIGN, code="foreign", field="file")

    def then(self, stamped: Stamp, to: Reader) -> Plan:
        return state_then(self.room, stamped.seq).plan

    def now(self) -> Sequence[Plan]:
        return (self.state.plan,)

    def wish(self, line: Line, to: Reader) -> PlanWish | None:
        return wish_of_plan(line, self.state.plan, to)

    def as_shown(self, command: Any) -> bool:
        return as_asked(self.state.plan, command)

    def asker(self, command: Any) -> Asker:
        return self.here.asker(command)


def living_plan(id: str, action: str) -> Living | ResponseReturnValue:
    """The plan, for its editors."""
    away = turned_away("see_plans")
    return away or living_at(plan_here(id, action))


def living_at(here: PlanHere) -> LivingPlan:
    return LivingPlan(here.row.id, as_said(here.life.plan.title, here.title), here.pack, here.who.id, here)
