"""Whether a paper is genuine: the event number and the digest that every file bears, held against the log."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any

from flask import Blueprint, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from wtforms import StringField
from wtforms.validators import DataRequired, InputRequired, NumberRange, Regexp

from facilitation.plans.draft import drafts
from facilitation.shapes import Plan
from facilitation.signs import DIGITS
from facilitation.view.as_data import as_text
from workshop.languages import _l
from workshop.perform import workshop_log
from workshop.room import Room, rooms_of
from workshop.web.living import state_then
from workshop.web.reading import Reading, reading
from workshop.web.whole import WholeField

bp = Blueprint("genuine", __name__, url_prefix="/w/<id>/draft/genuine")


class PaperForm(FlaskForm):
    """Asked with GET: it changes nothing, and its address can be kept with the paper."""

    class Meta:  # pyright: ignore[reportIncompatibleVariableOverride]
        csrf = False

    event = WholeField(
        _l("Event of the log"),
        [
            InputRequired(_l("Give the number that stands on the paper.")),
            NumberRange(min=1, message=_l("Events are counted from 1.")),
        ],
        render_kw={"inputmode": "numeric", "autocomplete": "off"},
    )
    digest = StringField(
        _l("Digest"),
        [
            DataRequired(_l("Give the digest that stands on the paper.")),
            Regexp(rf"\A\s*[0-9a-fA-F]{{{DIGITS},64}}\s*\Z", message=_l("A digest has twelve signs: 0–9 and a–f.")),
        ],
        render_kw={"maxlength": 80, "autocomplete": "off", "spellcheck": "false"},
    )

    @property
    def signs(self) -> str:
        return (self.digest.data or "").strip().lower()


@dataclass(frozen=True)
class Verdict:
    """What the log says of a paper: whether it was so, and whether it still is."""

    was: bool
    still: bool


def of_paper(form: PaperForm, room: Room, plans: Callable[[Any], Iterable[Plan]]) -> Verdict | None:
    """The verdict on what the form tells; None where there is none to give, with the reason at its field.

    plans: what this reader may see of a state, told as plans.
    """
    if not form.validate():
        return None
    at = form.event.data or 0
    if at > room.seq:
        form.event.errors = [_l("The log ends at event %(seq)s.", seq=room.seq)]
        return None
    borne = next((plan for plan in plans(state_then(room, at)) if digest_of(plan).startswith(form.signs)), None)
    return Verdict(borne is not None, borne is not None and stripped(borne) in map(stripped, plans(room.state)))


def digest_of(plan: Plan) -> str:
    return sha256(as_text(plan).encode()).hexdigest()


def stripped(plan: Plan) -> Plan:
    """The plan without the moment at which it was told: every event moves that."""
    return replace(plan, gathering=None)


@bp.get("")
def check(id: str) -> ResponseReturnValue:
    here = reading(id)
    if not isinstance(here, Reading):
        return here
    form, room = PaperForm(request.args), rooms_of().room(workshop_log(id))
    found = (
        of_paper(form, room, lambda state: drafts(state, here.pack, of_groups=here.hosting)) if request.args else None
    )
    return page(form, found, url_for("draft.read", id=id), here.title, here.plan.organisation)


def page(form: PaperForm, verdict: Verdict | None, back: str, title: str, organisation: str) -> str:
    told = {"back": back, "title": title, "organisation": organisation, "action": request.path}
    return render_template("draft/genuine.html", form=form, verdict=verdict, **told)
