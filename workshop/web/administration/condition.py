"""The place's health as `toimi doctor` tells it, for those who administer the place."""

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue

from workshop.checking import called_at, findings
from workshop.config import settings_of
from workshop.languages import _l
from workshop.web.signing_in import signed_in

bp = Blueprint("condition", __name__, url_prefix="/administration/health")

WORDS = {
    "python": _l("Python"),
    "database": _l("Database"),
    "tables": _l("Tables"),
    "pragma": _l("Setting of the database"),
    "clock": _l("Clock"),
    "instance": _l("Folder"),
    "disk": _l("Disk"),
    "secret key": _l("Secret key"),
    "debug": _l("Debugging"),
    "address": _l("Address"),
    "origins": _l("Origins"),
    "proxies": _l("Proxies"),
    "mail": _l("Mail"),
    "timer": _l("Timer"),
    "limits": _l("Limits"),
}


@bp.get("")
@signed_in("see_health")
def page() -> ResponseReturnValue:
    found = findings(current_app)
    called = called_at(settings_of())
    return render_template("administration/health.html", found=found, words=WORDS, called=called)
