"""A plan's report for whoever asks: in their language, or with a second one beside it."""

from collections.abc import Callable

from flask import Request
from flask_babel import force_locale
from flask_wtf import FlaskForm
from wtforms import SelectField

from facilitation.report import Report
from facilitation.report.beside import beside
from facilitation.words import LANGUAGES
from workshop.languages import LOCALES, NAMES, _l, reader_language

IN_TWO = ("pptx", "docx", "pdf", "xlsx", "md")
"""Files that can tell a plan in two languages; tables as CSV hold every language as it is, a calendar only days."""


class BesideForm(FlaskForm):
    """Asked with GET, so that what was chosen stands in the page's address."""

    class Meta:  # pyright: ignore[reportIncompatibleVariableOverride]
        csrf = False

    beside = SelectField(_l("In two languages"), default="")

    @property
    def chosen(self) -> str:
        """The second language, or none."""
        return "" if self.errors else self.beside.data or ""


def beside_form(request: Request) -> BesideForm:
    """The form as it was asked for, looked at."""
    form = BesideForm(request.args)
    others = [(code, _l("Side by side with %(language)s", language=NAMES[code])) for code in LANGUAGES]
    form.beside.choices = [("", _l("One language")), *(each for each in others if each[0] != reader_language())]
    if "beside" in request.args:
        form.validate()
    return form


def in_languages(told: Callable[[str, str], Report], second: str) -> Report:
    """`told(language, beside)` tells the plan in one language, which is the reader's here and then the second."""
    first = reader_language()
    mine = told(first, second)
    if not second:
        return mine
    with force_locale(LOCALES[second]):
        theirs = told(second, first)
    return beside(mine, theirs, (NAMES[first], NAMES[second]))
