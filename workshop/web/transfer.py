"""A draft plan in the order in which another service asks for it: to be copied field by field, and as a workbook."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from hashlib import sha256
from io import BytesIO

from flask import Blueprint, Response, abort, current_app, render_template, send_file
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.report import Report, Words, report
from facilitation.report.reader import Reader, reader
from facilitation.report.sheets import Sheet
from facilitation.report.tabled.others import called
from facilitation.report.transfer import Place, Transfer, by_hand, remarks, sheets
from facilitation.view.as_data import as_text
from facilitation.words import said
from workshop import store
from workshop.clock import now
from workshop.exports import FORMATS, child
from workshop.languages import reader_language
from workshop.making import queue_of
from workshop.store import transfers as kept
from workshop.store.transfers import Kept
from workshop.web.document import wording
from workshop.web.head import zone
from workshop.web.method import confirmations
from workshop.web.reading import Reading, reading
from workshop.web.wanted import NOT_IN_NAMES

bp = Blueprint("transfer", __name__, url_prefix="/w/<id>/draft/transfer/<key>")

FORMAT = FORMATS["xlsx"]


@dataclass(frozen=True)
class Cell:
    """A field of the other service and what is keyed into it."""

    head: str
    text: str
    longest: int | None
    remark: Words
    """In which language it is if not in the reader's, and whether its wording is confirmed."""

    @property
    def too_long(self) -> bool:
        return self.longest is not None and len(self.text) > self.longest


@dataclass(frozen=True)
class Line:
    """One row to be keyed in; another digest says that it is no longer what it was."""

    id: str
    name: str
    cells: tuple[Cell, ...]

    @property
    def digest(self) -> str:
        return sha256("\t".join(cell.text for cell in self.cells).encode()).hexdigest()[:8]


@bp.get("")
def page(id: str, key: str) -> ResponseReturnValue:
    here = reading(id)
    if not isinstance(here, Reading):
        return here
    asked, to = known(key), reader_of(here)
    told = [(sheet, list(lines(sheet, here, asked.transfer, to))) for sheet in sheets(asked.transfer, here.plan, to)]
    words = {"title": to.plain(asked.transfer.title), "purpose": to.plain(asked.transfer.purpose)}
    return render_template("draft/transfer.html", here=here, asked=asked, told=told, at=now(), **words)


@bp.get("/workbook.xlsx")
def workbook(id: str, key: str) -> ResponseReturnValue:
    """The same as a workbook, made beside the room."""
    here = reading(id)
    if not isinstance(here, Reading):
        return here
    try:
        return file_of(here, known(key))
    except child.Unmade as unmade:
        current_app.logger.error("No transfer of %s: %s", here.found.id, unmade)
        return render_template("draft/unmade.html", here=here, why=unmade.why, format=FORMAT.key, worn=None), 503


def known(key: str) -> Kept:
    with store.reading() as db:
        return kept.one(db, key) or abort(404)


def reader_of(here: Reading) -> Reader:
    return reader(reader_language(), wording, here.pack, confirmations(here.pack.key))


def lines(sheet: Sheet, here: Reading, of: Transfer, to: Reader) -> Iterator[Line]:
    names, known = dict(called(here.plan, to)), remarks(of, here.plan, to)
    for row in sheet.rows:
        told = zip(sheet.fields, row.cells, strict=True)
        cells = (
            Cell(field.head, by_hand(cell, to), field.longest, known.get((sheet.key, row.id, field.key), Words("")))
            for field, cell in told
        )
        yield Line(row.id, names.get(row.id, ""), tuple(cells))


# -- As a file ------------------------------------------------------------------------------------------------------


def file_of(here: Reading, asked: Kept) -> Response:
    at = now().astimezone(zone())
    made = queue_of().done(partial(child.make, FORMAT.key, told(here, asked, at)))
    title = said(asked.transfer.title, reader_language())
    named = ", ".join(filter(None, (title, here.title, here.plan.organisation, f"{at:%Y-%m-%d %H.%M}")))
    name = NOT_IN_NAMES.sub(" ", f"{named}.{FORMAT.key}")
    return send_file(BytesIO(made), FORMAT.media_type, as_attachment=True, download_name=name)


def told(here: Reading, asked: Kept, at: datetime) -> Report:
    """The plan's own report with the transfer's sheets instead of its own: its origin and digest stand on it too.

    Without the stamp of a workbook that can come back: what is corrected here is corrected in the other service.
    """
    to, data = reader_of(here), as_text(here.plan)
    made = tuple(sheets(asked.transfer, here.plan, to))
    whole = report(here.plan, to.language, wording, here.pack, made=at.date(), data=data)
    title = to.plain(asked.transfer.title)
    doubt = "" if asked.confirmed else unverified()
    return replace(
        whole,
        title=title,
        subtitle="\n".join(filter(None, (whole.title, whole.subtitle, doubt))),
        footer=" · ".join(filter(None, (title, whole.footer, _("Unverified") if doubt else ""))),
        origin=(*whole.origin, *unconfirmed(made, remarks(asked.transfer, here.plan, to))),
        sections=(),
        entries=(),
        sheets=made,
    )


def unconfirmed(made: Sequence[Sheet], known: Mapping[Place, Words]) -> Iterator[str]:
    """Which columns hold wording that stands for official wording and that nobody has confirmed."""
    places = {(sheet, field) for (sheet, _row, field), words in known.items() if words.unconfirmed}
    for sheet in made:
        if heads := ", ".join(field.head for field in sheet.fields if (sheet.key, field.key) in places):
            yield _("%(sheet)s, wording not yet confirmed: %(columns)s.", sheet=sheet.title, columns=heads)


def unverified() -> str:
    return _("Unverified: nobody has yet confirmed that the service asks for just this, in this order.")
