"""Goals of many plans together: whose plans are missing, who takes up which objective, and what looks alike."""

from flask import Blueprint, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from workshop.web.asking import OnceForm
from workshop.web.branches.files import FILES, OF
from workshop.web.branches.glance import glance
from workshop.web.branches.kept import next_of
from workshop.web.branches.overall import branches_of
from workshop.web.branches.seen import asked_here
from workshop.web.called import name_of
from workshop.web.organisations.known import found, known
from workshop.web.signing_in import may_in, signed_in

bp = Blueprint("branch", __name__)

GOVERNMENT = "government"
"""The kind whose units are branches: what there is to read of it is read from their plans."""


@bp.get("/organisations/<id>/branch")
@signed_in("see_organisations")
def read(id: str) -> ResponseReturnValue:
    row, over = found(id, "see_branch"), bool(branches_of(known(), id))
    if over and row.kind == GOVERNMENT:
        return redirect(url_for("branches.read", id=id))
    asked = asked_here(id)
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
        over=over,
        plain=OnceForm(formdata=None),
        files=FILES,
        documents=OF,
        sees=may_in("see_organisation", id),
    )
