"""Somebody leaves: all their roles in an organisation go to a successor in one act, and one page tells of them all."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from wtforms import Form, HiddenField, SelectField, StringField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import ValidationError

from facilitation.plans.results import roles_of
from facilitation.shapes.roles import same_role
from facilitation.words import Parallel
from workshop import store
from workshop.clock import now
from workshop.languages import _l, worded
from workshop.store import holders as rows
from workshop.store import leaving
from workshop.store.leaving import Successor
from workshop.store.tables import OrganisationRow, RoleHolderRow
from workshop.web.called import name_of
from workshop.web.following.answering import SAID, answered, plans_of
from workshop.web.following.holders import line_of, one
from workshop.web.following.owned import Owned, told_of
from workshop.web.following.remarks import unanswered
from workshop.web.following.successors import SuccessorForm
from workshop.web.head import today
from workshop.web.method import reading
from workshop.web.organisations.known import found
from workshop.web.signing_in import account, may_in, signed_in
from workshop.web.sure import sure

bp = Blueprint("leaving", __name__, url_prefix="/organisations/<id>/holders")


@dataclass(frozen=True)
class Going:
    """A role that somebody has, and the titles of the plans that name it by their ids."""

    row: RoleHolderRow
    plans: Mapping[str, Parallel]

    @property
    def last_day(self) -> date | None:
        return self.row.until - timedelta(1) if self.row.until else None


class WhomForm(Form):
    """Who leaves: by one of their rows, so that no address of a page tells a name. It changes nothing."""

    whom = SelectField(_l("Who leaves?"))


class HandAllOverForm(SuccessorForm):
    whom = HiddenField()
    theirs: Sequence[RoleHolderRow] = ()
    """What whoever leaves has."""

    def validate_name(self, field: StringField) -> None:
        if self.successor.key in {leaving.key(row.name, row.email) for row in self.theirs}:
            raise ValidationError(_("That is who leaves. Write who takes over."))

    def validate(self, extra_validators: Any = None) -> bool:
        """Days of which each may stand, and on which together there is nothing to hand over."""
        if not super().validate(extra_validators):
            return False
        if leaving.handed_over(self.theirs, self.successor):
            return True
        self.since.errors = [_("On those days they hold nothing that could be handed over.")]
        return False


@bp.get("/all")
@signed_in("see_organisations")
def shown(id: str) -> ResponseReturnValue:
    """Who leaves is chosen first; then it is shown what they hold, before anything is handed over."""
    row, whom = found(id, "hand_over"), request.args.get("whom", "")
    return page(row, HandAllOverForm(formdata=None, whom=whom), theirs(id, whom))


def theirs(id: str, whom: str) -> Sequence[RoleHolderRow]:
    """What the person of this row has today or will have."""
    row = one(id, whom) if whom else None
    with store.reading() as db:
        return leaving.of_person(db, line_of(db, id), row, today()) if row else ()


def page(row: OrganisationRow, form: HandAllOverForm, has: Sequence[RoleHolderRow], status: int = 200):
    who = WhomForm(whom=has[0].id if has else "")
    who.whom.choices = list(people(row.id, has))
    return render_template(
        "following/all.html",
        here=row,
        name=name_of(row),
        who=who,
        whose=has[0].name or has[0].email if has else "",
        going=list(going(row.id, has)),
        form=form,
        today=today(),
    ), status


def people(id: str, chosen: Sequence[RoleHolderRow]) -> Iterator[SelectChoice]:
    """Everybody who has a role, once, by one of their rows; how many they have tells namesakes apart."""
    with store.reading() as db:
        every = rows.every(db, line_of(db, id), today())
    of: dict[str, list[RoleHolderRow]] = {}
    for row in every:
        of.setdefault(leaving.key(row.name, row.email), []).append(row)
    of.pop("", None)
    for has in sorted(of.values(), key=lambda has: has[0].name.casefold()):
        first = next((row for row in has if row.id in {each.id for each in chosen[:1]}), has[0])
        called = ", ".join(filter(None, (first.name, first.email)))
        count = ngettext("%(num)d role", "%(num)d roles", len(has))
        yield SelectChoice(first.id, f"{called} ({count})")


def going(id: str, has: Sequence[RoleHolderRow]) -> Iterator[Going]:
    plans = plans_of(id) if has else ()
    named = [(each.plan, {same_role(role) for role in roles_of(each.plan)}) for each in plans]
    for row in has:
        its = (plan for plan, roles in named if same_role(row.role) in roles)
        yield Going(row, {plan.id: plan.title for plan in its})


@bp.post("/all")
@signed_in("see_organisations")
@sure
def hand_all_over(id: str) -> ResponseReturnValue:
    """Every part that they have goes on as it is; the other holders and deputies of these roles stay."""
    row, form = found(id, "hand_over"), HandAllOverForm()
    form.theirs = theirs(id, form.whom.data or "")
    if form.theirs and not form.validate_on_submit():
        return page(row, form, form.theirs, 400)
    new = handed(id, form.theirs[0], form.successor) if form.theirs else ()
    if not new:
        flash(_("They hold nothing any more: it is handed over already."), "warn")
        return redirect(url_for("leaving.shown", id=id), 303)
    flash(ngettext("One role is handed over.", "%(num)d roles are handed over.", len(new)), "ok")
    return redirect(url_for("leaving.briefing", id=id, holder=new[0].id), 303)


def handed(id: str, whom: RoleHolderRow, to: Successor) -> Sequence[RoleHolderRow]:
    with store.writing() as db:
        has = leaving.of_person(db, line_of(db, id), whom, today())
        return leaving.hand_over_all(db, id, has, to, account() or abort(401), now())


@bp.get("/<holder>/briefing/all")
@signed_in("see_organisations")
def briefing(id: str, holder: str) -> ResponseReturnValue:
    """All that the person of this row answers for by any of their roles, on one page."""
    row = found(id, "see_holders")
    whom = one(id, holder)
    has = theirs(id, holder) or [whom]
    told = [Owned(each.role, id, answered(id, each.role)) for each in has]
    return render_template(
        "following/briefing_all.html",
        here=row,
        name=name_of(row),
        whom=whom,
        told=list(zip(has, told, strict=True)),
        roles=list(dict.fromkeys(each.role for each in has)),
        finding=worded(lags) if (lags := told_of(told)) else "",
        unanswered=unanswered,
        hands_over=may_in("hand_over", id),
        reading=reading,
        today=today(),
        **SAID,
    )
