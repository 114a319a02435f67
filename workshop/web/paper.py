"""Paper for those without a device: what a facilitator prints before or during a workshop."""

from functools import partial
from typing import Any

import segno
from flask import Blueprint, abort, make_response, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import force_locale
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from wtforms import IntegerField, SelectField, StringField
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)
from wtforms.validators import InputRequired, Length, NumberRange

from facilitation.live.state import Workshop
from facilitation.report import paper as told
from facilitation.report.paper.shapes import Head, Paper
from facilitation.report.reader import Reader, Wording, reader
from facilitation.words import Message, said
from workshop import limits
from workshop.access import may
from workshop.codes import shown
from workshop.days import today
from workshop.exports import PAPER, child
from workshop.languages import LOCALES, NAMES, _l, moment, reader_language
from workshop.store.tables import WorkshopRow
from workshop.texts import one_line
from workshop.web.asked import FILE, File, answered
from workshop.web.days import title_of
from workshop.web.document import wording
from workshop.web.found import found_or_404, pack_here, state_of
from workshop.web.front import join_address
from workshop.web.head import Boxes
from workshop.web.homes import read_by
from workshop.web.method import confirmations
from workshop.web.pictured import pictured, wants_pages
from workshop.web.reading import role_here
from workshop.web.room import to_the_door
from workshop.web.saying import as_said
from workshop.web.signing_in import account

bp = Blueprint("paper", __name__, url_prefix="/w/<id>/paper")


def typed(label: str, help: str) -> StringField:
    most = limits.PAPER_LETTERS
    return StringField(
        label,
        [Length(max=most, message=_l("At most %(max)d characters."))],
        description=help,
        filters=[one_line],
        render_kw={"maxlength": most},
    )


class JoinForm(FlaskForm):
    place = typed(_l("Where"), _l("Such as the house and the room."))
    ask = typed(_l("Whom to ask"), _l("Whoever helps when somebody does not get in."))


class Asked(FlaskForm):
    """What is printed is asked for by GET, so that it can be asked for again: nothing changes by it."""

    language = SelectField(_l("Language"), choices=[SelectChoice(code, name) for code, name in NAMES.items()])
    steps = Boxes(_l("Steps"), [InputRequired(_l("Choose at least one step."))])


class AnswersForm(Asked):
    count = IntegerField(
        _l("How many sheets"),
        [NumberRange(1, limits.SHEETS, _l("Choose from %(min)s to %(max)s."))],
        default=6,
    )
    first = IntegerField(
        _l("Number of the first"),
        [NumberRange(1, limits.SHEETS * 10, _l("Choose from %(min)s to %(max)s."))],
        default=1,
        description=_l("Go on with the next number when you print more."),
    )


class CardsForm(Asked):
    pages = IntegerField(
        _l("Pages of each"),
        [NumberRange(1, limits.CARD_PAGES, _l("Choose from %(min)s to %(max)s."))],
        default=1,
    )


FORMS = {"answers": AnswersForm, "cards": CardsForm}
STEPS = {"answers": told.answerable, "cards": told.has_cards}


def printing(id: str) -> tuple[WorkshopRow, Workshop]:
    """The workshop, for those who run it."""
    found = found_or_404(id)
    role = role_here(found)
    if role is None:
        abort(make_response(to_the_door(found)))
    return (found, state_of(found)) if may(role, "print_paper") else abort(403)


def door_form(given: Any = None) -> JoinForm:
    """At first it names whoever prints it."""
    who = account()
    return JoinForm(given, data={"ask": who.name if who else ""}, prefix="join-", meta={"csrf": False})


def form_of(kind: str, state: Workshop, given: Any = None) -> Asked:
    """A form with the steps it is about; all of them are ticked at first."""
    steps = STEPS[kind](state)
    every = {"steps": [step.id for step in steps], "language": reader_language()}
    form = FORMS[kind](given, data=every, prefix=f"{kind}-", meta={"csrf": False})
    form.steps.choices = [SelectChoice(step.id, title_of(step)) for step in steps]
    return form


@bp.get("")
def paper(id: str) -> ResponseReturnValue:
    return page(*printing(id), {})


def page(
    found: WorkshopRow, state: Workshop, given: dict[str, FlaskForm], status: int = 200, unmade: str = ""
) -> ResponseReturnValue:
    """All forms: those given with what was typed and what is wrong with it, the others new."""
    forms = {"join": door_form(), **{kind: form_of(kind, state) for kind in FORMS}, **given}
    title = as_said(state.title, found.title)
    return render_template(
        "paper/paper.html", found=found, title=title, printed=forms, sign=told.sign_of(state), unmade=unmade
    ), status


@bp.route("/join.pdf", methods=FILE)
def join(id: str) -> ResponseReturnValue:
    """The sheet by the door, in all languages of the room."""
    found, state = printing(id)
    if not found.code:
        abort(404)
    form = door_form(request.args)
    if not form.validate():
        return page(found, state, {"join": form}, 400)
    address = join_address(found.code)
    picture = ["".join("1" if dark else "0" for dark in row) for row in segno.make(address, error="m").matrix]
    spoken = {code: in_language(code) for code in state.languages or (reader_language(),)}
    head = head_of(found, state, next(iter(spoken)))
    site = address.partition("://")[2].rpartition("/j/")[0]
    place, ask = form.place.data or "", form.ask.data or ""
    sheet = told.join_sheet(head, shown(found.code), site, picture, spoken, place=place, ask=ask)
    return given(found, state, "join", form, sheet)


@bp.route("/<any(answers, cards):kind>.pdf", methods=FILE)
def sheets(id: str, kind: str) -> ResponseReturnValue:
    found, state = printing(id)
    form = form_of(kind, state, request.args)
    if not form.validate():
        return page(found, state, {kind: form}, 400)
    to = reader_in(form.language.data, found)
    head = head_of(found, state, to.language)
    return given(found, state, kind, form, asked_for(form, state, to, head))


def asked_for(form: Asked, state: Workshop, to: Reader, head: Head) -> Paper:
    steps = form.steps.data or []
    match form:
        case AnswersForm(first=first, count=count):
            return told.answer_sheets(state, to, head, steps, first=first.data or 1, count=count.data or 1)
        case CardsForm(pages=pages):
            return told.cards(state, to, head, steps, pages=pages.data or 1)
        case _:
            raise TypeError(form)


def head_of(found: WorkshopRow, state: Workshop, language: str) -> Head:
    """In the language of the sheet. The agenda's sign says whether it is still as it was printed."""
    with force_locale(LOCALES[language]):
        begins = moment(found.starts) if found.starts else ""
        sign = told.sign_of(state)
        foot = _(
            "Agenda %(sign)s of workshop %(id)s, as of entry %(seq)s of its log", sign=sign, id=found.id, seq=state.seq
        )
    title = said(state.title, language) or found.title
    return Head(title, language, state.organisation, begins, foot, today())


def reader_in(language: str, found: WorkshopRow) -> Reader:
    return reader(language, in_language(language), pack_here(found), confirmations(found.pack))


def in_language(language: str) -> Wording:
    """Sentences of the catalogue in a language that need not be the reader's."""

    def words(sentence: str | Message, /, **arguments: Any) -> str:
        with force_locale(LOCALES[language]):
            return wording(sentence, **arguments)

    return words


def given(found: WorkshopRow, state: Workshop, kind: str, form: FlaskForm, made_of: Paper) -> ResponseReturnValue:
    file = File(f"{kind}-{found.id}.pdf", PAPER.media_type, partial(child.make, PAPER.key, made_of, None))
    here = read_by("draft", found.id)
    if wants_pages():
        return pictured(here, (PAPER.key, made_of, None))
    return answered(here, file, lambda why: page(found, state, {kind: form}, 503, why))
