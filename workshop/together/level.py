"""Whose plans are read together: a branch's units, or one level up all branches of a government."""

from collections.abc import Collection, Sequence

from facilitation.organisations import below, children
from facilitation.report.branch.branches import OfBranches
from facilitation.report.reader import Wording
from facilitation.shapes import PlanKind
from workshop.days import today
from workshop.languages import wording
from workshop.store.followed import BRANCH, BRANCHES
from workshop.store.tables import OrganisationRow
from workshop.together.known import Known

GOVERNMENT = "government"
"""The kind of organisation whose units are branches."""


def kind_of(row: OrganisationRow, of: Known) -> PlanKind:
    """Of a plan that is begun there, as the tree stands."""
    return BRANCHES if row.kind == GOVERNMENT and branches_of(of, row.id) else BRANCH


def under(of: Known, id: str, kind: str) -> Collection[str]:
    """Everybody whose plan is read for one of this kind, but the organisation itself."""
    return branches_of(of, id) if kind == BRANCHES else below(of.forest, id, today())


def branches_of(of: Known, id: str) -> Sequence[str]:
    """Those under it that have others under them: a ministry is a branch with its units."""
    having = children(of.forest, today())
    return of.by_name(each for each in below(of.forest, id, today()) if having.get(each))


def words(kind: str) -> Wording:
    """For reports: what is said of units is said of branches."""
    return OfBranches(wording) if kind == BRANCHES else wording
