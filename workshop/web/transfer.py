"""A plan in the order in which another service asks for it: to be copied field by field, and as a workbook."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from flask import Blueprint, abort, render_template
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from facilitation.report import Report, Words
from facilitation.report.reader import Reader
from facilitation.report.sheets import Sheet
from facilitation.report.tabled.others import called
from facilitation.report.transfer import Place, Transfer, by_hand, remarks, sheets
from facilitation.words import said
from workshop import store
from workshop.languages import reader_language
from workshop.store import transfers as kept
from workshop.store.transfers import Kept
from workshop.web.asked import FILE
from workshop.web.home import Home, Kind, at_both
from workshop.web.homes import home_of
from workshop.web.method import reading
from workshop.web.unmade import given
from workshop.web.wanted import Wanted, wanted

bp = Blueprint("transfer", __name__)

FORMAT = "xlsx"


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


@at_both(bp, "/transfer/<key>")
def page(home: Kind, id: str, key: str) -> ResponseReturnValue:
    here = home_of(home, id)
    if not isinstance(here, Home):
        return here
    asked, to = known(key), reading(here.pack)
    told = [(sheet, list(lines(sheet, here, asked.transfer, to))) for sheet in sheets(asked.transfer, here.plan, to)]
    words = {"title": to.plain(asked.transfer.title), "purpose": to.plain(asked.transfer.purpose)}
    return render_template("files/transfer.html", home=here, asked=asked, told=told, **words)


@at_both(bp, "/transfer/<key>/workbook.xlsx", *FILE)
def workbook(home: Kind, id: str, key: str) -> ResponseReturnValue:
    """The same as a workbook, made beside the room."""
    here = home_of(home, id)
    if not isinstance(here, Home):
        return here
    want, asked = wanted(here, FORMAT, {}), known(key)
    return given(want, told(want, asked), said(asked.transfer.title, reader_language()))


def known(key: str) -> Kept:
    with store.reading() as db:
        return kept.one(db, key) or abort(404)


def lines(sheet: Sheet, here: Home, of: Transfer, to: Reader) -> Iterator[Line]:
    names, known = dict(called(here.plan, to)), remarks(of, here.plan, to)
    for row in sheet.rows:
        told = zip(sheet.fields, row.cells, strict=True)
        cells = (
            Cell(field.head, by_hand(cell, to), field.longest, known.get((sheet.key, row.id, field.key), Words("")))
            for field, cell in told
        )
        yield Line(row.id, names.get(row.id, ""), tuple(cells))


# -- As a file ------------------------------------------------------------------------------------------------------


def told(want: Wanted, asked: Kept) -> Report:
    """The plan's own report with the transfer's sheets instead of its own: its origin and digest stand on it too.

    Without the stamp of a workbook that can come back: what is corrected here is corrected in the other service.
    """
    plan, to = want.home.plan, reading(want.home.pack)
    made = tuple(sheets(asked.transfer, plan, to))
    whole = want.tell(to.language, "")
    title = to.plain(asked.transfer.title)
    doubt = "" if asked.confirmed else unverified()
    return replace(
        whole,
        title=title,
        subtitle="\n".join(filter(None, (whole.title, whole.subtitle, doubt))),
        footer=" · ".join(filter(None, (title, whole.footer, _("Unverified") if doubt else ""))),
        origin=(*whole.origin, *unconfirmed(made, remarks(asked.transfer, plan, to))),
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
