"""Templates that organisations brought: which one is in use for whom, and whether a file is fit to be one."""

from collections.abc import Iterable
from dataclasses import dataclass
from threading import BoundedSemaphore
from typing import Any

from flask import abort
from flask_babel import gettext as _

from facilitation.report import Report
from facilitation.words import N_, Refused
from workshop import store
from workshop.access import may
from workshop.exports import FORMATS, Brought, child
from workshop.store import templates as kept
from workshop.store.tables import AccountRow, OrganisationRow, TemplateRow
from workshop.uploads import checked
from workshop.web.called import name_of
from workshop.web.found import Held
from workshop.web.signing_in import account

AT_ONCE = BoundedSemaphore(2)
"""Files looked at or tried at the same time; a room is at work."""

UNREADABLE = N_("The file cannot be opened. Open it in your own program, save it again and bring it once more.")
UNTITLED = {
    "pptx": N_("No layout in the file has a place for a title. Slides without titles cannot be found or read aloud."),
    "docx": N_("The file has no style for headings, by which readers find their way in a document."),
}
UNFIT = N_("Nothing can be made in this file. Take out what is not needed and bring it once more.")


@dataclass(frozen=True)
class Listed:
    """A template as it stands in the list."""

    row: TemplateRow
    whose: OrganisationRow | None
    by: AccountRow
    used: bool

    @property
    def organisation(self) -> str:
        return name_of(self.whose)

    @property
    def kind(self) -> str:
        return _(FORMATS[self.row.kind].title)

    @property
    def changeable(self) -> bool:
        who = account() or abort(401)
        return self.row.retired_at is None and may(who.role, "change_template", Held(self.row.account == who.id))


def listed(rows: Iterable[kept.Listed]) -> list[Listed]:
    """With what is in use: the newest of each organisation and kind that was not retired."""
    found: list[Listed] = []
    taken: set[tuple[str | None, str]] = set()
    for row, whose, by in rows:
        key = (row.organisation, row.kind)
        found.append(Listed(row, whose, by, row.retired_at is None and key not in taken))
        taken.add(key)
    return found


# -- Whether a file is fit ------------------------------------------------------------------------------------------


def looked_at(file: bytes, kind: str, trial: Report) -> dict[str, Any]:
    """What a template holds, once something was made in it. Raises Refused, at the field `file`."""
    checked(file, kind)
    with AT_ONCE:
        seen = _seen(file, kind)
        if not seen["roles"]:
            raise Refused(UNTITLED[kind], code="untitled", field="file")
        tried(Brought(file), kind, trial)
    return seen


def _seen(file: bytes, kind: str) -> dict[str, Any]:
    try:
        return child.look(kind, file)
    except child.Unmade:
        raise Refused(UNREADABLE, code="unreadable", field="file") from None


def tried(template: Brought, kind: str, trial: Report) -> bytes:
    """The trial as a file. Raises Refused."""
    try:
        return child.make(kind, trial, template)
    except child.Unmade:
        raise Refused(UNFIT, code="unfit", field="file") from None


# -- Made in one ----------------------------------------------------------------------------------------------------


def template_for(kind: str, organisations: Iterable[str]) -> TemplateRow | None:
    """The one in use for the first of these organisations that has one, else the one for everybody."""
    with store.reading() as db:
        return kept.for_organisation(db, kind, organisations)


def brought(row: TemplateRow) -> Brought:
    with store.reading() as db:
        return Brought(kept.file_of(db, row.id), row.roles)
