"""A plan's document comes back from its readers: each suggestion beside its field, taken or left one by one."""

from dataclasses import replace
from datetime import date

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import FieldList, HiddenField, SelectMultipleField, StringField, TextAreaField

from facilitation.report.returned import Unfit
from facilitation.report.returned.cells import read
from facilitation.report.sheets import Sort
from facilitation.steps.kind import Value
from workshop import limits
from workshop.languages import _l
from workshop.web.bringing import Way, file_field
from workshop.web.home import Kind, at_both
from workshop.web.living import Living
from workshop.web.plans import heard
from workshop.web.reviewing import review
from workshop.web.suggestions import WHY, Suggestions
from workshop.web.taking import Sheaf, Wanted, sheaf, signed, take

bp = Blueprint("comeback", __name__)


class ChooseForm(FlaskForm):
    """The signed suggestions; for each "take" or "leave", and its words; the signed remarks, and those to be kept."""

    lines = HiddenField()
    choice = FieldList(StringField())
    words = FieldList(TextAreaField())
    remarks = HiddenField()
    remark = SelectMultipleField(choices=(), validate_choice=False)


class BringForm(FlaskForm):
    file = file_field(
        _l("Document"),
        _l("A .docx that was downloaded from this plan; at most %(most)s megabytes.", most=limits.UPLOAD_BYTES >> 20),
        ".docx",
    )


DOCUMENT = Way("bring_document", BringForm, "comeback/bring.html", limits.SUGGESTIONS_SENT)
bp.url_value_preprocessor(DOCUMENT.take_large_files)


@at_both(bp, "/document")
def bring(home: Kind, id: str) -> ResponseReturnValue:
    return DOCUMENT.asked(home, id)


@at_both(bp, "/document", "POST")
def compare(home: Kind, id: str) -> ResponseReturnValue:
    """What readers want otherwise; of their names nothing at all is kept."""
    return DOCUMENT.brought(home, id, shown)


def shown(living: Living, form: BringForm, file: bytes) -> ResponseReturnValue:
    told = Suggestions(review(living, file))
    lines, remarks = signed(told.sheaf, living), heard.heard(told, living)
    page = {"lines": lines, "heard": remarks, "remarks": heard.signed(remarks, living)}
    return render_template("comeback/compare.html", living=living, form=form, told=told, **page)


@at_both(bp, "/document/take", "POST")
def take_in(home: Kind, id: str) -> ResponseReturnValue:
    living = DOCUMENT.living(home, id)
    if not isinstance(living, Living):
        return living
    form = ChooseForm()
    given = sheaf(form.lines.data or "", living) or abort(400)
    chosen = [str(number) for number, choice in enumerate(form.choice.data) if choice == "take"]
    result = take(living, edited(given, form.words.data), chosen)
    kept = heard.keep(living, form.remarks.data or "", form.remark.data or ())
    result = replace(result, refused=[*result.refused, *kept.refused])
    return render_template("comeback/taken.html", living=living, result=result, kept=kept.taken)


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
