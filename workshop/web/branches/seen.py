"""A branch as an account reads it: whose plans are in, and nothing that was not approved."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from facilitation import packs
from facilitation.consolidation import Across, Branch, Figures, Unit, newest, newest_of, read_by, read_together
from facilitation.organisations import below, heirs
from facilitation.packs import Pack
from facilitation.report.branch import Consolidated
from facilitation.shapes import Plan
from facilitation.words import LANGUAGES
from workshop import store
from workshop.access import parts_from
from workshop.store import mappings
from workshop.store.followed import FollowedPlan, followed
from workshop.store.tables import OrganisationRow
from workshop.web.following.dashboards import named, pack_of
from workshop.web.head import today
from workshop.web.organisations.known import Known, found, known
from workshop.web.signing_in import rights


@dataclass(frozen=True)
class Seen:
    row: OrganisationRow
    whole: Consolidated
    pack: Pack

    @property
    def branch(self) -> Branch:
        return self.whole.branch

    @property
    def plans(self) -> list[Plan]:
        """Those that are in, in the order of the units."""
        return [self.branch.plans[unit.id] for unit in self.branch.units if unit.id in self.branch.plans]


def seen_here(id: str) -> Seen:
    """The branch under an organisation, for those who may see it. As many questions for many plans as for few."""
    row, of = found(id, "see_branch"), known()
    units = [id, *of.by_name(each for each in below(of.forest, id, today()) if reads(each))]
    whose = dict(homes(of, units))
    with store.reading() as db:
        plans = [replace(named(each, of), organisation=whose[each.organisation]) for each in followed(db, whose)]
    branch, pack, across = by_one_method(together(id, of, units, plans), plans)
    whole = Consolidated(branch, (), base_of(row, of), figures_of(branch, plans), across=across)
    return Seen(row, whole, pack)


def by_one_method(branch: Branch, plans: Sequence[FollowedPlan]) -> tuple[Branch, Pack, Across]:
    """Plans by an earlier version of the strategy are read by the newer one, through the mapping that was confirmed."""
    keys = [plan.pack for plan in branch.plans.values()]
    with store.reading() as db:
        pack = newest_of(keys, mappings.ways(db)) or pack_of(plans).key
        ways = [way for each in dict.fromkeys(keys) if each != pack and (way := mappings.way(db, each, pack))]
    read, across = read_by(pack, branch, ways)
    return read, packs.load(pack), across


def reads(id: str) -> bool:
    """Whether this account reads what was approved there."""
    return bool(parts_from(rights().standing(id)))


def homes(of: Known, units: Sequence[str]) -> Iterator[tuple[str, str]]:
    """By organisation, the unit whose its plans are today: itself, or whoever goes on in its stead."""
    inside = frozenset(units)
    for each in of.forest:
        home = (each, *heirs(of.forest, each, today()))[-1]
        if home in inside and reads(each):
            yield each, home


def together(id: str, of: Known, units: Sequence[str], plans: Sequence[FollowedPlan]) -> Branch:
    """An organisation with others under it is missing nothing if it has no plan of its own."""
    having = {each.organisation for each in plans}
    counted = [each for each in units if each != id or each in having or len(units) == 1]
    arrived = ((each.organisation, replace(each.plan, status="approved")) for each in plans)
    return read_together([Unit(each, names(of.rows[each]), each == id) for each in counted], arrived)


def names(row: OrganisationRow) -> Mapping[str, str]:
    return {code: name for code in LANGUAGES if (name := getattr(row, code))}


def figures_of(branch: Branch, plans: Sequence[FollowedPlan]) -> Figures:
    """The newest figure of every metric of the plans that were read."""
    entries = {each.plan.id: each.entries for each in plans}
    return newest({unit: entries[plan.id] for unit, plan in branch.plans.items()})


def base_of(row: OrganisationRow, of: Known) -> Plan:
    """What the branch's plan says of itself."""
    return Plan(f"branch-{row.id}", organisation=of.name(row.id), kind="branch")
