"""The method packs, and the checklist of their wordings that are not official until an administrator confirms them."""

from collections.abc import Iterator
from dataclasses import dataclass

from flask import Blueprint, abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_wtf import FlaskForm
from flask_wtf.file import FileField, FileRequired
from wtforms import HiddenField
from wtforms.validators import InputRequired

from facilitation import packs
from facilitation.packs import Confirmation, Pack, PackError, PackText, Unconfirmed
from facilitation.words import LANGUAGES, Parallel, said
from workshop import limits, store
from workshop.access import may
from workshop.clock import now
from workshop.languages import _l, reader_language
from workshop.store import packs as kept
from workshop.store import wordings
from workshop.store.tables import PackConfirmationRow
from workshop.web import packbooks
from workshop.web.found import methods
from workshop.web.signing_in import account, signed_in

bp = Blueprint("packs", __name__, url_prefix="/packs")

PROVENANCES = {"translated": _l("Our translation"), "placeholder": _l("Official words not found")}


class BringForm(FlaskForm):
    """A method as one file."""

    file = FileField(
        _l("Method pack"),
        [FileRequired(_l("Choose a file."))],
        description=_l(
            "A filled-in workbook (.xlsx), or one .json file, at most %(most)s megabytes.",
            most=limits.PACK_BYTES >> 20,
        ),
        render_kw={"accept": ".xlsx,.json,application/json"},
    )


class WordingForm(FlaskForm):
    """A button beside one wording: it carries the very words that were read."""

    text = HiddenField(validators=[InputRequired()])
    language = HiddenField(validators=[InputRequired()])
    wording = HiddenField(validators=[InputRequired()])


@dataclass(frozen=True)
class Doubtful:
    """A wording that stands for an official one: where, what the other languages say, and who confirmed it when."""

    text: Unconfirmed
    place: str
    others: Parallel
    confirmed: PackConfirmationRow | None

    @property
    def provenance(self) -> str:
        return str(PROVENANCES.get(self.text.provenance, self.text.provenance))


@bp.url_value_preprocessor
def take_large_files(endpoint: str | None, _values: object) -> None:
    """A pack is larger than what pages otherwise take; only from those who may bring one. Before forms are read."""
    who = account()
    if endpoint == "packs.bring" and who and may(who.role, "bring_pack"):
        request.max_content_length = 2 * limits.PACK_BYTES


@bp.get("")
@signed_in("see_packs")
def shelf() -> ResponseReturnValue:
    return page(BringForm())


def page(form: BringForm, status: int = 200) -> ResponseReturnValue:
    listed = [(pack, name_of(pack), progress(doubtful(pack))) for pack in map(packs.load, methods())]
    who = account() or abort(401)
    brings = form if may(who.role, "bring_pack") else None
    return render_template("packs/shelf.html", listed=listed, form=brings), status


@bp.post("")
@signed_in("bring_pack")
def bring() -> ResponseReturnValue:
    """Read as data and checked whole before anything of it is kept."""
    form = BringForm()
    if not form.validate_on_submit():
        return page(form, 400)
    with form.file.data.stream as sent:
        file = sent.read(limits.PACK_BYTES + 1)
    try:
        pack = taken_in(packbooks.read(file, form.file.data.filename or ""))
    except packbooks.Unfit as unfit:
        form.file.errors = unfit.told
        return page(form, 400)
    except PackError as error:
        form.file.errors = [packbooks.told(error.path, error.message)]
        return page(form, 400)
    flash(_("“%(name)s” is on the shelf. Look through its wordings.", name=name_of(pack)), "ok")
    return redirect(url_for("packs.checklist", key=pack.key), 303)


def taken_in(text: str) -> Pack:
    with store.writing() as db:
        return kept.bring(db, text, account() or abort(401), now())


@bp.get("/<key>")
@signed_in("see_packs")
def checklist(key: str) -> ResponseReturnValue:
    pack, who = known(key), account() or abort(401)
    every = list(doubtful(pack))
    language = request.args.get("of", "")
    wanted = [each for each in every if language in ("", each.text.language)]
    return render_template(
        "packs/checklist.html",
        pack=pack,
        name=name_of(pack),
        done=[each for each in wanted if each.confirmed],
        left=[each for each in wanted if not each.confirmed],
        progress=progress(iter(every)),
        by_language=[(code, progress(each for each in every if each.text.language == code)) for code in LANGUAGES],
        of=language,
        form=WordingForm(formdata=None),
        earlier=name_of(packs.load(pack.follows.pack)) if pack.follows and pack.follows.pack in methods() else "",
        confirms=may(who.role, "confirm_wording"),
    )


@bp.post("/<key>/confirm")
@signed_in("confirm_wording")
def confirm(key: str) -> ResponseReturnValue:
    """Vouch for these very words; they lose their mark on pages and in files."""
    pack, who = known(key), account() or abort(401)
    wording = sent(pack)
    with store.writing() as db:
        wordings.confirm(db, pack.key, pack.version, wording, who, now())
    flash(_("Confirmed: “%(words)s”", words=wording.text), "ok")
    return back(key)


@bp.post("/<key>/doubt")
@signed_in("confirm_wording")
def doubt(key: str) -> ResponseReturnValue:
    """Take a confirmation back: the words are marked again."""
    pack, who = known(key), account() or abort(401)
    with store.writing() as db:
        wordings.doubt(db, pack.key, sent(pack), who, now())
    return back(key)


def sent(pack: Pack) -> Confirmation:
    """The wording that the form carries, if it still is the pack's."""
    form = WordingForm()
    if not form.validate_on_submit():
        abort(400)
    wording = Confirmation(form.text.data or "", form.language.data or "", form.wording.data or "")
    now_doubtful = {Confirmation(each.path, each.language, each.text) for each in packs.unconfirmed(pack)}
    return wording if wording in now_doubtful else abort(409)


def back(key: str) -> ResponseReturnValue:
    return redirect(url_for("packs.checklist", key=key, of=request.args.get("of") or None, _anchor="left"), 303)


def known(key: str) -> Pack:
    return packs.load(key) if key in methods() else abort(404)


def name_of(pack: Pack) -> str:
    return said(pack.name, reader_language())


# -- What is on the list --------------------------------------------------------------------------------------------


def doubtful(pack: Pack) -> Iterator[Doubtful]:
    """Every wording that is not official, in the pack's order, confirmed or not."""
    with store.reading() as db:
        confirmed = {Confirmation(row.text, row.language, row.wording): row for row in wordings.of(db, pack.key)}
    texts = {text.path: text for text in packs.texts(pack)}
    for each in packs.unconfirmed(pack):
        row = confirmed.get(Confirmation(each.path, each.language, each.text))
        yield Doubtful(each, place(each.path), others(texts[each.path], each.language), row)


def others(text: PackText, language: str) -> Parallel:
    return {code: words for code, words in text.words.items() if code != language}


def progress(listed: Iterator[Doubtful]) -> tuple[int, int]:
    """How many are confirmed, of how many."""
    every = [each.confirmed is not None for each in listed]
    return sum(every), len(every)


def place(path: str) -> str:
    """Where a text stands, for people; the path itself where it says enough."""
    match path.split(".", 2):
        case ["strategy", "name"]:
            return _("Name of the strategy")
        case ["strategy", "themes", which]:
            id, _dot, part = which.rpartition(".")
            return _("Theme %(id)s, intention", id=id) if part == "intention" else _("Theme %(id)s, name", id=id)
        case ["strategy", "objectives", id]:
            return _("Objective %(id)s", id=id)
        case ["statements", *id]:
            return _("Statement %(id)s", id=".".join(id))
        case ["glossary", *id]:
            return _("Term “%(id)s”", id=".".join(id).replace("_", " "))
        case _:
            return path
