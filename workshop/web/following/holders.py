"""Who holds the roles that an organisation's plans name: handed over in one act, with links to check in by."""

from collections.abc import Collection
from datetime import timedelta

from flask import Blueprint, abort, flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from wtforms import RadioField, SelectField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import InputRequired

from facilitation.organisations import forebears
from facilitation.plans.results import roles_of
from facilitation.shapes.roles import same_role
from workshop import store
from workshop.clock import now
from workshop.languages import _l
from workshop.store import bounces
from workshop.store import holders as rows
from workshop.store.accounts import note
from workshop.store.forest import forest
from workshop.store.tables import OrganisationRow, RoleHolderRow
from workshop.web.asking import OnceForm
from workshop.web.called import name_of
from workshop.web.following.answering import SAID, answered, plans_of
from workshop.web.following.successors import SuccessorForm
from workshop.web.head import today
from workshop.web.method import reading
from workshop.web.organisations.known import found
from workshop.web.signing_in import account, may_in, signed_in
from workshop.web.sure import sure

bp = Blueprint("holders", __name__, url_prefix="/organisations/<id>/holders")

PARTS = {"holder": _l("Holds the role"), "deputy": _l("Stands in for the holder")}


class HandOverForm(SuccessorForm):
    role = SelectField(_l("Role"), [InputRequired(_l("Choose a role."))])
    part = RadioField(_l("Part"), choices=[SelectChoice(key, name) for key, name in PARTS.items()], default="holder")


@bp.get("")
@signed_in("see_organisations")
def holders(id: str) -> ResponseReturnValue:
    return page(found(id, "see_holders"), hand_over_form(id, formdata=None))


def hand_over_form(id: str, **how: None) -> HandOverForm:
    form = HandOverForm(**how)
    form.role.choices = [SelectChoice("", "–"), *(SelectChoice(role, role) for role in named(id))]
    return form


def named(id: str) -> list[str]:
    """Every role that the organisation's approved plans name, once, and those that somebody holds all the same."""
    every = {same_role(role): role for each in plans_of(id) for role in roles_of(each.plan)}
    with store.reading() as db:
        held = rows.holders(db, line_of(db, id), today())
    every |= {key: those[0].role for key, those in held.items() if key not in every}
    return sorted(every.values(), key=str.casefold)


def line_of(db: Session, id: str) -> Collection[str]:
    """The organisation, and all in whose stead it goes on."""
    return (id, *forebears(forest(db), id, today()))


def page(row: OrganisationRow, form: HandOverForm, status: int = 200) -> ResponseReturnValue:
    with store.reading() as db:
        line = line_of(db, row.id)
        held, links = rows.holders(db, line, today()), rows.links(db, line, now())
        away = bounces.bounced(db, [each.email for those in held.values() for each in those if each.email])
    return render_template(
        "following/holders.html",
        here=row,
        name=name_of(row),
        roles=[(role, held.get(same_role(role), ())) for role in named(row.id)],
        somebody=bool(held),
        links=links,
        away=away,
        parts_named=PARTS,
        form=form,
        act=OnceForm(formdata=None),
        hands_over=may_in("hand_over", row.id),
        link=session.pop(f"check-in-{row.id}", None),
        today=today(),
        last_days={each.id: each.until - timedelta(1) for those in held.values() for each in those if each.until},
    ), status


@bp.post("")
@signed_in("see_organisations")
@sure
def hand_over(id: str) -> ResponseReturnValue:
    """In one act, in every plan that names the role: the plans name roles, so no word of them changes."""
    row, form = found(id, "hand_over"), hand_over_form(id)
    if not form.validate_on_submit():
        return page(row, form, 400)
    to, part = form.successor, "deputy" if form.part.data == "deputy" else "holder"
    with store.writing() as db:
        who, named = account() or abort(401), (to.name, to.email)
        new = rows.hand_over(db, id, form.role.data, part, named, to.since, who, now(), to.language, to.until)
    flash(_("The role is handed over, in every plan that names it."), "ok")
    return redirect(url_for("holders.briefing", id=id, holder=new.id), 303)


# -- One holder -----------------------------------------------------------------------------------------------------


def one(id: str, holder: str) -> RoleHolderRow:
    with store.reading() as db:
        row, line = db.get(RoleHolderRow, holder), line_of(db, id)
    return row if row and row.organisation in line else abort(404)


@bp.get("/<holder>/briefing")
@signed_in("see_organisations")
def briefing(id: str, holder: str) -> ResponseReturnValue:
    """What the new holder takes over: goals, metrics and actions of every plan, what lags first."""
    row = found(id, "see_holders")
    whom = one(id, holder)
    told = answered(id, whom.role)
    return render_template(
        "following/briefing.html",
        holder=whom,
        whose=name_of(row),
        told=told,
        reading=reading,
        here=row,
        token="",
        **SAID,
    )


@bp.post("/<holder>/link")
@signed_in("see_organisations")
@sure
def link(id: str, holder: str) -> ResponseReturnValue:
    """A link to check in by; the one before leads nowhere any more."""
    found(id, "hand_over")
    whom, form = one(id, holder), OnceForm()
    if form.validate_on_submit():
        with store.writing() as db:
            token = rows.new_link(db, whom, account() or abort(401), now())
        address = url_for("check_in.check_in", token=token, _external=True)
        session[f"check-in-{id}"] = (whom.name, address)
    return redirect(url_for("holders.holders", id=id), 303)


@bp.post("/<holder>/revoke")
@signed_in("see_organisations")
@sure
def revoke(id: str, holder: str) -> ResponseReturnValue:
    found(id, "hand_over")
    whom = one(id, holder)
    if OnceForm().validate_on_submit():
        with store.writing() as db:
            rows.revoke(db, whom.id, now())
            note(db, now(), account(), "revoke_check_in_link", whom.id, organisation=id)
        flash(_("The link leads nowhere any more."), "ok")
    return redirect(url_for("holders.holders", id=id), 303)


@bp.post("/<holder>/end")
@signed_in("see_organisations")
@sure
def end(id: str, holder: str) -> ResponseReturnValue:
    """From today on nobody holds the role by this."""
    found(id, "hand_over")
    whom = one(id, holder)
    if OnceForm().validate_on_submit():
        with store.writing() as db:
            rows.end(db, db.merge(whom), today(), now())
            note(db, now(), account(), "end_holding", whom.id, organisation=id, role=whom.role)
    return redirect(url_for("holders.holders", id=id), 303)
