"""Many plans at once: one's own, an organisation's, a branch's. A finding in words first, then what lags."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from facilitation import packs
from facilitation.followup import FollowedGoal, Tally, finding, follow, tally
from facilitation.followup.status import STATUSES, URGENCY
from facilitation.organisations import below
from facilitation.packs import Pack
from facilitation.report.following import Followed, at_a_glance
from workshop import store
from workshop.access import parts_from
from workshop.exports import FORMATS
from workshop.languages import worded
from workshop.store import plan_people
from workshop.store.followed import FollowedPlan, followed, followed_by_id
from workshop.web.asked import FILE
from workshop.web.called import name_of
from workshop.web.following.answering import KINDS
from workshop.web.following.reading import of_many, of_organisation, round_now, shown
from workshop.web.head import today
from workshop.web.method import reading
from workshop.web.organisations.known import Known, found, known
from workshop.web.reports import without_finding
from workshop.web.signing_in import account, may_in, rights, signed_in

bp = Blueprint("dashboards", __name__)


@dataclass(frozen=True)
class Row:
    """A plan in the list: whose it is, and how many of its goals stand where."""

    plan: FollowedPlan
    whose: str
    tally: Tally

    @property
    def kind(self) -> str:
        return KINDS[self.tally.worst]

    @property
    def words(self) -> str:
        return worded(finding(self.tally))


@bp.get("/follow-up")
@signed_in("see_plans")
def mine() -> ResponseReturnValue:
    """All plans in which this account has a part."""
    who = account() or abort(401)
    with store.reading() as db:
        ids = [each.row.id for each in plan_people.of_account(db, who.id, rights()) if each.row.published]
        plans = followed_by_id(db, ids)
    return page(plans, "", known())


@bp.get("/organisations/<id>/follow-up")
@signed_in("see_organisations")
def organisation(id: str) -> ResponseReturnValue:
    """An organisation with all that stand under it: a unit's own plans, or a whole branch."""
    row, of = found(id, "see_follow_up"), known()
    return page(plans_under(id, of), name_of(row), of, id)


def plans_under(id: str, of: Known) -> Sequence[FollowedPlan]:
    """Approved plans of an organisation and of those under it, as far as this account reads them."""
    every = (id, *below(of.forest, id, today()))
    with store.reading() as db:
        return followed(db, [each for each in every if parts_from(rights().standing(each))])


def page(plans: Sequence[FollowedPlan], name: str, of: Known, id: str = "") -> ResponseReturnValue:
    goals = {each.plan.id: goals_of(each, of) for each in plans}
    every = [goal for those in goals.values() for goal in those]
    title, (summary,) = without_finding([at_a_glance(every, reading(pack_of(plans)))])
    listed = [Row(each, of.name(each.organisation), tally(goals[each.plan.id])) for each in plans]
    return render_template(
        "following/dashboard.html",
        name=name,
        id=id,
        finding=title,
        blocks=summary.blocks,
        rows=sorted(listed, key=lambda row: (URGENCY[row.tally.worst], row.whose, row.plan.plan.id)),
        statuses=STATUSES,
        formats=FORMATS,
        sees=bool(id) and may_in("see_organisation", id),
        **shown(),
    )


def goals_of(each: FollowedPlan, of: Known) -> tuple[FollowedGoal, ...]:
    """A plan's goals under its organisation's own name, which is one for all of its plans."""
    strategy = packs.load(each.plan.pack).strategy
    return follow(named(each, of).plan, each.entries, today(), strategy)


def named(each: FollowedPlan, of: Known) -> FollowedPlan:
    plan = replace(each.plan, organisation=of.name(each.organisation) or each.plan.organisation)
    return replace(each, plan=plan)


def pack_of(plans: Sequence[FollowedPlan]) -> Pack:
    """The method whose words a page over many plans uses: that of most of them."""
    keys = [each.plan.pack for each in plans] or ["toimi"]
    return packs.load(max(keys, key=keys.count))


@bp.route("/organisations/<id>/follow-up/report.<format>", methods=FILE)
@signed_in("see_organisations")
def file(id: str, format: str) -> ResponseReturnValue:
    """The report over all of them as a file."""
    row, of = found(id, "see_follow_up"), known()
    plans = [named(each, of) for each in plans_under(id, of)]
    if format not in FORMATS or not plans:
        abort(404)
    seen = Followed([(each.plan, each.entries) for each in plans], today(), round_now(id), name_of(row))
    return of_organisation(of_many(seen, pack_of(plans)), format, name_of(row))
