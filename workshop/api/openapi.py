"""Where the description of the API is read, without a token."""

from collections.abc import Sequence
from functools import cache

import msgspec
from flask import Blueprint, Response, request

from workshop.api.description import described
from workshop.api.resource import Resource, digest_of

AN_HOUR = 3600


def page(resources: Sequence[Resource]) -> Blueprint:
    """The page that describes these."""
    bp = Blueprint("api_openapi", __name__)

    @cache
    def document() -> bytes:
        return msgspec.json.encode(described(resources))

    @bp.get("/openapi.json")
    def openapi() -> Response:
        response = Response(document(), mimetype="application/json")
        response.set_etag(digest_of(document()))
        response.cache_control.public, response.cache_control.max_age = True, AN_HOUR
        response.make_conditional(request)
        return response

    return bp
