"""Methods as files: the workbook of one, an empty one to fill in, its JSON, and what somebody filled in as a method."""

import json
from functools import partial
from io import BytesIO
from pathlib import PurePath
from typing import Any

from flask import Blueprint, abort, send_file
from flask.typing import ResponseReturnValue

from facilitation import packs
from facilitation.report.blocks import Report
from facilitation.report.framing import phrases
from facilitation.report.method import HOW, Coming, coming, sheets
from facilitation.report.reader import reader
from facilitation.words import N_, Message, Refused, said
from workshop import store
from workshop.exports import FORMATS, child
from workshop.languages import reader_language, worded, wording
from workshop.store import packs as kept
from workshop.uploads import checked
from workshop.uploads import child as reading
from workshop.uploads.method import MOST_TOLD
from workshop.uploads.tables import tables
from workshop.web.asked import FILE, File, answered, desk, file_name
from workshop.web.found import methods
from workshop.web.signing_in import signed_in

bp = Blueprint("packbooks", __name__, url_prefix="/packs")

COMMON = "toimi"
"""The method whose scale, agendas and plan fields an empty workbook brings along."""


class Unfit(Exception):
    """A file that makes no method: what is wrong, each with its place in the file, in the reader's language."""

    def __init__(self, *told: str) -> None:
        super().__init__(*told)
        self.told = told[:MOST_TOLD]


# -- Out ------------------------------------------------------------------------------------------------------------


@bp.route("/template.xlsx", methods=FILE)
@signed_in("bring_pack")
def template() -> ResponseReturnValue:
    """An empty method, with what methods have in common filled in."""
    return workbook(wording(N_("A method to fill in")), json.loads(packs.shipped_text(COMMON)), blank=True)


@bp.route("/<key>/method.xlsx", methods=FILE)
@signed_in("see_packs")
def book(key: str) -> ResponseReturnValue:
    """The whole method; brought back as it is, it makes the same one."""
    pack = json.loads(text_of(key))
    return workbook(f"{said(pack['name'], reader_language())}, {pack['version']}", pack)


@bp.get("/<key>/method.json")
@signed_in("see_packs")
def data(key: str) -> ResponseReturnValue:
    made = BytesIO(text_of(key).encode())
    return send_file(made, "application/json", as_attachment=True, download_name=f"{key}.json")


def text_of(key: str) -> str:
    if key not in methods():
        abort(404)
    with store.reading() as db:
        return kept.text_of(db, key)


def workbook(title: str, pack: dict[str, Any], *, blank: bool = False) -> ResponseReturnValue:
    to = reader(reader_language(), wording, packs.load(COMMON))
    how = tuple(wording(line) for line in HOW)
    told = Report(
        title, "", to.language, (), origin=how, sheets=sheets(pack, wording, blank=blank), phrases=phrases(to)
    )
    job = partial(child.make, "xlsx", told, None)
    return answered(desk(), File(file_name("xlsx", title), FORMATS["xlsx"].media_type, job), lambda why: abort(503))


# -- In -------------------------------------------------------------------------------------------------------------


def read(file: bytes, filename: str) -> str:
    """The JSON of the method in a file, of which nothing is wrong by itself. Raises Unfit."""
    return of_workbook(file) if PurePath(filename).suffix.lower() == ".xlsx" else sound(file)


def sound(file: bytes, came: Coming | None = None) -> str:
    """The text of a method, built in the child to see what is wrong. Raises Unfit."""
    try:
        found = reading.read(file, "method")
    except Refused as refused:
        raise Unfit(worded(refused.message)) from None
    if wrong := found["wrong"]:
        raise Unfit(*(told(path, Message(sentence, arguments), came) for path, sentence, arguments in wrong))
    return found["text"]


def told(path: str, message: Message, came: Coming | None = None) -> str:
    """Where in the file, and what is wrong there."""
    place = came.place(path) if came else None
    where = ", ".join(filter(None, (place.sheet, place.cell))) if place else path
    return f"{where}: {worded(message)}" if where else worded(message)


def of_workbook(file: bytes) -> str:
    try:
        found = tables(reading.read(checked(file, "xlsx"))["sheets"])
    except Refused as refused:
        raise Unfit(worded(refused.message)) from None
    came = coming(found)
    if not came.pack:
        raise Unfit(wording(N_("No sheet of a method was found. Start from the empty workbook.")))
    if came.wrong:
        raise Unfit(*(f"{place.sheet}, {place.cell}: {worded(message)}" for place, message in came.wrong))
    return sound(json.dumps(came.pack, ensure_ascii=False).encode(), came)
