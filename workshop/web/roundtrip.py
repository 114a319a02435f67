"""A workbook of the draft comes back: it is brought, held against the workshop line by line, and taken in."""

from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, SelectMultipleField

from facilitation.words import Refused, said
from workshop import limits
from workshop.access import may
from workshop.languages import _l, reader_language, worded
from workshop.store.tables import WorkshopRow
from workshop.web.comparing import compared
from workshop.web.differences import Differences
from workshop.web.found import found_or_404, host_seat, runs, state_of
from workshop.web.reading import role_here
from workshop.web.room import sitting, take_host_seat
from workshop.web.signing_in import account
from workshop.web.taking import of_workbook, sheaf, signed, take

bp = Blueprint("roundtrip", __name__, url_prefix="/w/<id>/draft/workbook")


class TakeForm(FlaskForm):
    """The signed lines, and the numbers of those that were ticked."""

    lines = HiddenField()
    line = SelectMultipleField(choices=(), validate_choice=False)


class BringForm(FlaskForm):
    file = FileField(
        _l("Workbook"),
        [FileRequired(_l("Choose a file."))],
        description=_l(
            "An .xlsx that was downloaded from this plan; at most %(most)s megabytes.", most=limits.UPLOAD_BYTES >> 20
        ),
        render_kw={"accept": ".xlsx"},
    )


@bp.url_value_preprocessor
def take_large_files(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """A workbook and its differences are larger than what pages otherwise take; before forms are read."""
    if request.method == "POST" and may(role_here(found_or_404((values or {})["id"])) or "", "bring_workbook"):
        request.max_content_length = limits.UPLOAD_BYTES * 2
        request.max_form_memory_size = limits.WORKBOOK_FORM_BYTES


@bp.get("")
def bring(id: str) -> ResponseReturnValue:
    found = hosted(id)
    return page(found, BringForm()) if isinstance(found, WorkshopRow) else found


@bp.post("")
def compare(id: str) -> ResponseReturnValue:
    """What differs. Nothing is kept of the file: the lines go into the form that takes them in."""
    found = hosted(id)
    if not isinstance(found, WorkshopRow):
        return found
    form = BringForm()
    if not form.validate_on_submit():
        return page(found, form, 400)
    try:
        comparison = compared(found, form.file.data.read(limits.UPLOAD_BYTES + 1))
    except Refused as refused:
        form.file.errors = [worded(refused.message)]
        return page(found, form, 400)
    return render_template(
        "roundtrip/compare.html",
        **head(found),
        form=form,
        of=comparison,
        differences=Differences(comparison),
        lines=signed(of_workbook(comparison), found, who(found)),
    )


@bp.post("/take")
def take_in(id: str) -> ResponseReturnValue:
    found = hosted(id)
    if not isinstance(found, WorkshopRow):
        return found
    form = TakeForm()
    given = sheaf(form.lines.data or "", found, who(found)) or abort(400)
    result = take(found, seat(found), given, form.line.data or [])
    return render_template("roundtrip/taken.html", **head(found), result=result)


def hosted(id: str, action: str = "bring_workbook") -> WorkshopRow | ResponseReturnValue:
    """The workshop, for whoever runs it; others may sign in, or not at all."""
    found = found_or_404(id)
    role = role_here(found)
    if role is None and account() is None:
        return redirect(url_for("accounts.sign_in", next=request.path if request.method == "GET" else None))
    return found if may(role or "", action) else abort(403)


def who(found: WorkshopRow) -> str:
    """Whose the form is: of an account, or of the seat of this browser."""
    signed_in = account()
    return signed_in.id if signed_in and runs(found, signed_in) else sitting(found) or abort(403)


def seat(found: WorkshopRow) -> str:
    """The seat in whose name the lines are taken in."""
    signed_in = account()
    if signed_in and runs(found, signed_in):
        return host_seat(found, signed_in) or take_host_seat(found, signed_in)
    return sitting(found) or abort(403)


def page(found: WorkshopRow, form: BringForm, status: int = 200) -> ResponseReturnValue:
    return render_template("roundtrip/bring.html", **head(found), form=form), status


def head(found: WorkshopRow) -> dict[str, Any]:
    return {"id": found.id, "title": said(state_of(found).title, reader_language()) or found.title}
