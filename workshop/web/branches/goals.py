"""The units' goals as their branch decides on them: looked through, and each with the way to its decision."""

from collections.abc import Callable, Sequence
from functools import partial
from urllib.parse import urlencode

from flask import Blueprint, render_template, url_for
from flask.typing import ResponseReturnValue

from facilitation.consolidation import home
from workshop.limits import SIDE_BY_SIDE
from workshop.web.asking import OnceForm
from workshop.web.branches import finding
from workshop.web.branches.decided_on import Goals
from workshop.web.branches.finding import at
from workshop.web.branches.kept import carried
from workshop.web.branches.level import spoken
from workshop.web.branches.listing import looked_for
from workshop.web.branches.seen import decided_here
from workshop.web.called import name_of
from workshop.web.method import reading
from workshop.web.signing_in import signed_in

bp = Blueprint("branch_goals", __name__, url_prefix="/organisations/<id>/branch")
bp.url_defaults(carried)
bp.url_defaults(finding.carried)


def looking(id: str, plan: str) -> Callable[[Sequence[str]], str]:
    """The address at which goals are decided on; a list has hundreds, so that each is not built from its rule."""
    start = url_for("branch_deciding.look", id=id, plan=plan)
    return lambda keys: f"{start}&{urlencode([('goal', key) for key in keys])}"


@bp.get("/goals")
@signed_in("see_organisations")
def goals(id: str) -> ResponseReturnValue:
    here, seen = decided_here(id)
    shown, to = Goals(seen, here), reading(seen.pack)
    found = looked_for(shown, to)
    return render_template(
        "branches/goals.html",
        id=id,
        name=name_of(seen.row),
        page=shown,
        here=here,
        stage=here.stage,
        found=found,
        at=partial(at, id),
        key=home,
        beside=SIDE_BY_SIDE,
        look=looking(id, here.row.id),
        missing=seen.branch.missing,
        unread=seen.branch.unread,
        to=to,
        plain=OnceForm(formdata=None),
        **spoken(seen.kind, seen.pack),
    )
