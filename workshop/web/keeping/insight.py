"""What a workshop holds, read by an administrator: only for a reason, for an hour, and its hosts see who and why."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from facilitation.live.state import Card, Said, Workshop
from facilitation.words import said
from workshop import limits, store
from workshop.clock import now
from workshop.languages import _l, moment, reader_language
from workshop.mail.writing import To, spoken
from workshop.store import insights, letters
from workshop.store.identities import has_address
from workshop.store.letters import Letter
from workshop.store.tables import AccountRow, InsightRow, WorkshopRow
from workshop.texts import several_lines
from workshop.web.found import found_or_404, state_of
from workshop.web.saying import as_said
from workshop.web.signing_in import account, signed_in
from workshop.web.sure import sure

OF_WORKSHOP = "workshop:"
"""How a workshop's log is called."""

bp = Blueprint("insight", __name__, url_prefix="/workshops/<id>/contents")


class WhyForm(FlaskForm):
    why = TextAreaField(
        _l("Why you need to read it"),
        [
            DataRequired(_l("Write why: its facilitators read it.")),
            Length(max=300, message=_l("At most %(max)d characters.")),
        ],
        filters=[several_lines],
        render_kw={"maxlength": 300, "rows": 3},
    )


@dataclass(frozen=True)
class Part:
    """A step and the texts in it, each without who wrote it."""

    title: str
    texts: list[list[str]]


@bp.get("")
@signed_in("read_workshop")
def read(id: str) -> ResponseReturnValue:
    """The contents while somebody may read them; before and after it, what opens them."""
    row, held = found_or_404(id), insight(id)
    if held is None:
        return asked(id, WhyForm())
    state = state_of(row)
    shown = {"title": as_said(state.title, row.title), "parts_of": list(parts(state))}
    return render_template("keeping/contents.html", row=row, held=held, **shown)


@bp.post("")
@signed_in("read_workshop")
@sure
def open_it(id: str) -> ResponseReturnValue:
    found_or_404(id)
    form = WhyForm()
    if not form.validate_on_submit():
        return asked(id, form, 400)
    with store.writing() as db:
        who, why = account() or abort(401), form.why.data or ""
        told(db, insights.open_to(db, id, who, why, now()), who)
    return redirect(url_for("insight.read", id=id), 303)


def told(db: Session, row: InsightRow, by: AccountRow) -> None:
    """Whoever set the workshop up gets a letter besides."""
    workshop = db.get_one(WorkshopRow, row.workshop)
    owner = db.get_one(AccountRow, workshop.owner)
    if owner.closed_at or not has_address(owner):
        return
    with spoken(To(owner.email, owner.name, owner.language)) as language:
        subject, text = opened(workshop, row, by) if row.opens else searched(workshop, row, by)
    letters.write(db, Letter(f"insight:{row.id}", owner.email, language, subject, text), now())


def opened(workshop: WorkshopRow, row: InsightRow, by: AccountRow) -> tuple[str, str]:
    subject = _("Your workshop was opened to an administrator: %(title)s", title=workshop.title)[:200]
    text = _(
        "%(name)s may read what is written in it until %(until)s. The reason they gave: %(why)s",
        name=by.name,
        until=moment(row.until),
        why=row.why,
    )
    return subject, text


def searched(workshop: WorkshopRow, row: InsightRow, by: AccountRow) -> tuple[str, str]:
    subject = _("Somebody was looked for in your workshop: %(title)s", title=workshop.title)[:200]
    text = _(
        "%(name)s, administrator, looked for a person on %(since)s and saw the passages in which they stand. "
        "The reason they gave: %(why)s",
        name=by.name,
        since=moment(row.since),
        why=row.why,
    )
    return subject, text


def looked_in(db: Session, logs: Iterable[str], by: AccountRow, why: str) -> None:
    """Passages were seen of what these logs hold: the hosts of those that are workshops' are told."""
    homes = (log.removeprefix(OF_WORKSHOP) for log in dict.fromkeys(logs) if log.startswith(OF_WORKSHOP))
    for row in [insights.looked(db, home, by, why, now()) for home in homes]:
        if row is not None:
            told(db, row, by)


def asked(id: str, form: WhyForm, status: int = 200) -> ResponseReturnValue:
    row, minutes = found_or_404(id), limits.INSIGHT_MINUTES
    return render_template("keeping/why.html", row=row, form=form, minutes=minutes), status


def insight(id: str) -> InsightRow | None:
    with store.reading() as db:
        return insights.holds(db, id, (account() or abort(401)).id, now())


def parts(state: Workshop) -> Iterator[Part]:
    """Step by step, all that was written; no names, and no order but that of the cards' ids."""
    for step in state.order:
        here = sorted((card for card in state.cards.values() if card.step == step), key=lambda card: card.id)
        texts = [words for card in here if (words := words_of(card))]
        if texts:
            yield Part(said(state.steps[step].title, reader_language()), texts)


def words_of(card: Card) -> list[str]:
    answers = (answer for answer in card.answers.values() if isinstance(answer, Said))
    return [wording.text for answer in answers for wording in answer.wordings.values() if wording.text]
