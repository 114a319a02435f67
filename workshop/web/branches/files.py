"""Files of plans read together: the branch's plan, and what planning takes from it. Made beside the page."""

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from flask import Blueprint, abort, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.consolidation import for_planning
from facilitation.report.blocks import Report
from facilitation.report.branch import branch_report
from facilitation.report.planning import LINKS, planning_report
from facilitation.report.sources import ReadPlan, resting
from facilitation.shapes import Plan
from facilitation.view.as_data import digest_of
from facilitation.words import N_
from workshop.exports import FORMATS
from workshop.languages import reader_language
from workshop.web.asked import FILE
from workshop.web.branches.level import words
from workshop.web.branches.overall import seen_above
from workshop.web.branches.resting import sources
from workshop.web.branches.seen import Seen, approved, seen_here
from workshop.web.called import name_of
from workshop.web.document import wording
from workshop.web.head import today
from workshop.web.leaves import gallery, leaves, of_organisation
from workshop.web.method import confirmations, reading
from workshop.web.signing_in import signed_in

bp = Blueprint("branch_files", __name__, url_prefix="/organisations/<id>/branch")

FILES = {key: FORMATS[key] for key in ("pptx", "docx", "xlsx", "pdf", "md")}
PLAN, BRANCHES = "plan", "branches"
FOR_PLANNING: Mapping[str, str] = {key: link.title for key, link in LINKS.items()}
OF: Mapping[str, str] = {PLAN: N_("Plan of the branch"), **FOR_PLANNING}
OF_ALL: Mapping[str, str] = {BRANCHES: N_("Plans of the branches together"), **FOR_PLANNING}
"""What is made of a branch, and of all branches."""


@bp.route("/file.<format>", methods=FILE)
@signed_in("see_organisations")
def file(id: str, format: str) -> ResponseReturnValue:
    of = request.args.get("of", PLAN)
    seen = seen_above(id) if of == BRANCHES else seen_here(id)
    if format not in FILES or of not in (*OF, *OF_ALL) or not seen.plans:
        abort(404)
    return of_organisation(report_of(seen, of), format, name_of(seen.row))


@bp.get("/files")
@signed_in("see_organisations")
def files(id: str) -> ResponseReturnValue:
    """Every file of it with its first pages: of a branch, or of all branches together."""
    together = request.args.get("of") == BRANCHES
    seen = seen_above(id) if together else seen_here(id)
    if not seen.plans:
        abort(404)
    name, address = name_of(seen.row), partial(url_for, "branch_files.file", id=id)
    documents = OF_ALL if together else OF
    parts = {wording(title): leaves(FILES, name, partial(address, of=of)) for of, title in documents.items()}
    back = url_for("branches.read" if together else "branch.read", id=id)
    return gallery(_("Files of the plans together"), name, back, parts)


def report_of(seen: Seen, of: str) -> Report:
    known, sources = confirmations(seen.pack.key), tuple(sources_of(seen))
    told = (reader_language(), words(seen.kind), seen.pack)
    if of in (PLAN, BRANCHES):
        whole = branch_report(approved(seen), *told, made=today(), confirmed=known)
    else:
        organisation = name_of(seen.row)
        whole = planning_report(of, planned(seen), *told, organisation=organisation, made=today(), confirmed=known)
    return resting(whole, sources, reading(seen.pack))


def sources_of(seen: Seen) -> Iterator[ReadPlan]:
    """The branch's own plan, once it is approved, and those of the units that it was made from; else those seen now."""
    published = seen.here.life.published if seen.here else None
    if published is None:
        yield from seen.sources
        return
    yield ReadPlan(name_of(seen.row), published.plan.id, published.number, published.seq, digest_of(published.plan))
    yield from sources(published.rests, seen.sources)


def planned(seen: Seen) -> Sequence[Plan]:
    """What was decided in the branch, once that is approved; until then what its units propose."""
    published = seen.here.life.published if seen.here else None
    return for_planning(seen.branch, published.decisions, published.plan) if published else seen.plans
