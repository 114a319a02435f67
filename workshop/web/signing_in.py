"""Who is signed in on this browser: the login's token lies in the signed cookie, the login itself with us."""

from collections.abc import Callable
from datetime import datetime
from functools import wraps
from typing import NamedTuple, ParamSpec

from flask import Flask, abort, g, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from workshop import store
from workshop.access import Standing, may
from workshop.clock import now
from workshop.store import accounts as kept
from workshop.store import organisations, roles
from workshop.store.roles import Rights
from workshop.store.tables import AccountRow, LoginRow
from workshop.web.head import today

P = ParamSpec("P")
GUARDED: dict[Callable[..., ResponseReturnValue], str | None] = {}
"""Views for accounts only, and the action of the table of rights that each asks for, if any."""


def init_app(app: Flask) -> None:
    app.context_processor(
        lambda: {
            "account": account(),
            "desk_links": desk_links,
            "desk_may": desk_may,
            "own_names": own_names,
        }
    )


def account() -> AccountRow | None:
    """The account signed in on this browser, if any."""
    found = _login()
    return found[1] if found else None


def current_login() -> LoginRow | None:
    found = _login()
    return found[0] if found else None


def _login() -> tuple[LoginRow, AccountRow] | None:
    if "login" not in g:
        g.login = _looked_up(session.get("login"))
    return g.login


def _looked_up(token: str | None) -> tuple[LoginRow, AccountRow] | None:
    if not token:
        return None
    at = now()
    with store.reading() as db:
        found = kept.login(db, token, at)
    if found and at - found[0].seen > kept.SEEN_EVERY:
        with store.writing() as db:
            kept.see(db, found[0], at)
    return found


def sign_in(account_id: str) -> None:
    """Sign this browser in. The token and the form token are new, so what was known before is worth nothing."""
    sign_out()
    with store.writing() as db:
        session["login"] = kept.log_in(db, account_id, device(), now())
    session.permanent = True


def sign_in_by(provider: str, account_id: str, shown: datetime | None) -> None:
    """The same for one who came from a provider, and showed there who they are at a time, if it says when."""
    sign_out()
    with store.writing() as db:
        session["login"] = kept.log_in_by(db, provider, account_id, device(), now(), shown)
    session.permanent = True


def sign_out() -> None:
    """End the login here and with us. Seats in workshops stay."""
    if found := _login():
        with store.writing() as db:
            kept.end_login(db, found[0].token_hash, found[1].id, now())
    session.pop("login", None)
    session.pop("csrf_token", None)
    for remembered in ("csrf_token", "login", "rights"):
        g.pop(remembered, None)


def rights() -> Rights:
    """What the account has in organisations today."""
    if "rights" not in g:
        who = account()
        with store.reading() as db:
            g.rights = roles.rights(db, who.id if who else "", today())
    return g.rights


def desk_may(action: str) -> bool:
    """Whether the account may, by its role in the place or by one that it has in some organisation."""
    who = account()
    return who is not None and (may(who.role, action) or may(who.role, action, Standing(anywhere=rights().anywhere)))


def may_in(action: str, organisation: str) -> bool:
    """Whether the account may do this to one organisation."""
    who = account()
    well = who is not None and (may(who.role, action) or may(who.role, action, rights().standing(organisation)))
    return noted(Right(action, organisation, well))


def within(action: str) -> frozenset[str] | None:
    """The organisations to which the account may do this; None where it may to all there are."""
    who = account()
    if who is not None and may(who.role, action):
        return None
    return frozenset(id for id in rights().forest if may_in(action, id))


class Right(NamedTuple):
    """What was asked of the table about a thing, and its answer. `needed`: without it the page is not there."""

    action: str
    of: str
    well: bool
    needed: bool = False


def noted(right: Right) -> bool:
    """The answer. It is known until the request has ended, so that every page can be held to the table."""
    g.setdefault("rights_asked", []).append(right)
    return right.well


def signed_in(
    action: str | None = None,
) -> Callable[[Callable[P, ResponseReturnValue]], Callable[P, ResponseReturnValue]]:
    """A page for accounts only, or for those whose role may do the action. Others are asked to sign in first."""

    def guard(view: Callable[P, ResponseReturnValue]) -> Callable[P, ResponseReturnValue]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
            if away := turned_away(action):
                return away
            return view(*args, **kwargs)

        GUARDED[guarded] = action
        return guarded

    return guard


def turned_away(action: str | None = None) -> ResponseReturnValue | None:
    """The way in for whoever is not signed in; None for an account whose role may do the action."""
    if account() is None:
        here = request.full_path.rstrip("?") if request.method == "GET" else None
        return redirect(url_for("accounts.sign_in", next=here))
    return abort(403) if action and not desk_may(action) else None


def own_names() -> list[str]:
    """Organisations as this account may write them: all for the place's own facilitators, else those of its roles."""
    who = account()
    with store.reading() as db:
        rows = organisations.every(db)
    if who is None or not may(who.role, "set_up_workshop"):
        rows = [row for row in rows if row.id in rights().roles]
    return organisations.written([row for row in rows if row.closed is None])


def device() -> str:
    """What the browser calls itself, shortly, so that its owner knows it in a list."""
    agent = request.user_agent.string
    browsers = ("Edg", "OPR", "Firefox", "Chrome", "Safari")
    systems = ("Android", "iPhone", "iPad", "Windows", "Mac OS X", "Linux")
    known = [next((word for word in words if word in agent), "") for words in (browsers, systems)]
    return ", ".join(filter(None, known)).replace("Edg", "Edge").replace("OPR", "Opera").replace("Mac OS X", "macOS")


def desk_links() -> list[tuple[str, str, bool]]:
    """The desk's pages that this account may open, for a header: address, words, whether it is this one."""
    pages = [
        ("see_workshops", "/workshops", _("Workshops")),
        ("see_plans", "/plans", _("Plans")),
        ("see_plans", "/follow-up", _("Follow-up")),
        ("see_packs", "/packs", _("Methods")),
        ("see_templates", "/templates", _("Templates")),
        ("see_transfers", "/transfers", _("Transfer sheets")),
        ("see_organisations", "/organisations", _("Organisations")),
        ("see_administration", "/administration", _("Administration")),
    ]
    allowed = [(path, words) for action, path, words in pages if desk_may(action)]
    return [(path, words, request.path.startswith((path, *WITHIN.get(path, ())))) for path, words in allowed]


WITHIN = {"/administration": ("/people", "/mail", "/providers", "/trail", "/requests", "/retention")}
"""Pages that are reached from one of the links, and count as it."""
