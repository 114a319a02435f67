"""A plan that lives by itself, as a home for its files."""

from flask import abort, request
from flask.typing import ResponseReturnValue

from facilitation.plans import keyed
from facilitation.plans.parts import Version
from workshop.web.home import Home
from workshop.web.plans.found import PlanHere, plan_here
from workshop.web.signing_in import turned_away


def plan_home(id: str) -> Home | ResponseReturnValue:
    """The plan or the version that the address asks for, for those who may read it."""
    return turned_away("see_plans") or home_at(plan_here(id, "read_approved"))


def home_at(here: PlanHere) -> Home:
    return home_in(here, version_of(here))


def version_of(here: PlanHere) -> Version | None:
    """The version that the address asks for; None for the plan as it is."""
    number = request.values.get("version", "")
    return (here.life.version(number) or abort(404)) if number else None


def home_in(here: PlanHere, version: Version | None = None) -> Home:
    life = here.life
    plan, seq, at = (version.plan, version.seq, version.at) if version else (life.plan, life.seq, life.changed_at)
    number = version.number if version else ""
    return Home(
        kind="plan",
        id=here.row.id,
        plan=plan,
        pack=here.pack_of(version) if version else here.pack,
        title=here.title,
        seq=seq,
        asked={"version": number or None},
        owner=f"plan {' '.join(sorted(here.parts))} account:{here.who.id}",
        mark={"plan": here.row.id, "version": number, "seq": str(seq), "pack": plan.pack},
        organisations=(plan.organisation,),
        keyed=keyed.told(life),
        brings=here.writes,
        at=at or abort(404),
    )
