"""The draft plan of a workshop as it stands: to read, to print, and to take home."""

from flask import Blueprint, render_template
from flask.typing import ResponseReturnValue

from workshop.clock import now
from workshop.days import today
from workshop.languages import reader_language
from workshop.web import asking
from workshop.web.document import document
from workshop.web.method import confirmations
from workshop.web.reading import Reading, reading
from workshop.web.takehome import take_home

bp = Blueprint("draft", __name__, url_prefix="/w/<id>")


@bp.get("/draft")
def read(id: str) -> ResponseReturnValue:
    here = reading(id)
    if not isinstance(here, Reading):
        return here
    confirmed = confirmations(here.pack.key)
    page = document(here.plan, (here.state,), here.pack, confirmed, reader_language(), today())
    return render_template(
        "draft/read.html",
        here=here,
        doc=page,
        plan=here.plan,
        to=page.to,
        at=now(),
        begin=asking.OnceForm(formdata=None),
        **take_home(here.home),
    )
