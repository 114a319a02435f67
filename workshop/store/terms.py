"""What the plans before and after an approved one need of it: small rows, made of the log in its own transaction."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

import msgspec
from sqlalchemy import ColumnElement, Connection, select
from sqlalchemy.orm import Session

from facilitation.plans.lines import lines
from facilitation.plans.results import redefined
from facilitation.plans.state import Life
from facilitation.plans.succession import Continues, Ends, History, continues
from facilitation.shapes import Action, Metric, Plan, Span
from facilitation.shapes.followed import Entered
from facilitation.shapes.series import Figure, Redefined, newest
from facilitation.words import Parallel
from workshop.limits import TERMS_AT_HAND
from workshop.remembering import Remembered
from workshop.store import heads
from workshop.store.columns import among, as_kept
from workshop.store.heads import Head
from workshop.store.putting import put
from workshop.store.tables import PlanTermRow
from workshop.store.unread import Figures

TERMS = PlanTermRow.__table__
AT_HAND = Remembered[tuple[str, str], "Term"](TERMS_AT_HAND)
"""As they were read, by their plans and signs."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A plan's row."""

    title: Parallel
    period: Span
    metrics: frozenset[str] = frozenset()
    actions: frozenset[str] = frozenset()
    newest: Mapping[str, Figure] = field(default_factory=dict[str, Figure])
    """The last period's figure of each metric that was counted by the definition in force."""
    redefined: Redefined = field(default_factory=dict[str, tuple[date, ...]])
    continues: Continues | None = None
    """The plan in whose stead it stands or will stand, where that is known."""
    closed: date | None = None
    """Since when it is closed by an act of its own."""


@dataclass(frozen=True)
class Term:
    """One plan among those before and after it, whose it is, and the newest figures of each metric."""

    plan: str
    kept: Kept
    figures: Figures
    entries: Sequence[Entered]
    organisation: str = ""
    owed: Mapping[str, date] = field(default_factory=dict[str, date])
    """Metrics that the plan before it is no longer asked for, and since when it was."""

    @property
    def history(self) -> History:
        return History(self.entries, self.kept.redefined)

    @property
    def ends(self) -> Ends:
        return Ends(self.kept.newest, self.kept.redefined)


_DECODER = msgspec.json.Decoder(Kept)


def of_log(life: Life, plan: Plan, entries: Sequence[Entered]) -> Kept:
    """Of an approved plan's log."""
    anew, every = redefined(life), tuple(lines(plan))
    metrics = frozenset(line.id for line in every if isinstance(line, Metric))
    actions = frozenset(line.id for line in every if isinstance(line, Action))
    shut = life.closed.day if life.closed else None
    return Kept(plan.title, plan.period, metrics, actions, newest(entries, anew), anew, continues(life), shut)


def project(connection: Connection, plan: str, row: Kept) -> str:
    """As it is written now."""
    body = msgspec.json.encode(row, order="deterministic").decode()
    put(connection, TERMS, plan, {"body": body})
    return body


def found(db: Session, which: ColumnElement[bool]) -> Mapping[str, Term]:
    """By plan."""
    return of(db, heads.found(db, which))


def of(db: Session, plans: Sequence[Head]) -> Mapping[str, Term]:
    """By plan."""
    read = known(db, {head.plan: head.sign for head in plans})
    return {each.plan: replace(read[each.plan], organisation=each.organisation) for each in plans if each.plan in read}


def known(db: Session, signs: Mapping[str, str]) -> Mapping[str, Term]:
    """By plan, whosever it is. Rows are read of those alone that are not at hand."""
    read = AT_HAND.each([*signs.items()], lambda keys: _fresh(db, dict(keys)))
    return {plan: each for (plan, _sign), each in read.items()}


def _fresh(db: Session, signs: Mapping[str, str]) -> Iterator[tuple[tuple[str, str], Term]]:
    row, figures = PlanTermRow, Figures(signs)
    wanted = select(row.plan, as_kept(db, row.body)).where(among(db, row.plan, signs))
    for plan, body in db.execute(wanted) if signs else ():
        yield (plan, signs[plan]), Term(plan, _DECODER.decode(body), figures, figures.of(plan))
