"""A plan's document comes back from its readers: each suggestion beside its field, taken or left one by one."""

from dataclasses import replace

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_wtf import FlaskForm
from wtforms import FieldList, HiddenField, SelectMultipleField, StringField, TextAreaField

from facilitation.report.reader import Reader, reader
from facilitation.report.returned import Unfit
from facilitation.report.returned.cells import read
from facilitation.report.returned.columns import source_of
from facilitation.report.returned.wishes import value_of
from workshop import limits
from workshop.languages import LOCALES, _l
from workshop.web.bringing import Way, file_field
from workshop.web.document import wording
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
    result = take(living, edited(given, form.words.data, living), chosen)
    kept = heard.keep(living, form.remarks.data or "", form.remark.data or ())
    result = replace(result, refused=[*result.refused, *kept.refused])
    return render_template("comeback/taken.html", living=living, result=result, kept=kept.taken)


def edited(given: Sheaf, words: list[str | None], living: Living) -> Sheaf:
    """The suggestions in the words in which they were sent; what is wanted of a card is still what was signed."""
    texts = [*words, *[None] * (len(given.lines) - len(words))]
    with force_locale(LOCALES[given.language]):
        to = reader(given.language, wording, living.pack)
        lines = [reworded(one, text, living, to) for one, text in zip(given.lines, texts, strict=False)]
    return replace(given, lines=lines)


def reworded(one: Wanted, text: str | None, living: Living, to: Reader) -> Wanted:
    """What was typed, read as the document's own words are."""
    if text is None or one.cell is None:
        return one
    sheet, row, column, sort = one.cell
    source = source_of(sheet, row, column, living.sources)
    try:
        value = value_of(read(text, sort), source, to, one.command.base) if source else one.command.value
    except Unfit as unfit:
        return replace(one, why=WHY[unfit.why])
    return replace(one, command=replace(one.command, value=value))
