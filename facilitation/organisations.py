"""Organisations as a tree that changes by days: who stands under whom, and who goes on as whom.

A change holds from its day on; what was before stays as it was, so every day has its own tree. Each question takes the
day, each change returns another forest or raises Refused.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TypeAlias

from facilitation.words import N_, Refused

KINDS = {
    "government": N_("Government"),
    "ministry": N_("Ministry"),
    "agency": N_("Agency"),
    "accounting_unit": N_("Accounting unit"),
    "municipality": N_("City or municipality"),
    "other": N_("Other organisation"),
}
ROLES = {
    "reader": N_("Reader"),
    "editor": N_("Editor"),
    "approver": N_("Approver"),
    "facilitator": N_("Facilitator"),
    "steering": N_("Steering group"),
    "administrator": N_("Administrator"),
}
"""What people are in an organisation; what each may do is the place's own table."""


@dataclass(frozen=True, slots=True)
class Place:
    """Under whom an organisation stands from a day on; under nobody at the top."""

    since: date
    under: str = ""


@dataclass(frozen=True, slots=True)
class Organisation:
    """One organisation through time. Its places are in the order of their days; one without any is at the top."""

    id: str
    opened: date | None = None
    """Its first day; None for one that has always been there."""
    closed: date | None = None
    """The first day on which it is no more."""
    successor: str = ""
    """Who goes on in its stead from that day, if anybody."""
    places: tuple[Place, ...] = ()

    def is_there(self, day: date) -> bool:
        return (self.opened is None or self.opened <= day) and (self.closed is None or day < self.closed)

    def is_over(self, day: date) -> bool:
        return self.closed is not None and self.closed <= day

    def under(self, day: date) -> str:
        """Who it stands under on a day; nothing at the top."""
        return next((place.under for place in reversed(self.places) if place.since <= day), "")


Forest: TypeAlias = Mapping[str, Organisation]
"""All organisations by id."""


# -- Questions ------------------------------------------------------------------------------------------------------


def above(forest: Forest, id: str, day: date) -> tuple[str, ...]:
    """Those it stands under on a day, the nearest first."""
    return tuple(_chain(id, lambda each: forest[each].under(day)))


def heirs(forest: Forest, id: str, day: date) -> tuple[str, ...]:
    """Those who have gone on in its stead by a day, one after the other; the last is who it is today."""
    return tuple(_chain(id, lambda each: forest[each].successor if forest[each].is_over(day) else ""))


def forebears(forest: Forest, id: str, day: date) -> frozenset[str]:
    """Those who go on as it, whatever way."""
    return frozenset(each for each in forest if id in heirs(forest, each, day))


def in_their_hands(forest: Forest, ids: Collection[str], day: date) -> tuple[str, ...]:
    """Whoever is over by a day and has gone on, at the last, as one of these."""
    over = (each for each in forest if each not in ids and forest[each].successor)
    return tuple(each for each in over if heirs(forest, each, day)[-1:] and heirs(forest, each, day)[-1] in ids)


def left_to(forest: Forest, id: str, day: date) -> str:
    """In whose hands its plans are on a day: its own, or its last heir's; where nobody went on, whoever's it stood
    under on its last day."""
    home = (id, *heirs(forest, id, day))[-1]
    closed = forest[home].closed if forest[home].is_over(day) else None
    above_it = forest[home].under(closed - timedelta(1)) if closed else ""
    return left_to(forest, above_it, day) if above_it else home


def children(forest: Forest, day: date) -> Mapping[str, Sequence[str]]:
    """By parent ("" at the top), who stands right under it on a day."""
    found: dict[str, list[str]] = {}
    for each in forest.values():
        if each.is_there(day):
            found.setdefault(each.under(day), []).append(each.id)
    return found


def below(forest: Forest, id: str, day: date) -> frozenset[str]:
    """Everybody who stands under it on a day, at any depth."""
    by_parent, found, waiting = children(forest, day), set[str](), [id]
    while waiting:
        fresh = set(by_parent.get(waiting.pop(), ())) - found
        found |= fresh
        waiting += fresh
    return frozenset(found)


def _chain(id: str, onward) -> Iterator[str]:
    seen = {id}
    while (id := onward(id)) and id not in seen:
        seen.add(id)
        yield id


# -- Changes --------------------------------------------------------------------------------------------------------


def found(forest: Forest, id: str, under: str, opened: date | None) -> Forest:
    """With a new organisation. One that was always there may stand only under another that was."""
    _known(forest, under)
    places = (Place(opened or date.min, under),) if under else ()
    return _sound({**forest, id: Organisation(id, opened, places=places)}, [id])


def move(forest: Forest, id: str, under: str, day: date) -> Forest:
    """It stands under another from a day on; a later move that was planned already stays."""
    _known(forest, under)
    moved = replace(_living(forest, id, day), places=placed(forest[id], Place(day, under)))
    return _sound({**forest, id: moved}, [id])


def merge(forest: Forest, id: str, into: str, day: date) -> Forest:
    """It ends on a day and another goes on in its stead: whoever stood under it stands under that one then."""
    _living(forest, into, day)
    if into == id:
        raise Refused(N_("An organisation cannot merge into itself."), code="itself", field="into")
    taken = {each: _handed_over(forest[each], id, Place(day, into)) for each in _stay(forest, id, day)}
    ended = _ended(_living(forest, id, day), day, into)
    return _sound({**forest, **taken, id: ended}, [*taken, into])


def close(forest: Forest, id: str, day: date) -> Forest:
    """It ends on a day, and nobody goes on in its stead."""
    ended = _ended(_living(forest, id, day), day, "")
    if left := _stay(forest, id, day):
        raise Refused(
            N_("%(count)s organisations stand under it. Move them first, or merge it into another."),
            code="not_empty",
            field="day",
            count=len(left),
        )
    return {**forest, id: ended}


def _known(forest: Forest, under: str) -> None:
    if under and under not in forest:
        raise Refused(N_("There is no such organisation."), code="unknown", field="under")


def _living(forest: Forest, id: str, day: date) -> Organisation:
    """The organisation, which is there on the day and for all that is known does not end."""
    _known(forest, id)
    organisation = forest[id]
    if organisation.closed is not None:
        raise Refused(
            N_("It ends on %(day)s already."), code="closed", field="day", day=organisation.closed.isoformat()
        )
    if not organisation.is_there(day):
        raise Refused(N_("On that day it is not there yet."), code="not_yet", field="day")
    return organisation


def placed(organisation: Organisation, place: Place) -> tuple[Place, ...]:
    """Its places with one more, in the order of their days; of two on one day the new one."""
    others = (each for each in organisation.places if each.since != place.since)
    return tuple(sorted((*others, place), key=lambda each: each.since))


def _ended(organisation: Organisation, day: date, successor: str) -> Organisation:
    places = tuple(place for place in organisation.places if place.since < day)
    return replace(organisation, closed=day, successor=successor, places=places)


def _stay(forest: Forest, id: str, day: date) -> list[str]:
    """Whoever stands under it on the day, or is to stand there later."""
    return [each.id for each in forest.values() if any(_is_under(each, id, turn) for turn in _from(each, day))]


def _is_under(organisation: Organisation, parent: str, day: date) -> bool:
    return organisation.under(day) == parent and organisation.is_there(day)


def _from(organisation: Organisation, day: date) -> Iterator[date]:
    """The day, and those after it on which the organisation begins or moves."""
    yield max(day, organisation.opened or day)
    yield from (place.since for place in organisation.places if place.since > day)


def _handed_over(organisation: Organisation, id: str, place: Place) -> Organisation:
    later = tuple(
        replace(each, under=place.under) if each.since > place.since and each.under == id else each
        for each in organisation.places
    )
    taken = replace(organisation, places=later)
    return replace(taken, places=placed(taken, place)) if organisation.under(place.since) == id else taken


# -- What holds on every day ----------------------------------------------------------------------------------------


def _sound(forest: Forest, changed: Iterable[str]) -> Forest:
    """The same, if on every day those that changed stand under somebody who is there, and not under themselves."""
    for refused in faults(forest, changed).values():
        raise refused
    return forest


def faults(forest: Forest, changed: Iterable[str]) -> Mapping[str, Refused]:
    """By organisation, why it cannot stand where it does; many that change at once are asked about together."""
    days = _turns(forest)
    asked = ((id, _fault(forest, id, days)) for id in changed)
    return {id: fault for id, fault in asked if fault}


def _fault(forest: Forest, id: str, days: Iterable[date]) -> Refused | None:
    found = (_fault_on(forest, id, day) for day in days if forest[id].is_there(day))
    return next((fault for fault in found if fault), None)


def _turns(forest: Forest) -> Sequence[date]:
    """Every day on which anything begins, moves or ends; between them nothing changes."""
    days = {date.min}
    for each in forest.values():
        days |= {place.since for place in each.places} | {day for day in (each.opened, each.closed) if day}
    return sorted(days)


def _fault_on(forest: Forest, id: str, day: date) -> Refused | None:
    under, seen = forest[id].under(day), {id}
    if under and not forest[under].is_there(day):
        return Refused(N_("Whom it is to stand under is not there all that time."), code="not_there", field="under")
    while under and under not in seen:
        seen.add(under)
        under = forest[under].under(day)
    return Refused(N_("It would stand under itself."), code="loop", field="under") if under else None
