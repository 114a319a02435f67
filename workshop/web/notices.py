"""What the law has a service say to everybody, by organisation: how accessible it is, what it does with personal data.

Open to anybody: whoever sits in a workshop has no account, and whoever cannot use a page must find whom to ask.
"""

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue

from workshop import limits, store
from workshop.config import settings_of
from workshop.store.tables import OrganisationRow
from workshop.web.called import name_of

bp = Blueprint("notices", __name__)


@bp.get("/accessibility")
@bp.get("/accessibility/<id>")
def accessibility(id: str = "") -> ResponseReturnValue:
    whose = organisation(id)
    told = {"contact": (whose and whose.contact) or settings_of().mail_from}
    return render_template("notices/accessibility.html", whose=whose, name=name_of(whose), **told)


@bp.get("/privacy")
@bp.get("/privacy/<id>")
def privacy(id: str = "") -> ResponseReturnValue:
    whose, settings = organisation(id), settings_of()
    contact = (whose and (whose.privacy_contact or whose.contact)) or settings.mail_from
    kept = {"trail": settings.trail_months, "letters": limits.LETTERS_KEPT_DAYS, "logins": limits.LOGINS_KEPT_DAYS}
    return render_template("notices/privacy.html", whose=whose, name=name_of(whose), contact=contact, kept=kept)


def organisation(id: str) -> OrganisationRow | None:
    """Whose notice it is; the place's own where none is named."""
    if not id:
        return None
    with store.reading() as db:
        return db.get(OrganisationRow, id) or abort(404)
