"""The plan's page: what it says, what is to be settled, its versions and its approval; and every file of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from io import BytesIO

from flask import Blueprint, Response, abort, current_app, render_template, request, send_file
from flask.typing import ResponseReturnValue

from facilitation.plans import stops
from facilitation.plans.differences import name_of
from facilitation.plans.lines import Line, goal_of
from facilitation.plans.state import Version
from facilitation.quality import Finding
from facilitation.report import Report, report
from facilitation.report.extracts import EXTRACTS
from facilitation.shapes import Plan
from facilitation.view.as_data import as_text
from facilitation.words import Message, said
from workshop.clock import now
from workshop.exports import FORMATS, child
from workshop.languages import _l, reader_language, worded
from workshop.making import queue_of
from workshop.store.tables import TemplateRow
from workshop.web.asking import OnceForm
from workshop.web.brought import brought, template_for
from workshop.web.document import Document, document, wording
from workshop.web.head import zone
from workshop.web.method import confirmations
from workshop.web.plans.found import PlanHere, plan_here, today, workshop_behind
from workshop.web.signing_in import signed_in
from workshop.web.takehome import taken
from workshop.web.wanted import NOT_IN_NAMES

bp = Blueprint("plan", __name__, url_prefix="/plans/<id>")

STAGES = {
    "draft": ("info", _l("Draft")),
    "comment": ("info", _l("Out for comments")),
    "approval": ("warn", _l("Before its approvers")),
    "approved": ("ok", _l("Approved")),
    "amended": ("warn", _l("Being amended")),
}
FEW = 6


@dataclass(frozen=True)
class PlanPage:
    """What the page shows: the plan as it is, or one of its versions."""

    here: PlanHere
    version: Version | None
    doc: Document

    @property
    def plan(self) -> Plan:
        return self.doc.plan

    @cached_property
    def stops(self) -> tuple[Finding, ...]:
        """What holds the approval."""
        return stops.stops(self.here.life, today())

    @cached_property
    def advice(self) -> Sequence[Finding]:
        """What else is worth settling, about the plan as a whole first."""
        return [each for each in self.doc.findings if each.level == "warn"]

    @cached_property
    def places(self) -> dict[str, tuple[str, str]]:
        """What a line is called, and where it stands on the page."""
        return dict(self.doc.names())

    def concerns(self, finding: Finding) -> str:
        """The line that a finding is about, with the goal that it stands under."""
        name = self.places.get(finding.about, ("", ""))[0]
        goal = goal_of(self.plan, finding.about)
        above = self.places.get(goal.id, ("", ""))[0] if goal else ""
        return ", ".join(filter(None, (above, name)))

    def name_of(self, line: Line) -> str:
        """What a line is called that is no longer in the plan."""
        return said(name_of(line), reader_language()) or line.id

    def words(self, message: Message) -> str:
        return worded(message)


@bp.get("")
@signed_in("see_plans")
def read(id: str) -> ResponseReturnValue:
    here = plan_here(id, "read_approved")
    page = page_of(here)
    return render_template(
        "plans/read.html",
        here=page.here,
        page=page,
        doc=page.doc,
        plan=page.plan,
        to=page.doc.to,
        taken=taken(page.plan),
        worn={format: worn(page.plan, format) for format, each in FORMATS.items() if each.brought},
        stage=STAGES[here.life.stage],
        few=FEW,
        plain=OnceForm(formdata=None),
    )


def page_of(here: PlanHere) -> PlanPage:
    version = version_of(here)
    plan = version.plan if version else here.life.plan
    here = replace(here, reading=here.reading or version is not None)
    behind, pack = workshop_behind(here.life), here.pack
    read = document(plan, behind, pack, confirmations(pack.key), reader_language(), today())
    return PlanPage(here, version, read)


def version_of(here: PlanHere) -> Version | None:
    """The version that the address asks for; None for the plan as it is."""
    number = request.args.get("version", "")
    return (here.life.version(number) or abort(404)) if number else None


# -- Files ----------------------------------------------------------------------------------------------------------


@bp.get("/plan.json")
@signed_in("see_plans")
def data(id: str) -> ResponseReturnValue:
    """The plan as a document of published form: the bytes whose digest stands in every other file."""
    here = plan_here(id, "read_approved")
    version = version_of(here)
    text = as_text(version.plan if version else here.life.plan)
    name = f"plan-{id}-{version.number if version else here.life.seq}.json"
    return send_file(BytesIO(text.encode()), "application/json", as_attachment=True, download_name=name)


@bp.get("/plan.<format>")
@signed_in("see_plans")
def file(id: str, format: str) -> ResponseReturnValue:
    """The plan or one of its versions, or an extract of it (`of=`), as a file made beside the room."""
    here = plan_here(id, "read_approved")
    if format not in FORMATS or request.args.get("of", "") not in ("", *EXTRACTS):
        abort(404)
    try:
        return file_of(here, format, request.args.get("of", ""))
    except child.Unmade as unmade:
        current_app.logger.error("No %s of %s: %s", format, id, unmade)
        return render_template("plans/unmade.html", here=here, why=unmade.why), 503


def file_of(here: PlanHere, format: str, extract: str) -> Response:
    part = worded(Message(EXTRACTS[extract].title)) if extract else ""
    return answer_with(here, format, reported(here, version_of(here), extract), part)


def reported(here: PlanHere, version: Version | None, extract: str) -> Report:
    """The plan or one of its versions as a report in the reader's language."""
    plan = version.plan if version else here.life.plan
    pack = here.pack
    told = report(
        plan,
        reader_language(),
        wording,
        pack,
        made=today(),
        confirmed=confirmations(pack.key),
        extract=extract,
        data=as_text(plan),
        seq=version.seq if version else here.life.seq,
    )
    return replace(told, stamp=stamp(here, version))


def answer_with(here: PlanHere, format: str, told: Report, part: str) -> Response:
    """The report as a file, made beside the room. Raises child.Unmade."""
    plan = here.life.plan
    template = None if request.args.get("template") == "own" else worn(plan, format)
    dress = brought(template) if template else None
    made = queue_of().done(lambda *heard: child.make(format, told, dress, *heard))
    number = told.stamp["version"] or f"{now().astimezone(zone()):%Y-%m-%d %H.%M}"
    name = NOT_IN_NAMES.sub(" ", ", ".join(filter(None, (here.title, part, plan.organisation, number))))
    return send_file(BytesIO(made), FORMATS[format].media_type, as_attachment=True, download_name=f"{name}.{format}")


def stamp(here: PlanHere, version: Version | None) -> dict[str, str]:
    """Where a file comes from: plan, version, and the number of its log."""
    seq = version.seq if version else here.life.seq
    return {"plan": here.row.id, "version": version.number if version else "", "seq": str(seq)}


def worn(plan: Plan, format: str) -> TemplateRow | None:
    """The template in which such files of this plan leave; none for Toimi's own."""
    return template_for(format, (plan.organisation,))
