"""Before rights change: whoever has not shown on this device for a while who they are is asked once more.

By the password, or at the provider where they sign in: there in a tab of its own, so that what was filled in stays.
"""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from functools import wraps
from typing import Any, ParamSpec

from flask import abort, g, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import PasswordField
from wtforms.validators import InputRequired, Length

from workshop import limits, store
from workshop.clock import now
from workshop.languages import _l
from workshop.store import accounts as kept
from workshop.store import identities
from workshop.store.tables import ProviderRow
from workshop.web import passwords
from workshop.web.accounts import tried
from workshop.web.signing_in import account, current_login

P = ParamSpec("P")
PASSWORD, TOKEN = "sure_password", "csrf_token"


class SureForm(FlaskForm):
    sure_password = PasswordField(
        _l("Your password"),
        [InputRequired(_l("Write your password.")), Length(max=passwords.LONGEST)],
        render_kw={"autocomplete": "current-password"},
    )
    sent: Sequence[tuple[str, str]] = ()
    """What else was filled in: it goes along while the password is asked."""
    answered = False
    """Whether the password was asked already."""

    def process(self, formdata: Any = None, *args: Any, **kwargs: Any) -> None:
        super().process(formdata, *args, **kwargs)
        given = list(self.meta.wrap_formdata(self, formdata).items(multi=True))
        self.sent = [(name, value) for name, value in given if name not in (PASSWORD, TOKEN)]
        self.answered = any(name == PASSWORD for name, _value in given)


def nothing(*args: Any, **kwargs: Any) -> Mapping[str, str]:
    return {}


def sure(
    view: Callable[P, ResponseReturnValue], along: Callable[P, Mapping[str, str]] = nothing
) -> Callable[P, ResponseReturnValue]:
    """A form that changes rights. What was filled in goes along while the password is asked, so nothing is lost.

    `along` keeps what no page can carry, a file, and says by which fields it is found again.
    """

    @wraps(view)
    def asked(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
        if request.method != "POST" or is_sure():
            return view(*args, **kwargs)
        form = SureForm()
        if form.answered and form.validate_on_submit():
            if is_right(form):
                return view(*args, **kwargs)
            form.sure_password.errors = [_("That is not your password.")]
        more = along(*args, **kwargs)
        form.sent = [*(pair for pair in form.sent if pair[0] not in more), *more.items()]
        return render_template("accounts/sure.html", form=form, providers=where_else()), 403

    return asked


def where_else() -> list[ProviderRow]:
    """Providers that know them."""
    who = account() or abort(401)
    with store.reading() as db:
        return [provider for _identity, provider in identities.of_account(db, who.id)]


def is_sure() -> bool:
    login = current_login() or abort(401)
    return bool(login.confirmed) and now() - login.confirmed < timedelta(minutes=limits.SURE_MINUTES)


def is_right(form: SureForm) -> bool:
    """Whether it is the password; then this device is sure for a while."""
    who, login = account() or abort(401), current_login() or abort(401)
    if not tried(who.email, who, form.sure_password.data or ""):
        return False
    with store.writing() as db:
        kept.confirm(db, login, now())
    g.pop("login")
    return True
