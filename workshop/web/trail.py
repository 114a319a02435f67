"""The trail of who changed what: read page by page, and taken away as a table. Each reads of what they administer."""

import json
from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta

from flask import Blueprint, Response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from sqlalchemy import select
from sqlalchemy.orm import Session
from wtforms import DateField, SelectField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import Optional

from facilitation.words import said
from workshop import limits, store
from workshop.clock import now
from workshop.exports.plain_tables import MARK, table
from workshop.languages import _l, reader_language
from workshop.store import accounts, organisations, trail
from workshop.store.tables import AccountRow, PlanRow, ProviderRow, RoleHolderRow
from workshop.store.trail import Line, Wanted
from workshop.web.called import name_of
from workshop.web.head import today, zone
from workshop.web.paging import page_of
from workshop.web.signing_in import account, signed_in, within
from workshop.web.traildetails import details

bp = Blueprint("trail", __name__)

WORDS = {
    "add_own_entry": _l("added an entry of an organisation’s own"),
    "change_own_entry": _l("changed an entry of an organisation’s own"),
    "withdraw_own_entry": _l("withdrew an entry of an organisation’s own"),
    "offer_own_entry": _l("offered a withdrawn entry of an organisation’s own again"),
    "accept_invitation": _l("made an account"),
    "account_by_provider": _l("came in by a sign-in service for the first time"),
    "add_provider": _l("added a sign-in service"),
    "add_provider_rule": _l("added a rule of a sign-in service"),
    "add_organisation": _l("added an organisation"),
    "bring_account": _l("brought somebody by a table"),
    "bring_pack": _l("brought a method"),
    "bring_template": _l("brought a template"),
    "change_provider": _l("changed a sign-in service"),
    "change_mapping": _l("changed a mapping of objectives"),
    "confirm_mapping": _l("confirmed a mapping of objectives"),
    "doubt_mapping": _l("took the confirmation of a mapping back"),
    "change_organisation": _l("changed an organisation"),
    "change_transfer": _l("changed a transfer sheet"),
    "close_account": _l("closed an account"),
    "close_organisation": _l("closed an organisation"),
    "confirm_transfer": _l("confirmed a transfer sheet"),
    "confirm_wording": _l("confirmed a wording"),
    "correct_template": _l("corrected a template"),
    "doubt_transfer": _l("took the confirmation of a transfer sheet back"),
    "doubt_wording": _l("took a confirmation back"),
    "drop_provider_rule": _l("took away a rule of a sign-in service"),
    "end_organisation": _l("ended an organisation by a table"),
    "end_holding": _l("ended that somebody holds a role"),
    "end_role": _l("ended a role"),
    "erase_person": _l("erased somebody at their request"),
    "export_person": _l("took out what is kept about somebody"),
    "export_trail": _l("took the trail away"),
    "find_person": _l("looked for what is kept about somebody"),
    "give_role": _l("gave a role"),
    "hand_over": _l("handed a role over"),
    "hand_over_all": _l("handed all of somebody’s roles over"),
    "give_token": _l("made a token"),
    "hold_plan": _l("put a hold on a plan, so that it is not removed"),
    "let_plan_go": _l("took the hold off a plan"),
    "tell_plan_goes": _l("told that the time of a plan is ending"),
    "remove_plan": _l("removed a plan whose time was over"),
    "hold_workshop": _l("put a hold on a workshop, so that it is not removed"),
    "invite": _l("made a link"),
    "invite_to_plan": _l("gave somebody a part in a plan"),
    "let_workshop_go": _l("took the hold off a workshop"),
    "make_check_in_link": _l("made a link to check in"),
    "amend_plan": _l("opened an amendment of a plan"),
    "close_plan": _l("closed a plan"),
    "reopen_plan": _l("opened a closed plan again"),
    "approve_plan": _l("approved a plan"),
    "class_plan": _l("said how public a plan is"),
    "enter_figures": _l("entered figures or progress of a plan"),
    "withdraw_figure": _l("took a figure of a plan back"),
    "file_plan": _l("said in which class of records a plan is filed"),
    "make_comment_link": _l("made a link to comment on a plan"),
    "overrule_stop": _l("overruled what stopped a plan’s approval"),
    "record_approval": _l("recorded an approval from outside"),
    "return_plan": _l("returned a plan to its editors"),
    "send_plan": _l("sent a plan for approval"),
    "take_back_plan": _l("took a plan back from its approvers"),
    "confirm_plan": _l("confirmed a plan that others keyed in"),
    "say_bounced": _l("said that a letter came back"),
    "say_address_works": _l("said that an address works again"),
    "merge_organisation": _l("merged an organisation"),
    "move_organisation": _l("moved an organisation"),
    "password_link": _l("made a link for a new password"),
    "open_round": _l("set a round of follow-up"),
    "change_round": _l("changed a round of follow-up"),
    "withdraw_round": _l("withdrew a round of follow-up"),
    "refuse_sign_on": _l("turned somebody away who came from a sign-in service"),
    "read_workshop": _l("opened what a workshop holds, for a while"),
    "remove_transfer": _l("removed a transfer sheet"),
    "remove_workshop": _l("removed a workshop whose time was over"),
    "reset_transfer": _l("put a transfer sheet back as it was shipped"),
    "retire_provider": _l("took a sign-in service out of use"),
    "retire_template": _l("retired a template"),
    "revoke_check_in_link": _l("took a link to check in back"),
    "revoke_invitation": _l("took a link back"),
    "revoke_token": _l("revoked a token"),
    "set_password": _l("changed the password"),
    "strike_names": _l("struck the names in a workshop whose time was over"),
    "take_out_of_plan": _l("took somebody out of a plan"),
    "tie_identity": _l("tied an account to a sign-in service"),
    "untie_identity": _l("untied an account from a sign-in service"),
}
"""No trail is longer, and no database counts beyond."""
HEADS = ("at", "by", "by_email", "action", "object", "object_name", "detail")


class TrailForm(FlaskForm):
    action = SelectField(_l("What"), [Optional()])
    who = SelectField(_l("By whom or about whom"), [Optional()])
    since = DateField(_l("From"), [Optional()])
    until = DateField(_l("Until"), [Optional()])

    @property
    def wanted(self) -> Wanted:
        """What is asked for; a day that cannot be read asks for nothing."""
        who = self.who.data or ""
        since, until = begins(self.since.data), begins(self.until.data, 1)
        return Wanted(self.action.data or "", since, until, who, within("see_trail_of"))


def begins(day: date | None, later: int = 0) -> datetime | None:
    """None also for the ends of the calendar, before and after which there is nothing."""
    try:
        return datetime.combine(day + timedelta(days=later), time(), zone()).astimezone(UTC) if day else None
    except OverflowError:
        return None


@bp.get("/trail")
@signed_in("see_trail")
def read() -> ResponseReturnValue:
    """Whoever administers organisations reads of those, and of those below them."""
    form = asked()
    every = Wanted(within=within("see_trail_of"))
    with store.reading() as db:
        form.action.choices = [
            SelectChoice("", _("Everything")),
            *(SelectChoice(each, worded(each)) for each in trail.actions(db, every)),
        ]
        people = [SelectChoice(row.id, called(row, every)) for row in trail.people(db, every)]
        form.who.choices = [SelectChoice("", _("Everybody")), *people]
        form.validate()
        pages = page_of(trail.count(db, form.wanted), limits.TRAIL_LINES)
        lines, names = trail.lines(db, form.wanted, pages.first, pages.most), names_in(db)
    told = {"names": names, "words": WORDS, "details": details, "limited": every.within is not None}
    return render_template("trail.html", form=form, lines=lines, pages=pages, **told)


def called(row: AccountRow, wanted: Wanted) -> str:
    """Addresses are told to those who look after all accounts."""
    return row.name if wanted.within is not None else f"{row.name} ({row.email})"


def asked() -> TrailForm:
    return TrailForm(request.args, meta={"csrf": False})  # it asks and changes nothing


@bp.get("/trail.<any(csv, json):format>")
@signed_in("see_trail")
def take_away(format: str) -> Response:
    """All that was asked for as a table or as data; that it left is in the trail too."""
    form = asked()
    with store.writing() as db:
        names = names_in(db)
        wanted = form.wanted
        rows = [row_of(line, names, addresses=wanted.within is None) for line in trail.lines(db, wanted)]
        accounts.note(db, now(), account(), "export_trail", f"{len(rows)}")
    headers = {"Content-Disposition": f'attachment; filename="trail-{today()}.{format}"'}
    if format == "csv":
        return Response(MARK + table(HEADS, rows), mimetype="text/csv", headers=headers)
    told = [dict(zip(HEADS, row, strict=True)) for row in rows]
    return Response(json.dumps(told, ensure_ascii=False, indent=1), mimetype="application/json", headers=headers)


def row_of(line: Line, names: Mapping[str, str], *, addresses: bool) -> tuple[str, ...]:
    row, by = line
    detail = "; ".join(f"{name}={value}" for name, value in row.detail.items())
    who = (by.name, by.email if addresses else "") if by else (names.get(row.detail.get("holder", ""), ""), "")
    return (row.at.isoformat(), *who, row.action, row.object, names.get(row.object, ""), detail)


def names_in(db: Session) -> Mapping[str, str]:
    """What accounts, holders of roles, sign-in services, organisations and approved plans are called, by id."""
    tables = (AccountRow, RoleHolderRow, ProviderRow)
    people = {id: name for table in tables for id, name in db.execute(select(table.id, table.name))}
    return people | plans_in(db) | {row.id: name_of(row) for row in organisations.every(db)}


def plans_in(db: Session) -> dict[str, str]:
    """As they were approved: whoever reads the trail reads no drafts."""
    asked = select(PlanRow.id, PlanRow.published_titles, PlanRow.published_title).where(PlanRow.published != "")
    return {id: said(titles, reader_language()) or title for id, titles, title in db.execute(asked)}


def worded(action: str) -> str:
    return str(WORDS.get(action, action))
