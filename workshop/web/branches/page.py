"""Goals of many plans together: whose plans are missing, who takes up which objective, and what looks alike."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from workshop.store.followed import BRANCHES
from workshop.together.files import OF
from workshop.web.asking import OnceForm
from workshop.web.branches.files import FILES, titles
from workshop.web.branches.glance import glance
from workshop.web.branches.kept import next_of
from workshop.web.branches.level import branches_of, reads, spoken
from workshop.web.branches.seen import asked_here
from workshop.web.called import name_of
from workshop.web.signing_in import may_in, signed_in

bp = Blueprint("branch", __name__)


@bp.get("/organisations/<id>/branch")
@signed_in("see_organisations")
def read(id: str) -> ResponseReturnValue:
    asked = asked_here(id)
    if asked.kind == BRANCHES:
        return redirect(url_for("branches.read", id=id))
    here, told, after = asked.here, glance(asked), next_of(id)
    return render_template(
        "following/branch.html",
        id=id,
        name=name_of(asked.row),
        finding=told.finding,
        told=told,
        here=here,
        after=after,
        begins=here is None and may_in("start_plan_for", id),
        over=any(reads(each) for each in branches_of(asked.of, id)),
        plain=OnceForm(formdata=None),
        files=FILES,
        documents=titles(OF, told.pack),
        pages=url_for("branch_files.files", id=id),
        sees=may_in("see_organisation", id),
        **spoken(asked.kind, told.pack),
    )
