"""Where a plan lives, by an address."""

from flask import abort
from flask.typing import ResponseReturnValue

from workshop.access import may
from workshop.web.draft_living import living_draft
from workshop.web.found import found_or_404
from workshop.web.home import Home, Kind
from workshop.web.living import Living
from workshop.web.plans.found import plan_here
from workshop.web.plans.home import plan_home
from workshop.web.plans.living import living_plan
from workshop.web.reading import draft_home, role_here
from workshop.web.signing_in import account


def home_of(home: Kind, id: str) -> Home | ResponseReturnValue:
    """What the address asks for, as this browser may read it; for whoever may not yet, the way in."""
    return draft_home(id) if home == "draft" else plan_home(id)


def read_by(home: Kind, id: str) -> Home:
    """For scripts there is no way in: 404."""
    here = home_of(home, id)
    return here if isinstance(here, Home) else abort(404)


def living_of(home: Kind, id: str, action: str) -> Living | ResponseReturnValue:
    """What a file comes back to, for those who may bring one; for whoever is not signed in, the way in."""
    return living_draft(id, action) if home == "draft" else living_plan(id, action)


def may_bring(home: Kind, id: str, action: str) -> bool:
    """Whether this browser may bring a file there."""
    if home == "draft":
        return may(role_here(found_or_404(id)) or "", action)
    return account() is not None and plan_here(id).may(action)
