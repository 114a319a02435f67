"""Checking in by a role's personal link, without an account: prefilled, and nothing is changed but by sending."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.organisations import heirs
from facilitation.plans.commands import Command
from facilitation.report.following.naming import period_name
from workshop import store
from workshop.clock import now
from workshop.perform import Asker, Outcome, perform, plan_log
from workshop.store import holders as rows
from workshop.store.forest import forest
from workshop.store.tables import OrganisationRow, RoleHolderRow
from workshop.throttle import Failures, Guard, check_in_guard, check_in_sends
from workshop.web.asking import OnceForm, once
from workshop.web.called import name_of
from workshop.web.following.answering import SAID, Asked, answered, asked_of
from workshop.web.following.asking import taken
from workshop.web.following.entry import said
from workshop.web.following.left_over import told_back
from workshop.web.following.reading import round_now
from workshop.web.following.sent import Sending
from workshop.web.head import today
from workshop.web.method import reading

bp = Blueprint("check_in", __name__, url_prefix="/check-in/<token>")
bp.record_once(lambda state: state.app.extensions.setdefault("check_in_guard", check_in_guard()))
bp.record_once(lambda state: state.app.extensions.setdefault("check_in_sends", check_in_sends()))


@dataclass(frozen=True)
class Held:
    """Whoever a key lets in, which organisation asks them today, what it is called, and until when the key does."""

    holder: RoleHolderRow
    where: str
    """Whoever goes on as the organisation in which they were given the role, once it is over."""
    whose: str
    until: datetime


def holder_of(token: str) -> Held:
    """Whoever holds the role by this key; for anybody else there is nothing, and who tries many waits."""
    guard: Guard = current_app.extensions["check_in_guard"]
    address, at = request.remote_addr or "", now().timestamp()
    if guard.shut(address, at):
        abort(429)
    with store.reading() as db:
        found = rows.holder_of_link(db, token, now(), today())
        if found is None:
            guard.missed(address, at)
            abort(404)
        holder, until = found
        where = (holder.organisation, *heirs(forest(db), holder.organisation, today()))[-1]
        return Held(holder, where, name_of(db.get(OrganisationRow, where)), until)


def too_often(holder: RoleHolderRow) -> bool:
    """Whether so much was sent by this link that the next must wait."""
    sends: Failures = current_app.extensions["check_in_sends"]
    at = now().timestamp()
    if sends.too_many(holder.id, at):
        flash(_("Much was sent by this link just now. Wait a minute and send it again; what you wrote stays."), "bad")
        return True
    sends.add(holder.id, at)
    return False


@bp.route("", methods=["GET", "POST"])
def check_in(token: str) -> ResponseReturnValue:
    held = holder_of(token)
    holder, form = held.holder, OnceForm()
    asks = list(asked_of(held.where, holder.role))
    waits = form.is_submitted() and too_often(holder)
    if not waits and form.validate_on_submit() and well(asks, form, holder):
        return redirect(url_for("check_in.check_in", token=token), 303)
    wrong = any(part.form.errors for each in asks for part in each.parts)
    told = {"round": round_now(held.where), "reading": reading, "period_name": period_name}
    page = render_template(
        "following/check_in.html",
        holder=holder,
        whose=held.whose,
        until=held.until,
        token=token,
        form=form,
        asks=asks,
        **told,
    )
    return page, 429 if waits else 400 if wrong else 200


def well(asks: list[Asked], form: OnceForm, holder: RoleHolderRow) -> bool:
    """Whether all that was filled in was taken."""
    count, looks = 0, list[str]()
    for each in asks:
        sending = Sending(each.plan.id)
        ask = sending.through(asking(each.plan.id, form, holder))
        some, found = taken(each.parts, form.once.data or "", today(), ask)
        sending.told(None, way="link", holder=holder.id)
        count, looks = count + some, looks + found
    said(count, looks)
    wrong = any(part.form.errors for each in asks for part in each.parts)
    lost = told_back(part for each in asks for part in each.parts)
    if not (count or wrong or lost):
        flash(_("Nothing was filled in, so nothing was changed."), "info")
    return not wrong


def asking(plan: str, form: OnceForm, holder: RoleHolderRow) -> Callable[[Command], Outcome]:
    """Through the door, in the name of the role; the log knows which holder it was."""
    who = Asker(holder.id, "holder")

    def ask(command: Command) -> Outcome:
        outcome = perform(plan_log(plan), command, who, once(form, command))
        if not outcome.ok:
            form.renew()
        return outcome

    return ask


@bp.get("/briefing")
def briefing(token: str) -> ResponseReturnValue:
    """What the role answers for, as its holder reads it."""
    held = holder_of(token)
    holder = held.holder
    told = answered(held.where, holder.role)
    return render_template(
        "following/briefing.html",
        holder=holder,
        whose=held.whose,
        token=token,
        told=told,
        reading=reading,
        here=None,
        **SAID,
    )
