"""A round of follow-up is asked otherwise than it was set, or not at all: those who were asked hear of it by letter."""

from datetime import date

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from wtforms import DateField, HiddenField
from wtforms.validators import ValidationError

from facilitation.followup.setting import may_be_due, may_open
from facilitation.words import LANGUAGES
from workshop import store
from workshop.clock import now
from workshop.languages import day
from workshop.store import rounds as rows
from workshop.store.keys import hash_of
from workshop.store.tables import FollowRoundRow, OrganisationRow
from workshop.web.asking import OnceForm
from workshop.web.called import name_of
from workshop.web.following.rounds import RoundForm, at_its_field
from workshop.web.head import today
from workshop.web.organisations.known import found
from workshop.web.signing_in import account, may_in, signed_in

bp = Blueprint("follow_round", __name__, url_prefix="/organisations/<id>/rounds/<round>")


class ChangeForm(RoundForm):
    """Once it has opened, its first day stays: it was asked from then on."""

    seen = HiddenField()

    def __init__(self, row: FollowRoundRow) -> None:
        names = {f"name_{code}": getattr(row, code) for code in LANGUAGES}
        super().__init__(data={"opens": row.opens, "due": row.due, "seen": sign(row), **names})
        self.row = row
        if row.opens <= today():
            del self.opens

    @property
    def first_day(self) -> date | None:
        return self.opens.data if self.opens else self.row.opens

    def validate_opens(self, field: DateField) -> None:
        if field.data:
            with at_its_field():
                may_open(rows.round_of(self.row), field.data, today())

    def validate_due(self, field: DateField) -> None:
        if self.seen.data != sign(self.row):
            self.seen.data = sign(self.row)
            words = _("Somebody changed the round meanwhile: it is due by %(day)s now. Look, and save once more.")
            raise ValidationError(words % {"day": day(self.row.due)})
        if field.data and (first := self.first_day):
            with at_its_field():
                may_be_due(rows.round_of(self.row), first, field.data, today())


def sign(row: FollowRoundRow) -> str:
    """By which a form knows that the round is still as its writer saw it."""
    return hash_of(f"{row.opens}\n{row.due}\n{row.fi}\n{row.sv}\n{row.en}")[:16]


@bp.route("", methods=["GET", "POST"])
@signed_in("see_organisations")
def change(id: str, round: str) -> ResponseReturnValue:
    here, row = found(id, "change_round"), round_here(id, round)
    if row.withdrawn_at:
        return nothing_left(id)
    form = ChangeForm(row)
    if form.validate_on_submit():
        if told := changed(row, form):
            flash(told, "ok")
            return redirect(url_for("follow_rounds.rounds", id=id), 303)
        return change(id, round)  # by what it is now
    return page("following/change_round.html", here, row, form), 400 if form.errors else 200


@bp.route("/withdraw", methods=["GET", "POST"])
@signed_in("see_organisations")
def withdraw(id: str, round: str) -> ResponseReturnValue:
    here, row, form = found(id, "withdraw_round"), round_here(id, round), OnceForm()
    if row.withdrawn_at:
        return nothing_left(id)
    if form.validate_on_submit():
        flash(withdrawn(row), "ok")
        return redirect(url_for("follow_rounds.rounds", id=id), 303)
    return page("following/withdraw_round.html", here, row, form), 400 if form.errors else 200


def round_here(id: str, round: str) -> FollowRoundRow:
    """A round that this organisation set; those of others are changed where they were set."""
    with store.reading() as db:
        row = db.get(FollowRoundRow, round)
    return row if row and row.organisation == id else abort(404)


def nothing_left(id: str) -> ResponseReturnValue:
    flash(_("That round was withdrawn. Set another, if one is to be asked."), "ok")
    return redirect(url_for("follow_rounds.rounds", id=id), 303)


def page(template: str, here: OrganisationRow, row: FollowRoundRow, form: OnceForm) -> str:
    with store.reading() as db:
        told = len(asked(db, row))
    may = {"withdraws": may_in("withdraw_round", here.id), "told": told}
    return render_template(template, here=here, name=name_of(here), round=rows.round_of(row), form=form, **may)


def asked(db: Session, row: FollowRoundRow) -> tuple[str, ...]:
    """Addresses to which letters of the round went."""
    return tuple(rows.asked(db, row, now()))


def changed(row: FollowRoundRow, form: ChangeForm) -> str:
    """What came of it, in words; none where somebody else was quicker."""
    who, due = account() or abort(401), form.due.data or row.due
    with store.writing() as db:
        there = db.get(FollowRoundRow, row.id, with_for_update=True)
        if there is None or there.withdrawn_at or sign(there) != sign(row):
            return ""
        rows.change_round(db, there, form.first_day or row.opens, due, form.name, who, now())
        told = due != row.due and asked(db, row)
    if told:
        return _("The round is changed. Those who were asked hear of it by letter.")
    return _("The round is changed.")


def withdrawn(row: FollowRoundRow) -> str:
    who = account()
    with store.writing() as db:
        if who and (there := db.get(FollowRoundRow, row.id, with_for_update=True)):
            rows.withdraw_round(db, there, who, now())
        told = asked(db, row)
    if told:
        return _("The round is withdrawn. Those who were asked hear of it by letter.")
    return _("The round is withdrawn.")
