"""What a table of organisations and people would do, and which of its rows cannot be taken; nothing is changed here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from facilitation.organisations import Forest, Organisation, Place, close, faults, merge, placed
from facilitation.words import LANGUAGES, N_, Message, Refused
from workshop.registry import cells
from workshop.registry.cells import Wrong, day, text
from workshop.registry.names import Names
from workshop.registry.records import ORGANISATIONS, PEOPLE, Record
from workshop.store.accounts import new_id
from workshop.store.roles import Part, after
from workshop.store.tables import OrganisationRow


@dataclass(frozen=True)
class Held:
    """What is there already, on a day; by e-mail address, whether the account is open."""

    rows: Sequence[OrganisationRow]
    forest: Forest
    accounts: Mapping[str, bool]
    day: date


@dataclass(frozen=True)
class Broken:
    """A cell for which its row cannot be taken, and why."""

    place: str
    message: Message


@dataclass(frozen=True)
class Person:
    """Somebody and the role they are to have, with or without an account so far."""

    name: str
    email: str
    part: Part
    language: str = ""


@dataclass
class Weighed:
    """What would be done: new organisations, what is called otherwise, where all stand then, who is given what."""

    forest: Forest
    fresh: dict[str, Mapping[str, str]] = field(default_factory=dict)
    changes: dict[str, Mapping[str, str]] = field(default_factory=dict)
    moved: set[str] = field(default_factory=set)
    ended: set[str] = field(default_factory=set)
    people: list[Person] = field(default_factory=list)
    broken: list[Broken] = field(default_factory=list)


def weighed(held: Held, records: Sequence[Record]) -> Weighed:
    """Organisations first, then where they stand, then who ends, then people: rows may stand in any order."""
    bench = _Bench(held)
    for record in of(ORGANISATIONS, records):
        bench.attempt(record, bench.take)
    for step in (bench.place, bench.blame, bench.end):
        for record in list(bench.rows.values()):
            bench.attempt(record, step)
    for record in of(PEOPLE, records):
        bench.attempt(record, bench.person)
    return bench.done


def of(table: str, records: Sequence[Record]) -> list[Record]:
    return [record for record in records if record.table == table]


class _Bench:
    def __init__(self, held: Held) -> None:
        self.held, self.done = held, Weighed(dict(held.forest))
        self.known = {row.id: row for row in held.rows}
        self.names = Names(held.rows)
        self.rows: dict[str, Record] = {}
        self.ids: dict[tuple[str, int], str] = {}
        self.faults: Mapping[str, Refused] | None = None

    def attempt(self, record: Record, work: Callable[[Record], None]) -> None:
        try:
            work(record)
        except Wrong as wrong:
            self.done.broken.append(Broken(record.place(wrong.key), wrong.message))
        except Refused as refused:
            key = {"into": "successor", "day": "until"}.get(refused.field or "", refused.field or "")
            self.done.broken.append(Broken(record.place(key), refused.message))

    def id_of(self, record: Record) -> str:
        return self.ids[record.sheet, record.number]

    def take(self, record: Record) -> None:
        """A new organisation, or one that is called otherwise from now on."""
        head = {key: text(record, key) for key in ("code", *LANGUAGES)} | {"kind": cells.kind(record)}
        id = self.names.same(record)
        if id in self.rows:
            raise Wrong("code", N_("It stands in the table twice."))
        if id is None:
            id = new_id()
            self.done.fresh[id] = head
            self.done.forest = {**self.done.forest, id: Organisation(id, day(record, "since"))}
        elif changed := {key: said for key, said in head.items() if said and said != getattr(self.known[id], key)}:
            self.done.changes[id] = changed
        self.rows[id], self.ids[record.sheet, record.number] = record, id
        self.names.remember(id, head["code"], filter(None, (head[code] for code in LANGUAGES)))

    def place(self, record: Record) -> None:
        """Where it stands from the day on that the table says."""
        id, since = self.id_of(record), day(record, "since")
        under = self.names.meant(record, "under") if text(record, "under") else ""
        here = self.done.forest[id]
        if id in self.done.fresh:
            opened = since or (self.done.forest[under].opened if under else None)
            places = (Place(opened or date.min, under),) if under else ()
            self._stand(replace(here, opened=opened, places=places))
        elif under and under != here.under(since or self.held.day):
            if since is None:
                raise Wrong("since", N_("Write from which day on it stands there."))
            self.done.moved.add(id)
            self._stand(replace(here, places=placed(here, Place(since, under))))

    def _stand(self, organisation: Organisation) -> None:
        self.done.forest = {**self.done.forest, organisation.id: organisation}

    def blame(self, record: Record) -> None:
        """Refuse the rows that stand where nobody can, all at once."""
        if self.faults is None:
            self.faults = faults(self.done.forest, self.rows)
        if refused := self.faults.get(self.id_of(record)):
            raise refused

    def end(self, record: Record) -> None:
        id, gone = self.id_of(record), after(day(record, "until"))
        if gone is None and text(record, "successor"):
            raise Wrong("until", N_("Write its last day."))
        if gone is None or self.done.forest[id].closed == gone:
            return
        self.done.ended.add(id)
        if text(record, "successor"):
            self.done.forest = merge(self.done.forest, id, self.names.meant(record, "successor"), gone)
        else:
            self.done.forest = close(self.done.forest, id, gone)

    def person(self, record: Record) -> None:
        email, name = cells.email(record), text(record, "name")
        if not self.held.accounts.get(email, True):
            raise Wrong("email", N_("The account under this address is closed."))
        if email not in self.held.accounts:
            cells.needed(record, "name")
        since, until = day(record, "since") or self.held.day, day(record, "until")
        if until and until < since:
            raise Wrong("until", N_("It would end before it begins."))
        organisation, role = self.names.meant(record, "organisation"), cells.role(record)
        part, language = Part(organisation, role, since, after(until)), cells.language(record)
        self.done.people.append(Person(name, email, part, language))
