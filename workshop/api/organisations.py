"""Organisations as far as a token sees: its own, and those under it if it reaches below."""

from datetime import date

from msgspec import Struct

from facilitation.packs.own import OwnEntry
from facilitation.view.plain import plain
from facilitation.words import LANGUAGES
from workshop import store
from workshop.api.paging import PAGED, after, cut, from_cursor, most, paged
from workshop.api.parameters import in_path
from workshop.api.problems import Failed, title_of
from workshop.api.resource import Answer, Ask, Resource
from workshop.days import today
from workshop.store import organisations, own
from workshop.store.tables import OrganisationRow

resource = Resource("api_organisations", "Whose plans they are, and who stands under whom.", __name__)

ORGANISATION = in_path("organisation", "Its id.")


class Organisation(Struct, frozen=True):
    """One organisation as it stands today."""

    id: str
    name: dict[str, str]
    code: str
    kind: str
    under: str | None
    """Whom it stands under; none at the top."""
    opened: date | None
    closed: date | None
    """The first day on which it is no more."""
    successor: str | None
    languages: list[str]
    """Those its plans are written in; none where it has not said."""


class Organisations(Struct, frozen=True):
    organisations: list[Organisation]
    next: str | None


@resource.asks("GET", "/organisations", "Organisations", "see_organisation", gives=Organisations, parameters=PAGED)
def list_organisations(ask: Ask) -> Answer:
    """In the order of their ids."""
    seen = ask.bearer.where("see_organisation")
    with store.reading() as db:
        part = cut(organisations.after(db, seen, after(ask), most(ask) + 1), ask, lambda each: each.id)
    return paged(Organisations([told(each, ask) for each in part.of], part.next), part.next)


@resource.asks(
    "GET",
    "/organisations/{organisation}",
    "One organisation",
    "see_organisation",
    gives=Organisation,
    parameters=(ORGANISATION,),
)
def read_organisation(ask: Ask, organisation: str) -> Answer:
    """Those that the token does not see are not there."""
    return Answer(told(organisation_here(ask, organisation), ask))


def organisation_here(ask: Ask, id: str, action: str = "see_organisation") -> OrganisationRow:
    """The organisation, for a token that may do this to it. Raises Failed."""
    with store.reading() as db:
        row = db.get(OrganisationRow, id)
    if row is None or not ask.bearer.may_in(action, id):
        raise Failed(404, "not_found", title_of(404))
    return row


class OwnEntries(Struct, frozen=True):
    """What organisations keep beside the methods: every version of every entry, in the order of their ids."""

    entries: list[OwnEntry]
    next: str | None


@resource.asks(
    "GET",
    "/organisations/{organisation}/own-entries",
    "Own entries of an organisation",
    "see_organisation",
    gives=OwnEntries,
    parameters=(ORGANISATION, *PAGED),
)
def list_own_entries(ask: Ask, organisation: str) -> Answer:
    """Objectives, themes and metrics of its own, and of those above it: what its plans are offered beside a method."""
    organisation_here(ask, organisation)
    with store.reading() as db:
        every = own.entries(db, own.line(db, organisation, today()))
    part = from_cursor(every, ask, lambda each: f"{each.id}/{each.version:06}")
    return paged(OwnEntries(plain(part.of), part.next), part.next)


def told(row: OrganisationRow, ask: Ask) -> Organisation:
    stands = ask.bearer.forest[row.id]
    return Organisation(
        row.id,
        {code: name for code in LANGUAGES if (name := getattr(row, code))},
        row.code,
        row.kind,
        stands.under(today()) or None,
        row.opened,
        row.closed,
        row.successor,
        row.languages.split(),
    )
