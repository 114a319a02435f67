"""Going to a provider and coming back. Going is a link, never a form: a form's way is held to this place by policy."""

from collections.abc import Callable

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from workshop import limits, store
from workshop.clock import now
from workshop.signon import tokens
from workshop.signon.claims import identity
from workshop.signon.discovery import Providers
from workshop.signon.exchange import claims_for, code_of, door, way_out
from workshop.signon.turned import Turned
from workshop.store import accounts as kept
from workshop.store import identities, providers
from workshop.store.tables import ProviderRow
from workshop.throttle import sign_on_guard
from workshop.web import signing_in
from workshop.web.accounts import desk
from workshop.web.addresses import own_path
from workshop.web.sign_on import ties, under_way
from workshop.web.sign_on.entering import Told, enter
from workshop.web.sign_on.known import client_of, described, leads_out, providers_of
from workshop.web.sign_on.turning import guard_of, told, turned_away
from workshop.web.sign_on.under_way import Begun
from workshop.web.signing_in import account, current_login, signed_in

bp = Blueprint("sign_on", __name__, url_prefix="/sign-on/<provider>")


def remember(state: object) -> None:
    extensions = state.app.extensions  # pyright: ignore[reportAttributeAccessIssue] (Flask's own word for it)
    extensions.setdefault("providers", Providers())
    extensions.setdefault("sign_on_guard", sign_on_guard())


bp.record_once(remember)
bp.add_app_template_global(leads_out)


@bp.get("")
def go(provider: str) -> ResponseReturnValue:
    """To the provider, and from there to where one wanted to go."""
    row = found(provider)
    return in_words(row, lambda: redirect(way(row, begun_to_enter(row))))


def begun_to_enter(row: ProviderRow) -> Begun:
    return under_way.begin(row.id, "enter", next=own_path(request.args.get("next"), "")[:500])


@bp.get("/sure")
@signed_in("see_own_logins")
def show_anew(provider: str) -> ResponseReturnValue:
    """To the provider, which asks anew who it is, whoever is signed in there."""
    row, who = found(provider), account() or abort(401)
    return in_words(row, lambda: redirect(way(row, under_way.begin(row.id, "sure", who.id))))


def way(row: ProviderRow, begun: Begun) -> str:
    return door(client_of(row), described(row), begun.attempt, anew=begun.purpose == "sure")


@bp.get("/on")
@signed_in("see_own_logins")
def go_on(provider: str) -> ResponseReturnValue:
    """To the provider with what a page of the account has begun."""
    row, state = found(provider), request.args.get("state", "")
    return in_words(row, lambda: redirect(way(row, under_way.one(state, row.id))))


@bp.get("/end")
def end(provider: str) -> ResponseReturnValue:
    """To the provider's page for signing out there too."""
    row = found(provider)
    back = under_way.own_address() + url_for("accounts.sign_in")
    return in_words(row, lambda: redirect(way_out(client_of(row), described(row), back)))


@bp.get("/back")
def back(provider: str) -> ResponseReturnValue:
    """From the provider: whoever it is, for what they went there."""
    row = found(provider)
    if guard_of().shut(request.remote_addr or "", now().timestamp()):
        abort(429)
    return in_words(row, lambda: come_back(row))


@bp.get("/turned")
def turned(provider: str) -> ResponseReturnValue:
    return told(found(provider))


def found(provider: str) -> ProviderRow:
    with store.reading() as db:
        row = providers.open_one(db, provider)
    return row if row and row.client else abort(404)


def in_words(row: ProviderRow, step: Callable[[], ResponseReturnValue]) -> ResponseReturnValue:
    try:
        return step()
    except Turned as why:
        return turned_away(row, why)


def come_back(row: ProviderRow) -> ResponseReturnValue:
    begun = under_way.take(request.args.get("state", ""), row.id)
    with store.writing() as db:
        if not identities.spend(db, begun.state, now()):
            raise Turned("stale", "came back before")
    client = client_of(row)
    code = code_of(request.args, client, described(row))
    claims = claims_for(code, client, providers_of(), begun.attempt, now())
    return ENDS[begun.purpose](begun, Told(row, identity(claims, row.identity), claims))


# -- What they went for ---------------------------------------------------------------------------------------------


def come_in(begun: Begun, who: Told) -> ResponseReturnValue:
    entered = enter(who)
    signing_in.sign_in_by(who.provider.id, entered.id, who.shown)
    return redirect(own_path(begun.next, desk()))


def be_sure(begun: Begun, who: Told) -> ResponseReturnValue:
    """The page that asked stands open in another tab with all that was filled in, and goes on from there."""
    login = current_login()
    with store.writing() as db:
        one = identities.identity(db, who.provider.issuer, who.who)
        if login is None or one is None or not login.account == one.account == begun.account:
            raise Turned("other", "another person")
        if (tokens.authenticated(who.claims) or 0) < begun.at - limits.PROVIDER_LEEWAY_SECONDS or not who.shown:
            raise Turned("too_long_ago", "shown too long ago" if who.shown else "no time at which it was shown")
        kept.confirm(db, login, now())
    return render_template("sign_on/sure.html", provider=who.provider)


ENDS: dict[str, Callable[[Begun, Told], ResponseReturnValue]] = {
    "enter": come_in,
    "sure": be_sure,
    "tie": ties.come_tied,
}
