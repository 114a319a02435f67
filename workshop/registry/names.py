"""Organisations by code and name as they will be once a table is taken, so that rows may speak of each other."""

from collections.abc import Iterable

from facilitation.words import LANGUAGES, N_
from workshop.registry.cells import Wrong, needed, text
from workshop.registry.records import Record
from workshop.store.organisations import names_of
from workshop.store.tables import OrganisationRow

UNKNOWN = N_("No organisation has the code or name “%(said)s”.")
SEVERAL = N_("Several organisations are called “%(said)s”. Write the code instead.")


class Names:
    def __init__(self, rows: Iterable[OrganisationRow]) -> None:
        self._by_code: dict[str, set[str]] = {}
        self._by_name: dict[str, set[str]] = {}
        self._code: dict[str, str] = {}
        for row in rows:
            # One that has ended is known by its code only: its name may be another's by now.
            self.remember(row.id, row.code, names_of(row) if row.closed is None else ())

    def remember(self, id: str, code: str, names: Iterable[str]) -> None:
        self._code[id] = code or self._code.get(id, "")
        if code:
            self._by_code.setdefault(code.casefold(), set()).add(id)
        for name in names:
            self._by_name.setdefault(name.casefold(), set()).add(id)

    def meant(self, record: Record, key: str) -> str:
        """The id of the one that a cell names. Raises Wrong."""
        said = needed(record, key)
        found = self._by_code.get(said.casefold()) or self._by_name.get(said.casefold()) or set()
        if len(found) != 1:
            raise Wrong(key, SEVERAL if found else UNKNOWN, said=said)
        return next(iter(found))

    def same(self, record: Record) -> str | None:
        """The id of the one that a row of organisations is about; None for a new one. Raises Wrong.

        A code decides. Without one the name does; a row with a code is never taken for one of another code.
        """
        code = text(record, "code")
        if code and (found := self._by_code.get(code.casefold())):
            return self._only(record, "code", found)
        named = {key: name for key in LANGUAGES if (name := text(record, key))}
        if not named:
            raise Wrong("fi", N_("Write its name in at least one language."))
        alike = set().union(*(self._by_name.get(name.casefold(), set()) for name in named.values()))
        alike = {id for id in alike if not (code and self._code[id])}
        return self._only(record, next(iter(named)), alike) if alike else None

    def _only(self, record: Record, key: str, found: set[str]) -> str:
        if len(found) > 1:
            raise Wrong(key, SEVERAL, said=record[key])
        return next(iter(found))
