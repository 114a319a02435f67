"""Whose plans are read together: a branch's units, or one level up all branches of a government."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any, cast

from flask import current_app
from jinja2 import pass_context
from jinja2.runtime import Context

from facilitation.organisations import below, children
from facilitation.report.branch.branches import SAID, OfBranches
from facilitation.report.reader import Wording
from facilitation.shapes import PlanKind
from workshop.access import parts_from
from workshop.store.followed import BRANCH, BRANCHES
from workshop.store.tables import OrganisationRow
from workshop.web.document import wording
from workshop.web.head import today
from workshop.web.organisations.known import Known
from workshop.web.plans.found import PlanHere
from workshop.web.signing_in import rights

GOVERNMENT = "government"
"""The kind of organisation whose units are branches."""


def kind_of(row: OrganisationRow, of: Known, here: PlanHere | None) -> PlanKind:
    """Of the plan that is put together there: as it was begun, else as the tree stands."""
    if here:
        return here.life.first.kind
    return BRANCHES if row.kind == GOVERNMENT and branches_of(of, row.id) else BRANCH


def under(of: Known, id: str, kind: str) -> Collection[str]:
    """Everybody whose plan is read for one of this kind, but the organisation itself."""
    return branches_of(of, id) if kind == BRANCHES else below(of.forest, id, today())


def branches_of(of: Known, id: str) -> Sequence[str]:
    """Those under it that have others under them: a ministry is a branch with its units."""
    having = children(of.forest, today())
    return of.by_name(each for each in below(of.forest, id, today()) if having.get(each))


def reads(id: str) -> bool:
    """Whether this account reads what was approved there."""
    return bool(parts_from(rights().standing(id)))


# -- In words ---------------------------------------------------------------------------------------------------------


def words(kind: str) -> Wording:
    """For reports: what is said of units is said of branches."""
    return OfBranches(wording) if kind == BRANCHES else wording


def spoken(kind: str) -> Mapping[str, Any]:
    """The same for templates."""
    return {"_": of_branches} if kind == BRANCHES else {}


@pass_context
def of_branches(page: Context, sentence: str, /, **said: Any) -> str:
    known = cast("Callable[..., str]", current_app.jinja_env.globals["gettext"])
    return known(page, SAID.get(sentence, sentence), **said)
