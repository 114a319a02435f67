"""Figures that are due, as a workbook: taken home, filled in, brought back, and taken in row by row."""

from dataclasses import replace
from typing import Any

from flask import Blueprint, abort, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField, SelectMultipleField

from facilitation.report.following.asked import asked_report, id_of
from facilitation.report.following.naming import period_name
from facilitation.words import N_, Refused
from workshop import limits
from workshop.languages import _l, reader_language, worded
from workshop.web.asked import FILE
from workshop.web.asking import OnceForm
from workshop.web.document import wording
from workshop.web.following.answering import asking_now
from workshop.web.following.asking import Part
from workshop.web.following.entry import followed, said, sent
from workshop.web.following.figures import Read, asks_of, part_now, read, round_of, stamp_of, told
from workshop.web.living import day
from workshop.web.method import reading
from workshop.web.plans.found import PlanHere, plan_here, today
from workshop.web.plans.home import home_in
from workshop.web.signing_in import signed_in
from workshop.web.unmade import given
from workshop.web.wanted import wanted

bp = Blueprint("figure_book", __name__, url_prefix="/plans/<id>/follow-up")


class BringForm(FlaskForm):
    file = FileField(
        _l("Workbook"),
        [FileRequired(_l("Choose a file."))],
        description=_l(
            "The .xlsx of figures that was downloaded here; at most %(most)s megabytes.", most=limits.UPLOAD_BYTES >> 20
        ),
        render_kw={"accept": ".xlsx"},
    )


class TakeForm(OnceForm):
    """The rows that were ticked, and what asked for them."""

    round = HiddenField()
    made = HiddenField()
    row = SelectMultipleField(choices=(), validate_choice=False)


@bp.url_value_preprocessor
def take_large_files(endpoint: str | None, _values: dict[str, Any] | None) -> None:
    if request.method == "POST" and endpoint == "figure_book.compare":
        request.max_content_length = limits.UPLOAD_BYTES * 2


@bp.route("/due.xlsx", methods=FILE)
@signed_in("see_plans")
def download(id: str) -> ResponseReturnValue:
    here = plan_here(id, "EnterFigure")
    plan, (round, dated), to = followed(here), asking_now(here.row.organisation), reading(here.pack)
    report = asked_report(plan, told(here.life, round, to, dated=dated), round if dated else None, today(), to)
    report = replace(report, stamp=stamp_of(here, round, reader_language(), dated=dated))
    return given(wanted(home_in(here), "xlsx", {}), report, wording(N_("Figures that are due")))


@bp.get("/workbook")
@signed_in("see_plans")
def bring(id: str) -> ResponseReturnValue:
    return page(plan_here(id, "EnterFigure"), BringForm())


def page(here: PlanHere, form: BringForm, status: int = 200) -> ResponseReturnValue:
    followed(here)
    return render_template("following/bring.html", here=here, form=form), status


@bp.post("/workbook")
@signed_in("see_plans")
def compare(id: str) -> ResponseReturnValue:
    """What differs, each row a form. Nothing is kept of the file."""
    here, form = plan_here(id, "EnterFigure"), BringForm()
    followed(here)
    if not form.validate_on_submit():
        return page(here, form, 400)
    try:
        found = read(here, form.file.data.read(limits.UPLOAD_BYTES + 1))
    except Refused as refused:
        form.file.errors = [worded(refused.message)]
        return page(here, form, 400)
    return compared(here, found)


def compared(here: PlanHere, found: Read) -> str:
    asked = found.stamp.round
    form = TakeForm(formdata=None, round=asked.id, made=f"{asked.opens}")
    shown = {"reader": reading(here.pack), "period_name": period_name}
    return render_template("following/compare.html", here=here, found=found, form=form, **shown)


@bp.post("/workbook/take")
@signed_in("see_plans")
def take(id: str) -> ResponseReturnValue:
    """Each ticked row through the one door; what is refused stands at its field, and the rest is taken."""
    here, form = plan_here(id, "EnterFigure"), TakeForm()
    if not form.validate_on_submit():
        abort(400)
    parts = chosen(here, form)
    said(*sent(here, form, parts, way="workbook"))
    wrong = [part for part in parts if part.form.errors]
    if not wrong:
        return redirect(url_for("plan_follow.read", id=id), 303)
    shown = {"reader": reading(here.pack), "period_name": period_name, "ids": [id_of(part.ask) for part in wrong]}
    return render_template("following/retake.html", here=here, parts_=wrong, form=form, **shown), 400


def chosen(here: PlanHere, form: TakeForm) -> list[Part]:
    """The forms of the ticked rows, as they were sent."""
    round, dated = round_of(form.round.data or "", day(form.made.data) or abort(400))
    _plan, asks = asks_of(here.life, round, dated=dated)
    ticked = [each for each in asks if id_of(each) in (form.row.data or ())]
    return [part for each in ticked if (part := part_now(here, each))]
