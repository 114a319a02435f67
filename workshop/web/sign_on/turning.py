"""Turning somebody away who came from a provider: in their language, with what to do, and with a line in the trail."""

from collections.abc import Mapping

from flask import current_app, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.words import N_
from workshop import store
from workshop.clock import now
from workshop.signon.turned import Reason, Turned
from workshop.store import accounts as kept
from workshop.store.tables import ProviderRow
from workshop.throttle import Guard
from workshop.web.signing_in import account

KEY = "turned"
STATUS: dict[Reason, int] = {"denied": 403, "nothing": 403, "closed": 403, "taken": 409, "away": 502}


def turned_away(row: ProviderRow, turned: Turned) -> ResponseReturnValue:
    guard, at = guard_of(), now()
    guard.missed(request.remote_addr or "", at.timestamp())
    with store.writing() as db:
        kept.note(db, at, account(), "refuse_sign_on", row.id, reason=turned.reason, what=turned.what)
    current_app.logger.warning("Turned away from provider %s: %s", row.id, turned)
    session[KEY] = turned.reason
    # A page of its own: its address holds no code, and it can be read again in another language.
    return redirect(url_for("sign_on.turned", provider=row.id))


def told(row: ProviderRow) -> ResponseReturnValue:
    """Why, and what to do."""
    reason: Reason | None = session.get(KEY)
    if reason is None:
        return redirect(url_for("accounts.sign_in"))
    heading, advice = words_for(reason, row.name)
    return render_template("sign_on/turned.html", heading=heading, advice=advice, provider=row), STATUS.get(reason, 400)


def guard_of() -> Guard:
    return current_app.extensions["sign_on_guard"]


WORDS: Mapping[Reason, tuple[str, str]] = {
    "stale": (
        N_("This sign-in cannot go on"),
        N_("It was begun too long ago or in another browser, or it was used already. Begin again."),
    ),
    "denied": (
        N_("%(name)s did not let you in"),
        N_(
            "It was broken off there, or your organisation has not opened this service to you. Begin again, or ask "
            "whoever looks after accounts in your organisation."
        ),
    ),
    "away": (
        N_("%(name)s does not answer as it should"),
        N_(
            "Nobody was signed in. Try again in a moment. If it goes on, tell whoever administers this place; "
            "what was wrong is in the trail."
        ),
    ),
    "untrusted": (
        N_("The answer from %(name)s cannot be trusted"),
        N_(
            "Nobody was signed in. Begin again on the sign-in page. If it happens again, tell whoever administers "
            "this place; what was wrong is in the trail."
        ),
    ),
    "too_long_ago": (
        N_("%(name)s did not ask you anew"),
        N_(
            "What you are about to do changes what people may do, so you are to show who you are now. Try again; "
            "if it goes on, sign out at the service first."
        ),
    ),
    "nothing": (
        N_("%(name)s knows you, but you have no part here"),
        N_(
            "Ask in your organisation for the role or group that brings a part here, or ask an administrator of "
            "your organisation here for a link. If you have an account already, sign in with your password and "
            "tie it to the service on the page of your account."
        ),
    ),
    "other": (
        N_("That was somebody else"),
        N_(
            "The service told of another person than the one signed in here. Sign out there, and try again as yourself."
        ),
    ),
    "taken": (
        N_("You have another account here"),
        N_(
            "What the service told is tied to another account. Sign in to that one and untie it first, or ask "
            "whoever administers this place."
        ),
    ),
    "closed": (N_("Your account is closed"), N_("Ask whoever administers this place.")),
}
"""Heading and advice, by the reason."""


def words_for(reason: Reason, name: str) -> tuple[str, str]:
    """Heading and advice in the reader's language, for a provider of this name."""
    heading, advice = WORDS[reason]
    return _(heading, name=name), _(advice)
