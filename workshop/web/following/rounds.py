"""Rounds of follow-up of an organisation and all under it: opened with its days, and where each plan stands."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from datetime import date
from typing import Any

from flask import Blueprint, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.exc import IntegrityError
from wtforms import DateField, StringField
from wtforms.validators import InputRequired, Length, ValidationError

from facilitation.followup import Round, stage
from facilitation.followup.setting import may_be_set
from facilitation.organisations import below, in_their_hands
from facilitation.words import LANGUAGES, Parallel, Refused
from workshop import store
from workshop.clock import now
from workshop.languages import _l, reader_language, worded
from workshop.mail.asked import unreached
from workshop.store import rounds as rows
from workshop.store.followed import heads_with_branches
from workshop.store.tables import FollowRoundRow, OrganisationRow
from workshop.texts import one_line
from workshop.web.asking import OnceForm, once
from workshop.web.called import name_of
from workshop.web.following.in_round import InRound, in_round
from workshop.web.head import today
from workshop.web.organisations.known import Known, found, known
from workshop.web.paging import paged
from workshop.web.signing_in import account, may_in, signed_in

bp = Blueprint("follow_rounds", __name__, url_prefix="/organisations/<id>/rounds")

STAGES = {"to_come": ("info", _l("To come")), "open": ("warn", _l("Open")), "closed": ("solid", _l("Over"))}
WITHDRAWN = ("none", _l("Round withdrawn"))


def name_field(language: str) -> StringField:
    return StringField(
        _l("Name"),
        [Length(max=120, message=_l("At most %(max)d characters."))],
        filters=[one_line],
        render_kw={"maxlength": 120, "lang": language},
    )


@contextmanager
def at_its_field() -> Iterator[None]:
    """What the method does not grant, said at the field in the reader's words."""
    try:
        yield
    except Refused as no:
        raise ValidationError(worded(no.message)) from None


class RoundForm(OnceForm):
    opens = DateField(_l("Opens"), [InputRequired(_l("Choose the day on which it opens."))])
    due = DateField(_l("Due by"), [InputRequired(_l("Choose the day by which it is due."))])
    name_fi = name_field("fi")
    name_sv = name_field("sv")
    name_en = name_field("en")

    def validate_due(self, field: DateField) -> None:
        if field.data and (first := self.first_day):
            with at_its_field():
                may_be_set(first, field.data)

    @property
    def first_day(self) -> date | None:
        return self.opens.data

    @property
    def name(self) -> Parallel:
        return {code: text for code in LANGUAGES if (text := self[f"name_{code}"].data)}

    @property
    def names(self) -> list:
        """The name's fields, the reader's own language first."""
        return [self[f"name_{code}"] for code in sorted(LANGUAGES, key=lambda code: code != reader_language())]


@bp.route("", methods=["GET", "POST"])
@signed_in("see_organisations")
def rounds(id: str) -> ResponseReturnValue:
    row, form = found(id), RoundForm()
    if form.is_submitted():
        found(id, "open_round")
    if form.validate_on_submit():
        opened(row, form)
        return redirect(url_for("follow_rounds.rounds", id=id), 303)
    return page(row, form), 400 if form.errors else 200


def opened(row: OrganisationRow, form: RoundForm) -> None:
    """The round; the same form sent twice as it is opens one, even at once."""
    who, opens, due = account(), form.opens.data or today(), form.due.data or today()
    id = once(form, (row.id, opens, due, form.name)).id
    with suppress(IntegrityError), store.writing() as db:
        if who and db.get(FollowRoundRow, id) is None:
            rows.open_round(db, row.id, opens, due, form.name, who, now(), id)
    flash(_("The round is set. It asks only for what is due."), "ok")


def page(row: OrganisationRow, form: RoundForm) -> str:
    of, day = known(), today()
    with store.reading() as db:
        listed = rows.rounds(db, [row.id], withdrawn=True)
    asking = (rows.round_of(each) for each in listed if each.withdrawn_at is None)
    latest = next((each for each in asking if stage(each, day) != "to_come"), None)
    under = [row.id, *below(of.forest, row.id, day)]
    plans = standing(of, under, latest, day) if latest else []
    where, pages = paged(first_what_is_missing(plans, of))
    return render_template(
        "following/rounds.html",
        here=row,
        name=name_of(row),
        form=form,
        opens=may_in("open_round", row.id),
        changes=may_in("change_round", row.id),
        rounds=[(rows.round_of(each), state(each, day), each.withdrawn_at is None) for each in listed],
        now=latest,
        where=where,
        pages=pages,
        given=sum(each.given for each in plans),
        asked=sum(each.asked for each in plans),
        by_hand=by_hand(of, under, plans, day) if latest and stage(latest, day) == "open" else [],
    )


def state(row: FollowRoundRow, day: date) -> tuple[str, Any]:
    """Where a round is, as a sign and in words."""
    return WITHDRAWN if row.withdrawn_at else STAGES[stage(rows.round_of(row), day)]


def standing(of: Known, under: Sequence[str], round: Round, day: date) -> Sequence[InRound]:
    """Every approved plan of theirs, and of those in whose stead they go on."""
    with store.reading() as db:
        seen = heads_with_branches(db, (*under, *in_their_hands(of.forest, frozenset(under), day)))
    return in_round(seen, round, day)


def first_what_is_missing(plans: Sequence[InRound], of: Known) -> list[tuple[str, InRound]]:
    """Of whom the round asks something, with their names."""
    found = [(of.name(each.organisation), each) for each in plans if each.asked]
    return sorted(found, key=lambda named: (named[1].given - named[1].asked, named[0]))


def by_hand(of: Known, under: Sequence[str], plans: Sequence[InRound], day: date) -> list[tuple[str, str, str]]:
    """Roles from which something is due and whose holders no letter reaches, for those who may hand them a link."""
    mine = [id for id in of.by_name(under) if may_in("hand_over", id)]
    with store.reading() as db:
        found = unreached(db, of.forest, mine, [(each.organisation, each.waits_for) for each in plans], day)
    return [(id, of.name(id), role) for id in mine for role in found[id]]
