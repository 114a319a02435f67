"""What planning takes from one plan: its goals for the performance agreement, and its years with work and money."""

from collections.abc import Iterator
from functools import partial

from flask import Blueprint, abort, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.plans.results import with_results
from facilitation.plans.state import Life
from facilitation.report.blocks import Report
from facilitation.report.following import Followed
from facilitation.report.planning import LINKS, on_a_page, planning_report
from facilitation.report.sources import ReadPlan, resting
from facilitation.view.as_data import digest_of
from workshop.exports import FORMATS
from workshop.languages import reader_language
from workshop.web.asked import FILE
from workshop.web.document import wording
from workshop.web.following.of_branch import entered_in
from workshop.web.following.reading import seen_of, shown
from workshop.web.leaves import gallery, leaves
from workshop.web.method import confirmations, reading
from workshop.web.plans.for_planning import documents, offered
from workshop.web.plans.found import PlanHere, plan_here, today
from workshop.web.plans.home import home_in
from workshop.web.signing_in import signed_in
from workshop.web.unmade import given
from workshop.web.wanted import wanted

bp = Blueprint("plan_planning", __name__, url_prefix="/plans/<id>/planning")

FILES = {key: FORMATS[key] for key in ("pptx", "docx", "xlsx", "csv.zip", "pdf", "md")}


@bp.get("/<of>")
@signed_in("see_plans")
def read(id: str, of: str) -> ResponseReturnValue:
    here, seen = taken(id)
    if of not in LINKS:
        abort(404)
    page = {"of": of, "documents": documents(here), "formats": FILES}
    page |= {"workbook": url_for("plan_planning.file", id=id, of=of, format="xlsx")}
    sections = on_a_page(of, seen, reading(here.pack))
    return render_template("following/planning.html", here=here, sections=sections, **page, **shown())


@bp.get("/files")
@signed_in("see_plans")
def files(id: str) -> ResponseReturnValue:
    """Every file of both documents with its first pages."""
    here, _seen = taken(id)
    address = partial(url_for, "plan_planning.file", id=id)
    whose = here.life.plan.organisation
    parts = {title: leaves(FILES, whose, partial(address, of=of)) for of, title in documents(here).items()}
    return gallery(_("Files for planning"), here.title, url_for("plan.read", id=id), parts)


@bp.route("/<of>/file.<format>", methods=FILE)
@signed_in("see_plans")
def file(id: str, of: str, format: str) -> ResponseReturnValue:
    """A document of planning as a file."""
    here, seen = taken(id)
    if of not in LINKS or format not in FILES:
        abort(404)
    told = reported(here, seen, of)
    return given(wanted(home_in(here), format, {}), told, told.title)


def taken(id: str) -> tuple[PlanHere, Followed]:
    """The plan as it was approved, with what was entered. A branch's stands with its units' in their goals together."""
    here = plan_here(id, "read_approved")
    plan = with_results(here.life)
    if plan is None or not offered(here.life):
        abort(404)
    return here, seen_of(here.life, plan, entered_in(here.life), None)


def reported(here: PlanHere, seen: Followed, of: str) -> Report:
    told = (reader_language(), wording, here.pack)
    plans, known = [plan for plan, _ in seen.plans], confirmations(here.pack.key)
    whole = planning_report(of, plans, *told, followed=seen, made=today(), confirmed=known)
    return resting(whole, list(sources(here.life)), reading(here.pack))


def sources(life: Life) -> Iterator[ReadPlan]:
    if published := life.published:
        plan = published.plan
        yield ReadPlan(plan.organisation, plan.id, published.number, published.seq, digest_of(plan))
