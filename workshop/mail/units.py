"""Whom a branch's round writes to, unit by unit: who edits for it; where no letter reaches them, who owns its plans."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import partial

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.organisations import heirs
from facilitation.shapes.roles import same_role
from workshop.mail.asked import Person, person_of
from workshop.store import bounces, holders, roles
from workshop.store.followed import followed, read_for
from workshop.store.forest import forest
from workshop.store.holders import Part
from workshop.store.tables import AccountRow, PlanRow

People = Mapping[str, Sequence[Person]]
"""By unit."""


def addressees(db: Session, units: Iterable[str], day: date, kind: str) -> People:
    """By unit, the first in line whom letters reach, there or where it goes on; a unit without any is left out.

    `kind`: of the plan that theirs are asked for.
    """
    known, found = forest(db), dict[str, Sequence[Person]]()
    line = {unit: (unit, *heirs(known, unit, day)) for unit in units}
    for those in _in_line(kind):
        silent = [unit for unit in line if unit not in found]
        there = _reached(db, those(db, sorted({id for unit in silent for id in line[unit]}), day)) if silent else {}
        found |= {unit: people for unit in silent if (people := _together(there, line[unit]))}
    return found


def _in_line(kind: str) -> Sequence[Callable[[Session, Sequence[str], date], People]]:
    named = partial(_named, kind=kind)
    return (_editors, partial(named, part="holder"), partial(_owners, kind=kind), partial(named, part="deputy"))


def _together(people: People, organisations: Iterable[str]) -> Sequence[Person]:
    """Each once, whichever of these they are found in."""
    return list({each.id: each for id in organisations for each in people.get(id, ())}.values())


def _reached(db: Session, people: People) -> People:
    away = bounces.bounced(db, {each.address for those in people.values() for each in those if each.address})
    kept = {id: [each for each in those if _arrives(each, away)] for id, those in people.items()}
    return {id: those for id, those in kept.items() if those}


def _arrives(who: Person, away: Mapping[str, object]) -> bool:
    return bool(who.address) and who.address.lower() not in away


def _editors(db: Session, units: Sequence[str], day: date) -> People:
    found = roles.by_organisation(db, units, day)
    return {id: [person_of(who) for who, held in those.items() if "editor" in held] for id, those in found.items()}


def _named(db: Session, units: Sequence[str], day: date, part: Part, kind: str) -> People:
    """Holders of the roles that own the units' approved plans, or who stands in for them."""
    own = {(each.organisation, same_role(each.plan.owner)) for each in followed(db, units, kind) if each.plan.owner}
    found: dict[str, list[Person]] = {}
    for row in holders.every(db, units, day) if own else ():
        if row.part == part and row.since <= day and (row.organisation, same_role(row.role)) in own:
            found.setdefault(row.organisation, []).append(Person(row.id, row.email, row.name, row.language))
    return found


def _owners(db: Session, units: Sequence[str], day: date, kind: str) -> People:
    """Accounts that the units' own plans belong to, if they have a part in the unit: others may have begun a plan."""
    there = roles.by_organisation(db, units, day)
    of = (PlanRow.organisation.in_(units), read_for(kind))
    pairs = db.execute(
        select(PlanRow.organisation, AccountRow).join(AccountRow, AccountRow.id == PlanRow.owner).where(*of)
    )
    found: dict[str, dict[str, Person]] = {}
    for unit, who in pairs:
        if who in there.get(unit or "", {}):
            found.setdefault(unit or "", {})[who.id] = person_of(who)
    return {unit: list(those.values()) for unit, those in found.items()}
