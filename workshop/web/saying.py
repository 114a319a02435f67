"""The report's words on a page: whose they are, in which language, and whether the wording is confirmed.

In code and not as a macro: a matrix or a list of figures has thousands of them.
"""

from functools import cache

from flask import Flask
from flask_babel import gettext as _
from markupsafe import Markup, escape

from facilitation.report.texts import Words
from workshop.languages import reader_language


def init_app(app: Flask) -> None:
    app.add_template_global(say)
    app.add_template_global(unofficial)


def say(words: Words, cls: str = "") -> Markup:
    spoken = f' lang="{escape(words.language)}"' if words.language else ""
    named = f' class="{escape(cls)}"' if cls else ""
    text = Markup(f"<span{spoken}{named}>{escape(words.text)}</span>")  # noqa: S704 (each part is escaped)
    return text + " " + unofficial() if words.unconfirmed else text


def unofficial() -> Markup:
    return _unofficial(reader_language())


@cache
def _unofficial(_language: str) -> Markup:
    title, told = _("This wording is ours; the official one is still to be confirmed."), _("Wording not yet confirmed")
    sign = Markup('<abbr class="unofficial" title="{}">*<span class="sr"> {}</span></abbr>')
    return sign.format(title, told)
