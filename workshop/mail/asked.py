"""Whom a round asks by letter: role by role what is still waited for, and who is in line to answer."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.followup import Ask, Round, Step, passed_over, waiting, written_to
from facilitation.followup.reminding import Part
from facilitation.organisations import Forest, forebears, heirs, in_their_hands
from facilitation.plans.lines import line_in
from facilitation.shapes import Action, Metric, Plan
from facilitation.shapes.roles import same_role
from workshop.store import bounces, holders
from workshop.store.followed import FollowedPlan, carried
from workshop.store.identities import has_address
from workshop.store.keys import hash_of
from workshop.store.tables import AccountRow, OrganisationRow, PlanRow, RoleHolderRow


@dataclass
class Role:
    """A role of an organisation, what a round waits for from it, and in which plans."""

    name: str
    lines: list[tuple[Ask, Metric | Action]] = field(default_factory=list)
    plans: list[Plan] = field(default_factory=list)


@dataclass(frozen=True)
class Person:
    id: str
    address: str
    name: str
    language: str


@dataclass(frozen=True)
class Asked:
    """Somebody who is written to, by their part in a role."""

    part: Part
    person: Person
    role: Role
    reached: bool
    """Whether letters reach the role's holder: others are asked because of their silence then."""


@dataclass(frozen=True)
class Turn:
    """What a letter is to tell in one role: about which round of whose, to whom, and what for."""

    round: Round
    opened_by: str
    where: OrganisationRow
    now: Step
    asked: Asked
    moved: datetime | None = None
    """When the round was moved to another last day, if it was."""

    @property
    def role(self) -> str:
        return hash_of(same_role(self.asked.role.name))[:16]

    @property
    def answers(self) -> bool:
        """Whether it is theirs to answer; a plan's owner only hears who has not."""
        return self.asked.part != "owner"

    @property
    def place(self) -> tuple[date, str, str, bool]:
        """Where it stands in a letter that tells of several: what is due first, then by whom it asks."""
        return self.round.due, self.round.id, self.where.id, not self.answers

    @property
    def whom(self) -> tuple[str, str]:
        return self.asked.person.id, self.role

    @property
    def once(self) -> str:
        """The same person is told of the same step once, for each role that is waited for; of one that is counted
        from another last day anew."""
        same = f"round:{self.round.id}:{self.asked.person.id}:{self.role}:{self.now}"
        return f"{same}:{self.moved:%Y%m%d%H%M%S}" if self.moved and self.now != "opened" else same


def asked_of(
    db: Session, known: Forest, organisation: str, round: Round, now: Step, day: date, earlier: Sequence[Round] = ()
) -> Iterator[Asked]:
    """Role by role who is written to on a day, but for what the earlier rounds still ask there."""
    plans = carried(db, organisation, known, day)
    held = holders.holders(db, (organisation, *forebears(known, organisation, day)), day)
    for key, role in roles_waited_for(plans, round, day, earlier).items():
        line = in_line(db, role, held, key, day)
        yield from _asked(db, role, line, now)


def unreached(
    db: Session,
    known: Forest,
    organisations: Sequence[str],
    waited: Iterable[tuple[str, Mapping[str, str]]],
    day: date,
) -> Mapping[str, Sequence[str]]:
    """By organisation, roles that a round waits for and whose holders get no letters: they are given links by hand.

    `waited`: plan by plan, whose it is and the roles that it waits for. As many questions for many as for few.
    """
    gone = in_their_hands(known, frozenset(organisations), day)
    home = {**{id: id for id in organisations}, **{id: heirs(known, id, day)[-1] for id in gone}}
    reached = _reached(db, holders.every(db, home, day), home, day)
    roles: dict[str, dict[str, str]] = {id: {} for id in organisations}
    for whose, those in waited:
        if whose in home:
            roles[home[whose]] = {**those, **roles[home[whose]]}
    return {id: [name for key, name in its.items() if (id, key) not in reached] for id, its in roles.items()}


def _reached(db: Session, held: Sequence[RoleHolderRow], home: Mapping[str, str], day: date) -> set[tuple[str, str]]:
    """Roles whose holder letters go to."""
    away = bounces.bounced(db, {each.email for each in held})
    return {
        (home[each.organisation], same_role(each.role))
        for each in held
        if each.part == "holder" and each.since <= day and each.email and each.email.lower() not in away
    }


def _asked(db: Session, role: Role, line: Sequence[Sequence[Person]], now: Step) -> Iterator[Asked]:
    people = {each.id: each for rung in line for each in rung}
    away = bounces.bounced(db, [each.address for each in people.values() if each.address])
    unreached = {id for id, each in people.items() if not each.address or each.address.lower() in away}
    reached = any(each.id not in unreached for each in line[0])
    for part, id in written_to(now, [[each.id for each in rung] for rung in line], unreached):
        yield Asked(part, people[id], role, reached)


def roles_waited_for(
    plans: Sequence[FollowedPlan], round: Round, day: date, earlier: Sequence[Round] = ()
) -> Mapping[str, Role]:
    """By role, what the round waits for across these plans, but for what the earlier ones wait for too."""
    found: dict[str, Role] = {}
    for each in (plan for plan in plans if plan.asks(day)):
        plan = each.told_apart
        elsewhere = {_what(ask) for other in earlier for ask in _waits(each, other, day)}
        for ask in (ask for ask in _waits(each, round, day) if _what(ask) not in elsewhere):
            line = line_in(plan, ask.about)
            if same_role(ask.role) and isinstance(line, Metric | Action):
                role = found.setdefault(same_role(ask.role), Role(ask.role))
                role.lines.append((ask, line))
                role.plans += [each.plan] if each.plan not in role.plans else []
    return found


def _waits(of: FollowedPlan, round: Round, day: date) -> Iterator[Ask]:
    asks = waiting(of.plan, of.entries, of.told, round, day, of.counting)
    return (ask for ask in asks if not passed_over(ask, of.entries))


def _what(ask: Ask) -> tuple[str, str]:
    """One thing, for whichever period it is asked: whoever answers gives the newest."""
    return ask.of, ask.about


def in_line(
    db: Session, role: Role, held: Mapping[str, Sequence[RoleHolderRow]], key: str, day: date
) -> tuple[list[Person], list[Person], list[Person]]:
    """Who holds the role on a day, who stands in, and who owns the plans that wait for it."""
    own = [row for row in held.get(key, ()) if row.since <= day]
    return (
        [_holder(row) for row in own if row.part == "holder"],
        [_holder(row) for row in own if row.part == "deputy"],
        list(owners(db, role.plans, held, day)),
    )


def owners(
    db: Session, plans: Sequence[Plan], held: Mapping[str, Sequence[RoleHolderRow]], day: date
) -> Iterator[Person]:
    """Whoever holds the roles that own plans; where nobody does, the accounts that they belong to."""
    seen: set[str] = set()
    for plan in plans:
        rows = [row for row in held.get(same_role(plan.owner), ()) if row.since <= day and row.part == "holder"]
        found = [_holder(row) for row in rows if row.email] if plan.owner else []
        for each in found or [_account(db, plan)]:
            if each.id not in seen:
                seen.add(each.id)
                yield each


def _holder(row: RoleHolderRow) -> Person:
    return Person(row.id, row.email, row.name, row.language)


def _account(db: Session, plan: Plan) -> Person:
    who = db.scalars(
        select(AccountRow).join(PlanRow, PlanRow.owner == AccountRow.id).where(PlanRow.id == plan.id)
    ).one()
    return person_of(who)


def person_of(who: AccountRow) -> Person:
    """An account as somebody to be written to; without an address where it has none, or is closed."""
    reached = has_address(who) and who.closed_at is None
    return Person(who.id, who.email if reached else "", who.name, who.language)
