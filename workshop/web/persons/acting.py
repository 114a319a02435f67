"""What is done for a person who asked: what is theirs as an archive, their erasing, and the text of the answer."""

from collections.abc import Callable, Mapping
from io import BytesIO
from typing import Any

from flask import Blueprint, abort, current_app, render_template, request, send_file
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from workshop import limits, store
from workshop.clock import now
from workshop.config import settings_of
from workshop.exports import child
from workshop.making import makings_of, queue_of
from workshop.persons import archive
from workshop.persons.answers import Did, answers, lines
from workshop.persons.erasing import Unerasable, erase
from workshop.persons.found import Found, find
from workshop.persons.theirs import Sheets, files_of, theirs
from workshop.store.accounts import note
from workshop.web.head import today
from workshop.web.keeping.insight import looked_in
from workshop.web.persons.page import ChosenForm, told
from workshop.web.signing_in import account, desk_may, signed_in
from workshop.web.sure import sure

bp = Blueprint("persons_acting", __name__, url_prefix="/requests")

NOTICE = "/privacy"


@bp.url_value_preprocessor
def take_many(endpoint: str | None, values: dict[str, Any] | None) -> None:
    """Somebody may stand in more places than pages otherwise take boxes; before forms are read."""
    if desk_may("find_person"):
        request.max_form_parts = limits.FINDINGS


WHY = {
    "self": lambda: _("You cannot erase yourself. Another administrator does it."),
    "last": lambda: _("This is the last administrator. Make somebody else one first."),
}


@bp.post("/answer")
@signed_in("find_person")
def answer() -> ResponseReturnValue:
    form, found, chosen = asked()
    if form.errors:
        return told(form, found, 400)
    return answered(chosen, Did())


@bp.post("/archive")
@signed_in("export_person")
@sure
def export() -> ResponseReturnValue:
    """Made in its turn, beside the room, as every file is; nothing of it stays here."""
    form, found, chosen = asked()
    if form.errors or nothing_chosen(form, chosen):
        return told(form, found, 400)
    with store.writing() as db:
        sheets, files = theirs(db, chosen), files_of(db, chosen)
        who = account() or abort(401)
        note(db, now(), who, "export_person", "", rows=str(sum(map(len, sheets.values()))))
        looked_in(db, (row["log"] for row in sheets.get("event", ())), who, form.why.data or "")
    try:
        made = queue_of().done(job(sheets, files, about(chosen)))
    except child.Unmade as unmade:
        current_app.logger.error("No archive of a person: %s", unmade)
        abort(503)
    return send_file(BytesIO(made), "application/zip", as_attachment=True, download_name=f"person-{today()}.zip")


@bp.post("/erase")
@signed_in("erase_person")
@sure
def forget() -> ResponseReturnValue:
    form, found, chosen = asked()
    if form.errors or nothing_chosen(form, chosen):
        return told(form, found, 400)
    try:
        done = erase(chosen, account() or abort(401), now(), today(), texts=form.texts.data)
    except Unerasable as refused:
        return told(form, found, 400, wrong=WHY[refused.why]())
    forget_files()
    return answered(chosen, Did(True, form.texts.data, done.kept, done.files))


def forget_files() -> None:
    """Files that were made before may name them: whoever waited for one asks for it anew."""
    for making in makings_of().all():
        if making.stands().state == "made":
            making.remove()


def asked() -> tuple[ChosenForm, Found, Found]:
    """What was looked for is looked for again: only what is there, and was ticked, is acted upon."""
    form = ChosenForm()
    if not form.validate_on_submit():
        return form, Found((), ()), Found((), ())
    with store.reading() as db:
        found = find(db, form.sought, form.chosen)
    return form, found, found.chosen(form.chosen)


def nothing_chosen(form: ChosenForm, chosen: Found) -> bool:
    if not chosen.findings:
        form.theirs.errors = [_("Choose what is theirs.")]
    return not chosen.findings


def answered(chosen: Found, did: Did) -> ResponseReturnValue:
    texts = answers(chosen, did, today(), settings_of().mail_from, settings_of().public_address + NOTICE)
    return render_template("persons/answer.html", texts=texts, did=did, lines=lines(chosen))


def job(sheets: Sheets, files: Mapping[str, bytes], about: list[str]) -> Callable[[], bytes]:
    def make(told: Any = lambda done, of: None) -> bytes:
        given = (sheets, files, about)
        return child.run(archive.MODULE, "write", given, told, None, archive.SECONDS, archive.MEGABYTES)

    return make


def about(chosen: Found) -> list[str]:
    """For whoever opens the archive, in the language in which it was made."""
    return [
        _("What Toimi keeps about one person, %(day)s", day=f"{today():%Y-%m-%d}"),
        "",
        *lines(chosen),
        "",
        _("person.json holds all of it; each .csv file is one table of it. Ids are numbers of this place only."),
        *(
            [_("The folder “files” holds whole files, which may name others too: read them first.")]
            if chosen.of("file")
            else []
        ),
        _("“event” holds what was done in workshops and plans, “audit” what was done to accounts and rights."),
    ]
