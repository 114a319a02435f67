"""Many plans at once: one's own, an organisation's, a branch's, all branches'. A finding first, then what lags."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.followup import Round, Tally, added, finding
from facilitation.organisations import below, children, heirs
from facilitation.report.following import Followed, Then, at_a_glance
from facilitation.report.sources import resting
from facilitation.shapes import TOGETHER
from facilitation.words import said
from workshop import limits, store
from workshop.exports import FORMATS
from workshop.languages import reader_language, worded
from workshop.store import plan_people
from workshop.store.followed import FollowedPlan, Head, followed_by_id, heads, heads_by_id
from workshop.web.asked import FILE
from workshop.web.called import name_of
from workshop.web.following.answering import SAID
from workshop.web.following.many import pack_of, plans_under, read_under, source, words_of
from workshop.web.following.owned import Owned, lagging, owned_by
from workshop.web.following.owned import finding as owned_finding
from workshop.web.following.reading import of_many, round_now, rounds_ended, shown
from workshop.web.following.where import Where, tallies, where, where_of_branches
from workshop.web.head import today
from workshop.web.leaves import gallery, leaves, of_organisation
from workshop.web.method import reading
from workshop.web.organisations.known import Known, found, known
from workshop.web.paging import Pages, paged
from workshop.web.reports import without_finding
from workshop.web.saying import KINDS
from workshop.web.signing_in import account, may_in, rights, signed_in

bp = Blueprint("dashboards", __name__)

Placed = TypeVar("Placed", Where, FollowedPlan)
"""What is in the hands of an organisation."""


@dataclass(frozen=True)
class Row:
    """A plan in the list, or a branch: its page, whose it is, and how many of its goals stand where."""

    title: str
    href: str
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
        rows = [each.row for each in plan_people.of_account(db, who.id, rights()) if each.row.published]
        seen = heads_by_id(db, [row.id for row in rows if row.kind not in TOGETHER])
        of_branches = followed_by_id(db, [row.id for row in rows if row.kind in TOGETHER])
    of = known()
    return page(seen, "", of, more=where_of_branches(of_branches, of, today()), mine=owned_by(who))


@bp.get("/organisations/<id>/follow-up")
@signed_in("see_organisations")
def organisation(id: str) -> ResponseReturnValue:
    """An organisation with all that stand under it: a unit's own plans, a whole branch, or all branches."""
    row, of = found(id, "see_follow_up"), known()
    with store.reading() as db:
        seen = heads(db, read_under(id, of))
    return page(seen, name_of(row), of, id)


def page(
    seen: Sequence[Head],
    name: str,
    of: Known,
    id: str = "",
    more: Sequence[Where] = (),
    mine: Sequence[Owned] = (),
) -> ResponseReturnValue:
    """`more`: plans that were read already."""
    plans = (*where(seen, of, today()), *more)
    parts = branches(plans, of, id) if id else {}
    goals = [goal for each in plans for goal in each.goals]
    words = {of.name(part): added(each.tally for each in its) for part, its in parts.items()}
    ended, to = rounds_told(id, len(plans)), reading(words_of([each.pack for each in plans]))
    title, (summary,) = without_finding([at_a_glance(goals, to, words, moved(seen, ended))])
    rows, pages = listed(plans, parts, of)
    return render_template(
        "following/dashboard.html",
        name=name,
        id=id,
        finding=title,
        workbook=url_for("dashboards.file", id=id, format="xlsx") if id else "",
        blocks=summary.blocks,
        rows=rows,
        pages=pages,
        by_branch=bool(parts),
        ended=ended,
        too_many=len(plans) > limits.MOVING_PLANS,
        mine=mine,
        lagging=lagging(mine),
        mine_finding=worded(owned_finding(mine)),
        called=of.name,
        reading=reading,
        **SAID,
        formats=FORMATS,
        sees=bool(id) and may_in("see_organisation", id),
        **shown(),
    )


def listed(plans: Sequence[Where], parts: Mapping[str, Sequence[Where]], of: Known) -> tuple[Sequence[Row], Pages]:
    """Branches, or else plans, what calls for somebody first; only those are worded that stand on this page."""
    if parts:
        rows = (branch_row(part, its, of) for part, its in parts.items())
        return paged(sorted(rows, key=lambda row: (row.tally.pressing, row.href)))
    here, pages = paged(sorted(plans, key=lambda each: (each.tally.pressing, each.called, each.plan)))
    return [plan_row(each) for each in here], pages


def rounds_told(id: str, plans: int) -> Sequence[Round]:
    """The ended rounds by which it is told how that many plans have moved."""
    return rounds_ended(id) if plans <= limits.MOVING_PLANS else ()


def moved(seen: Sequence[Head], ended: Sequence[Round]) -> Sequence[Then]:
    """Where their goals stood when these rounds ended, as far back as their figures go."""
    every = zip(ended, tallies(seen, [each.due for each in ended]), strict=True)
    return [Then(round, tally) for round, tally in every if tally]


def branches(plans: Sequence[Placed], of: Known, id: str) -> Mapping[str, Sequence[Placed]]:
    """The plans by who stands right under this organisation, where others stand under these; else nothing."""
    by_parent = children(of.forest, today())
    right_under = by_parent.get(id, ())
    if not any(by_parent.get(each) for each in right_under):
        return {}
    part_of = {
        one: each
        for each in (id, *right_under)
        for one in (each, *(() if each == id else below(of.forest, each, today())))
    }
    found: dict[str, list[Placed]] = {}
    for plan in plans:
        home = (plan.organisation, *heirs(of.forest, plan.organisation, today()))[-1]
        found.setdefault(part_of[home], []).append(plan)
    return found


def plan_row(each: Where) -> Row:
    title = said(each.title, reader_language()) or _("A plan")
    return Row(title, url_for("plan_follow.read", id=each.plan), each.called, each.tally)


def branch_row(id: str, plans: Sequence[Where], of: Known) -> Row:
    return Row(of.name(id), url_for("dashboards.organisation", id=id), "", added(each.tally for each in plans))


@bp.get("/organisations/<id>/follow-up/files")
@signed_in("see_organisations")
def files(id: str) -> ResponseReturnValue:
    """Every file of it with its first pages."""
    row, of = found(id, "see_follow_up"), known()
    if not plans_under(id, of):
        abort(404)
    listed = leaves(FORMATS, name_of(row), partial(url_for, "dashboards.file", id=id))
    back = url_for("dashboards.organisation", id=id)
    return gallery(_("Files of the follow-up"), name_of(row), back, {"": listed})


@bp.route("/organisations/<id>/follow-up/report.<format>", methods=FILE)
@signed_in("see_organisations")
def file(id: str, format: str) -> ResponseReturnValue:
    """The report over all of them as a file."""
    row, of = found(id, "see_follow_up"), known()
    plans = plans_under(id, of)
    if format not in FORMATS or not plans:
        abort(404)
    every = [(each.plan, each.entries) for each in plans]
    counting = {each.plan.id: each.counting for each in plans}
    inside = {each.plan.id: of.name(part) for part, its in branches(plans, of, id).items() for each in its}
    ended = [each for each in rounds_told(id, len(plans)) if all(plan.reaches(each.due) for plan in plans)]
    seen = Followed(every, today(), round_now(id), name_of(row), {}, counting, inside, ended)
    pack, sources = pack_of(plans), [source(each, each.head) for each in plans]
    return of_organisation(resting(of_many(seen, pack), sources, reading(pack)), format, name_of(row))
