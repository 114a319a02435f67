"""Rules of a service: whoever has this value in this claim has this role in this organisation."""

from flask import Blueprint, abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from workshop import store
from workshop.clock import now
from workshop.store import providers as kept
from workshop.store.tables import ProviderRuleRow
from workshop.web.providers.forms import RuleForm
from workshop.web.providers.one import found, page
from workshop.web.signing_in import account, signed_in
from workshop.web.sure import sure

bp = Blueprint("provider_rules", __name__, url_prefix="/providers/<id>/rules")


@bp.post("")
@signed_in("change_provider")
@sure
def add(id: str) -> ResponseReturnValue:
    row, form = found(id), RuleForm()
    if not form.validate_on_submit():
        return page(row, rule=form)
    with store.writing() as db:
        new = kept.add_rule(db, row.id, form.rule, account() or abort(401), now())
    flash(_("The rule holds from the next signing in on.") if new else _("That rule is there already."), "ok")
    return redirect(url_for("provider.one", id=id))


@bp.post("/<rule>/drop")
@signed_in("change_provider")
@sure
def drop(id: str, rule: str) -> ResponseReturnValue:
    found(id)
    with store.writing() as db:
        row = db.get(ProviderRuleRow, rule)
        if row is None or row.provider != id:
            abort(404)
        kept.drop_rule(db, row, account() or abort(401), now())
    flash(_("The rule is gone. What it gave ends at each person's next signing in."), "ok")
    return redirect(url_for("provider.one", id=id))
