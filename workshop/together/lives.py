"""Plans as their logs have them, and the plan of a branch as somebody meets it."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from facilitation.organisations import left_to
from facilitation.plans.events import RestsOn
from facilitation.plans.outside import from_outside
from facilitation.plans.state import Life
from workshop import store
from workshop.days import today
from workshop.perform import plan_log
from workshop.room import rooms_of
from workshop.store import branches
from workshop.store.tables import PlanRow
from workshop.together.known import Known, Reads


@dataclass(frozen=True)
class Met:
    """A plan, and as much of its life as whoever asks sees."""

    row: PlanRow
    life: Life


def life_of(id: str, seq: int = 0) -> Life:
    """The plan, as far as that event at least: another worker may have written what this one has not read yet."""
    room = rooms_of().room(plan_log(id))
    if room.seq < seq:
        room.catch_up()
    return room.state


def approved_of(organisation: str, of: Known, reads: Reads, kinds: Collection[str]) -> Met | None:
    """The plan of the branch, once it was approved, with those of its units' plans that are read."""
    with store.reading() as db:
        plans = branches.plan_of(db, organisation, today(), kinds)
    life = from_outside(life_of(plans.read.id, plans.read.head)) if plans else None
    if plans is None or life is None:
        return None
    versions = tuple(replace(each, rests=tuple(read_of(each.rests, of, reads))) for each in life.versions)
    return Met(plans.read, replace(life, versions=versions))


def read_of(rests: Iterable[RestsOn], of: Known, reads: Reads) -> Iterator[RestsOn]:
    """Of a unit that is no more, by whoever has its plans in hand."""
    yield from (each for each in rests if reads(each.unit.id) or reads(left_to(of.forest, each.unit.id, today())))
