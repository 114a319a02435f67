"""Versions of a plan: numbered points in its life that never change."""

from datetime import datetime

from msgspec import Struct

from facilitation.plans.parts import Version
from workshop.api.found import NUMBER, PLAN, found, not_there
from workshop.api.paging import PAGED, from_cursor, paged
from workshop.api.parameters import in_path
from workshop.api.resource import Answer, Ask, Resource

resource = Resource("api_versions", "Numbered points in a plan's life, which never change.", __name__)


class VersionHead(Struct, frozen=True):
    """A point in a plan's life; `?version=` of a plan's other addresses reads what it said then."""

    number: str
    name: str
    at: datetime
    approved: bool
    seq: int
    """The number in the plan's log."""


class Versions(Struct, frozen=True):
    versions: list[VersionHead]
    next: str | None


@resource.asks(
    "GET",
    "/plans/{plan}/versions",
    "Versions of a plan",
    "read_approved",
    gives=Versions,
    parameters=(PLAN, *PAGED),
)
def list_versions(ask: Ask, plan: str) -> Answer:
    """The oldest first; where the token sees no draft, the approved ones."""
    part = from_cursor(found(ask.bearer, plan).life.versions, ask, lambda version: version.number)
    return paged(Versions([told(each) for each in part.of], part.next), part.next)


@resource.asks(
    "GET",
    "/plans/{plan}/versions/{number}",
    "One version",
    "read_approved",
    gives=VersionHead,
    parameters=(PLAN, in_path("number", "Its number.", **NUMBER)),
)
def read_version(ask: Ask, plan: str, number: str) -> Answer:
    """When it was kept or approved, and what was new in it."""
    return Answer(told(found(ask.bearer, plan).version(number) or not_there()))


def told(version: Version) -> VersionHead:
    return VersionHead(version.number, version.name, version.at, version.approved, version.seq)
