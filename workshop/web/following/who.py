"""Who entered a figure, by name: for people of the plan's own organisation, and for nobody else."""

from collections.abc import Collection, Mapping

from flask_babel import gettext as _

from workshop import store
from workshop.keeping.words import NOBODY
from workshop.store import holders
from workshop.web.plans.found import PlanHere
from workshop.web.signing_in import may_in


def sees_names(here: PlanHere) -> bool:
    """Whoever reads the plan from inside, and in its organisation who holds which role."""
    return here.inside and may_in("see_holders", here.row.organisation or "")


def names_of(ids: Collection[str]) -> Mapping[str, str]:
    """What they are called who entered it, by id."""
    with store.reading() as db:
        found = holders.called(db, ids)
    return {id: _("somebody who was erased") if name in ("", NOBODY) else name for id, name in found.items()}
