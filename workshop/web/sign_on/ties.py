"""One's own account tied to who one is at a provider, so that either opens it; and untied again."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from workshop import store
from workshop.clock import now
from workshop.signon.turned import Turned
from workshop.store import identities, providers
from workshop.store.tables import IdentityRow
from workshop.web.head import today
from workshop.web.sign_on import under_way
from workshop.web.sign_on.entering import Told, renew
from workshop.web.sign_on.under_way import Begun
from workshop.web.signing_in import account, signed_in
from workshop.web.sure import sure

bp = Blueprint("ties", __name__, url_prefix="/account/ties")


@bp.post("/<provider>")
@signed_in("see_own_logins")
@sure
def begin(provider: str) -> ResponseReturnValue:
    """A page with the link onwards: policy lets no form lead to another place, not by a turn either."""
    who = account() or abort(401)
    with store.reading() as db:
        row = providers.open_one(db, provider) or abort(404)
    begun = under_way.begin(row.id, "tie", who.id)
    return render_template("sign_on/tie.html", provider=row, state=begun.state)


def come_tied(begun: Begun, told: Told) -> ResponseReturnValue:
    who = account()
    if who is None or who.id != begun.account:
        raise Turned("other", "another account than the one that began")
    with store.writing() as db:
        found = identities.identity(db, told.provider.issuer, told.who)
        if found is not None and found.account != who.id:
            raise Turned("taken", "tied to another account")
        if found is None:
            identities.tie(db, who, told.provider, told.who, now())
        renew(db, told, who)
    flash(_("From now on you can sign in at %(name)s too.", name=told.provider.name), "ok")
    return redirect(url_for("logins.mine"))


@bp.post("/<identity>/end")
@signed_in("see_own_logins")
@sure
def end(identity: str) -> ResponseReturnValue:
    who = account() or abort(401)
    with store.writing() as db:
        row = db.get(IdentityRow, identity)
        tied = {one.id: provider for one, provider in identities.of_account(db, who.id)}
        if row is None or row.id not in tied:
            abort(404)
        if last_way_in(who.password_hash, len(tied)):
            abort(409)
        identities.untie(db, row, tied[row.id], who, now(), today())
    flash(_("You no longer sign in at %(name)s.", name=tied[row.id].name), "ok")
    return redirect(url_for("logins.mine"))


def last_way_in(password_hash: str, ties: int) -> bool:
    """Nobody shuts themselves out."""
    return not password_hash and ties < 2
