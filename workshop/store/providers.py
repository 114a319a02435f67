"""Providers at which people may sign in, and the rules for what their word gives. Secrets are never shown."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from workshop.signon.claims import Rule
from workshop.store.accounts import new_id, note
from workshop.store.tables import AccountRow, LoginRow, OrganisationRoleRow, ProviderRow, ProviderRuleRow

SHOWN = ("name", "issuer", "client", "variable", "scopes", "hosts", "identity")
"""What of a provider may be told in the trail."""


def open_ones(db: Session) -> Sequence[ProviderRow]:
    return db.scalars(select(ProviderRow).where(ProviderRow.closed_at.is_(None)).order_by(ProviderRow.name)).all()


def open_one(db: Session, id: str) -> ProviderRow | None:
    found = db.get(ProviderRow, id)
    return found if found and found.closed_at is None else None


def names(db: Session) -> Mapping[str, str]:
    """By id, those out of use too."""
    return {row.id: row.name for row in db.scalars(select(ProviderRow))}


def of_issuer(db: Session, issuer: str) -> ProviderRow | None:
    return db.scalar(select(ProviderRow).where(ProviderRow.issuer == issuer, ProviderRow.closed_at.is_(None)))


def add(db: Session, values: Mapping[str, str], by: AccountRow, at: datetime) -> ProviderRow:
    row = ProviderRow(id=new_id(), created=at, **values)
    db.add(row)
    db.flush()
    note(db, at, by, "add_provider", row.id, **{name: values[name] for name in SHOWN if values.get(name)})
    return row


def change(db: Session, row: ProviderRow, values: Mapping[str, str], by: AccountRow, at: datetime) -> bool:
    """Whether anything differs. That a secret is another is told, never which."""
    differing = {name: value for name, value in values.items() if getattr(row, name) != value}
    for name, value in differing.items():
        setattr(row, name, value)
    if differing:
        told = {name: value if name in SHOWN else "another" for name, value in differing.items()}
        note(db, at, by, "change_provider", row.id, **told)
    return bool(differing)


def retire(db: Session, row: ProviderRow, by: AccountRow, at: datetime, day: date) -> None:
    """Nobody signs in there any more: whoever did is out, and what its word gave ends."""
    row.closed_at = at
    living = (LoginRow.provider == row.id, LoginRow.ended_at.is_(None))
    db.execute(update(LoginRow).where(*living).values(ended_at=at))
    for role in db.scalars(select(OrganisationRoleRow).where(OrganisationRoleRow.provider == row.id)):
        if role.until is None or role.until > day:
            role.until = max(day, role.since)
    note(db, at, by, "retire_provider", row.id)


# -- Rules ----------------------------------------------------------------------------------------------------------


def rules(db: Session, provider: str) -> Sequence[ProviderRuleRow]:
    row = ProviderRuleRow
    return db.scalars(select(row).where(row.provider == provider).order_by(row.claim, row.value, row.role)).all()


def as_rules(rows: Iterable[ProviderRuleRow]) -> list[Rule]:
    return [Rule(row.claim, row.value, row.organisation, row.role) for row in rows]


def add_rule(db: Session, provider: str, rule: Rule, by: AccountRow, at: datetime) -> bool:
    """False where it is there already."""
    if rule in as_rules(rules(db, provider)):
        return False
    columns = {name: getattr(rule, name) for name in ("claim", "value", "organisation", "role")}
    db.add(ProviderRuleRow(id=new_id(), provider=provider, **columns))
    note(db, at, by, "add_provider_rule", provider, **columns)
    return True


def drop_rule(db: Session, row: ProviderRuleRow, by: AccountRow, at: datetime) -> None:
    columns = {name: getattr(row, name) for name in ("claim", "value", "organisation", "role")}
    db.delete(row)
    note(db, at, by, "drop_provider_rule", row.provider, **columns)
