"""The round of comments, at the editors' desk: opened with a deadline, held by a link, answered one by one."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta

from flask import Blueprint, abort, flash, redirect, render_template, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from wtforms import DateField, RadioField, TextAreaField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import DataRequired, InputRequired, Length, Optional, ValidationError

from facilitation import limits
from facilitation.plans.commands import AnswerComment, CloseCommentRound, OpenCommentRound
from facilitation.plans.lines import line_in
from facilitation.plans.parts import Comment, Round
from facilitation.report.commented import commented
from facilitation.words import N_
from workshop import store
from workshop.clock import now
from workshop.languages import _l
from workshop.limits import COMMENTERS_ASKED
from workshop.mail.reviews import ask_for_comments
from workshop.mail.writing import To
from workshop.store import plan_people
from workshop.store import plans as rows
from workshop.store.accounts import note
from workshop.texts import several_lines
from workshop.web.asked import FILE
from workshop.web.asking import OnceForm, apart
from workshop.web.lettered import is_address, language_field
from workshop.web.method import reading
from workshop.web.plans.found import PlanHere, again, plan_here, refused, today, told
from workshop.web.plans.home import home_in
from workshop.web.plans.lines import called
from workshop.web.signing_in import signed_in
from workshop.web.sure import sure
from workshop.web.unmade import given
from workshop.web.wanted import wanted

bp = Blueprint("plan_comments", __name__, url_prefix="/plans/<id>/comments")

OUTCOMES = {
    "taken": ("ok", _l("Taken in")),
    "partly": ("info", _l("Taken in partly")),
    "not_taken": ("none", _l("Not taken in")),
}
LONGEST = COMMENTERS_ASKED * 254
WEEKS = timedelta(weeks=3)
TABLED = ("docx", "pdf")


class RoundForm(OnceForm):
    deadline = DateField(
        _l("Comments are taken until"),
        [InputRequired(_l("Give the last day for comments."))],
        description=_l("To the end of that day."),
    )


class AskForm(OnceForm):
    """Who is asked by letter."""

    addresses = TextAreaField(
        _l("E-mail addresses, one a line"),
        [DataRequired(_l("Write at least one address.")), Length(max=LONGEST)],
        filters=[several_lines],
        render_kw={"rows": 4, "maxlength": LONGEST, "autocomplete": "off"},
    )
    language = language_field()

    def validate_addresses(self, field: TextAreaField) -> None:
        if len(self.listed) > COMMENTERS_ASKED:
            raise ValidationError(_("At most %(max)s at once.", max=COMMENTERS_ASKED))
        for each in self.listed:
            if not is_address(each):
                raise ValidationError(_("This is no address: %(words)s", words=each[:80]))

    @property
    def listed(self) -> list[str]:
        """Each once, in the order in which they were written."""
        return list(dict.fromkeys(re.split(r"[\s,;]+", self.addresses.data or "")))


class AnswerForm(OnceForm):
    outcome = RadioField(
        _l("What became of it"),
        [Optional()],
        choices=[SelectChoice(key, name) for key, (_kind, name) in OUTCOMES.items()],
    )
    answer = TextAreaField(
        _l("Answer"),
        [Length(max=limits.COMMENT, message=_l("At most %(max)d characters."))],
        filters=[several_lines],
        render_kw={"rows": 3, "maxlength": limits.COMMENT},
    )


@dataclass(frozen=True)
class Row:
    """A comment with its answer, as a line of the table."""

    comment: Comment
    who: str
    about: str
    form: AnswerForm


@bp.get("")
@signed_in("see_plans")
def comments(id: str) -> ResponseReturnValue:
    here = plan_here(id)
    return page(here, RoundForm(formdata=None, deadline=today() + WEEKS))


def page(
    here: PlanHere,
    form: RoundForm,
    status: int = 200,
    sent: tuple[str, AnswerForm] | None = None,
    asking: AskForm | None = None,
) -> ResponseReturnValue:
    """The table; an answer that was `sent` and not taken stands as it was typed."""
    link = session.pop(f"comment-link-{here.row.id}", "")
    listed = {"rows": list(answered(here, sent)), "outcomes": OUTCOMES, "link": link}
    listed |= {"asking": asking or AskForm(formdata=None), "over": is_over(here.life.round)}
    return render_template("plans/comments.html", here=here, form=form, plain=OnceForm(formdata=None), **listed), status


def is_over(round: Round | None) -> bool:
    """Whether the day has passed until which comments are taken, in a round that nobody has closed yet."""
    return round is not None and today() > round.deadline


def answered(here: PlanHere, sent: tuple[str, AnswerForm] | None) -> Iterator[Row]:
    """Unanswered ones first, otherwise as they came."""
    names = names_in(here) if here.may("change_plan") else {}
    listed = sorted(here.life.comments.values(), key=lambda each: bool(each.answer or each.outcome))
    for each in listed:
        plain = AnswerForm(formdata=None, outcome=each.outcome or None, answer=each.answer)
        form = sent[1] if sent and sent[0] == each.id else plain
        yield Row(each, names.get(each.by, ""), about(here, each), apart(form, each.id))


def names_in(here: PlanHere) -> Mapping[str, str]:
    """What those call themselves who commented, by id."""
    with store.reading() as db:
        people = plan_people.people_in(db, here.row, today())
        return {**rows.guests(db, here.row.id), **{who.id: who.name for who in people}}


def about(here: PlanHere, comment: Comment) -> str:
    """What a comment is about, as it was called in the version that was commented on."""
    version = here.life.version(here.life.rounds[comment.round - 1].version)
    plan = version.plan if version else here.life.plan
    line = line_in(plan, comment.about)
    return called(plan, line) if line else ""


@bp.route("/table.<format>", methods=FILE)
@signed_in("see_plans")
def table(id: str, format: str) -> ResponseReturnValue:
    """The table as a document, for the file and for whoever decides; with names, so for editors only."""
    here = plan_here(id, "change_plan")
    if format not in TABLED:
        abort(404)
    to = reading(here.pack)
    want = wanted(home_in(here), format, {})
    told = commented(want.report(), here.life, names_in(here), to)
    return given(want, told, str(to.words(N_("Comments and answers"))))


@bp.post("/open")
@signed_in("see_plans")
@sure
def open_round(id: str) -> ResponseReturnValue:
    here, form = plan_here(id, "make_comment_link"), RoundForm()
    if form.validate_on_submit() and form.deadline.data:
        why = refused(here, OpenCommentRound(form.deadline.data, today()), form)
        if not why:
            return with_link(here)
        form.deadline.errors = [why]
    return page(here, form, 400)


@bp.post("/link")
@signed_in("see_plans")
@sure
def new_link(id: str) -> ResponseReturnValue:
    here, form = plan_here(id, "make_comment_link"), OnceForm()
    return with_link(here) if form.validate_on_submit() else abort(400)


def with_link(here: PlanHere) -> ResponseReturnValue:
    """A new link, shown once: we keep only its hash."""
    with store.writing() as db:
        token = rows.new_link(db, here.row.id, here.who.id, now())
        note(db, now(), here.who, "make_comment_link", here.row.id, organisation=here.row.organisation or "")
    session[f"comment-link-{here.row.id}"] = token
    flash(_("The link is ready. Whoever has it can comment, without an account."), "ok")
    return redirect(url_for("plan_comments.comments", id=here.row.id), 303)


@bp.post("/ask")
@signed_in("see_plans")
@sure
def ask(id: str) -> ResponseReturnValue:
    """Each gets a link of their own by letter, and a reminder before the last day."""
    here, form = plan_here(id, "make_comment_link"), AskForm()
    round = here.life.round or abort(409)
    if is_over(round):
        flash(_("The round of comments has ended, so nobody is asked any more."), "bad")
        return redirect(url_for("plan_comments.comments", id=id), 303)
    if not form.validate_on_submit():
        return page(here, RoundForm(formdata=None, deadline=today() + WEEKS), 400, asking=form)
    readers = [To(each, language=form.language.data) for each in form.listed]
    with store.writing() as db:
        count = ask_for_comments(db, here.life, round, readers, here.who, now())
    flash(ngettext("One letter lies in the outbox.", "%(num)d letters lie in the outbox.", count), "ok")
    return redirect(url_for("plan_comments.comments", id=id), 303)


@bp.post("/close")
@signed_in("see_plans")
def close_round(id: str) -> ResponseReturnValue:
    here, form = plan_here(id, "make_comment_link"), OnceForm()
    told(refused(here, CloseCommentRound(), form), _("The round of comments is closed."))
    return redirect(url_for("plan_comments.comments", id=id), 303)


@bp.post("/<comment>/answer")
@signed_in("see_plans")
def answer(id: str, comment: str) -> ResponseReturnValue:
    here, form = plan_here(id, "change_plan"), AnswerForm()
    if comment not in here.life.comments:
        abort(404)
    wish = AnswerComment(comment, form.answer.data or "", form.outcome.data or "")
    why = refused(here, wish, form) if form.validate_on_submit() else ""
    if not (why or form.errors):
        flash(_("Saved."), "ok")
        return redirect(url_for("plan_comments.comments", id=id, _anchor=f"comment-{comment}"), 303)
    if why:
        form.answer.errors = [why]
    return page(again(here), RoundForm(formdata=None, deadline=today() + WEEKS), 400, (comment, form))
