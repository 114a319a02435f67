"""Files of plans read together: the branch's plan, and what planning takes from it. Made beside the page."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from flask import Blueprint, abort, current_app, request, send_file, url_for
from flask.typing import ResponseReturnValue

from facilitation.report.blocks import Report
from facilitation.report.branch import branch_report
from facilitation.report.planning import LINKS, planning_report
from facilitation.words import N_
from workshop.clock import now
from workshop.exports import FORMATS, child
from workshop.languages import reader_language
from workshop.making import makings_of, queue_of
from workshop.making.folder import Asked, Making
from workshop.web import making as makings
from workshop.web.branches.overall import seen_above
from workshop.web.branches.seen import Seen, approved, seen_here
from workshop.web.brought import brought, template_for
from workshop.web.called import name_of
from workshop.web.document import wording
from workshop.web.head import today
from workshop.web.method import confirmations
from workshop.web.signing_in import account, signed_in
from workshop.web.wanted import NOT_IN_NAMES, SILENT, AskForm

bp = Blueprint("branch_files", __name__, url_prefix="/organisations/<id>/branch")

FILES = {key: FORMATS[key] for key in ("pptx", "docx", "xlsx", "pdf", "md")}
PLAN, BRANCHES = "plan", "branches"
OF: Mapping[str, str] = {PLAN: N_("Plan of the branch"), **{key: link.title for key, link in LINKS.items()}}


@dataclass(frozen=True)
class Want:
    """One document of a branch in one format, told as it is seen now."""

    told: Report
    format: str
    organisation: str

    @property
    def name(self) -> str:
        words = ", ".join(filter(None, (self.told.title, self.organisation, f"{today():%Y-%m-%d}")))
        return NOT_IN_NAMES.sub(" ", f"{words}.{self.format}")

    def job(self) -> Callable[..., bytes]:
        """Makes it; whoever calls it later needs neither request nor app."""
        template = template_for(self.format, (self.organisation,))
        format, told, dress = self.format, self.told, brought(template) if template else None

        def make(heard: Any = SILENT, given_up: Any = None) -> bytes:
            return child.make(format, told, dress, heard, given_up)

        return make


def want_of(id: str, format: str, of: str) -> Want:
    seen = seen_above(id) if of == BRANCHES else seen_here(id)
    if format not in FILES or of not in (*OF, BRANCHES) or not seen.plans:
        abort(404)
    return Want(report_of(seen, of), format, name_of(seen.row))


def report_of(seen: Seen, of: str) -> Report:
    known = confirmations(seen.pack.key)
    told = (reader_language(), wording, seen.pack)
    if of in (PLAN, BRANCHES):
        return branch_report(approved(seen), *told, made=today(), confirmed=known)
    organisation = name_of(seen.row)
    return planning_report(of, seen.plans, *told, organisation=organisation, made=today(), confirmed=known)


@bp.get("/file.<format>")
@signed_in("see_organisations")
def file(id: str, format: str) -> ResponseReturnValue:
    """By a plain link; the answer comes when it is ready."""
    want = want_of(id, format, request.args.get("of", PLAN))
    try:
        made = queue_of().done(want.job())
    except child.Unmade as unmade:
        current_app.logger.error("No %s of the branch of %s: %s", format, id, unmade)
        abort(503)
    return send_file(BytesIO(made), FILES[format].media_type, as_attachment=True, download_name=want.name)


# -- In the making --------------------------------------------------------------------------------------------------


@bp.post("/making")
@signed_in("see_organisations")
def ask(id: str) -> ResponseReturnValue:
    form = AskForm()
    if not form.validate_on_submit():
        abort(400)
    format, of = form.format.data or "", form.of.data or PLAN
    want, owner = want_of(id, format, of), asker()
    made = makings.unguessable("branch", id, owner, format, of, form.once.data or "")
    asked = Asked(id, owner, queue_of().id, want.name, FILES[format].media_type, now().timestamp())
    return makings.begun_at(url_for("branch_files.stands", id=id, making=made), made, asked, want.job)


@bp.get("/making/<making>")
def stands(id: str, making: str) -> ResponseReturnValue:
    return makings.standing(own(id, making))


@bp.post("/making/<making>/given-up")
def give_up(id: str, making: str) -> ResponseReturnValue:
    return makings.given_up(own(id, making))


@bp.get("/making/<making>/file")
def fetch(id: str, making: str) -> ResponseReturnValue:
    return makings.fetched(own(id, making))


def asker() -> str:
    who = account() or abort(404)
    return f"branch account:{who.id}"


def own(id: str, making: str) -> Making:
    """What this account asked for."""
    return makings_of().find(making, id, asker()) or abort(404)
