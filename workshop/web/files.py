"""A plan as a file of any kind, by a plain link: a workshop's draft, or a plan that lives by itself."""

from io import BytesIO

from flask import Blueprint, request, send_file
from flask.typing import ResponseReturnValue

from facilitation.view.as_data import as_text
from workshop import filing
from workshop.web.asked import FILE
from workshop.web.home import Home, Kind
from workshop.web.homes import home_of
from workshop.web.unmade import given
from workshop.web.wanted import wanted

bp = Blueprint("files", __name__)


@bp.get("/w/<id>/draft.json", defaults={"home": "draft"})
@bp.get("/plans/<id>/plan.json", defaults={"home": "plan"})
def data(home: Kind, id: str) -> ResponseReturnValue:
    """The plan as a document of published form: the bytes whose digest stands in every other file.

    A document cannot hold its own digest: that stands in its name, beside the number of the log.
    """
    here = home_of(home, id)
    if not isinstance(here, Home):
        return here
    name = filing.file_name(here.id, here.asked.get("version") or "", here.seq, here.plan, "json")
    file = BytesIO(as_text(here.plan).encode())
    return send_file(file, "application/json", as_attachment=True, download_name=name)


@bp.route("/w/<id>/draft.<format>", methods=FILE, defaults={"home": "draft"})
@bp.route("/plans/<id>/plan.<format>", methods=FILE, defaults={"home": "plan"})
def file(home: Kind, id: str, format: str) -> ResponseReturnValue:
    """The plan, or an extract of it (`of=`), as a file made beside the room."""
    here = home_of(home, id)
    return given(wanted(here, format, request.args)) if isinstance(here, Home) else here
