"""Which objectives of a strategy became which of the one that follows it: decided one by one, then vouched for."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from typing import Any

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from sqlalchemy.orm import Session
from wtforms import HiddenField, SelectField, StringField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import InputRequired

from facilitation import packs
from facilitation.packs import Pack
from facilitation.packs.mapping import StrategyMapping, undecided
from facilitation.strategy import Objective
from facilitation.words import said
from workshop import store
from workshop.access import may
from workshop.clock import now
from workshop.languages import reader_language
from workshop.store import mappings
from workshop.store.tables import AccountRow, PackMappingRow
from workshop.texts import one_line
from workshop.web.found import methods
from workshop.web.signing_in import account, signed_in

bp = Blueprint("mapping", __name__, url_prefix="/packs/<key>/mapping")

OPEN, NONE, IS = "", "-", "="


@dataclass(frozen=True)
class Here:
    """A method that follows another, and how that one's objectives are read in it."""

    before: Pack
    after: Pack
    mapping: StrategyMapping
    row: PackMappingRow | None

    @property
    def digest(self) -> str:
        return sha256(json.dumps(dict(self.mapping.objectives), sort_keys=True).encode()).hexdigest()

    @property
    def open(self) -> int:
        return len(undecided(self.mapping, self.before))


class DeedForm(FlaskForm):
    """It carries what was seen, so that two administrators never cross."""

    seen = HiddenField(validators=[InputRequired()])


@bp.get("")
@signed_in("see_packs")
def read(key: str) -> ResponseReturnValue:
    here = known(key)
    return page(here, form_of(here)(formdata=None, data={"seen": here.digest, **filled(here)}))


@bp.post("")
@signed_in("change_mapping")
def keep(key: str) -> ResponseReturnValue:
    here = known(key)
    form = form_of(here)()
    mapping = StrategyMapping(here.before.key, here.after.key, decided(here, form))
    if form.errors or not form.validate_on_submit():
        return page(here, form, 400)
    if not did(key, form, lambda db, here, who, at: mappings.change(db, mapping, who, at)):
        form.form_errors = [_("Somebody changed this mapping meanwhile. Look at it as it is now, then do it again.")]
        form.seen.data = here.digest
        return page(here, form, 409)
    flash(_("The mapping is kept. It is used once it is confirmed."), "ok")
    return back(key)


@bp.post("/confirm")
@signed_in("confirm_mapping")
def confirm(key: str) -> ResponseReturnValue:
    """Only a whole mapping, as it was seen, is vouched for."""
    return deed(key, lambda db, here, who, at: mappings.confirm(db, here.row or abort(409), who, at), whole=True)


@bp.post("/doubt")
@signed_in("confirm_mapping")
def doubt(key: str) -> ResponseReturnValue:
    return deed(key, lambda db, here, who, at: mappings.doubt(db, here.row or abort(409), who, at))


# -- Doing ----------------------------------------------------------------------------------------------------------


def deed(key: str, what: Callable[..., None], *, whole: bool = False) -> ResponseReturnValue:
    form, here = DeedForm(), known(key)
    if not form.validate_on_submit() or (whole and here.open):
        abort(400)
    if not did(key, form, what):
        flash(_("Somebody changed this mapping meanwhile. Look at it as it is now, then do it again."), "warn")
    return back(key)


def did(key: str, form: DeedForm, what: Callable[[Session, Here, AccountRow, datetime], None]) -> bool:
    """Whether it was done; not if the mapping was changed since it was seen."""
    with store.writing() as db:
        here = found(db, key)
        if here.digest != form.seen.data:
            return False
        what(db, here, account() or abort(401), now())
        return True


def known(key: str) -> Here:
    with store.reading() as db:
        return found(db, key)


def found(db: Session, key: str) -> Here:
    after = packs.load(key) if key in methods() else abort(404)
    if after.follows is None or after.follows.pack not in methods():
        abort(404)
    before = packs.load(after.follows.pack)
    return Here(before, after, mappings.of(db, before, after), mappings.row_of(db, after))


def back(key: str) -> ResponseReturnValue:
    return redirect(url_for("mapping.read", key=key), 303)


# -- The form -------------------------------------------------------------------------------------------------------


def form_of(here: Here) -> type[Any]:
    """For each old objective the new one, and further ones where it became several."""
    offered = [SelectChoice(OPEN, _("Not decided yet")), SelectChoice(NONE, _("None: it was let go"))]
    offered += [SelectChoice(IS + each.id, called(each)) for each in here.after.strategy.objectives]
    fields: dict[str, Any] = {}
    for number, old in enumerate(here.before.strategy.objectives):
        fields[f"now_{number}"] = SelectField(called(old), choices=offered)
        fields[f"more_{number}"] = StringField(_("Further objectives"), filters=[one_line])
    return type("MappingForm", (DeedForm,), fields)


def called(objective: Objective) -> str:
    return f"{objective.id} {said(objective.text, reader_language())}"


def filled(here: Here) -> dict[str, str]:
    told: dict[str, str] = {}
    for number, old in enumerate(here.before.strategy.objectives):
        became = here.mapping.objectives.get(old.id)
        told[f"now_{number}"] = OPEN if became is None else IS + became[0] if became else NONE
        told[f"more_{number}"] = ", ".join((became or ())[1:])
    return told


def decided(here: Here, form: Any) -> dict[str, tuple[str, ...]]:
    """What the form says; ids that the newer strategy does not have are told at their field."""
    became: dict[str, tuple[str, ...]] = {}
    for number, old in enumerate(here.before.strategy.objectives):
        now_, more = form[f"now_{number}"], form[f"more_{number}"]
        further = [each.strip() for each in (more.data or "").split(",") if each.strip()]
        if strange := [each for each in further if here.after.strategy.objective(each) is None]:
            more.errors = [_("There is no objective “%(id)s” in the newer strategy.", id=strange[0])]
        elif further and not (now_.data or "").startswith(IS):
            more.errors = [_("Choose the first objective above.")]
        elif now_.data:
            first = [now_.data.removeprefix(IS)] if now_.data.startswith(IS) else []
            became[old.id] = tuple(dict.fromkeys(first + further))
    return became


def page(here: Here, form: Any, status: int = 200) -> ResponseReturnValue:
    who = account() or abort(401)
    names = {"before": said(here.before.name, reader_language()), "after": said(here.after.name, reader_language())}
    rights = {"changes": may(who.role, "change_mapping"), "confirms": may(who.role, "confirm_mapping")}
    return render_template("packs/mapping.html", here=here, form=form, called=called, **names, **rights), status
