"""One template that an organisation brought: how its layouts are matched, a sample made in it, and its end."""

from functools import partial
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from workshop import store
from workshop.clock import now
from workshop.exports import FORMATS, child
from workshop.languages import reader_language
from workshop.store import templates as kept
from workshop.web.asked import FILE, File, answered, desk, file_name
from workshop.web.brought import UNFIT, Listed, brought, listed
from workshop.web.head import today
from workshop.web.roles import FORMS, RolesForm
from workshop.web.sample import sample
from workshop.web.signing_in import account, signed_in

bp = Blueprint("template", __name__, url_prefix="/templates/<id>")


@bp.get("")
@signed_in("see_templates")
def one(id: str) -> ResponseReturnValue:
    here = found(id)
    return page(here, FORMS[here.row.kind](formdata=None).offer(here.row))


@bp.post("")
@signed_in("see_templates")
def correct(id: str) -> ResponseReturnValue:
    """Keep which layout or style has which role."""
    here = changeable(id)
    form = FORMS[here.row.kind]().offer(here.row)
    if not form.validate_on_submit():
        return page(here, form, 400)
    with store.writing() as db:
        row = (kept.one(db, id) or abort(404))[0]
        kept.correct(db, row, form.corrections(row.seen["roles"]), account() or abort(401), now())
    flash(_("Saved. Files are made so from now on."), "ok")
    return redirect(url_for("template.one", id=id), 303)


@bp.post("/retire")
@signed_in("see_templates")
def retire(id: str) -> ResponseReturnValue:
    here = changeable(id)
    with store.writing() as db:
        kept.retire(db, (kept.one(db, id) or abort(404))[0], account() or abort(401), now())
    flash(_("“%(name)s” is no longer used.", name=here.row.name), "ok")
    return redirect(url_for("templates.shelf"), 303)


@bp.route("/sample.<kind>", methods=FILE)
@signed_in("see_templates")
def try_out(id: str, kind: str) -> ResponseReturnValue:
    """A file of neutral words, to be looked at in one's own program."""
    here = found(id)
    if kind != here.row.kind:
        abort(404)
    words = sample(reader_language(), today(), here.organisation)
    job = partial(child.make, kind, words, brought(here.row))
    file = File(file_name(kind, _("Sample"), here.row.name), FORMATS[kind].media_type, job)

    def unmade(why: str) -> ResponseReturnValue:
        flash(_(UNFIT), "bad")
        return redirect(url_for("template.one", id=id), 303)

    return answered(desk(), file, unmade)


def found(id: str) -> Listed:
    """The template, among all: only they say whether it is in use."""
    with store.reading() as db:
        every = listed(kept.every(db))
    return next((each for each in every if each.row.id == id), None) or abort(404)


def changeable(id: str) -> Listed:
    here = found(id)
    return here if here.changeable else abort(403)


def page(here: Listed, form: RolesForm, status: int = 200) -> ResponseReturnValue:
    seen: dict[str, Any] = here.row.seen
    layouts = {each["name"]: each for each in seen.get("layouts", ())}
    chosen = {field.short_name: field.data or seen["roles"][field.short_name] for field in form.fields}
    rows = [(field, chosen[field.short_name], layouts.get(chosen[field.short_name])) for field in form.fields]
    return render_template("brought/one.html", here=here, form=form, rows=rows, seen=seen), status
