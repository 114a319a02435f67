"""Choosing a language, and the browser's words in it."""

from flask import Blueprint, Response, abort, redirect
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import HiddenField, StringField
from wtforms.validators import AnyOf

from facilitation.words import LANGUAGES
from workshop import store
from workshop.languages import browser_words, catalogue_digest, remember
from workshop.store.accounts import speaks
from workshop.web.addresses import own_path
from workshop.web.signing_in import account
from workshop.web.static import FOR_EVER

bp = Blueprint("languages", __name__)


class LanguageForm(FlaskForm):
    language = StringField(validators=[AnyOf(LANGUAGES)])
    back = HiddenField()


@bp.post("/language")
def choose() -> ResponseReturnValue:
    """Keep the language for this browser, and for letters to whoever is signed in, and go back to the page."""
    form = LanguageForm()
    if not form.validate_on_submit():
        abort(400)
    language = form.language.data or ""
    remember(language)
    if who := account():
        with store.writing() as db:
            speaks(db, who.id, language)
    return redirect(own_path(form.back.data))


@bp.get("/catalogue/<language>/<digest>.json")
def words(language: str, digest: str) -> Response:
    """`{"messages": {english: text or [one, many]}}`, kept for ever under its digest."""
    if language not in LANGUAGES:
        abort(404)
    response = Response(browser_words(language), mimetype="application/json")
    response.headers["Cache-Control"] = FOR_EVER if digest == catalogue_digest(language) else "no-cache"
    return response
