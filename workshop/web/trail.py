"""The trail of who changed what: read page by page, and taken away as a table. For administrators."""

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from wtforms import DateField, SelectField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import Optional

from workshop import limits, store
from workshop.clock import now
from workshop.exports.plain_tables import MARK, table
from workshop.languages import _l
from workshop.store import accounts, organisations, trail
from workshop.store.tables import AccountRow, ProviderRow
from workshop.store.trail import Line, Wanted
from workshop.web.called import name_of
from workshop.web.head import today, zone
from workshop.web.signing_in import account, signed_in

bp = Blueprint("trail", __name__)

WORDS = {
    "accept_invitation": _l("made an account"),
    "account_by_provider": _l("came in by a sign-in service for the first time"),
    "add_provider": _l("added a sign-in service"),
    "add_provider_rule": _l("added a rule of a sign-in service"),
    "add_organisation": _l("added an organisation"),
    "bring_account": _l("brought somebody by a table"),
    "bring_template": _l("brought a template"),
    "change_provider": _l("changed a sign-in service"),
    "change_organisation": _l("changed an organisation"),
    "close_account": _l("closed an account"),
    "close_organisation": _l("closed an organisation"),
    "confirm_wording": _l("confirmed a wording"),
    "correct_template": _l("corrected a template"),
    "doubt_wording": _l("took a confirmation back"),
    "drop_provider_rule": _l("took away a rule of a sign-in service"),
    "end_organisation": _l("ended an organisation by a table"),
    "end_holding": _l("ended that somebody holds a role"),
    "end_role": _l("ended a role"),
    "export_trail": _l("took the trail away"),
    "give_role": _l("gave a role"),
    "hand_over": _l("handed a role over"),
    "give_token": _l("made a token"),
    "invite": _l("made a link"),
    "make_check_in_link": _l("made a link to check in"),
    "confirm_plan": _l("confirmed a plan that others keyed in"),
    "say_bounced": _l("said that a letter came back"),
    "say_address_works": _l("said that an address works again"),
    "merge_organisation": _l("merged an organisation"),
    "move_organisation": _l("moved an organisation"),
    "password_link": _l("made a link for a new password"),
    "open_round": _l("set a round of follow-up"),
    "refuse_sign_on": _l("turned somebody away who came from a sign-in service"),
    "retire_provider": _l("took a sign-in service out of use"),
    "retire_template": _l("retired a template"),
    "revoke_check_in_link": _l("took a link to check in back"),
    "revoke_invitation": _l("took a link back"),
    "revoke_token": _l("revoked a token"),
    "set_password": _l("changed the password"),
    "tie_identity": _l("tied an account to a sign-in service"),
    "untie_identity": _l("untied an account from a sign-in service"),
}
LAST_PAGE = 10**9
"""No trail is longer, and no database counts beyond."""
HEADS = ("at", "by", "by_email", "action", "object", "object_name", "detail")


class TrailForm(FlaskForm):
    action = SelectField(_l("What"), [Optional()])
    since = DateField(_l("From"), [Optional()])
    until = DateField(_l("Until"), [Optional()])

    @property
    def wanted(self) -> Wanted:
        """What is asked for; a day that cannot be read asks for nothing."""
        return Wanted(self.action.data or "", begins(self.since.data), begins(self.until.data, 1))


def begins(day: date | None, later: int = 0) -> datetime | None:
    """None also for the ends of the calendar, before and after which there is nothing."""
    try:
        return datetime.combine(day + timedelta(days=later), time(), zone()).astimezone(UTC) if day else None
    except OverflowError:
        return None


@bp.get("/trail")
@signed_in("see_trail")
def read() -> ResponseReturnValue:
    form, number = asked(), min(max(request.args.get("page", 1, int), 1), LAST_PAGE)
    with store.reading() as db:
        form.action.choices = [
            SelectChoice("", _("Everything")),
            *(SelectChoice(each, worded(each)) for each in trail.actions(db)),
        ]
        form.validate()
        most = limits.TRAIL_LINES
        lines = trail.lines(db, form.wanted, (number - 1) * most, most)
        whole, names = trail.count(db, form.wanted), names_in(db)
    pages = {"number": number, "last": -(-whole // most), "whole": whole}
    args = {name: value for name, value in request.args.items() if name != "page"}
    return render_template("trail.html", form=form, lines=lines, names=names, words=WORDS, args=args, **pages)


def asked() -> TrailForm:
    return TrailForm(request.args, meta={"csrf": False})  # it asks and changes nothing


@bp.get("/trail.csv")
@signed_in("see_trail")
def take_away() -> Response:
    """All that was asked for as a table; that it left is in the trail too."""
    form = asked()
    with store.writing() as db:
        names = names_in(db)
        rows = [row_of(line, names) for line in trail.lines(db, form.wanted)]
        accounts.note(db, now(), account(), "export_trail", f"{len(rows)}")
    headers = {"Content-Disposition": f'attachment; filename="trail-{today()}.csv"'}
    return Response(MARK + table(HEADS, rows), mimetype="text/csv", headers=headers)


def row_of(line: Line, names: Mapping[str, str]) -> tuple[str, ...]:
    row, by = line
    detail = "; ".join(f"{name}={value}" for name, value in row.detail.items())
    who = (by.name, by.email) if by else ("", "")
    return (row.at.isoformat(), *who, row.action, row.object, names.get(row.object, ""), detail)


def names_in(db: Session) -> Mapping[str, str]:
    """What accounts, sign-in services and organisations are called, by id."""
    people = {each.id: each.name for table in (AccountRow, ProviderRow) for each in db.query(table)}
    return people | {row.id: name_of(row) for row in organisations.every(db)}


def worded(action: str) -> str:
    return str(WORDS.get(action, action))
