"""The token itself: what it may, for whom and until when."""

from datetime import datetime

from msgspec import Struct

from workshop.api.resource import Answer, Ask, Resource

resource = Resource("api_token", "The token that is shown: for whom it asks and what it may.", __name__)


class Token(Struct, frozen=True):
    """A program's way in."""

    label: str
    organisation: str
    scopes: list[str]
    below: bool
    """Whether it reads what organisations under its own have published."""
    created: datetime
    expires: datetime


@resource.asks("GET", "/token", "The token that asks", "", gives=Token)
def read_token(ask: Ask) -> Answer:
    """Any token may ask about itself."""
    row = ask.bearer.token
    return Answer(Token(row.label, row.organisation, row.scopes.split(), row.below, row.created, row.expires))
