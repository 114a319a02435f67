"""What other programs ask, at /api/v1: one module a subject, each described where it stands.

A token asks for an organisation, by the same table of rights and through the same door as pages.
"""

from flask import Blueprint, Flask
from flask_wtf import CSRFProtect

from workshop.api import (
    above,
    bearer,
    branches,
    commands,
    contents,
    exports,
    openapi,
    organisations,
    packs,
    plans,
    problems,
    progress,
    readings,
    rounds,
    standing,
    together,
    token,
    versions,
)
from workshop.api.description import ROOT

RESOURCES = tuple(
    each.resource
    for each in (
        token,
        organisations,
        packs,
        plans,
        contents,
        versions,
        branches,
        above,
        commands,
        readings,
        progress,
        rounds,
        standing,
        exports,
        together,
    )
)


def init_app(app: Flask) -> None:
    """Every resource. Tokens come in a header that no page can be made to send, so no form's token is asked for."""
    bearer.init_app(app)
    problems.init_app(app)
    api = Blueprint("api", __name__, url_prefix=ROOT)
    guard: CSRFProtect = app.extensions["csrf"]
    for resource in RESOURCES:
        api.register_blueprint(resource)
        guard.exempt(resource)
    api.register_blueprint(openapi.page(RESOURCES))
    app.register_blueprint(api)
