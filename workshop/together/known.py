"""All organisations, in the reader's language, and what is asked about who reads."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from facilitation.organisations import Forest, Organisation
from facilitation.words import said
from workshop import store
from workshop.languages import reader_language
from workshop.store import organisations
from workshop.store.forest import forest
from workshop.store.tables import OrganisationRow

Reads: TypeAlias = Callable[[str], bool]
"""Whether whoever asks reads what was approved in an organisation."""


@dataclass(frozen=True)
class Known:
    """All organisations, by id: their rows, and how they stand."""

    rows: dict[str, OrganisationRow]
    forest: Forest

    def name(self, id: str) -> str:
        return name_of(self.rows.get(id))

    def one(self, id: str) -> Organisation:
        return self.forest[id]

    def by_name(self, ids: Iterable[str]) -> list[str]:
        return sorted(ids, key=lambda id: (self.name(id).casefold(), id))


def known() -> Known:
    with store.reading() as db:
        return Known({row.id: row for row in organisations.every(db)}, forest(db))


def name_of(whose: OrganisationRow | None) -> str:
    return said(organisations.names(whose), reader_language()) if whose else ""
