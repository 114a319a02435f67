"""A document of the draft comes back from its readers: each suggestion beside its field, taken or left one by one."""

from dataclasses import replace
from datetime import date
from typing import Any

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import FieldList, HiddenField, StringField, TextAreaField

from facilitation.report.returned import Unfit
from facilitation.report.returned.cells import read
from facilitation.report.sheets import Sort
from facilitation.steps.kind import Value
from facilitation.words import Refused
from workshop import limits
from workshop.access import may
from workshop.languages import _l, worded
from workshop.store.tables import WorkshopRow
from workshop.web.found import found_or_404
from workshop.web.reading import role_here
from workshop.web.reviewing import review
from workshop.web.roundtrip import head, hosted, seat, who
from workshop.web.suggestions import WHY, Suggestions
from workshop.web.taking import Sheaf, Wanted, sheaf, signed, take

bp = Blueprint("comeback", __name__, url_prefix="/w/<id>/draft/document")


class ChooseForm(FlaskForm):
    """The signed suggestions; for each "take" or "leave", and its words as they are wanted."""

    lines = HiddenField()
    choice = FieldList(StringField())
    words = FieldList(TextAreaField())


class BringForm(FlaskForm):
    file = FileField(
        _l("Document"),
        [FileRequired(_l("Choose a file."))],
        description=_l(
            "A .docx that was downloaded from this plan; at most %(most)s megabytes.", most=limits.UPLOAD_BYTES >> 20
        ),
        render_kw={"accept": ".docx"},
    )


@bp.url_value_preprocessor
def take_large_files(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """A document and its suggestions are larger than what pages otherwise take; before forms are read."""
    if request.method == "POST" and may(role_here(found_or_404((values or {})["id"])) or "", "bring_document"):
        request.max_content_length = limits.UPLOAD_BYTES * 2
        request.max_form_memory_size = limits.WORKBOOK_FORM_BYTES
        request.max_form_parts = limits.SUGGESTIONS_SENT


@bp.get("")
def bring(id: str) -> ResponseReturnValue:
    found = hosted(id, "bring_document")
    return page(found, BringForm()) if isinstance(found, WorkshopRow) else found


@bp.post("")
def compare(id: str) -> ResponseReturnValue:
    """What readers want otherwise. Nothing is kept of the file, and of its readers' names nothing at all."""
    found = hosted(id, "bring_document")
    if not isinstance(found, WorkshopRow):
        return found
    form = BringForm()
    if not form.validate_on_submit():
        return page(found, form, 400)
    try:
        told = Suggestions(review(found, form.file.data.read(limits.UPLOAD_BYTES + 1)))
    except Refused as refused:
        form.file.errors = [worded(refused.message)]
        return page(found, form, 400)
    lines = signed(told.sheaf, found, who(found))
    return render_template("comeback/compare.html", **head(found), form=form, told=told, lines=lines)


@bp.post("/take")
def take_in(id: str) -> ResponseReturnValue:
    found = hosted(id, "bring_document")
    if not isinstance(found, WorkshopRow):
        return found
    form = ChooseForm()
    given = sheaf(form.lines.data or "", found, who(found)) or abort(400)
    chosen = [str(number) for number, choice in enumerate(form.choice.data) if choice == "take"]
    result = take(found, seat(found), edited(given, form.words.data), chosen)
    return render_template("comeback/taken.html", **head(found), result=result)


def edited(given: Sheaf, words: list[str | None]) -> Sheaf:
    """The suggestions in the words in which they were sent; what is wanted of a card is still what was signed."""
    texts = [*words, *[None] * (len(given.lines) - len(words))]
    return replace(given, lines=[reworded(one, text) for one, text in zip(given.lines, texts, strict=False)])


def reworded(one: Wanted, text: str | None) -> Wanted:
    if text is None:
        return one
    wanted = text.replace("\r\n", "\n").strip()
    try:
        value = typed(wanted, one.sort)
    except Unfit as unfit:
        return replace(one, why=WHY[unfit.why])
    return replace(one, command=replace(one.command, value=one.empty if value in ("", None) else value))


def typed(text: str, sort: Sort) -> Value:
    """As a card holds it. Raises Unfit for what is no figure or no day."""
    cell = text if sort in ("text", "choice") else read(text, sort)
    return cell.isoformat() if isinstance(cell, date) else cell


def page(found: WorkshopRow, form: BringForm, status: int = 200) -> ResponseReturnValue:
    return render_template("comeback/bring.html", **head(found), form=form), status
