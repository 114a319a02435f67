"""Many plans at once: one's own, an organisation's, a branch's, all branches'. A finding first, then what lags."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.followup import Round, Tally, added, by_name, finding
from facilitation.report.following import Parts, Then, at_a_glance
from facilitation.shapes import TOGETHER
from facilitation.words import said
from workshop import limits, store
from workshop.exports import FORMATS
from workshop.languages import reader_language, worded
from workshop.store import plan_people
from workshop.store.followed import Head, followed_by_id, heads, heads_by_id
from workshop.together.follow_up import report_of, rounds_told
from workshop.together.many import branches, plans_under, read_under, words_of
from workshop.web.asked import FILE
from workshop.web.branches.level import reads
from workshop.web.called import name_of
from workshop.web.following.answering import SAID
from workshop.web.following.owned import Owned, lagging, owned_by
from workshop.web.following.owned import finding as owned_finding
from workshop.web.following.reading import shown
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
        approved = plan_people.approved_of_account(db, who.id, rights())
        seen = heads_by_id(db, [plan for plan, kind in approved if kind not in TOGETHER])
        of_branches = followed_by_id(db, [plan for plan, kind in approved if kind in TOGETHER])
    of = known()
    more = where_of_branches(of_branches, of, today(), seen)
    return page(seen, "", of, more=more, mine=owned_by(who))


@bp.get("/organisations/<id>/follow-up")
@signed_in("see_organisations")
def organisation(id: str) -> ResponseReturnValue:
    """An organisation with all that stand under it: a unit's own plans, a whole branch, or all branches."""
    row, of = found(id, "see_follow_up"), known()
    with store.reading() as db:
        seen = heads(db, read_under(id, of.forest, reads))
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
    ended, to = rounds_told(id, of, len(plans)), reading(words_of([each.pack for each in plans]))
    title, (summary,) = without_finding([at_a_glance(goals, to, told(plans, parts, of), moved(seen, ended))])
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


def told(plans: Sequence[Where], parts: Mapping[str, Sequence[Where]], of: Known) -> Parts:
    """Branches, or else the organisations whose plans they are."""
    if parts:
        return Parts(by_name((of.name(part), each.tally) for part, its in parts.items() for each in its), branches=True)
    return Parts(by_name((each.called, each.tally) for each in plans))


def listed(plans: Sequence[Where], parts: Mapping[str, Sequence[Where]], of: Known) -> tuple[Sequence[Row], Pages]:
    """Branches, or else plans, what calls for somebody first; only those are worded that stand on this page."""
    if parts:
        rows = (branch_row(part, its, of) for part, its in parts.items())
        return paged(sorted(rows, key=lambda row: (row.tally.pressing, row.href)))
    here, pages = paged(sorted(plans, key=lambda each: (each.tally.pressing, each.called, each.plan)))
    return [plan_row(each) for each in here], pages


def moved(seen: Sequence[Head], ended: Sequence[Round]) -> Sequence[Then]:
    """Where their goals stood when these rounds ended, as far back as their figures go."""
    every = zip(ended, tallies(seen, [each.due for each in ended]), strict=True)
    return [Then(round, tally) for round, tally in every if tally]


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
    if not plans_under(id, of, reads):
        abort(404)
    listed = leaves(FORMATS, name_of(row), partial(url_for, "dashboards.file", id=id))
    back = url_for("dashboards.organisation", id=id)
    return gallery(_("Files of the follow-up"), name_of(row), back, {"": listed})


@bp.route("/organisations/<id>/follow-up/report.<format>", methods=FILE)
@signed_in("see_organisations")
def file(id: str, format: str) -> ResponseReturnValue:
    """The report over all of them as a file."""
    row, of = found(id, "see_follow_up"), known()
    told = report_of(row, of, reads) if format in FORMATS else None
    return of_organisation(told, format, name_of(row)) if told else abort(404)
