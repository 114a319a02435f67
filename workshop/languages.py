"""Languages: which one a reader gets, and the words of each, for the server and for the browser.

A language is a folder under translations/. The .po files are read when the app starts, so there is no compiled
copy to forget; scripts/catalogues.py keeps them.
"""

import hashlib
from collections.abc import Sequence
from datetime import date, datetime
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import cast

import msgspec
from babel.messages.catalog import Catalog
from babel.messages.catalog import Message as CatalogueMessage
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po
from babel.support import Translations
from flask import Flask, has_request_context, request, session, url_for
from flask_babel import Babel, format_date, format_datetime, get_locale, lazy_gettext

from facilitation.report.figures import number, put
from facilitation.words import LANGUAGES, Argument, Message
from facilitation.words import NAMES as NAMES
from workshop.config import PACKAGE, settings_of

TRANSLATIONS = PACKAGE / "translations"
# English is British here, Swedish is Finland's.
LOCALES = {"fi": "fi", "sv": "sv_FI", "en": "en_GB"}
DAYS = {"fi": "d.M.yyyy", "sv": "d.M.yyyy", "en": "d MMMM yyyy"}
MOMENTS = {"fi": "d.M.yyyy H.mm", "sv": "d.M.yyyy H.mm", "en": "d MMMM yyyy, H:mm"}

# What the browser words by itself: its own strings, and message ids that the method puts into panels.
WORDED_IN_THE_BROWSER = ("static/js/", "facilitation/")


def init_app(app: Flask) -> None:
    babel = Babel(
        app,
        default_locale=LOCALES[settings_of(app).language],
        default_timezone=settings_of(app).timezone,
        locale_selector=lambda: LOCALES[chosen()],
    )
    with app.app_context():
        words = babel.domain_instance
        for language in LANGUAGES:
            words.cache[LOCALES[language], words.domain[0]] = translations(language)
    # Its own look-up goes through the request five times for every word, and pages have thousands.
    app.jinja_env.install_gettext_callables(  # pyright: ignore[reportAttributeAccessIssue] (its extension's)
        lambda text: words_now().ugettext(text),
        lambda one, many, n: words_now().ungettext(one, many, n),
        newstyle=True,
    )
    app.before_request(remember_asked)
    app.jinja_env.filters.update(day=day, moment=moment, grouped=grouped)
    app.add_template_global(reader_language, "language")
    app.add_template_global(catalogue_url)
    app.context_processor(lambda: {"languages": NAMES})


# -- Whose language -------------------------------------------------------------------------------------------------


def chosen() -> str:
    """?language= wins, then what was chosen before, then what the browser asks for, then the place's own."""
    if not has_request_context():
        return settings_of().language
    for wish in (request.args.get("language"), session.get("language")):
        if wish in LANGUAGES:
            return wish
    return request.accept_languages.best_match(LANGUAGES) or settings_of().language


def remember(language: str) -> None:
    """Keep a choice for this browser. Unknown languages are not kept."""
    if language in LANGUAGES:
        session["language"] = language
        session.permanent = True


def remember_asked() -> None:
    """A page asked for in a language is followed by others in it; a file leaves them as they are."""
    if "." in request.path.rpartition("/")[2]:
        return
    if request.method == "GET" and request.args.get("language") in LANGUAGES:
        remember(request.args["language"])


def reader_language() -> str:
    """The language of what is being written now: fi, sv or en."""
    locale = get_locale()
    return locale.language if locale else settings_of().language


def day(when: date) -> str:
    """26.11.2026, or 26 November 2026."""
    return format_date(when, DAYS[reader_language()])


def moment(when: datetime) -> str:
    """26.11.2026 9.00, or 26 November 2026, 9:00, by the place's clock."""
    return format_datetime(when, MOMENTS[reader_language()])


def grouped(count: int) -> str:
    """How many, a large one in groups of three."""
    return number(count, reader_language())


def worded(message: Message, language: str | None = None) -> str:
    """A message of the method in the reader's language, or in another's."""
    code = language or reader_language()
    return put(translations(code).ugettext(message.id), message.arguments, code)


def wording(sentence: str | Message, /, **arguments: Argument) -> str:
    """A sentence of the catalogue in the reader's language."""
    return worded(sentence if isinstance(sentence, Message) else Message(sentence, arguments))


def _l(sentence: str, **arguments: Argument) -> str:
    """A sentence for later, worded when it is read: for forms' labels. To the checker it is the text it becomes."""
    return cast(str, lazy_gettext(sentence, **arguments))


# -- The words ------------------------------------------------------------------------------------------------------


def po_path(language: str) -> Path:
    return TRANSLATIONS / language / "LC_MESSAGES" / "messages.po"


@cache
def catalogue(language: str) -> Catalog:
    """A language's words as its translators keep them; empty while there is no folder."""
    path = po_path(language)
    if not path.exists():
        return Catalog(locale=language)
    with path.open("rb") as file:
        return read_po(file, locale=language)


def words_now() -> Translations:
    """Those of the language of what is being written now."""
    return translations(reader_language())


@cache
def translations(language: str) -> Translations:
    compiled = BytesIO()
    write_mo(compiled, catalogue(language))
    compiled.seek(0)
    return Translations(compiled)


# -- The browser's words --------------------------------------------------------------------------------------------


@cache
def browser_words(language: str) -> bytes:
    """`{"messages": {english: text, or [one, many]}}`, as it goes out."""
    return msgspec.json.encode({"messages": browser_messages(catalogue(language))})


def browser_messages(words: Catalog) -> dict[str, str | list[str]]:
    """What the browser words by itself, under the English it asks with. What is not translated stays out."""
    ours = [message for message in words if message.id and _for_browser(message)]
    messages = {_texts(message.id)[0]: said for message in ours if all(said := _texts(message.string))}
    return {english: said if len(said) > 1 else said[0] for english, said in messages.items()}


def _texts(words: str | Sequence[str] | None) -> list[str]:
    return [words or ""] if words is None or isinstance(words, str) else list(words)


def _for_browser(message: CatalogueMessage) -> bool:
    return any(path.startswith(WORDED_IN_THE_BROWSER) for path, _line in message.locations)


def catalogue_digest(language: str) -> str:
    return hashlib.sha256(browser_words(language)).hexdigest()[:12]


def catalogue_url(language: str | None = None) -> str:
    """Where the browser gets its words; the address changes when they do."""
    language = language or reader_language()
    return url_for("languages.words", language=language, digest=catalogue_digest(language))
