"""A plan as a token sees it: its organisation's own with everything, another's only as it was approved."""

from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from facilitation.plans.outside import from_outside
from facilitation.plans.parts import Version
from facilitation.shapes import Plan
from workshop import filing, store
from workshop.api.bearer import Bearer
from workshop.api.parameters import in_path, in_query
from workshop.api.problems import Failed, title_of
from workshop.store.tables import PlanRow
from workshop.together.lives import Met, life_of

INSIDE = {"read_plan", "change_plan", "enter_figures"}
"""Whoever may one of these meets the plan as it is written now; what they are answered is another question."""
NUMBER = {"pattern": r"^[0-9]+\.[0-9]+$", "maxLength": 20}
PLAN = in_path("plan", "Its id.")
VERSION = in_query(
    "version",
    "The number of a version. Without it the plan as it is written now; its last approved version where the token "
    "sees no draft.",
    **NUMBER,
)


@dataclass(frozen=True)
class PlanFound(Met):
    """A plan, and how much of it the token sees: from outside, what was approved."""

    inside: bool

    def version(self, number: str | None) -> Version | None:
        """The version that is meant; None for the plan as it is now. Raises Failed."""
        if number is None:
            return None if self.inside else self.life.published
        return self.life.version(number) or not_there()

    def stands(self, number: str | None) -> "Stands":
        version = self.version(number)
        if version:
            return Stands(version.plan, version.seq, version.number, version.at)
        return Stands(self.life.plan, self.life.seq)

    def plan(self, number: str | None) -> Plan:
        return self.stands(number).plan


@dataclass(frozen=True)
class Stands:
    """A plan as it stood after an event of its log, and the version that it was, if it was one."""

    plan: Plan
    seq: int
    number: str = ""
    at: datetime | None = None
    """When the version was kept."""

    @property
    def mark(self) -> dict[str, str]:
        """Where a file of it says that it is from."""
        return {"plan": self.plan.id, "version": self.number, "seq": str(self.seq), "pack": self.plan.pack}

    def called(self, ending: str) -> dict[str, str]:
        """The header that names a file of it."""
        name = filing.file_name(self.plan.id, self.number, self.seq, self.plan, ending)
        return {"Content-Disposition": f'attachment; filename="{name}"'}


def found(here: Bearer, id: str, action: str = "read_approved") -> PlanFound:
    """The plan, for whoever may do this with it; for those who may not even read it there is none. Raises Failed."""
    with store.reading() as db:
        row = db.get(PlanRow, id)
    granted = [each for each in ("read_approved", "read_plan", action) if row and may_with(here, each, row)]
    if row is None or not granted:
        return not_there()
    inside = not INSIDE.isdisjoint(granted)
    whole = life_of(row.id, row.head)
    life = (whole if inside else from_outside(whole)) or not_there()
    if action not in granted:
        raise Failed(403, "not_allowed", title_of(403))
    return PlanFound(row, life, inside)


def may_with(here: Bearer, action: str, row: PlanRow) -> bool:
    """What belongs to no organisation is no program's."""
    return row.organisation is not None and here.may_in(action, row.organisation)


def not_there() -> NoReturn:
    raise Failed(404, "not_found", title_of(404))
