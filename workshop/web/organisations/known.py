"""Organisations as pages show them: their names, kinds and roles in the reader's language, and who may see which."""

from collections.abc import Iterable, Iterator
from datetime import date

from flask import abort
from wtforms.fields import SelectChoice  # pyright: ignore[reportAttributeAccessIssue] (newer than the stubs)

from facilitation.organisations import children
from workshop import store
from workshop.store.organisations import languages_of
from workshop.store.tables import OrganisationRow
from workshop.together.known import Known as Known
from workshop.together.known import known as known
from workshop.web.head import today
from workshop.web.signing_in import Right, may_in, noted


def spoken_in(ids: Iterable[str]) -> tuple[str, ...]:
    """The languages that these organisations work in; all where none of them says."""
    with store.reading() as db:
        return languages_of(row for id in ids if (row := db.get(OrganisationRow, id)))


def found(id: str, action: str = "see_organisation") -> OrganisationRow:
    """The organisation, for whoever may do this to it; to those who do not see it either it is not there, so that
    nobody learns who is."""
    with store.reading() as db:
        row = db.get(OrganisationRow, id)
    if row is None or not noted(Right(action, id, may_in(action, id), needed=True)):
        abort(403 if row and may_in("see_organisation", id) else 404)
    return row


def choices(of: Known, action: str, day: date | None = None, but: str = "") -> list[SelectChoice]:
    """Those to which this account may do the action, indented as they stand, for a select."""
    lines = walk(of, day or today())
    return [
        SelectChoice(id, "\N{EN SPACE}" * 2 * depth + of.name(id))
        for id, depth in lines
        if id != but and may_in(action, id)
    ]


def walk(of: Known, day: date) -> Iterator[tuple[str, int]]:
    """Everybody who is there on a day with their depth, each before those under it."""
    by_parent = children(of.forest, day)

    def under(parent: str, depth: int) -> Iterator[tuple[str, int]]:
        for id in of.by_name(by_parent.get(parent, ())):
            yield id, depth
            yield from under(id, depth + 1)

    return under("", 0)
