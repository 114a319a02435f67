"""Comments on what a role answers for, as long as nobody has answered them."""

from flask import abort

from workshop import store
from workshop.store.tables import PlanRow
from workshop.web.following.answering import Answered
from workshop.web.plans.found import PlanHere, life_of, parts_in
from workshop.web.signing_in import account


def unanswered(of: Answered) -> int:
    """How many there are, for those who see what is being written of the plan; for others there are none."""
    who = account() or abort(401)
    with store.reading() as db:
        row = db.get_one(PlanRow, of.plan.id)
    here = PlanHere(row, life_of(of.plan.id), who, parts_in(row, who))
    comments = here.life.comments.values() if here.inside else ()
    return sum(not each.outcome and each.about in of.lines for each in comments)
