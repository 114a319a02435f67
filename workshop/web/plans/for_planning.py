"""Which documents planning takes from a plan: a branch's stand with its units' in their goals together."""

from collections.abc import Mapping
from typing import Any

from flask import url_for

from facilitation.plans.state import Life
from facilitation.report.planning import LINKS
from workshop.web.method import reading
from workshop.web.plans.found import PlanHere
from workshop.web.signing_in import may_in


def documents(here: PlanHere) -> Mapping[str, str]:
    """As the plan's method calls them; none while nothing of it was approved."""
    words = reading(here.pack).words
    return {key: words(link.title) for key, link in LINKS.items()} if offered(here.life) else {}


def offered(life: Life) -> bool:
    return life.published is not None and not life.of_branch


def for_planning(here: PlanHere) -> Mapping[str, Any]:
    """What `plans/planning.html` is drawn from."""
    return {"planning": documents(here), "together": together(here)}


def together(here: PlanHere) -> str:
    """Where those of a branch stand, for whoever reads its goals together; nowhere while it was not approved."""
    life = here.life
    if life.published is None or not life.of_branch or not may_in("see_branch", life.organisation):
        return ""
    return url_for("branch.read", id=life.organisation, _anchor="take-home")
