"""The draft plan of a workshop as it stands: to read, to print, and to take home as a file of any kind."""

from io import BytesIO

from flask import Blueprint, Response, current_app, render_template, request, send_file
from flask.typing import ResponseReturnValue

from facilitation.view.as_data import as_text
from workshop.clock import now
from workshop.exports import FORMATS, child
from workshop.languages import reader_language
from workshop.making import queue_of
from workshop.web import asking
from workshop.web.document import document
from workshop.web.head import zone
from workshop.web.making import AskForm, why_not
from workshop.web.method import confirmations
from workshop.web.reading import Reading, reading
from workshop.web.takehome import taken, transfers
from workshop.web.telling import IN_TWO, beside_form
from workshop.web.wanted import Wanted, wanted, worn

bp = Blueprint("draft", __name__, url_prefix="/w/<id>")


@bp.get("/draft")
def read(id: str) -> ResponseReturnValue:
    here = reading(id)
    if not isinstance(here, Reading):
        return here
    confirmed, today = confirmations(here.pack.key), now().astimezone(zone()).date()
    page = document(here.plan, here.state, here.pack, confirmed, reader_language(), today)
    form = beside_form(request)
    return render_template(
        "draft/read.html",
        here=here,
        form=form,
        in_two=IN_TWO,
        doc=page,
        plan=here.plan,
        to=page.to,
        at=now(),
        taken=taken(here.plan),
        transfers=transfers(),
        begin=asking.OnceForm(formdata=None),
        worn={format: worn(here, format) for format, each in FORMATS.items() if each.brought},
        ask=AskForm(),
    )


@bp.get("/draft.json")
def data(id: str) -> ResponseReturnValue:
    """The draft as a document of published form: the bytes whose digest stands in every other file."""
    here = reading(id)
    if not isinstance(here, Reading):
        return here
    return send_file(
        BytesIO(as_text(here.plan).encode()),
        "application/json",
        as_attachment=True,
        download_name=f"plan-{here.found.id}.json",
    )


@bp.get("/draft.<format>")
def file(id: str, format: str) -> ResponseReturnValue:
    """The draft, or an extract of it (`of=`), as a file made beside the room; the answer comes when it is ready."""
    here = reading(id)
    if not isinstance(here, Reading):
        return here
    try:
        return file_of(wanted(here, format, request.args))
    except child.Unmade as unmade:
        current_app.logger.error("No %s of %s: %s", format, here.found.id, unmade)
        page = {"here": here, "why": why_not(unmade.why), "format": format, "worn": worn(here, format)}
        return render_template("draft/unmade.html", **page), 503


def file_of(wanted: Wanted) -> Response:
    made = queue_of().done(wanted.job())
    return send_file(
        BytesIO(made), FORMATS[wanted.format].media_type, as_attachment=True, download_name=wanted.file_name()
    )
