"""A branch as its page tells it: put together once, and remembered until anything changes that it was made of.

Figures come in every day and plans change once in a year: a new figure draws no more anew than the figures.
What it was made of is read at every request, before the plans are: what is remembered is never older than its key.
Rights need no second look, since the key names the organisations of which this account reads.
"""

from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from flask import Flask, current_app, render_template, url_for
from markupsafe import Markup

from facilitation.consolidation import Branch, Drawn
from facilitation.packs import Confirmation, Pack
from facilitation.packs.mapping import StrategyMapping
from facilitation.report.blocks import Section
from facilitation.report.branch import Consolidated, of_arrival, of_coverage, of_figures, of_goals
from facilitation.report.branch.taken_up import WIDEST
from facilitation.report.reader import Reader, reader
from workshop import store
from workshop.languages import reader_language
from workshop.limits import BRANCHES_AT_HAND
from workshop.remembering import Remembered
from workshop.store import mappings
from workshop.store.followed import Head, heads, heads_by_id
from workshop.together.alike import alike_in, drawn_in
from workshop.together.seen import in_branch, seen
from workshop.web.branches.seen import Asked, Seen
from workshop.web.document import wording
from workshop.web.following.reading import shown
from workshop.web.head import today
from workshop.web.method import confirmations
from workshop.web.reports import without_finding
from workshop.web.saying import say

REMEMBERED = "branches"
FOLDED = 20
"""Rows of a table that stand open on the page; a longer one is opened by whoever wants to read it."""


@dataclass(frozen=True)
class Glance:
    """What the page shows, and the method by which it was read."""

    finding: str
    plans: Markup
    """The plans and what they say together, drawn; nothing where there is none."""
    figures: Markup
    read: Consolidated
    """What the plans were drawn from, without figures."""
    pack: Pack
    confirmed: frozenset[Confirmation]
    ways: Sequence[StrategyMapping]


def init_app(app: Flask) -> None:
    app.extensions[REMEMBERED] = Remembered[Hashable, Glance](BRANCHES_AT_HAND)


def glance(asked: Asked) -> Glance:
    remembered: Remembered[Hashable, Glance] = current_app.extensions[REMEMBERED]
    here = (asked.row.id, reader_language(), today(), *named(asked))
    key = (*here, *come(asked))
    with store.reading() as db:
        ways = mappings.confirmed(db)
    found = remembered.get(key)
    if found and holds(found, asked, ways):
        return found
    return remembered.keep(here, remembered.keep(key, fresh(asked, ways, remembered.get(here))))


def named(asked: Asked) -> tuple[Hashable, ...]:
    """Whose plans are read, and what they are called."""
    rows = {each: asked.of.rows[each] for each in (*asked.units, *asked.whose)}
    called = tuple((each, row.en, row.fi, row.sv) for each, row in rows.items())
    return called, tuple(asked.units), tuple(asked.whose.items())


def come(asked: Asked) -> tuple[Hashable, ...]:
    """How far the logs have come: of the units' plans, of the branch's own and of those that it was made of."""
    here = asked.here
    published = here.life.published if here else None
    rested = [each.plan for each in published.rests if each.plan] if published else []
    with store.reading() as db:
        plans: tuple[Head, ...] = (*heads(db, asked.whose), *heads_by_id(db, rested))
    return plans, (here.row.id, here.row.head, here.reading) if here else None


def holds(found: Glance, asked: Asked, ways: Sequence[StrategyMapping]) -> bool:
    """Whether the method still says what it said."""
    pack = found.pack
    return (found.ways, pack, found.confirmed) == (ways, in_branch(pack.key, asked.row.id), confirmations(pack.key))


def fresh(asked: Asked, ways: Sequence[StrategyMapping], before: Glance | None) -> Glance:
    here = seen(asked)
    confirmed = confirmations(here.pack.key)
    to, read = reader(reader_language(), wording, here.pack, confirmed), replace(here.whole, figures={})
    if before and (before.read, before.pack, before.confirmed, before.ways) == (read, here.pack, confirmed, ways):
        return replace(before, figures=figures(here.whole, to))
    whole = replace(here.whole, alike=alike_in(asked.row.id, here.branch), drawn=drawn_of(here))
    finding, sections = without_finding(list(of_arrival(whole, to)))
    return Glance(finding, plans(whole, sections, to), figures(here.whole, to), read, here.pack, confirmed, ways)


def drawn_of(seen: Seen) -> Drawn | None:
    return drawn_in(seen.here.row.id, seen.branch, seen.whole.decisions) if seen.here else None


def plans(whole: Consolidated, sections: Sequence[Section], to: Reader) -> Markup:
    if not whole.branch.plans:
        return Markup()
    covering, lines = of_coverage(whole, to)
    more = {"branch": whole.branch, "theirs": to.theirs, "covering": covering, "lines": lines}
    more |= {"widest": WIDEST, "words": to.words, "plan_of": dict(plan_links(whole.branch, to))}
    return drawn(sections, "part", goals=list(of_goals(whole, to)), **more)


def plan_links(branch: Branch, to: Reader) -> Iterator[tuple[str, Markup]]:
    """By unit, its name as a link to its plan: a page names each under many objectives."""
    for unit in branch.units:
        if unit.id in branch.plans:
            there, name = url_for("plan.read", id=branch.plans[unit.id].id), say(to.theirs(unit.name))
            yield unit.id, Markup('<a href="{}">{}</a>').format(there, name)


def figures(whole: Consolidated, to: Reader) -> Markup:
    return drawn([of_figures(whole, to)], "figures")


def drawn(sections: Sequence[Section], at: str, **more: Any) -> Markup:
    page = render_template("following/read_together.html", sections=sections, at=at, fold=FOLDED, **shown(), **more)
    return Markup(page)  # noqa: S704 (a template's, which escapes)
