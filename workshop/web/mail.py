"""The letters of this place: what waits, what went out, what came back. For administrators."""

from collections import Counter
from datetime import datetime
from typing import Literal, TypeAlias

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from workshop import limits, store
from workshop.clock import now
from workshop.config import Unfit, settings_of
from workshop.languages import _l
from workshop.mail import post
from workshop.store import bounces, letters
from workshop.store.accounts import note
from workshop.store.tables import LetterRow
from workshop.web.lettered import read
from workshop.web.people import ActForm
from workshop.web.signing_in import account, signed_in

bp = Blueprint("mail", __name__, url_prefix="/mail")

State: TypeAlias = Literal["waiting", "trying", "sent", "refused", "given_up", "back", "late"]
STATES: dict[State, tuple[str, str]] = {
    "waiting": ("none", _l("Waiting")),
    "trying": ("warn", _l("Tried again later")),
    "sent": ("ok", _l("Sent")),
    "refused": ("bad", _l("Refused")),
    "given_up": ("bad", _l("Given up")),
    "back": ("bad", _l("Came back")),
    "late": ("solid", _l("Came too late")),
}
"""How each shows, and what it is called."""


def state_of(row: LetterRow) -> State:
    """Refused: its server wants none of it. Given up: no server took it in all tries. Back: it went, and returned."""
    if row.sent_at:
        return "back" if row.returned_at else "sent"
    if row.returned_at is None:
        return "trying" if row.tries else "waiting"
    if row.until and row.until <= row.returned_at:
        return "late"
    return "given_up" if row.tries >= limits.LETTER_TRIES else "refused"


def sends() -> bool:
    """Whether letters leave at all; where they do not, people are given their links by hand."""
    try:
        return post.configured(settings_of())
    except Unfit:
        return False


@bp.record_once
def known_to_pages(state: BlueprintSetupState) -> None:
    state.app.add_template_global(sends, "letters_leave")


@bp.get("")
@signed_in("see_mail")
def outbox() -> ResponseReturnValue:
    """Without a mail server nothing leaves, and what would have been sent is read here."""
    at = now()
    with store.reading() as db:
        waiting, gone, stuck = letters.waiting(db), letters.gone(db), letters.overdue(db, at)
    counts = Counter(map(state_of, (*waiting, *gone)))
    return render_template(
        "mail/outbox.html",
        waiting=waiting,
        gone=gone,
        sends=settings_of() if sends() else None,
        stuck=stuck if sends() else None,
        counts=[(*STATES[state], counts[state]) for state in STATES if counts[state]],
        state=lambda row: STATES[state_of(row)],
        read=read,
        act=ActForm(),
        at=at,
    )


def one(db: Session, id: str) -> LetterRow:
    return db.get(LetterRow, id) or abort(404)


@bp.post("/<id>/again")
@signed_in("send_again")
def again(id: str) -> ResponseReturnValue:
    """A letter that came back is tried anew; one that went out, or came too late, has no words left."""
    with store.writing() as db:
        row = one(db, id)
        if state_of(row) not in ("refused", "given_up", "trying"):
            abort(404)
        letters.again(row, now())
        bounces.works_again(db, row.to)
    flash(_("The letter is tried again with the next post."))
    return redirect(url_for("mail.outbox"))


@bp.post("/<id>/bounced")
@signed_in("say_bounced")
def bounced(id: str) -> ResponseReturnValue:
    """A letter that had gone came back to somebody's mailbox: others are asked in that reader's stead."""
    at: datetime = now()
    with store.writing() as db:
        row = one(db, id)
        if state_of(row) != "sent":
            abort(404)
        bounces.of_letter(db, row, "", at)
        note(db, at, account(), "say_bounced", row.id)
    flash(_("Nothing more is written to that address, until a letter to it is tried again."))
    return redirect(url_for("mail.outbox"))


@bp.post("/<id>/works")
@signed_in("say_bounced")
def works(id: str) -> ResponseReturnValue:
    """The address of a letter that came back works again."""
    with store.writing() as db:
        row = one(db, id)
        bounces.works_again(db, row.to)
        note(db, now(), account(), "say_address_works", row.id)
    flash(_("Letters go to that address again."))
    return redirect(url_for("mail.outbox"))
