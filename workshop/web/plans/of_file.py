"""A plan that begins from a file which Toimi wrote: its data, or a workbook, as it left or as it was edited since."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from flask_babel import force_locale, ngettext
from flask_babel import gettext as _

from facilitation import packs
from facilitation.packs import PackError
from facilitation.plans import beginnings
from facilitation.plans.events import Source
from facilitation.report.reader import Reader, reader
from facilitation.report.returned import Back
from facilitation.report.returned.anew import Begun, begun
from facilitation.shapes import Plan
from facilitation.view.as_data import as_data
from facilitation.words import LANGUAGES, N_, Refused
from workshop.languages import LOCALES
from workshop.schemas.reading import plan_of, plan_told
from workshop.uploads import checked, child
from workshop.uploads.tables import tables
from workshop.web.comparing import AT_ONCE, NO_TABLES
from workshop.web.differences import why
from workshop.web.document import wording
from workshop.web.method import confirmations
from workshop.web.plans.found import pack_for

PACKAGE = b"PK"
"""What workbooks and documents begin with; data does not."""
NAMED = 5
"""How many cells that could not be read are named."""
DOCUMENT = N_(
    "This is a document. A document changes a plan that is there; it does not say enough to begin one. "
    "Bring the plan’s workbook (.xlsx) or its data (.json)."
)
NOT_OURS = N_(
    "This workbook does not say that it left Toimi as a plan in one language. "
    "Download the plan’s workbook there once more, or bring its data (.json)."
)
NO_METHOD = N_("The plan in this file follows a method that is not here: %(method)s. Ask an administrator to bring it.")
NOT_CARRIED = (
    N_("the title, summary, background and milestones in other languages than the file’s"),
    N_("the kind of the organisation"),
    N_("which cards and votes each line rests on"),
    N_("what else the workshop gathered and left to be settled"),
)
"""What no workbook says of a plan."""


@dataclass(frozen=True)
class Brought:
    """A plan from a file, where it is from, and what to say of it once it has begun."""

    plan: Plan
    source: Source
    left: Sequence[str] = ()


def brought(file: bytes, method: str, organisation: str) -> Brought:
    """`method`: what the plan follows where the file is silent. Raises Refused, at the field `file`."""
    if not file:
        raise Refused(N_("Choose a file."), code="empty", field="file")
    try:
        return of_workbook(file, method, organisation) if file.startswith(PACKAGE) else of_data(file)
    except Refused as refused:
        refused.field = "file"
        raise


def of_data(file: bytes) -> Brought:
    return Brought(beginnings.fresh(plan_of(file)), source(file, "json"))


def source(file: bytes, sort: str) -> Source:
    return Source("file", sha256(file).hexdigest(), title=sort)


def of_workbook(file: bytes, method: str, organisation: str) -> Brought:
    read = read_workbook(file)
    stamp, found = read["stamp"], tables(read["sheets"])
    if not found:
        raise Refused(NO_TABLES, code="no_tables")
    language = stamp.get("language", "")
    if language not in LANGUAGES or not stamp.keys() & {"plan", "workshop"}:
        raise Refused(NOT_OURS, code="unstamped")
    told = told_in(language, found, stamp.get("pack") or method, organisation)
    return Brought(strictly(told.plan), source(file, "xlsx"), [*left(told, stamp)])


def read_workbook(file: bytes) -> Mapping[str, Any]:
    try:
        checked(file, "xlsx")
    except Refused:
        if is_document(file):
            raise Refused(DOCUMENT, code="document") from None
        raise
    with AT_ONCE:
        return child.read(file)


def is_document(file: bytes) -> bool:
    try:
        return bool(checked(file, "docx"))
    except Refused:
        return False


def told_in(language: str, found: Sequence[Back], method: str, organisation: str) -> Begun:
    """In the words in which the file was told."""
    with force_locale(LOCALES[language]):
        return begun(found, reader_of(language, method, organisation))


def reader_of(language: str, method: str, organisation: str) -> Reader:
    try:
        packs.load(method)
    except PackError:
        raise Refused(NO_METHOD, code="no_method", method=method) from None
    return reader(language, wording, pack_for(method, organisation), confirmations(method))


def strictly(plan: Plan) -> Plan:
    """The same, if it is what a plan's data may be: nothing else goes into a log."""
    return beginnings.fresh(plan_told(as_data(plan)))


def left(told: Begun, stamp: Mapping[str, str]) -> Iterator[str]:
    """What the plan lacks that its workbook could not say, or said in a way that could not be read."""
    yield _("A workbook does not carry: %(what)s. Bring the plan’s data instead to have it.", what=_listed(NOT_CARRIED))
    if not stamp.get("pack"):
        yield _("The workbook does not say which method the plan follows; it was read by the one chosen here.")
    if told.notes:
        cells = " ".join(why(note.why, note) for note in told.notes[:NAMED])
        more = len(told.notes) - NAMED
        further = ngettext("And %(num)d more.", "And %(num)d more.", more) if more > 0 else ""
        yield " ".join(filter(None, (_("Not read from the workbook:"), cells, further)))


def _listed(sentences: Sequence[str]) -> str:
    return "; ".join(map(_, sentences))
