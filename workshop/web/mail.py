"""The letters of this place: what waits, what went out, what came back. For administrators."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from workshop import store
from workshop.clock import now
from workshop.config import settings_of
from workshop.mail import post
from workshop.store import letters
from workshop.store.tables import LetterRow
from workshop.web.people import ActForm
from workshop.web.signing_in import signed_in

bp = Blueprint("mail", __name__, url_prefix="/mail")


@bp.get("")
@signed_in("see_mail")
def outbox() -> ResponseReturnValue:
    """Without a mail server nothing leaves, and what would have been sent is read here."""
    with store.reading() as db:
        waiting, gone = letters.waiting(db), letters.gone(db)
    settings = settings_of()
    sends = post.configured(settings) and settings
    return render_template("mail/outbox.html", waiting=waiting, gone=gone, sends=sends, act=ActForm(), at=now())


@bp.post("/<id>/again")
@signed_in("send_again")
def again(id: str) -> ResponseReturnValue:
    """A letter that came back is tried anew; one that went out has no words left."""
    with store.writing() as db:
        row = db.get(LetterRow, id)
        if row is None or row.sent_at:
            abort(404)
        letters.again(row, now())
    flash(_("The letter is tried again with the next post."))
    return redirect(url_for("mail.outbox"))
