"""A plan's workbook comes back: it is brought, held against where it is from line by line, and taken in."""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import HiddenField, SelectMultipleField

from workshop import limits
from workshop.languages import _l
from workshop.web.bringing import Way, file_field
from workshop.web.comparing import compared
from workshop.web.differences import Differences
from workshop.web.home import Kind, at_both
from workshop.web.living import Living
from workshop.web.taking import of_workbook, sheaf, signed, take

bp = Blueprint("roundtrip", __name__)


class TakeForm(FlaskForm):
    """The signed lines, and the numbers of those that were ticked."""

    lines = HiddenField()
    line = SelectMultipleField(choices=(), validate_choice=False)


class BringForm(FlaskForm):
    file = file_field(
        _l("Workbook"),
        _l("An .xlsx that was downloaded from this plan; at most %(most)s megabytes.", most=limits.UPLOAD_BYTES >> 20),
        ".xlsx",
    )


WORKBOOK = Way("bring_workbook", BringForm, "roundtrip/bring.html")
bp.url_value_preprocessor(WORKBOOK.take_large_files)


@at_both(bp, "/workbook")
def bring(home: Kind, id: str) -> ResponseReturnValue:
    return WORKBOOK.asked(home, id)


@at_both(bp, "/workbook", "POST")
def compare(home: Kind, id: str) -> ResponseReturnValue:
    return WORKBOOK.brought(home, id, shown)


def shown(living: Living, form: BringForm, file: bytes) -> ResponseReturnValue:
    comparison = compared(living, file)
    page = {"differences": Differences(comparison), "lines": signed(of_workbook(comparison), living)}
    return render_template("roundtrip/compare.html", living=living, form=form, of=comparison, **page)


@at_both(bp, "/workbook/take", "POST")
def take_in(home: Kind, id: str) -> ResponseReturnValue:
    living = WORKBOOK.living(home, id)
    if not isinstance(living, Living):
        return living
    form = TakeForm()
    given = sheaf(form.lines.data or "", living) or abort(400)
    result = take(living, given, form.line.data or [])
    return render_template("roundtrip/taken.html", living=living, result=result)
