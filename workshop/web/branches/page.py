"""Goals of many plans together: whose plans are missing, who takes up which objective, and what looks alike."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from facilitation.report.branch import at_a_glance
from workshop.web.asking import OnceForm
from workshop.web.branches.files import FILES, OF
from workshop.web.branches.overall import branches_of
from workshop.web.branches.seen import seen_here
from workshop.web.called import name_of
from workshop.web.following.reading import shown
from workshop.web.method import reading
from workshop.web.organisations.known import known
from workshop.web.plans.reading import STAGES
from workshop.web.reports import without_finding
from workshop.web.signing_in import may_in, signed_in

bp = Blueprint("branch", __name__)


@bp.get("/organisations/<id>/branch")
@signed_in("see_organisations")
def read(id: str) -> ResponseReturnValue:
    seen = seen_here(id)
    reader = reading(seen.pack)
    finding, sections = without_finding(list(at_a_glance(seen.whole, reader)))
    return render_template(
        "following/branch.html",
        id=id,
        name=name_of(seen.row),
        finding=finding,
        sections=sections,
        branch=seen.branch,
        theirs=reader.theirs,
        here=seen.here,
        stage=STAGES[seen.here.life.stage] if seen.here else None,
        begins=seen.here is None and may_in("start_plan_for", id),
        over=bool(branches_of(known(), id)),
        plain=OnceForm(formdata=None),
        files=FILES,
        documents=OF,
        sees=may_in("see_organisation", id),
        **shown(),
    )
