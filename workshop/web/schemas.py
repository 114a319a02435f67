"""Forms of our documents, for whoever reads them by program: public, without an account."""

from flask import Blueprint, Response

from facilitation.view.as_data import SCHEMA
from workshop.schemas import PLAN

bp = Blueprint("schemas", __name__)

AN_HOUR = 3600


@bp.get(SCHEMA)
def plan() -> Response:
    """The form of a plan as data."""
    response = Response(PLAN.read_bytes(), mimetype="application/schema+json")
    response.cache_control.public, response.cache_control.max_age = True, AN_HOUR
    return response
