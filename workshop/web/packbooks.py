"""Methods as files: the workbook of one, an empty one to fill in, its JSON, and what somebody filled in as a method."""

import json
from io import BytesIO
from pathlib import PurePath
from typing import Any

from flask import Blueprint, abort, current_app, send_file
from flask.typing import ResponseReturnValue

from facilitation import packs
from facilitation.packs import PackError
from facilitation.report.blocks import Report
from facilitation.report.framing import phrases
from facilitation.report.method import HOW, Coming, coming, sheets
from facilitation.report.reader import reader
from facilitation.words import N_, Refused, said
from workshop import limits, store
from workshop.exports import FORMATS, child
from workshop.languages import reader_language, worded, wording
from workshop.making import queue_of
from workshop.store import packs as kept
from workshop.uploads import checked
from workshop.uploads import child as reading
from workshop.uploads.tables import tables
from workshop.web.found import methods
from workshop.web.signing_in import signed_in
from workshop.web.wanted import NOT_IN_NAMES

bp = Blueprint("packbooks", __name__, url_prefix="/packs")

COMMON = "toimi"
"""The method whose scale, agendas and plan fields an empty workbook brings along."""
MOST_TOLD = 20
"""Errors that are told at once."""


class Unfit(Exception):
    """A file that makes no method: what is wrong, each with its place in the file, in the reader's language."""

    def __init__(self, *told: str) -> None:
        super().__init__(*told)
        self.told = told[:MOST_TOLD]


# -- Out ------------------------------------------------------------------------------------------------------------


@bp.get("/template.xlsx")
@signed_in("bring_pack")
def template() -> ResponseReturnValue:
    """An empty method, with what methods have in common filled in."""
    return workbook(wording(N_("A method to fill in")), json.loads(packs.shipped_text(COMMON)), blank=True)


@bp.get("/<key>/method.xlsx")
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
    try:
        made = queue_of().done(lambda *heard: child.make("xlsx", told, None, *heard))
    except child.Unmade as unmade:
        current_app.logger.error("No workbook of a method: %s", unmade)
        abort(503)
    name = NOT_IN_NAMES.sub(" ", f"{title}.xlsx")
    return send_file(BytesIO(made), FORMATS["xlsx"].media_type, as_attachment=True, download_name=name)


# -- In -------------------------------------------------------------------------------------------------------------


def read(file: bytes, filename: str) -> str:
    """The JSON of the method in a file, of which nothing is wrong by itself. Raises Unfit."""
    if len(file) > limits.PACK_BYTES:
        raise Unfit(wording(N_("The file is too large.")))
    if PurePath(filename).suffix.lower() == ".xlsx":
        return of_workbook(file)
    try:
        text = file.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Unfit(wording(N_("The file is not text in UTF-8."))) from None
    if wrong := packs.problems(text):
        raise Unfit(*map(told, wrong))
    return text


def told(error: PackError, came: Coming | None = None) -> str:
    """Where in the file, and what is wrong there."""
    words, place = worded(error.message), came.place(error.path) if came else None
    where = ", ".join(filter(None, (place.sheet, place.cell))) if place else error.path
    return f"{where}: {words}" if where else words


def of_workbook(file: bytes) -> str:
    try:
        found = tables(reading.read(checked(file, "xlsx"))["sheets"])
    except Refused as refused:
        raise Unfit(worded(refused.message)) from None
    came = coming(found)
    if not came.pack:
        raise Unfit(wording(N_("No sheet of a method was found. Start from the empty workbook.")))
    text = json.dumps(came.pack, ensure_ascii=False)
    wrong = [f"{place.sheet}, {place.cell}: {worded(message)}" for place, message in came.wrong]
    if wrong := wrong or [told(error, came) for error in packs.problems(text)]:
        raise Unfit(*wrong)
    return text
