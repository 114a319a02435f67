"""What WTForms says by itself, in the house's words: its own Finnish lacks some, and the rest is not how we speak."""

from functools import cache

from babel.support import NullTranslations, Translations
from flask import Flask, request
from wtforms.i18n import messages_path

from facilitation.words import N_
from workshop.languages import reader_language, translations

SAID = (
    N_("This field is required."),
    N_("Not a valid choice."),
    N_("Not a valid date value."),
    N_("Not a valid time value."),
    N_("Not a valid integer value."),
)
"""The messages that our forms can show; the catalogues word them, the English one too."""

FILES = ("static", "favicon")


def init_app(app: Flask) -> None:
    app.before_request(lend)


def lend() -> None:
    """Flask-WTF takes its words from the request before it looks for WTForms' own.

    Files have no forms, and asking for the reader's language would make them differ by cookie.
    """
    if request.endpoint in FILES:
        return
    request.wtforms_translations = words(reader_language())  # pyright: ignore[reportAttributeAccessIssue]


@cache
def words(language: str) -> NullTranslations:
    theirs = Translations.load(messages_path(), [language], domain="wtforms")
    return theirs.merge(translations(language)) if isinstance(theirs, Translations) else translations(language)
