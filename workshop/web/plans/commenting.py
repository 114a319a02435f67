"""Commenting by a link, without an account: the version that is out, a box beside each goal, and the answers."""

import secrets
from hashlib import sha256

from flask import Blueprint, abort, current_app, flash, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import HiddenField, StringField, TextAreaField
from wtforms.validators import DataRequired, Length

from facilitation import limits
from facilitation.plans.commands import AddComment
from facilitation.plans.lines import line_in
from facilitation.plans.parts import Comment, Round
from facilitation.plans.state import Life
from facilitation.shapes import Plan
from facilitation.words import said
from workshop import store
from workshop.clock import now
from workshop.languages import _l, reader_language, worded
from workshop.perform import Asker, perform, plan_log
from workshop.store import plans as rows
from workshop.store.tables import PlanRow
from workshop.texts import one_line, several_lines
from workshop.throttle import comment_guard
from workshop.web.asking import OnceForm, apart, once
from workshop.web.document import document
from workshop.web.method import confirmations
from workshop.web.plans.comments import OUTCOMES
from workshop.web.plans.found import life_of, pack_for, today
from workshop.web.plans.lines import called

bp = Blueprint("commenting", __name__, url_prefix="/comment/<token>")
bp.record_once(lambda state: state.app.extensions.setdefault("comment_guard", comment_guard()))


class CommentForm(OnceForm):
    about = HiddenField()
    text = TextAreaField(
        _l("Your comment"),
        [
            DataRequired(_l("Write something first.")),
            Length(max=limits.COMMENT, message=_l("At most %(max)d characters.")),
        ],
        filters=[several_lines],
        render_kw={"rows": 4, "maxlength": limits.COMMENT},
    )
    name = StringField(
        _l("Your name or organisation"),
        [Length(max=limits.NAME, message=_l("At most %(max)d characters."))],
        description=_l("Whoever edits the plan sees it. It is not written into the plan."),
        filters=[one_line],
        render_kw={"autocomplete": "organization"},
    )


@bp.route("", methods=["GET", "POST"])
def comment(token: str) -> ResponseReturnValue:
    with store.reading() as db:
        row = rows.plan_of_link(db, token) or abort(404)
    life, form = life_of(row.id), CommentForm()
    if form.validate_on_submit():
        said = too_often() or added(row, form)
        if not said:
            flash(_("Thank you. Your comment is kept, and you find the answer here."), "ok")
            return redirect(url_for("commenting.comment", token=token, _anchor="mine"), 303)
        form.text.errors = [said]
    return page(row, life, token, form), 400 if form.errors else 200


def too_often() -> str:
    """Why somebody at this address waits; every comment counts, since nobody has to sign in for it."""
    guard, address, at = current_app.extensions["comment_guard"], request.remote_addr or "", now().timestamp()
    if guard.shut(address, at):
        return _("Many comments came from here just now. Wait a minute and send it again; your text stays here.")
    guard.missed(address, at)
    return ""


def added(row: PlanRow, form: CommentForm) -> str:
    """Why the comment was not taken, in the reader's words."""
    who = guest(row)
    id = sha256(f"{who}/{form.once.data}".encode()).hexdigest()[:16]
    wish = AddComment(id, form.about.data or row.id, form.text.data or "", reader_language(), today())
    outcome = perform(plan_log(row.id), wish, Asker(who, "guest"), once(form, wish))
    if outcome.message:
        form.renew()
        return worded(outcome.message)
    if form.name.data:
        with store.writing() as db:
            rows.name_guest(db, row.id, who, form.name.data)
    return ""


def guest(row: PlanRow) -> str:
    """This browser's id as a guest of the plan: it says nothing about who sits at it."""
    key = f"guest-{row.id}"
    if key not in session:
        session[key] = f"guest-{secrets.token_urlsafe(9)}"
    return session[key]


def page(row: PlanRow, life: Life, token: str, form: CommentForm) -> str:
    round = life.rounds[-1] if life.rounds else abort(404)
    version = life.version(round.version) or abort(404)
    plan, pack = version.plan, pack_for(version.plan.pack, row.organisation, version.at)
    doc = document(plan, (), pack, confirmations(pack.key), reader_language(), today())
    asked = form.about.data if form.is_submitted() else ""
    return render_template(
        "plans/comment.html",
        doc=doc,
        plan=plan,
        to=doc.to,
        token=token,
        title=said(plan.title, reader_language()) or plan.organisation,
        round=round,
        here=None,
        open=is_open(round),
        form_about=lambda about: apart(form if about == asked else CommentForm(formdata=None, about=about), about),
        mine=mine(row, life, plan),
        outcomes=OUTCOMES,
    )


def is_open(round: Round) -> bool:
    return round.open and today() <= round.deadline


def mine(row: PlanRow, life: Life, plan: Plan) -> list[tuple[Comment, str]]:
    """What this browser has commented, each with what it is about."""
    who = session.get(f"guest-{row.id}", "")
    found = [each for each in life.comments.values() if each.by == who]
    return [(each, called(plan, line) if (line := line_in(plan, each.about)) else "") for each in found]
