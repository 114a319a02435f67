"""One service: how it is asked, whether it answers, and what its word gives."""

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from workshop import store
from workshop.clock import now
from workshop.store import providers as kept
from workshop.store.tables import ProviderRow
from workshop.web.called import role_names
from workshop.web.head import today
from workshop.web.organisations.known import known
from workshop.web.people import ActForm
from workshop.web.providers.forms import ProviderForm, RuleForm
from workshop.web.providers.trying import Found, tried
from workshop.web.sign_on.under_way import own_address, way_back
from workshop.web.signing_in import account, signed_in
from workshop.web.sure import sure

bp = Blueprint("provider", __name__, url_prefix="/providers/<id>")


@bp.get("")
@signed_in("see_providers")
def one(id: str) -> ResponseReturnValue:
    return page(found(id))


def found(id: str) -> ProviderRow:
    with store.reading() as db:
        return kept.open_one(db, id) or abort(404)


def page(
    row: ProviderRow, form: ProviderForm | None = None, rule: RuleForm | None = None, result: list[Found] | None = None
) -> ResponseReturnValue:
    with store.reading() as db:
        rules = kept.rules(db, row.id)
    form, rule = form or ProviderForm(None, obj=row), rule or RuleForm(None)
    shown = {"provider": row, "rules": rules, "of": known(), "roles": role_names(), "result": result}
    back = {"back": way_back(row.id), "after": own_address() + url_for("accounts.sign_in")}
    status = 400 if form.errors or rule.errors else 200
    return render_template("providers/one.html", form=form, rule=rule, act=ActForm(), **shown, **back), status


@bp.post("")
@signed_in("change_provider")
@sure
def change(id: str) -> ResponseReturnValue:
    row, form = found(id), ProviderForm()
    if not form.validate_on_submit():
        return page(row, form)
    with store.writing() as db:
        kept.change(db, db.merge(row), form.values(), account() or abort(401), now())
    flash(_("Saved."), "ok")
    return redirect(url_for("provider.one", id=id))


@bp.route("/try", methods=["GET", "POST"])
@signed_in("change_provider")
def try_it(id: str) -> ResponseReturnValue:
    """Ask the service for its description and keys, as signing in would; its page read again asks nobody."""
    row = found(id)
    return page(row, result=tried(row) if request.method == "POST" else None)


@bp.post("/retire")
@signed_in("change_provider")
@sure
def retire(id: str) -> ResponseReturnValue:
    row = found(id)
    with store.writing() as db:
        kept.retire(db, db.merge(row), account() or abort(401), now(), today())
    flash(_("%(name)s is out of use.", name=row.name), "ok")
    return redirect(url_for("providers.shelf"))
