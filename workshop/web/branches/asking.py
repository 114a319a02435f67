"""A branch's round as the ministry follows it: who is asked, where each answer stands, and what came back."""

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import datetime

from flask import Blueprint, Response, abort, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from wtforms import DateField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import InputRequired

from facilitation.plans.asking import due, waited_for
from facilitation.plans.commands import Asking, AskUnits, EndAsking, RemindUnits
from facilitation.plans.parts import Asked, BranchRound
from facilitation.plans.state import Life
from facilitation.words import N_, Message
from workshop import store
from workshop.clock import now
from workshop.languages import _l, day, worded
from workshop.mail.branches import invited, reached, reminded
from workshop.mail.units import addressees
from workshop.mail.writing import link_to
from workshop.store import branches
from workshop.together.naming import called_here
from workshop.web.asking import OnceForm
from workshop.web.branches.calendar import deadline_of
from workshop.web.branches.kept import asking_here, round_here
from workshop.web.branches.left_open import ending_here, had, left_open
from workshop.web.branches.level import spoken, under
from workshop.web.branches.seen import unread
from workshop.web.called import name_of
from workshop.web.head import Boxes, today
from workshop.web.organisations.known import Known, found, known
from workshop.web.plans.found import PlanHere, again, ask, told
from workshop.web.signing_in import signed_in

bp = Blueprint("branch_round", __name__, url_prefix="/organisations/<id>/branch/round")

GONE = "gone"
"""Of a unit that is no more and has not answered: it is waited for no longer."""
STATES = {
    "accepted": ("ok", _l("Accepted")),
    "submitted": ("info", _l("Submitted")),
    "returned": ("bad", _l("Returned")),
    "drafting": ("warn", _l("Drafting")),
    "invited": ("none", _l("Invited")),
    GONE: ("none", _l("No longer there")),
}
FINDING = N_("%(accepted)s of %(of)s plans accepted, due by %(day)s")


class AskForm(OnceForm):
    deadline = DateField(_l("Due by"), [InputRequired(_l("Choose the day by which it is due."))])
    units = Boxes(_l("Whose plans are asked for"))


@dataclass(frozen=True)
class Where:
    """A unit in the round."""

    asked: Asked
    name: str
    state: str

    @property
    def since(self) -> datetime:
        return self.asked.at


@dataclass(frozen=True)
class Standing:
    """The whole round at a glance; `parts` are shares of its width, for the drawing."""

    round: BranchRound
    units: Sequence[Where]

    @property
    def gone(self) -> frozenset[str]:
        return frozenset(each.asked.unit for each in self.units if each.state == GONE)

    @property
    def finding(self) -> str:
        accepted, of = sum(each.state == "accepted" for each in self.units), len(self.units) - len(self.gone)
        return worded(Message(FINDING, {"accepted": accepted, "of": of, "day": day(self.round.deadline)}))

    @property
    def counts(self) -> Sequence[tuple[str, int]]:
        found = Counter(each.state for each in self.units)
        return [(state, found[state]) for state in STATES if found[state]]

    @property
    def parts(self) -> Sequence[tuple[str, float, float]]:
        """By state where it begins and how wide it is, of a hundred."""
        at, drawn = 0.0, list[tuple[str, float, float]]()
        for state, count in self.counts:
            wide = 100 * count / len(self.units)
            drawn.append((state, at, wide))
            at += wide
        return drawn

    @property
    def waiting(self) -> int:
        return len(waited_for(self.round, self.gone))

    @property
    def due(self) -> int:
        """How many are to be reminded by today."""
        return len(due(self.round, today(), self.gone))


def standing(of: Known, round: BranchRound, kind: str) -> Standing:
    with store.reading() as db:
        writing = branches.writing(db, round.asks, kind)
        gone = branches.gone(db, round.asks, today(), kind) if round.open else ()
    left = {each.unit for each in waited_for(round)}.intersection(gone)
    return Standing(
        round, [Where(each, called_here(of, each.unit), state_of(each, writing, left)) for each in round.units]
    )


def state_of(asked: Asked, writing: Collection[str], gone: Collection[str]) -> str:
    """That a unit is writing is told; what it writes is not."""
    if asked.unit in gone:
        return GONE
    return "drafting" if asked.state == "invited" and asked.unit in writing else asked.state


@bp.get("")
@signed_in("see_organisations")
def read(id: str) -> ResponseReturnValue:
    return page(id, round_here(id), None)


def page(id: str, here: PlanHere, sent: AskForm | None, status: int = 200) -> ResponseReturnValue:
    row, of, now, kind = found(id), known(), here.life.asking, here.life.first.kind
    form = sent or AskForm(formdata=None, deadline=now.deadline if now else None, units=chosen(of, id, here.life))
    form.units.choices = choices(of, id, here.life)
    stands, every = standing(of, now, kind) if now else None, had(id)
    shut = here.life.closed_on(today())
    return render_template(
        "branches/round.html",
        id=id,
        name=name_of(row),
        here=here,
        form=form,
        plain=OnceForm(formdata=None),
        standing=stands,
        unread=unread(of, now.asks, kind) if now else (),
        earlier=[(plan, standing(of, each, kind)) for plan, each in ended_in(every)],
        left=left_open(every, here),
        shut=shut,
        states=STATES,
        asks=here.may("AskUnits") and not shut,
        by_hand=by_hand(of, stands, kind) if stands and not shut and here.may("AskUnits") else [],
        link=link_to("plans.plans"),
        **spoken(kind, here.pack),
    ), status


def ended_in(plans: Sequence[PlanHere]) -> Sequence[tuple[PlanHere, BranchRound]]:
    """The rounds of these plans that are over, the last first, each with its plan."""
    return [(plan, each) for plan in reversed(plans) for each in reversed(plan.life.asked) if not each.open]


def by_hand(of: Known, known: Standing, kind: str) -> list[tuple[str, str]]:
    """Units that are waited for and that no letter reaches, with their names."""
    waited = [each.unit for each in waited_for(known.round, known.gone)]
    with store.reading() as db:
        reached = addressees(db, waited, today(), kind)
    return [(id, called_here(of, id)) for id in of.by_name(waited) if id not in reached]


def units_of(of: Known, id: str, life: Life) -> Sequence[str]:
    """All that stand under whoever asks, and who is in the round all the same."""
    return of.by_name({*under(of, id, life.first.kind), *(life.asking.asks if life.asking else ())})


def choices(of: Known, id: str, life: Life) -> list[SelectChoice]:
    return [SelectChoice(each, called_here(of, each)) for each in units_of(of, id, life)]


def chosen(of: Known, id: str, life: Life) -> list[str]:
    return [each.unit for each in life.asking.units] if life.asking else list(units_of(of, id, life))


# -- Asking ---------------------------------------------------------------------------------------------------------


@bp.post("")
@signed_in("see_organisations")
def set_round(id: str) -> ResponseReturnValue:
    """Opens it or changes it; who is asked for the first time is written to."""
    here, form, of = asking_here(id), AskForm(), known()
    form.units.choices = choices(of, id, here.life)
    if not form.validate_on_submit():
        return page(id, here, form, 400)
    outcome = ask(here, AskUnits(form.deadline.data or today(), tuple(form.units.data or ()), today()), form)
    if outcome.message:
        form[outcome.field if outcome.field in form.data else "units"].errors = [worded(outcome.message)]
        return page(id, again(here), form, 400)
    with store.writing() as db:
        written = invited(db, again(here).life, now())
    letters = ngettext(
        "One letter of invitation waits in the outbox.", "%(num)d letters of invitation wait in the outbox.", written
    )
    told("", " ".join((_("The round is set."), *((letters,) if written else ()))))
    return redirect(url_for("branch_round.read", id=id), 303)


@bp.post("/remind")
@signed_in("see_organisations")
def remind(id: str) -> ResponseReturnValue:
    """All who are waited for and whom a letter reaches."""
    here = asking_here(id)
    late = late_in(here.life)
    why = acted(here, RemindUnits(late))
    written = 0
    if not why:
        with store.writing() as db:
            written = reminded(db, here.life, late, now())
    letters = ngettext(
        "One letter of reminder waits in the outbox.", "%(num)d letters of reminder wait in the outbox.", written
    )
    told(why, letters)
    return redirect(url_for("branch_round.read", id=id), 303)


def late_in(life: Life) -> tuple[str, ...]:
    if life.asking is None or life.closed_on(today()):
        return ()
    with store.reading() as db:
        gone = branches.gone(db, life.asking.asks, today(), life.first.kind)
        return reached(db, [each.unit for each in waited_for(life.asking, gone)], life.first.kind)


@bp.post("/end")
@signed_in("see_organisations")
def end(id: str) -> ResponseReturnValue:
    told(acted(ending_here(id), EndAsking()), _("The round has ended."))
    return redirect(url_for("branch_round.read", id=id), 303)


def acted(here: PlanHere, wish: Asking) -> str:
    """Why it was not granted; nothing where it was."""
    form = OnceForm()
    if not form.validate_on_submit():
        abort(400)
    message = ask(here, wish, form).message
    return worded(message) if message else ""


@bp.get("/deadline.ics")
@signed_in("see_organisations")
def calendar(id: str) -> Response:
    here = round_here(id)
    round = here.life.asking or abort(404)
    return Response(deadline_of(here.row.id, round, name_of(found(id))), mimetype="text/calendar")
