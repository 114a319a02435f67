"""A plan's workbook comes back: it is brought, held against where it is from line by line, and taken in."""

from typing import Any

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, SelectMultipleField

from facilitation.words import Refused
from workshop import limits
from workshop.languages import _l, worded
from workshop.web.comparing import compared
from workshop.web.differences import Differences
from workshop.web.home import Kind, at_both
from workshop.web.homes import living_of, may_bring
from workshop.web.living import Living
from workshop.web.taking import of_workbook, sheaf, signed, take

bp = Blueprint("roundtrip", __name__)


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
    to = values or {}
    if request.method == "POST" and may_bring(to["home"], to["id"], "bring_workbook"):
        request.max_content_length = limits.UPLOAD_BYTES * 2
        request.max_form_memory_size = limits.WORKBOOK_FORM_BYTES


@at_both(bp, "/workbook")
def bring(home: Kind, id: str) -> ResponseReturnValue:
    living = living_of(home, id, "bring_workbook")
    return page(living, BringForm()) if isinstance(living, Living) else living


@at_both(bp, "/workbook", "POST")
def compare(home: Kind, id: str) -> ResponseReturnValue:
    """What differs. Nothing is kept of the file: the lines go into the form that takes them in."""
    living = living_of(home, id, "bring_workbook")
    if not isinstance(living, Living):
        return living
    form = BringForm()
    if not form.validate_on_submit():
        return page(living, form, 400)
    try:
        comparison = compared(living, form.file.data.read(limits.UPLOAD_BYTES + 1))
    except Refused as refused:
        form.file.errors = [worded(refused.message)]
        return page(living, form, 400)
    return render_template(
        "roundtrip/compare.html",
        living=living,
        form=form,
        of=comparison,
        differences=Differences(comparison),
        lines=signed(of_workbook(comparison), living),
    )


@at_both(bp, "/workbook/take", "POST")
def take_in(home: Kind, id: str) -> ResponseReturnValue:
    living = living_of(home, id, "bring_workbook")
    if not isinstance(living, Living):
        return living
    form = TakeForm()
    given = sheaf(form.lines.data or "", living) or abort(400)
    result = take(living, given, form.line.data or [])
    return render_template("roundtrip/taken.html", living=living, result=result)


def page(living: Living, form: BringForm, status: int = 200) -> ResponseReturnValue:
    return render_template("roundtrip/bring.html", living=living, form=form), status
