"""What a table would do, row by row as its own columns call it: which organisations, who, and how."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from flask_babel import gettext as _

from facilitation.organisations import KINDS, ROLES, Organisation
from facilitation.words import Parallel, said
from workshop import limits
from workshop.languages import day, reader_language
from workshop.registry.records import HEADS, ORGANISATIONS, PEOPLE
from workshop.registry.taking import Coming
from workshop.registry.weighing import Weighed
from workshop.store.roles import Part

HEADED = ("en", "fi", "sv")
"""The languages of each column's heads, in their order."""
Line = tuple[str, str]
"""Whom it is about, and what becomes of them."""


@dataclass(frozen=True)
class Doing:
    """All that a table would do of one kind."""

    what: str
    lines: Sequence[Line]

    @property
    def shown(self) -> Sequence[Line]:
        return self.lines[: limits.DOINGS_SHOWN]


def doings(
    wanted: Weighed, was: Mapping[str, Parallel], names: Mapping[str, Parallel], people: Sequence[Coming]
) -> list[Doing]:
    """`was`, `names`: what organisations are called before and after, by id; `people`: who gets something new."""
    by_id = {id: said(each, reader_language()) for id, each in names.items()}
    before = {id: said(each, reader_language()) for id, each in was.items()}
    every = (
        Doing(_("New organisations"), [(by_id[id], _stands(wanted.forest[id], by_id)) for id in wanted.fresh]),
        Doing(_("Called or described otherwise"), [(before[id], _called(head)) for id, head in wanted.changes.items()]),
        Doing(_("Moved"), _sorted((before[id], _moves(wanted.forest[id], by_id)) for id in wanted.moved)),
        Doing(_("Ended or merged"), _sorted((before[id], _ends(wanted.forest[id], by_id)) for id in wanted.ended)),
        Doing(_("Roles given"), [(_who(each), _given(part, by_id)) for each in people for part in each.parts]),
    )
    return [each for each in every if each.lines]


def _sorted(lines: Iterator[Line]) -> Sequence[Line]:
    return sorted(lines, key=lambda line: line[0].casefold())


def _stands(one: Organisation, names: Mapping[str, str]) -> str:
    under = one.places[-1].under if one.places else ""
    return _told(ORGANISATIONS, under=names.get(under), since=_day(one.opened))


def _called(head: Mapping[str, str]) -> str:
    return _told(ORGANISATIONS, **{key: _(KINDS[value]) if key == "kind" else value for key, value in head.items()})


def _moves(one: Organisation, names: Mapping[str, str]) -> str:
    place = one.places[-1]
    return _told(ORGANISATIONS, under=names.get(place.under), since=_day(place.since))


def _ends(one: Organisation, names: Mapping[str, str]) -> str:
    return _told(ORGANISATIONS, until=_last(one.closed), successor=names.get(one.successor))


def _who(one: Coming) -> str:
    return f"{one.name}, {one.email}" if one.name else one.email


def _given(part: Part, names: Mapping[str, str]) -> str:
    days = {"since": _day(part.since), "until": _last(part.until)}
    return _told(PEOPLE, role=_(ROLES[part.role]), organisation=names[part.organisation], **days)


def _day(when: date | None) -> str:
    return day(when) if when else ""


def _last(gone: date | None) -> str:
    """The last day of what is no more from this day on."""
    return _day(gone - timedelta(1) if gone else None)


def _told(table: str, **cells: str | None) -> str:
    at = HEADED.index(reader_language())
    return ", ".join(f"{HEADS[table][key][at]}: {value}" for key, value in cells.items() if value)
