"""The columns of a transfer: writing one, putting it elsewhere, taking it out. After the last stands a new one."""

from collections.abc import Callable
from typing import TypeAlias

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from wtforms import HiddenField
from wtforms.validators import AnyOf

from facilitation import limits
from facilitation.report.transfer import TransferColumn, TransferSheet
from workshop.store.transfers import Kept
from workshop.web.signing_in import signed_in
from workshop.web.transferforms import ColumnForm, DeedForm, fitted, of_column
from workshop.web.transfers import Deed, changing, crossed, did, done, known, words

bp = Blueprint("transfercolumns", __name__, url_prefix="/transfers/<key>/<int:sheet>/<int:at>")

Columns: TypeAlias = tuple[TransferColumn, ...]
WAYS = {"up": -1, "down": 1}


class MoveForm(DeedForm):
    way = HiddenField(validators=[AnyOf(WAYS)])


@bp.get("")
@signed_in("change_transfer")
def write(key: str, sheet: int, at: int) -> ResponseReturnValue:
    here = known(key)
    of, column = place(here, sheet, at)
    filled = {**(of_column(column) if column else {}), "seen": here.digest}
    return page(here, sheet, at, fitted(of.rows, column)(formdata=None, data=filled))


@bp.post("")
@signed_in("change_transfer")
def keep(key: str, sheet: int, at: int) -> ResponseReturnValue:
    here = known(key)
    of, column = place(here, sheet, at)
    form = fitted(of.rows, column)()
    if not form.validate_on_submit():
        return page(here, sheet, at, form, 400)
    written = form.column
    deed = changed(sheet, lambda columns: (*columns[:at], written, *columns[at + 1 :]), f"column {sheet}.{at}")
    return kept(here, sheet, at) if did(key, form, deed) else page(crossed(key, form), sheet, at, form, 409)


@bp.post("/move")
@signed_in("change_transfer")
def move(key: str, sheet: int, at: int) -> ResponseReturnValue:
    """One place up or down; at an end it stays."""
    form = MoveForm()
    of, _column = place(known(key), sheet, at)
    to = min(max(at + WAYS.get(form.way.data or "", 0), 0), len(of.columns) - 1)
    deed = changed(sheet, lambda columns: moved(columns, at, to), f"move {sheet}.{at}")
    return done(key, form, deed, anchor(sheet, to))


@bp.post("/drop")
@signed_in("change_transfer")
def drop(key: str, sheet: int, at: int) -> ResponseReturnValue:
    """A sheet keeps its last column."""
    of, column = place(known(key), sheet, at)
    if column is None or len(of.columns) == 1:
        abort(409)
    deed = changed(sheet, lambda columns: (*columns[:at], *columns[at + 1 :]), f"drop {sheet}.{at}")
    return done(key, DeedForm(), deed, anchor(sheet, max(at - 1, 0)))


# -- Where and how --------------------------------------------------------------------------------------------------


def place(here: Kept, sheet: int, at: int) -> tuple[TransferSheet, TransferColumn | None]:
    """The sheet, and the column that stands there; none at the place where a new one would."""
    if sheet >= len(here.transfer.sheets):
        abort(404)
    of = here.transfer.sheets[sheet]
    if at > len(of.columns) or at >= limits.TRANSFER_COLUMNS:
        abort(404)
    return of, of.columns[at] if at < len(of.columns) else None


def changed(sheet: int, change: Callable[[Columns], Columns], what: str) -> Deed:
    return changing(lambda transfer: transfer.with_columns(sheet, change(transfer.sheets[sheet].columns)), what)


def moved(columns: Columns, at: int, to: int) -> Columns:
    rest = [*columns[:at], *columns[at + 1 :]]
    return (*rest[:to], *columns[at : at + 1], *rest[to:])


def anchor(sheet: int, at: int) -> str:
    return f"column-{sheet}-{at}"


def kept(here: Kept, sheet: int, at: int) -> ResponseReturnValue:
    if here.confirmed:
        flash(_("Saved. It is unverified again until somebody confirms it as it is now."), "ok")
    else:
        flash(_("Saved."), "ok")
    return redirect(url_for("transfers.one", key=here.key, _anchor=anchor(sheet, at)), 303)


def page(here: Kept, sheet: int, at: int, form: ColumnForm, status: int = 200) -> ResponseReturnValue:
    of = here.transfer.sheets[sheet]
    more = {
        "sheet": sheet,
        "at": at,
        "of": of,
        "form": form,
        "column": of.columns[at] if at < len(of.columns) else None,
    }
    return render_template("transfers/column.html", here=here, **more, **words()), status
