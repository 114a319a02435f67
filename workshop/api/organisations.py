"""Organisations as far as a token sees: its own, and those under it if it reaches below."""

from datetime import date

from msgspec import Struct
from sqlalchemy import select

from facilitation.words import LANGUAGES
from workshop import store
from workshop.api.paging import PAGED, after, cut, most, paged
from workshop.api.parameters import in_path
from workshop.api.problems import Failed, title_of
from workshop.api.resource import Answer, Ask, Resource
from workshop.days import today
from workshop.store.tables import OrganisationRow

resource = Resource("api_organisations", "Whose plans they are, and who stands under whom.", __name__)


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
    row, seen = OrganisationRow, ask.bearer.where("see_organisation")
    wanted = select(row).where(row.id.in_(seen), row.id > after(ask)).order_by(row.id).limit(most(ask) + 1)
    with store.reading() as db:
        part = cut(db.scalars(wanted).all(), ask, lambda each: each.id)
    return paged(Organisations([told(each, ask) for each in part.of], part.next), part.next)


@resource.asks(
    "GET",
    "/organisations/{organisation}",
    "One organisation",
    "see_organisation",
    gives=Organisation,
    parameters=(in_path("organisation", "Its id."),),
)
def read_organisation(ask: Ask, organisation: str) -> Answer:
    """Those that the token does not see are not there."""
    with store.reading() as db:
        row = db.get(OrganisationRow, organisation)
    if row is None or not ask.bearer.may_in("see_organisation", organisation):
        raise Failed(404, "not_found", title_of(404))
    return Answer(told(row, ask))


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
