"""What was approved elsewhere, with its signed file; and opening an approved plan again."""

from collections.abc import Mapping
from functools import partial
from io import BytesIO
from typing import Any

from flask import Blueprint, Response, abort, flash, redirect, request, send_file, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation import limits as method
from facilitation.plans.commands import OpenAmendment, RecordApproval
from workshop import limits, store
from workshop.clock import now
from workshop.languages import worded
from workshop.store import plans as rows
from workshop.texts import one_line
from workshop.uploads.signed import signed_as
from workshop.web.plans.approval import answered, filed, page, record_form
from workshop.web.plans.approval_forms import AmendForm, RecordForm
from workshop.web.plans.confirming import spokespeople
from workshop.web.plans.found import PlanHere, again, ask, plan_here, today
from workshop.web.signing_in import signed_in
from workshop.web.sure import sure

bp = Blueprint("plan_recording", __name__, url_prefix="/plans/<id>/approval")


@bp.url_value_preprocessor
def take_large_files(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """A signed file is larger than what pages otherwise take; before forms are read."""
    if request.method == "POST":
        request.max_content_length = limits.UPLOAD_BYTES + limits.FRAME_BYTES


def kept_meanwhile(id: str) -> Mapping[str, str]:
    """A file that came is kept while the password is asked: no page carries it further."""
    here, form = plan_here(id, "change_plan"), RecordForm()
    return {each.name: each.data or "" for each in (form.kept, form.kept_name)} if brought(here, form) else {}


@bp.post("/record")
@signed_in("see_plans")
@partial(sure, along=kept_meanwhile)
def record(id: str) -> ResponseReturnValue:
    here = plan_here(id, "change_plan")
    form = record_form(here)
    if form.validate_on_submit() and recorded(here, form):
        flash(_("The approval is recorded."), "ok")
        return redirect(url_for("plan_approval.approval", id=id), 303)
    return page(again(here), 400, recording=form)


def recorded(here: PlanHere, form: RecordForm) -> bool:
    """Whether it was granted; otherwise why not, at its field."""
    if not brought(here, form):
        form.file.errors = [
            _("Bring a PDF or an ASiC container of at most %(most)s megabytes.", most=limits.UPLOAD_BYTES >> 20)
        ]
        return False
    if not filed(here, form):
        return False
    wish = RecordApproval(
        form.approver.data or "",
        form.day.data or today(),
        form.record_number.data or "",
        form.kept.data or "",
        one_line(form.kept_name.data)[: method.FILE_NAME] if form.kept.data else "",
        form.remarks.data or "",
        form.reason.data or "",
        today(),
    )
    outcome = ask(again(here), wish, form)
    if outcome.message:
        named = outcome.field if outcome.field in form.data else "approver"
        form[str(named)].errors = [worded(outcome.message)]
    return outcome.ok


def brought(here: PlanHere, form: RecordForm) -> bool:
    """Whether the file may be recorded, if there is one; it is kept from now on, and the form says which it is."""
    file = form.file.data.read(limits.UPLOAD_BYTES + 1) if form.file.data else b""
    if not file:
        return kept_before(here.row.id, form.kept.data or "")
    if len(file) > limits.UPLOAD_BYTES or signed_as(file) is None:
        return False
    with store.writing() as db:
        form.kept.data = rows.keep_file(db, here.row.id, file, now())
    form.kept_name.data = one_line(form.file.data.filename)
    return True


def kept_before(id: str, digest: str) -> bool:
    with store.reading() as db:
        return not digest or rows.file_of(db, id, digest) is not None


@bp.get("/signed/<digest>")
@bp.get("/signed/<digest>.pdf")
@signed_in("see_plans")
def signed(id: str, digest: str) -> Response:
    """A signed file, to those who read the plan."""
    plan_here(id)
    with store.reading() as db:
        file = rows.file_of(db, id, digest) or abort(404)
    kind = signed_as(file) or abort(404)
    return send_file(BytesIO(file), kind.media_type, as_attachment=True, download_name=f"{digest[:12]}.{kind.ending}")


@bp.post("/amend")
@signed_in("see_plans")
def amend(id: str) -> ResponseReturnValue:
    here, form = plan_here(id, "change_plan"), AmendForm()
    wish = OpenAmendment(form.reason.data or "", spokespeople(here))
    return answered(here, form, wish, _("The plan can be changed again. What was approved stays."), amending=form)
