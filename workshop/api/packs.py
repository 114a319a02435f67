"""Methods: the strategy that plans refer to, and the metrics that are ready to take."""

from msgspec import Struct

from facilitation import packs
from facilitation.packs import Pack
from facilitation.shapes import LibraryMetric
from facilitation.strategy import Objective, Theme
from facilitation.view.plain import plain
from workshop import store
from workshop.api.paging import PAGED, from_cursor, paged
from workshop.api.parameters import in_path
from workshop.api.problems import Failed, title_of
from workshop.api.resource import Answer, Ask, Resource
from workshop.store import packs as kept

resource = Resource("api_packs", "The methods that plans are made by.", __name__)


class PackHead(Struct, frozen=True):
    """A method of this place."""

    key: str
    version: str
    name: dict[str, str]
    strategy_version: str


class Packs(Struct, frozen=True):
    packs: list[PackHead]
    next: str | None


class PackWhole(Struct, frozen=True):
    """A method with what plans refer to: themes, objectives and metrics, by their ids."""

    key: str
    version: str
    name: dict[str, str]
    strategy_version: str
    themes: list[Theme]
    objectives: list[Objective]
    library: list[LibraryMetric]


@resource.asks("GET", "/packs", "Methods", "see_packs", gives=Packs, parameters=PAGED)
def list_packs(ask: Ask) -> Answer:
    """Those that are shipped, then those that were brought."""
    part = from_cursor(keys(), ask, lambda key: key)
    return paged(Packs([head(packs.load(key)) for key in part.of], part.next), part.next)


@resource.asks(
    "GET", "/packs/{pack}", "One method", "see_packs", gives=PackWhole, parameters=(in_path("pack", "Its key."),)
)
def read_pack(_ask: Ask, pack: str) -> Answer:
    """With its strategy and its library of metrics."""
    if pack not in keys():
        raise Failed(404, "not_found", title_of(404))
    found = packs.load(pack)
    told = head(found)
    return Answer(
        PackWhole(
            told.key,
            told.version,
            told.name,
            told.strategy_version,
            plain(found.strategy.themes),
            plain(found.strategy.objectives),
            plain(found.library),
        )
    )


def keys() -> tuple[str, ...]:
    with store.reading() as db:
        return kept.keys(db)


def head(pack: Pack) -> PackHead:
    return PackHead(pack.key, pack.version, dict(pack.name), pack.strategy.version)
