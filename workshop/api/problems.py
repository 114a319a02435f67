"""What went wrong, told to a program and to whoever reads its log (RFC 9457), in the language that was asked for."""

from collections.abc import Mapping
from typing import Annotated, Any

import msgspec
from flask import Flask, Response, current_app, request
from flask_babel import gettext as _
from msgspec import UNSET, Meta, Struct, UnsetType
from werkzeug.exceptions import HTTPException

from facilitation.words import Refused
from workshop.languages import reader_language, worded

MEDIA_TYPE = "application/problem+json"
ROOT = "/api/"
BLANK = "about:blank"


class Problem(Struct, frozen=True, omit_defaults=True, kw_only=True):
    """Why something was not done."""

    type: Annotated[str, Meta(description="Always `about:blank`: `code` tells one from another.")]
    title: Annotated[str, Meta(description="In the language of `Accept-Language`: Finnish, Swedish or English.")]
    status: int
    code: Annotated[str, Meta(description="The same in every language, for programs.")]
    detail: str | UnsetType = UNSET
    field: Annotated[str | UnsetType, Meta(description="What was at fault: a field, a header or a parameter.")] = UNSET
    kept: Annotated[dict[str, Any] | UnsetType, Meta(description="What stands there meanwhile, where that is why.")] = (
        UNSET
    )


class Failed(Exception):
    """A problem on its way out."""

    def __init__(
        self, status: int, code: str, title: str, *, detail: str = "", field: str = "", **headers: str
    ) -> None:
        super().__init__(title)
        self.status, self.code, self.title, self.detail, self.field = status, code, title, detail, field
        self.headers = {name.replace("_", "-"): value for name, value in headers.items()}


def init_app(app: Flask) -> None:
    app.after_request(told)


def failed(error: Exception) -> Response:
    """Anything that ends an ask before it is answered."""
    match error:
        case Failed():
            return response(
                error.status, error.code, error.title, error.headers, detail=error.detail, field=error.field
            )
        case Refused():
            return refused(error)
        case HTTPException(code=int()):
            return of_number(error.code or 500)
        case _:
            if current_app.testing:
                raise error
            current_app.logger.exception("An answer broke at %s", request.endpoint)
            return of_number(500)


def refused(error: Refused) -> Response:
    """What the rules do not grant; where the plan has moved on, what stands there now."""
    status = {"not_allowed": 403, "moved_on": 412}.get(error.code, 409)
    kept = dict(error.kept) if error.kept else None
    return response(status, error.code, worded(error.message), field=error.field or "", kept=kept)


def of_number(status: int, headers: Mapping[str, str] | None = None) -> Response:
    return response(status, CODES.get(status, "failed"), title_of(status), headers)


CODES = {
    400: "bad_request",
    401: "no_token",
    403: "not_allowed",
    404: "not_found",
    405: "no_such_method",
    413: "too_large",
    415: "not_json",
    429: "too_often",
    500: "broken",
    503: "not_made",
}


def title_of(status: int) -> str:
    match status:
        case 401:
            return _("Show a token that is in use.")
        case 403:
            return _("This token does not include that.")
        case 404:
            return _("There is nothing at this address")
        case 405:
            return _("Nothing here is asked that way.")
        case 413:
            return _("That was too much at once")
        case 415:
            return _("Send it as JSON.")
        case 429:
            return _("Too many asks. Wait a little and go on.")
        case _ if status >= 500:
            return _("Something broke on our side")
        case _:
            return _("That did not work")


def response(status: int, code: str, title: str, headers: Mapping[str, str] | None = None, **further: Any) -> Response:
    known = {name: value for name, value in further.items() if value}
    problem = Problem(type=BLANK, title=str(title), status=status, code=code, **known)
    answer = Response(msgspec.json.encode(problem), status, mimetype=MEDIA_TYPE)
    answer.headers["Content-Language"] = reader_language()
    answer.headers.extend(headers or {})
    return answer


def told(answer: Response) -> Response:
    """Also what never reached a view of ours: no such address, no such method, too large."""
    if not request.path.startswith(ROOT) or answer.status_code < 400 or answer.mimetype == MEDIA_TYPE:
        return answer
    methods = getattr(request.routing_exception, "valid_methods", None)
    return of_number(answer.status_code, {"Allow": ", ".join(sorted(methods))} if methods else None)
