"""What the room marked and voted: the current state by theme and by statement, the ideas by votes."""

from collections.abc import Sequence

from facilitation.report.reader import Reader
from facilitation.report.rows import Name, statement_name, theme_name
from facilitation.report.sheets import Drawn, Sheet
from facilitation.report.tabled.columns import NARROW, WIDE, WIDEST, Column, sheet, written
from facilitation.shapes import Plan, StateRow, Voted
from facilitation.words import N_


def themes(plan: Plan, to: Reader) -> Sheet:
    chart = Drawn(to.words(N_("Current state by theme")), "bar", "name", ("median",))
    columns = (*_named(N_("Theme"), theme_name), *MARKS)
    return sheet("themes", N_("Current state by theme"), columns, _rows(plan.themes), to, (), [chart])


def statements(plan: Plan, to: Reader) -> Sheet:
    chart = Drawn(to.words(N_("Current state by statement")), "bar", "name", ("median",))
    columns = (*_named(N_("Statement"), statement_name), *MARKS)
    return sheet("current_state", N_("Current state"), columns, _rows(plan.current_state), to, (), [chart])


def votes(plan: Plan, to: Reader, languages: tuple[str, ...]) -> Sheet:
    """Most first, as the chart shows them."""
    cards = sorted(plan.votes, key=lambda card: -(card.dots or 0))
    dotted = any(card.dots for card in cards)
    charts = [Drawn(to.words(N_("Dots by idea, most first")), "bar", "idea", ("dots",))] if dotted else []
    return sheet("votes", N_("Ideas and votes"), VOTES, [(card.card, card) for card in cards], to, languages, charts)


def _rows(rows: Sequence[StateRow]) -> list[tuple[str, StateRow]]:
    return [(row.statement, row) for row in rows]


def _named(head: str, name: Name) -> tuple[Column[StateRow], ...]:
    return (
        Column("name", head, lambda row, to: name(row, to).text, width=WIDEST),
        Column(
            "unconfirmed",
            N_("Wording not yet confirmed"),
            lambda row, to: name(row, to).unconfirmed,
            "flag",
            spare=True,
        ),
    )


MARKS: tuple[Column[StateRow], ...] = (
    Column("median", N_("Median"), lambda row, to: row.median, "number", NARROW),
    Column("low", N_("Lower quartile"), lambda row, to: row.low, "number", NARROW),
    Column("high", N_("Upper quartile"), lambda row, to: row.high, "number", NARROW),
    Column("n", N_("Answers"), lambda row, to: row.n, "number", NARROW),
    Column("dont_know", N_("Don’t know"), lambda row, to: row.dont_know, "number", NARROW),
    Column("not_applicable", N_("Not applicable"), lambda row, to: row.not_applicable, "number", 14),
    Column("picks", N_("Picked by"), lambda row, to: row.picks, "number", NARROW),
    Column("importance", N_("Importance"), lambda row, to: row.importance, "number", NARROW, spare=True),
    Column("certainty", N_("Certainty"), lambda row, to: row.certainty, "number", NARROW, spare=True),
    Column("wanted", N_("Wanted level"), lambda row, to: row.wanted, "number", NARROW, spare=True),
    Column("agreed", N_("Agreed level"), lambda row, to: row.agreed, "number", NARROW, spare=True),
    Column("target", N_("Target level"), lambda row, to: row.target, "number", NARROW, spare=True),
    Column("reason", N_("Why"), lambda row, to: row.reason, width=WIDE, spare=True),
    Column(
        "examples",
        N_("Examples and evidence"),
        lambda row, to: "\n".join(map(to.plain, row.examples)),
        width=WIDE,
        spare=True,
    ),
)

VOTES: tuple[Column[Voted], ...] = (
    written("idea", N_("Idea"), lambda card: card.text, width=WIDEST),
    Column("place", N_("Place"), lambda card, to: card.rank, "number", NARROW, spare=True),
    Column("tied", N_("Shared place"), lambda card, to: card.tied, "flag", 14, spare=True),
    Column("dots", N_("Dots"), lambda card, to: card.dots, "number", NARROW),
    Column("people", N_("People"), lambda card, to: card.people, "number", NARROW),
    Column("importance", N_("Importance"), lambda card, to: card.importance, "number", NARROW, spare=True),
    Column("feasibility", N_("Feasibility"), lambda card, to: card.feasibility, "number", 14, spare=True),
    Column("chosen", N_("Taken further"), lambda card, to: card.chosen, "flag", 14),
)
