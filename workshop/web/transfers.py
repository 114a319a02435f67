"""The transfers to other services: the list, one with its columns, and who vouches for it."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeAlias

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from facilitation import limits
from facilitation.report.transfer import Transfer
from facilitation.words import N_, Message, Parallel, said
from workshop import store
from workshop.access import may
from workshop.clock import now
from workshop.languages import reader_language, worded
from workshop.store import transfers as kept
from workshop.store.tables import AccountRow
from workshop.store.transfers import Kept
from workshop.web.signing_in import account, signed_in
from workshop.web.transferforms import DeedForm, NamesForm, of_names
from workshop.web.transfersources import called

bp = Blueprint("transfers", __name__, url_prefix="/transfers")

Deed: TypeAlias = Callable[[Session, Kept, AccountRow, datetime], Any]
MEANWHILE = N_("Somebody changed this mapping meanwhile. Look at it as it is now, then do it again.")


@bp.get("")
@signed_in("see_transfers")
def shelf() -> ResponseReturnValue:
    with store.reading() as db:
        return render_template("transfers/shelf.html", listed=kept.every(db), **words())


@bp.get("/<key>")
@signed_in("see_transfers")
def one(key: str) -> ResponseReturnValue:
    here = known(key)
    return page(here, NamesForm(formdata=None, data=of_names(here.transfer)))


def page(here: Kept, form: NamesForm, status: int = 200) -> ResponseReturnValue:
    who = account() or abort(401)
    rights = {"changes": may(who.role, "change_transfer"), "confirms": may(who.role, "confirm_transfer")}
    more = {"form": form, "most": limits.TRANSFER_COLUMNS, "sheets": limits.TRANSFER_SHEETS, **rights, **words()}
    return render_template("transfers/one.html", here=here, **more), status


def words() -> dict[str, Any]:
    """How templates say a text of a mapping, and the name of a source."""
    return {"plain": plain, "called": called}


def plain(texts: Parallel) -> str:
    return said(texts, reader_language())


@bp.post("/<key>")
@signed_in("change_transfer")
def name(key: str) -> ResponseReturnValue:
    here, form = known(key), NamesForm()
    if not form.validate_on_submit():
        return page(here, form, 400)
    named = {"title": form.texts("title"), "purpose": form.texts("purpose")}
    return done(key, form, changing(lambda transfer: replace(transfer, **named), "names"))


@bp.post("/<key>/copy")
@signed_in("change_transfer")
def copy(key: str) -> ResponseReturnValue:
    """A mapping of one's own, to begin with as this one is."""
    if not DeedForm().validate_on_submit():
        abort(400)
    with store.writing() as db:
        made = kept.copy(db, kept.one(db, key) or abort(404), account() or abort(401), now())
    flash(_("This is a copy of your own. Give it a name, then change what you need."), "ok")
    return redirect(url_for("transfers.one", key=made), 303)


@bp.post("/<key>/confirm")
@signed_in("confirm_transfer")
def confirm(key: str) -> ResponseReturnValue:
    return done(key, DeedForm(), kept.confirm)


@bp.post("/<key>/doubt")
@signed_in("confirm_transfer")
def doubt(key: str) -> ResponseReturnValue:
    return done(key, DeedForm(), kept.doubt)


@bp.post("/<key>/reset")
@signed_in("change_transfer")
def reset(key: str) -> ResponseReturnValue:
    """A shipped one becomes as it was shipped; one made here goes."""
    own = known(key).own
    answer = done(key, DeedForm(), kept.reset)
    return redirect(url_for("transfers.shelf"), 303) if own else answer


# -- Changing -------------------------------------------------------------------------------------------------------


def known(key: str) -> Kept:
    with store.reading() as db:
        return kept.one(db, key) or abort(404)


def done(key: str, form: DeedForm, deed: Deed, anchor: str | None = None) -> ResponseReturnValue:
    """The deed, if the mapping still is what its form was filled in from; then the mapping as it is now."""
    if not form.validate_on_submit():
        abort(400)
    if not did(key, form, deed):
        flash(worded(Message(MEANWHILE)), "warn")
    return redirect(url_for("transfers.one", key=key, _anchor=anchor), 303)


def did(key: str, form: DeedForm, deed: Deed) -> bool:
    """Whether it was done; not if the mapping was changed since it was seen."""
    with store.writing() as db:
        here = kept.one(db, key) or abort(404)
        if here.digest != form.seen.data:
            return False
        deed(db, here, account() or abort(401), now())
        return True


def crossed(key: str, form: DeedForm) -> Kept:
    """Somebody else was quicker: what was typed stays in the form, which from now on knows of the other change."""
    here = known(key)
    form.form_errors = [worded(Message(MEANWHILE))]
    form.seen.data = here.digest
    return here


def changing(change: Callable[[Transfer], Transfer], what: str) -> Deed:
    """A deed that makes another mapping of it. `what` is for the trail."""
    return lambda db, here, who, at: kept.change(db, change(here.transfer), what, who, at)
