"""All branches for whoever steers them: whose plans are in, what they cover, what looks alike, as approved."""

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from facilitation.report.branch import of_arrival, of_coverage, of_figures, of_goals
from facilitation.report.branch.taken_up import WIDEST
from facilitation.shapes import Plan
from workshop.store.followed import BRANCH
from workshop.together.files import BRANCHES, OF_ALL
from workshop.together.known import known
from workshop.web.asking import OnceForm
from workshop.web.branches.files import FILES, titles
from workshop.web.branches.kept import kept_of, next_of
from workshop.web.branches.level import kind_of, spoken, words
from workshop.web.branches.seen import seen_above
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
    seen = seen_above(id)
    here, above = seen.here, kind_of(seen.row, known()) == BRANCHES
    to = reading(seen.pack, words(seen.kind))
    finding, sections = without_finding(list(of_arrival(seen.whole, to)))
    covering, lines = of_coverage(seen.whole, to)
    return render_template(
        "branches/steering.html",
        id=id,
        name=name_of(seen.row),
        finding=finding,
        sections=sections,
        covering=covering,
        lines=lines,
        widest=WIDEST,
        words=to.words,
        fold=0,
        after_covering=[*of_goals(seen.whole, to), of_figures(seen.whole, to)],
        branch=seen.branch,
        rests={unit: rests_on(each) for unit, each in (seen.rests or {}).items()},
        agreed=agreed,
        theirs=to.theirs,
        here=here,
        after=next_of(id, (BRANCHES,)) if here else None,
        earlier=kept_of(id, (BRANCH,)) if above else None,
        begins=above and here is None and may_in("start_plan_for", id),
        plain=OnceForm(formdata=None),
        files=FILES,
        documents=titles(OF_ALL, seen.pack),
        pages=url_for("branch_files.files", id=id, of=BRANCHES),
        sees=may_in("see_organisation", id),
        **shown(),
        **spoken(seen.kind, seen.pack),
    )


def agreed(plan: Plan) -> int:
    """How many of its goals go to the performance agreement, or are proposed for it."""
    return sum(goal.agreement in ("candidate", "agreed") for goal in plan.goals)
