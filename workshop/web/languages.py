"""The browser's words."""

from flask import Blueprint, Response, abort

from facilitation.words import LANGUAGES
from workshop.languages import browser_words, catalogue_digest
from workshop.web.static import FOR_EVER

bp = Blueprint("languages", __name__)


@bp.get("/catalogue/<language>/<digest>.json")
def words(language: str, digest: str) -> Response:
    """`{"messages": {english: text or [one, many]}}`, kept for ever under its digest."""
    if language not in LANGUAGES:
        abort(404)
    response = Response(browser_words(language), mimetype="application/json")
    response.headers["Cache-Control"] = FOR_EVER if digest == catalogue_digest(language) else "no-cache"
    return response
