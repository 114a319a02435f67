"""Pages for what went wrong: what happened, what is safe, what to do."""

from flask import Flask, current_app, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from facilitation.words import Refused
from workshop.languages import worded


def init_app(app: Flask) -> None:
    app.register_error_handler(CSRFError, stale)
    app.register_error_handler(HTTPException, failed)
    app.register_error_handler(Refused, refused)
    app.register_error_handler(Exception, broken)


def words_for(code: int) -> tuple[str, str]:
    """Heading and advice for an answer's number."""
    match code:
        case 401 | 403:
            return _("This page is not open to you"), _("Sign in with an account that may see it, or ask its owner.")
        case 404 | 405:
            return _("There is nothing at this address"), _("Check the address, or start from the front page.")
        case 410:
            return _("This link is no longer in use"), _("Links are used once and run out. Ask for a new one.")
        case 413:
            return _("That was too much at once"), _("Nothing was saved. Send it in smaller parts.")
        case 429:
            return _("Too many tries"), _("Wait a quarter of an hour and try again.")
        case 503:
            return _("Not ready yet"), _("The service is starting. Try again in a moment.")
        case _ if code >= 500:
            return _("Something broke on our side"), _("What was saved before is safe. Try again in a moment.")
        case _:
            return _("That did not work"), _("Go back, check what you gave and try again.")


def stale(_error: CSRFError) -> ResponseReturnValue:
    advice = _("Nothing was saved. Go back, load the page again and send the form once more.")
    return answer(400, "stale", _("The page had been open too long"), advice)


def failed(error: HTTPException) -> ResponseReturnValue:
    if error.code is None or error.code < 400:
        return error.get_response()
    return answer(error.code, str(error.code), *words_for(error.code))


def refused(refusal: Refused) -> ResponseReturnValue:
    return answer(409, refusal.code, worded(refusal.message), _("Go back and look at what has changed."))


def broken(error: Exception) -> ResponseReturnValue:
    """Anything else is a bug: told in the log, never to the reader."""
    if current_app.testing:
        raise error
    current_app.logger.exception("An answer broke at %s", request.endpoint)
    return answer(500, "broken", *words_for(500))


def answer(status: int, code: str, heading: str, advice: str) -> ResponseReturnValue:
    """A page for a person, two fields for a program."""
    if request.accept_mimetypes.best_match(["text/html", "application/json"]) == "application/json":
        return {"ok": False, "code": code, "words": heading}, status
    return render_template("errors/error.html", status=status, heading=heading, advice=advice), status
