"""Who has which part in a plan: given in the plan itself, or coming with a role in the organisation whose it is."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, delete, func, or_, select
from sqlalchemy.orm import Session

from facilitation.organisations import heirs
from facilitation.words import Parallel, said
from workshop.access import Standing, parts_from
from workshop.store.columns import among
from workshop.store.forest import forest
from workshop.store.roles import Rights, holders
from workshop.store.tables import AccountRow, PlanPersonRow, PlanRow

PARTS = ("editor", "approver", "reader")
UNCONFIRMED = (PlanRow.keyed_in != "", PlanRow.confirmed.is_(False), PlanRow.published == "")
"""As `unconfirmed` asks it of a plan, asked of all."""
People = Mapping[AccountRow, frozenset[str]]


# -- Of one account -------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Mine:
    """A plan in somebody's list; from outside no more is told than what was approved."""

    row: PlanRow
    inside: bool

    @property
    def titles(self) -> Parallel:
        return self.row.titles if self.inside else self.row.published_titles

    def title(self, language: str) -> str:
        """In the reader's language, where it has one in that."""
        return said(self.titles, language) or (self.row.title if self.inside else self.row.published_title)


def of_account(db: Session, account: str, held: Rights) -> Sequence[Mine]:
    """Plans in which an account has any part, the latest change first; followers' only once they are approved."""
    inside, outside = _whose(account, held, db)
    rows = select(PlanRow, func.coalesce(inside, False)).where(or_(inside, outside))
    return [Mine(row, bool(own)) for row, own in db.execute(rows.order_by(PlanRow.changed.desc(), PlanRow.id))]


def approved_of_account(db: Session, account: str, held: Rights) -> Sequence[tuple[str, str]]:
    """Those of them that were approved, no more of each than its id and kind: there may be a whole government's."""
    rows = select(PlanRow.id, PlanRow.kind).where(or_(*_whose(account, held, db)), PlanRow.published != "")
    return [(id, kind) for id, kind in db.execute(rows.order_by(PlanRow.id))]


def _whose(account: str, held: Rights, db: Session) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    """Plans that they see as they are written, and those of which they see what was approved."""
    parts = reach(held)
    within = [id for id, those in parts.items() if not those.isdisjoint(PARTS)]
    invited = select(PlanPersonRow.plan).where(PlanPersonRow.account == account)
    keying = [id for id, those in parts.items() if "editor" in those]
    theirs = and_(among(db, PlanRow.keyed_in, keying), *UNCONFIRMED)
    inside = or_(PlanRow.owner == account, PlanRow.id.in_(invited), among(db, PlanRow.organisation, within), theirs)
    return inside, and_(among(db, PlanRow.organisation, parts), PlanRow.published != "")


def parts_of(db: Session, plan: PlanRow, account: str, held: Rights) -> frozenset[str]:
    """The parts that an account has in a plan. Organisations count by their id; what a plan calls them never does."""
    mine = (PlanPersonRow.plan == plan.id, PlanPersonRow.account == account)
    given = frozenset(db.scalars(select(PlanPersonRow.role).where(*mine)).all())
    own = frozenset({"editor"}) if plan.owner == account else frozenset()
    by_role = parts_from(held.standing(plan.organisation)) if plan.organisation else frozenset()
    keyed = parts_from(held.standing(plan.keyed_in)) & {"editor"} if unconfirmed(plan) else frozenset()
    return given | own | by_role | keyed


def unconfirmed(plan: PlanRow) -> bool:
    """Whether it is in the hands of those who keyed it in: until the organisation says that it is right."""
    return bool(plan.keyed_in) and not plan.confirmed and not plan.published


def reach(held: Rights) -> Mapping[str, frozenset[str]]:
    """By organisation, the parts in its plans that come with an account's roles."""
    return {id: parts for id in held.forest if (parts := parts_from(held.standing(id)))}


# -- Of one plan ----------------------------------------------------------------------------------------------------


def people_in(db: Session, plan: PlanRow, day: date) -> People:
    """Everybody who has a part, whichever way: the owner first, then those given one, then those by role."""
    found = dict(given(db, plan))
    for account, parts in (*by_role(db, plan, day).items(), *keying(db, plan, day).items()):
        found[account] = found.get(account, frozenset()) | parts
    return found


def keying(db: Session, plan: PlanRow, day: date) -> People:
    """Those who edit for the organisation that keyed it in, as long as it is in its hands."""
    pairs = _parts(db, plan.keyed_in, day) if unconfirmed(plan) else ()
    return {account: own for account, parts in pairs if (own := parts & {"editor"})}


def given(db: Session, plan: PlanRow) -> People:
    """Those who have a part in the plan itself, the owner first, then by name."""
    rows = db.execute(
        select(AccountRow, PlanPersonRow.role)
        .join(PlanPersonRow, PlanPersonRow.account == AccountRow.id)
        .where(PlanPersonRow.plan == plan.id)
        .order_by(AccountRow.name, AccountRow.id)
    ).all()
    owner = db.get_one(AccountRow, plan.owner)
    found: dict[AccountRow, frozenset[str]] = {owner: frozenset({"editor"})}
    for account, role in rows:
        found[account] = found.get(account, frozenset()) | {role}
    return found


def by_role(db: Session, plan: PlanRow, day: date) -> People:
    """Those in its organisation, or in whoever goes on in its stead, whose role there brings a part; by name."""
    pairs = _parts(db, plan.organisation, day) if plan.organisation else ()
    return {account: own for account, parts in pairs if (own := parts.intersection(PARTS))}


def _parts(db: Session, organisation: str, day: date) -> Iterator[tuple[AccountRow, frozenset[str]]]:
    line = (organisation, *heirs(forest(db), organisation, day))
    yield from ((account, parts_from(Standing(here=roles))) for account, roles in holders(db, line, day).items())


def to_confirm(db: Session, organisation: str) -> Sequence[PlanRow]:
    """Plans that others keyed in for an organisation and that it has not said are right as they stand."""
    waits = (PlanRow.organisation == organisation, PlanRow.keyed_in != "", PlanRow.confirmed.is_(False))
    return db.scalars(select(PlanRow).where(*waits).order_by(PlanRow.changed.desc(), PlanRow.id)).all()


def set_parts(db: Session, plan: str, account: str, roles: Sequence[str]) -> None:
    """Somebody's parts in a plan, in the place of those they had; none takes them out of it."""
    db.execute(delete(PlanPersonRow).where(PlanPersonRow.plan == plan, PlanPersonRow.account == account))
    db.add_all(PlanPersonRow(plan=plan, account=account, role=role) for role in roles if role in PARTS)
