"""Organisations and people brought as a table: looked at, weighed row by row, and taken at once."""

from collections.abc import Mapping, Sequence
from dataclasses import astuple

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from itsdangerous import BadData, URLSafeTimedSerializer
from sqlalchemy.orm import Session
from wtforms import BooleanField, HiddenField

from facilitation.organisations import KINDS, ROLES
from facilitation.words import Parallel, Refused
from workshop import limits, store
from workshop.clock import now
from workshop.languages import _l, worded
from workshop.mail import invitations
from workshop.mail.writing import To
from workshop.registry import example as planted
from workshop.registry import records, taking
from workshop.registry.records import Record
from workshop.registry.taking import Coming
from workshop.registry.weighing import Weighed, weighed
from workshop.store import accounts, identities, letters, organisations
from workshop.store.letters import Letter
from workshop.web.head import today
from workshop.web.lettered import given_as, read
from workshop.web.links import address_of
from workshop.web.organisations.doing import Doing, doings
from workshop.web.signing_in import account, desk_may, signed_in
from workshop.web.sure import sure

bp = Blueprint("bringing", __name__, url_prefix="/organisations/table")

FORM_SECONDS = 24 * 3600


class BringForm(FlaskForm):
    file = FileField(
        _l("Table"),
        [FileRequired(_l("Choose a file."))],
        description=_l("A workbook (.xlsx) or a CSV file in UTF-8; at most %(most)s rows.", most=limits.REGISTRY_ROWS),
        render_kw={"accept": ".xlsx,.csv"},
    )


class TakeForm(FlaskForm):
    lines = HiddenField()
    tell = BooleanField(
        _l("Write each of them a letter"),
        default=True,
        description=_l("In the language that the table names for them, or else that of this place."),
    )


@bp.url_value_preprocessor
def take_large_files(endpoint: str | None, _values: object) -> None:
    """A table is larger than what pages otherwise take; only from those who may bring one. Before forms are read."""
    if request.method == "POST" and desk_may("bring_organisations"):
        request.max_content_length = 2 * limits.UPLOAD_BYTES
        request.max_form_memory_size = limits.WORKBOOK_FORM_BYTES


@bp.get("")
@signed_in("bring_organisations")
def bring() -> ResponseReturnValue:
    return page(BringForm())


def page(form: BringForm, status: int = 200) -> ResponseReturnValue:
    heads = {table: list(heads.items()) for table, heads in records.HEADS.items()}
    return render_template("organisations/bring.html", form=form, heads=heads, kinds=KINDS, roles=ROLES), status


@bp.post("")
@signed_in("bring_organisations")
def weigh() -> ResponseReturnValue:
    """What it would do. Nothing is kept of the file: its rows go into the form that takes them in."""
    form = BringForm()
    if not form.validate_on_submit():
        return page(form, 400)
    try:
        rows = records.read(form.file.data.read(limits.UPLOAD_BYTES + 1), form.file.data.filename)
    except Refused as refused:
        form.file.errors = [worded(refused.message)]
        return page(form, 400)
    with store.reading() as db:
        wanted = weighed(taking.held(db, today()), rows)
        if wanted.broken:
            return told(wanted, rows)
        people = taking.coming(db, wanted)
        was = {row.id: organisations.names(row) for row in organisations.every(db)}
        would = doings(wanted, was, taking.named(db, wanted), people)
        return told(wanted, rows, would, written(db, wanted, people))


def told(
    wanted: Weighed, rows: Sequence[Record], would: Sequence[Doing] = (), going: Sequence[Letter] = ()
) -> ResponseReturnValue:
    broken = [(each.place, worded(each.message)) for each in wanted.broken]
    lines = "" if broken else _signer().dumps([astuple(row) for row in rows])
    form = TakeForm(formdata=None, lines=lines)
    lists = {"broken": broken, "rows": rows, "letters": going[: limits.LETTERS_SHOWN], "count": len(going)}
    page = render_template("organisations/weighed.html", would=would, form=form, read=read, **lists)
    return page, 400 if broken else 200


def written(db: Session, wanted: Weighed, people: Sequence[Coming]) -> list[Letter]:
    """One letter each, to whoever can get one: with a link that chooses a password, or of what they have now."""
    names, by = taking.named(db, wanted), (account() or abort(401)).name
    return [_letter(each, names, by) for each in people if each.account is None or identities.has_address(each.account)]


def _letter(person: Coming, names: Mapping[str, Parallel], by: str) -> Letter:
    to = To(person.email, person.name, person.language)
    roles = [given_as(part, names[part.organisation]) for part in person.parts]
    if person.token or person.account is None:
        return invitations.invited(to, roles, person.token, by, accounts.until(now()))
    return invitations.given(to, roles, by)


@bp.post("/take")
@signed_in("bring_organisations")
@sure
def take() -> ResponseReturnValue:
    """Do it, unless something has changed meanwhile that makes a row unfit; then that is said."""
    try:
        form = TakeForm()
        rows = [Record(*line) for line in _signer().loads(form.lines.data or "", max_age=FORM_SECONDS)]
    except BadData:
        abort(400)
    with store.writing() as db:
        done, people = taking.take(db, rows, account(), today(), now())
        told_of = written(db, done, people) if form.tell.data else ()
        for letter in told_of:
            letters.write(db, letter, now())
    if done.broken:
        return told(done, rows)
    links = [(each.name, each.email, address_of(each.token)) for each in people if each.token]
    return render_template("organisations/taken.html", links=links, letters=len(told_of))


def _signer() -> URLSafeTimedSerializer:
    who = account() or abort(401)
    return URLSafeTimedSerializer(str(current_app.secret_key), salt=f"toimi-registry/{who.id}")


@bp.post("/example")
@signed_in("bring_organisations")
def example() -> ResponseReturnValue:
    with store.writing() as db:
        done, _links = taking.take(db, planted.rows(), account(), today(), now())
    if done.broken:
        flash(_("Organisations of the same names stand in the way, so nothing was planted."), "bad")
    else:
        flash(_("Fictional organisations stand in the tree. Close them when you have seen enough."), "ok")
    return redirect(url_for("organisations.shelf"), 303)
