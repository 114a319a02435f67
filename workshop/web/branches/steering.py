"""All branches for whoever steers them: whose plans are in, what they cover, what looks alike, as approved."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from facilitation.report.branch import at_a_glance
from facilitation.shapes import Plan
from workshop.web.asking import OnceForm
from workshop.web.branches.files import BRANCHES, FILES, OF_ALL
from workshop.web.branches.kept import kept_of, next_of
from workshop.web.branches.level import GOVERNMENT, spoken, words
from workshop.web.branches.overall import seen_above
from workshop.web.called import name_of
from workshop.web.following.reading import shown
from workshop.web.method import reading
from workshop.web.plans.of_branch import rests_on
from workshop.web.reports import without_finding
from workshop.web.signing_in import may_in, signed_in

bp = Blueprint("branches", __name__)


@bp.get("/organisations/<id>/branches")
@signed_in("see_organisations")
def read(id: str) -> ResponseReturnValue:
    seen, kept = seen_above(id), kept_of(id)
    government = seen.row.kind == GOVERNMENT
    to = reading(seen.pack, words(seen.kind))
    finding, sections = without_finding(list(at_a_glance(seen.whole, to)))
    return render_template(
        "branches/steering.html",
        id=id,
        name=name_of(seen.row),
        finding=finding,
        sections=sections,
        branch=seen.branch,
        rests={unit: rests_on(each) for unit, each in (seen.rests or {}).items()},
        agreed=agreed,
        theirs=to.theirs,
        here=seen.here,
        after=next_of(id) if seen.here else None,
        earlier=kept if government and not seen.here and seen.branch.units else None,
        begins=government and kept is None and may_in("start_plan_for", id),
        plain=OnceForm(formdata=None),
        files=FILES,
        documents=OF_ALL,
        pages=url_for("branch_files.files", id=id, of=BRANCHES),
        sees=may_in("see_organisation", id),
        **shown(),
        **spoken(seen.kind),
    )


def agreed(plan: Plan) -> int:
    """How many of its goals go to the performance agreement, or are proposed for it."""
    return sum(goal.agreement in ("candidate", "agreed") for goal in plan.goals)
