"""The sheets of a transfer: what one is called, a new one after the last, taking one out."""

from dataclasses import replace

from flask import Blueprint, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue

from facilitation import limits
from facilitation.report.transfer import RowKind, TransferColumn, TransferSheet
from workshop.store.transfers import Kept
from workshop.web.signing_in import signed_in
from workshop.web.transferforms import DeedForm, NewSheetForm, SheetForm, spread
from workshop.web.transfers import changing, crossed, did, done, known, words

bp = Blueprint("transfersheets", __name__, url_prefix="/transfers/<key>/<int:sheet>")

SELF = {"goal": "goal.to", "metric": "metric.name", "action": "action.text"}
"""The first column of a new sheet: what its rows are about."""


@bp.get("")
@signed_in("change_transfer")
def write(key: str, sheet: int) -> ResponseReturnValue:
    here = known(key)
    of = place(here, sheet)
    filled = {**spread("title", of.title), "only": bool(of.only)} if of else {}
    form = SheetForm if of else NewSheetForm
    return page(here, sheet, form(formdata=None, data={**filled, "seen": here.digest}))


@bp.post("")
@signed_in("change_transfer")
def keep(key: str, sheet: int) -> ResponseReturnValue:
    here = known(key)
    of = place(here, sheet)
    form = SheetForm() if of else NewSheetForm()
    if not form.validate_on_submit():
        return page(here, sheet, form, 400)
    written = filled_in(form, of or new_sheet(form))
    if not did(key, form, changing(lambda transfer: transfer.with_sheet(sheet, written), f"sheet {sheet}")):
        return page(crossed(key, form), sheet, form, 409)
    return redirect(url_for("transfers.one", key=key, _anchor=f"sheet-{sheet}"), 303)


@bp.post("/drop")
@signed_in("change_transfer")
def drop(key: str, sheet: int) -> ResponseReturnValue:
    """A transfer keeps its last sheet."""
    here = known(key)
    if place(here, sheet) is None or len(here.transfer.sheets) == 1:
        abort(409)
    return done(key, DeedForm(), changing(lambda transfer: transfer.with_sheet(sheet), f"drop sheet {sheet}"))


def place(here: Kept, sheet: int) -> TransferSheet | None:
    """The sheet that stands there; none where a new one would."""
    every = here.transfer.sheets
    if sheet > len(every) or sheet >= limits.TRANSFER_SHEETS:
        abort(404)
    return every[sheet] if sheet < len(every) else None


def new_sheet(form: SheetForm) -> TransferSheet:
    rows: RowKind = form["rows"].data
    title = form.texts("title")
    return TransferSheet(rows, title, (TransferColumn(title, SELF[rows]),))


def filled_in(form: SheetForm, of: TransferSheet) -> TransferSheet:
    return replace(of, title=form.texts("title"), only="agreement" if form.only.data else "")


def page(here: Kept, sheet: int, form: SheetForm, status: int = 200) -> ResponseReturnValue:
    of = place(here, sheet)
    return render_template("transfers/sheet.html", here=here, sheet=sheet, of=of, form=form, **words()), status
