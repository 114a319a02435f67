"""Plans that go on from one another: which next plan stands in whose stead, and the figures of all in one series.

That follows from the next plan's own log; nothing of it is written in the earlier one's.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from facilitation.plans.succession import Continues, asks, carried_on, ends_on
from facilitation.shapes.series import newest
from workshop.store import terms
from workshop.store.approved import FollowedPlan, InTime, Next
from workshop.store.columns import among
from workshop.store.forest import forest, stands_for
from workshop.store.tables import PlanOutlookRow, PlanRow
from workshop.store.terms import Term
from workshop.store.unread import Unread

TERMS = 12
"""Plans after one another whose figures are one series; those of more years nobody compares."""


@dataclass(frozen=True)
class Line:
    """Plans one after another: what each holds, which of them it goes on from, and which is next."""

    db: Session
    known: Mapping[str, Term]
    links: Mapping[str, Continues]
    after: Mapping[str, Next]

    def in_time(self, plan: str) -> InTime:
        return InTime(continues=self.links.get(plan), next=self.after.get(plan), closed=self.known[plan].kept.closed)

    def standing(self, plan: FollowedPlan) -> FollowedPlan:
        """With the figures of all that it goes on from, and with its next plan."""
        id = plan.plan.id
        placed = replace(plan, continues=self.links.get(id), next=self.after.get(id))
        if id not in self.links:
            return placed
        own = self.known[id]
        kept = replace(own.kept, newest=plan.newest, redefined=plan.redefined)
        entries = own.entries if isinstance(plan.entries, Unread) else plan.entries
        whole = self._joined(replace(own, kept=kept, entries=entries))
        ends = whole.kept
        return replace(placed, entries=whole.entries, redefined=ends.redefined, newest=ends.newest, owed=whole.owed)

    def _joined(self, term: Term) -> Term:
        link = self.links.get(term.plan)
        if link is None:
            return term
        earlier, metrics = self._joined(self.known[link.plan]), term.kept.metrics
        ends, unsure = ends_on(earlier.ends, term.ends, link, metrics)
        entries = Unread(lambda: carried_on(earlier.history, term.history, link, metrics).entries)
        if unsure:
            self._read(term)
        counted = newest((each for each in entries if each.metric in unsure), ends.redefined) if unsure else {}
        kept = replace(term.kept, newest={**ends.newest, **counted}, redefined=ends.redefined)
        return replace(term, kept=kept, entries=entries, owed=_owed(earlier, link, metrics))

    def _read(self, term: Term) -> None:
        """The figures of all of them, since the database is open: to open it once more might wait for whoever waits."""
        term.figures.read(self.db)
        if link := self.links.get(term.plan):
            self._read(self.known[link.plan])


def line_of(db: Session, plans: Mapping[str, Term]) -> Line:
    """These plans among those that go on from them and all that they go on from: one question a term, however many
    plans there are."""
    known = _around(db, plans)
    links = _links(db, known)
    after = {link.plan: _next(known[id], link) for id, link in sorted(links.items(), key=lambda each: each[1].since)}
    return Line(db, known, links, after)


def _around(db: Session, plans: Mapping[str, Term]) -> Mapping[str, Term]:
    later = select(PlanOutlookRow.plan).where(among(db, PlanOutlookRow.continues, plans))
    known = {**terms.found(db, PlanRow.id.in_(later)), **plans}
    for _ in range(TERMS):
        before = {each.kept.continues.plan for each in known.values() if each.kept.continues}
        missing = before - known.keys()
        known |= terms.found(db, among(db, PlanRow.id, missing)) if missing else {}
    return known


def _links(db: Session, known: Mapping[str, Term]) -> Mapping[str, Continues]:
    """By plan, which one it goes on from: its organisation's own, or that of one in whose stead it is. Who begins
    from another's plan has only taken its words."""
    every = ((id, each.kept.continues) for id, each in known.items())
    found = {id: link for id, link in every if link and link.plan in known}
    strange = any(known[id].organisation != known[link.plan].organisation for id, link in found.items())
    tree = forest(db) if strange else {}
    return {
        id: link
        for id, link in found.items()
        if stands_for(tree, known[id].organisation, known[link.plan].organisation)
    }


def _next(plan: Term, link: Continues) -> Next:
    return Next(plan.plan, plan.kept.title, link.since, plan.kept.actions)


def _owed(earlier: Term, link: Continues, metrics: frozenset[str]) -> Mapping[str, date]:
    """What the earlier plan owes and is not asked for any more, so that no figure falls between the two."""
    if asks(earlier.kept.period, link.since, link.since):
        return {}
    first = earlier.kept.period.first or link.since
    return {id: earlier.owed.get(id, first) for id in metrics & earlier.kept.metrics}


# -- Signs of the others ---------------------------------------------------------------------------------------------


def around(db: Session, links: Mapping[str, str | None]) -> Mapping[str, str]:
    """By plan, the signs of the plans that go on from it and of all that it goes on from: whoever remembers something
    of it sees by them when a figure came into one of those. `links`: from which plan each goes on."""
    row, signs = PlanOutlookRow, dict(_after(db, links))
    for _ in range(TERMS):
        links = {plan: link for plan, link in links.items() if link}
        if not links:
            break
        wanted = select(row.plan, row.sign, row.continues).where(among(db, row.plan, {*links.values()}))
        known = {plan: (sign, link) for plan, sign, link in db.execute(wanted)}
        found = {plan: known[link] for plan, link in links.items() if link in known}
        signs |= {plan: signs.get(plan, "") + sign for plan, (sign, _link) in found.items()}
        links = {plan: link for plan, (_sign, link) in found.items()}
    return signs


def _after(db: Session, plans: Collection[str]) -> Mapping[str, str]:
    row, found = PlanOutlookRow, defaultdict[str, str](str)
    wanted = select(row.continues, row.sign).where(among(db, row.continues, plans)).order_by(row.plan)
    for plan, sign in db.execute(wanted) if plans else ():
        found[plan or ""] += sign
    return found
