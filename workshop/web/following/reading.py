"""A plan as it is followed up: the finding in words, what lags first, and every file of it."""

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.followup import Round, asked, before
from facilitation.packs import Pack
from facilitation.plans.decided import asked_plan, told_apart
from facilitation.plans.history import left_out
from facilitation.plans.results import with_results
from facilitation.plans.state import Life
from facilitation.report.blocks import Report, Section
from facilitation.report.following import Followed, followup_report, on_a_page
from facilitation.report.reader import Reader, reader
from facilitation.report.tabled.placed import metrics
from facilitation.report.workshop import itself, mark
from facilitation.shapes import Metric, Plan
from facilitation.shapes.followed import Entered
from facilitation.view.as_data import as_text
from facilitation.words import N_
from workshop import store
from workshop.exports import FORMATS
from workshop.languages import reader_language
from workshop.store import rounds as rows
from workshop.store.forest import forest
from workshop.store.tables import OrganisationRow
from workshop.together.known import name_of
from workshop.web.asked import FILE
from workshop.web.branches.level import spoken, words
from workshop.web.document import wording
from workshop.web.following.of_branch import counted_elsewhere, entered_in, together
from workshop.web.leaves import gallery, leaves
from workshop.web.method import confirmations, reading
from workshop.web.plans.for_planning import for_planning
from workshop.web.plans.found import PlanHere, plan_here, today
from workshop.web.plans.home import home_in
from workshop.web.plans.succession import InLine, line_of, standing_of
from workshop.web.reports import kind, way, without_finding
from workshop.web.signing_in import signed_in
from workshop.web.unmade import given
from workshop.web.wanted import wanted

bp = Blueprint("plan_follow", __name__, url_prefix="/plans/<id>/follow-up")


@bp.get("")
@signed_in("see_plans")
def read(id: str) -> ResponseReturnValue:
    here = plan_here(id, "read_approved")
    plan, line = with_results(here.life), line_of(here)
    round = round_now(here.row.organisation) if line.asks else None
    owed, finding, sections = page_of(here, plan, round, line) if plan else (0, "", ())
    page = {"finding": finding, "sections": sections, "round": round, "owed": owed, "formats": FORMATS}
    page |= {"workbook": url_for("plan_follow.file", id=id, format="xlsx")}
    elsewhere = counted_elsewhere(here.life)
    page |= {"elsewhere": elsewhere, "one_by_one": entered_here(here.life, elsewhere), "left_out": left_out(here.life)}
    page |= {"line": line, "to": reading(here.pack), **for_planning(here)}
    return render_template("following/plan.html", here=here, **page, **shown(), **spoken(here.life.first.kind))


def entered_here(life: Life, elsewhere: Collection[str]) -> list[Metric]:
    """Metrics of the plan in force whose figures are entered on its own pages; those of no goal last."""
    plan = life.published.plan if life.published else Plan("")
    return [at.it for at in metrics(plan) if at.it.id not in elsewhere]


def page_of(here: PlanHere, plan: Plan, round: Round | None, line: InLine) -> tuple[int, str, Sequence[Section]]:
    """How much it owes, the finding, and the rest of what is told of it."""
    known, to = entered_in(here.life), told_to(here.pack)
    asks = asked_plan(here.life) if line.asks else None
    waited = asked(asks, before(known, round), round or plain_round(), line.counting, here.life.told) if asks else ()
    seen = seen_of(here.life, plan, known, round)
    return len(waited), *without_finding([*on_a_page(seen, to), *together(here.life, level(here.life, here.pack))])


def told_to(pack: Pack) -> Reader:
    """Whoever reads it today."""
    return reader(reader_language(), wording, pack, confirmations(pack.key), today())


def level(life: Life, pack: Pack) -> Reader:
    """Who reads it hears of units, or one level up of branches."""
    return reading(pack, words(life.first.kind))


def seen_of(life: Life, plan: Plan, known: Sequence[Entered], round: Round | None) -> Followed:
    plan = named(life, plan)
    now, ended = standing_of(life), rounds_ended(life.organisation)
    counting = {plan.id: now.counting} if now else {}
    return Followed(
        ((told_apart(life, plan), known),), today(), round, plan.organisation, plan.title, counting, ended=ended
    )


def named(life: Life, plan: Plan) -> Plan:
    """Under its organisation's own name, as everywhere where plans of several are followed up."""
    with store.reading() as db:
        row = db.get(OrganisationRow, life.organisation) if life.organisation else None
        return replace(plan, organisation=name_of(row) or plan.organisation)


def shown() -> dict[str, Any]:
    """What a page needs to show a report's blocks."""
    return {"block_kind": kind, "block_way": lambda chart: way(chart, reader_language())}


def reported(life: Life, plan: Plan, round: Round | None, pack: Pack) -> Report:
    seen = seen_of(life, plan, entered_in(life), round)
    told, to = of_many(seen, pack, as_text(plan)), reading(pack)
    sections = (*told.sections, *together(life, level(life, pack)))
    origin = (*itself(plan, life.seq, to), *told.origin)
    return replace(told, sections=sections, origin=origin, mark=mark(life.seq, told.data, to))


def of_many(seen: Followed, pack: Pack, data: str = "") -> Report:
    """Plans as they are followed up, told in the reader's language."""
    known = confirmations(pack.key)
    return followup_report(seen, reader_language(), wording, pack, made=today(), confirmed=known, data=data)


# -- Rounds ---------------------------------------------------------------------------------------------------------


def round_now(organisation: str | None, day: date | None = None) -> Round | None:
    """The round that an organisation is in: one that is open, the first to be due; else the last that was."""
    if not organisation:
        return None
    with store.reading() as db:
        return rows.round_now(db, forest(db), organisation, day or today())


def rounds_ended(organisation: str | None) -> Sequence[Round]:
    """The last rounds that an organisation has been through, from the oldest on."""
    if not organisation:
        return ()
    with store.reading() as db:
        return rows.ended(db, forest(db), organisation, today())


def plain_round() -> Round:
    """What is due without any round: as of today."""
    return Round("", today(), today())


# -- Files ----------------------------------------------------------------------------------------------------------


@bp.route("/report.<format>", methods=FILE)
@signed_in("see_plans")
def file(id: str, format: str) -> ResponseReturnValue:
    """The report of follow-up as a file."""
    here = plan_here(id, "read_approved")
    plan = with_results(here.life)
    if plan is None:
        abort(404)
    round = round_now(here.row.organisation) if line_of(here).asks else None
    told = reported(here.life, plan, round, here.pack)
    told = replace(told, stamp={"plan": here.row.id, "version": plan.version, "seq": str(here.life.seq)})
    want = wanted(home_in(here), format, {})
    return given(want, told, wording(N_("Follow-up")))


@bp.get("/files")
@signed_in("see_plans")
def files(id: str) -> ResponseReturnValue:
    """Every file of it with its first pages."""
    here = plan_here(id, "read_approved")
    if here.life.published is None:
        abort(404)
    listed = leaves(FORMATS, here.life.plan.organisation, partial(url_for, "plan_follow.file", id=id))
    back = url_for("plan_follow.read", id=id)
    return gallery(_("Files of the follow-up"), here.title, back, {"": listed})
