"""Choosing a language, and the browser's words in it."""

from flask import Blueprint, Response, abort, redirect, request
from flask_wtf import FlaskForm
from werkzeug.wrappers import Response as Answer
from wtforms import HiddenField

from facilitation.words import LANGUAGES
from workshop.languages import browser_words, catalogue_digest, remember
from workshop.web.static import FOR_EVER

bp = Blueprint("languages", __name__)


class LanguageForm(FlaskForm):
    language = HiddenField()
    back = HiddenField()


@bp.post("/language")
def choose() -> Answer:
    form = LanguageForm()
    if not form.validate_on_submit():
        abort(400)
    remember(form.language.data or "")
    return redirect(own_path(form.back.data or request.referrer or "/"))


def own_path(address: str) -> str:
    """The address if it is a path of ours, the front page otherwise: nobody is sent to another place."""
    own = address.startswith("/") and not address.startswith(("//", "/\\"))
    return address if own else "/"


@bp.get("/catalogue/<language>/<digest>.json")
def words(language: str, digest: str) -> Response:
    """`{"language", "words": {english: text or [one, many]}}`, kept for ever under its digest."""
    if language not in LANGUAGES:
        abort(404)
    response = Response(browser_words(language), mimetype="application/json")
    response.headers["Cache-Control"] = FOR_EVER if digest == catalogue_digest(language) else "no-cache"
    return response
