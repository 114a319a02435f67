"""Where we stand: how the room marked the statements, where it disagreed, and the levels it then agreed."""

from collections.abc import Iterator, Sequence
from statistics import median_low
from typing import Protocol

from facilitation.report.blocks import (
    Block,
    Column,
    Headline,
    LevelChart,
    LevelSpan,
    Provenance,
    Section,
    Spread,
    SpreadChart,
    SpreadWords,
    Table,
    Votes,
    VotesChart,
    Words,
)
from facilitation.report.evidence import behind
from facilitation.report.reader import Reader
from facilitation.shapes import Plan, StateRow
from facilitation.words import N_

THIN, GOOD = 2, 4
PICKS_SHOWN = 5
CHARTED = 9
"""So many statements stand in one chart; the table holds all of them."""


class Name(Protocol):
    """How a row is called in a chart."""

    def __call__(self, row: StateRow, to: Reader) -> Words: ...


def section(plan: Plan, to: Reader) -> Section:
    return Section(
        to.words(N_("Current state")),
        tuple(_blocks(plan, to)),
        to.words(N_("How we marked ourselves on the scale from 1 to 5, where we differed, and the levels we agreed.")),
    )


def _blocks(plan: Plan, to: Reader) -> Iterator[Block]:
    marked = [row for row in plan.current_state if row.median is not None]
    themes = [row for row in plan.themes if row.median is not None]
    if themes:
        yield Headline(finding(themes, to, theme_name), to.words(N_("Current state by theme")))
        yield from spread_chart(
            themes, to, theme_name, to.words(N_("Levels by theme: the middle half of the answers and the median"))
        )
        yield _numbers(themes, to)
    if marked:
        yield from _statements(marked, to)
    if plan.current_state:
        yield from _picks(plan.current_state, to)
        yield from _settled(plan.current_state, to)
        yield from _levels(plan.current_state, to)


def finding(rows: Sequence[StateRow], to: Reader, name: Name) -> str:
    """The widest spread first, since it is what needs talking about; then what is thin; then what is good."""
    apart = [row for row in _widest(rows) if row.spread == "disagree"]
    alike = sorted((row for row in rows if row.spread == "agree"), key=_median)
    thin = next((row for row in alike if _median(row) <= THIN), None)
    good = next((row for row in reversed(alike) if _median(row) >= GOOD), None)
    if apart and thin:
        return to.words(
            N_("We agree that “%(thin)s” is thin and disagree about “%(apart)s”"),
            thin=name(thin, to).text,
            apart=name(apart[0], to).text,
        )
    if apart:
        return to.words(N_("We disagree most about “%(name)s”"), name=name(apart[0], to).text)
    if thin:
        return to.words(N_("We agree that “%(name)s” is thin"), name=name(thin, to).text)
    if good:
        return to.words(N_("We are good at “%(name)s”"), name=name(good, to).text)
    return to.words(
        N_("We see ourselves alike, mostly on level %(level)s"), level=to.number(median_low(map(_median, rows)))
    )


def theme_name(row: StateRow, to: Reader) -> Words:
    theme = to.pack.strategy.theme(row.statement)
    if theme is None:
        return to.theirs(row.text)
    return to.official(f"strategy.themes.{theme.id}.name", theme.name)


def statement_name(row: StateRow, to: Reader) -> Words:
    statement = to.pack.statement(row.statement)
    if statement is None:
        return to.theirs(row.text)
    return to.official(f"statements.{statement.id}", statement.text)


def _median(row: StateRow) -> float:
    return row.median or 0.0


def _reach(row: StateRow) -> float:
    return (row.high or 0.0) - (row.low or 0.0)


def _widest(rows: Sequence[StateRow]) -> list[StateRow]:
    return sorted(rows, key=_reach, reverse=True)


def spread_chart(rows: Sequence[StateRow], to: Reader, name: Name, caption: str) -> Iterator[Block]:
    """The chart, and how to read it."""
    values = [level.value for level in to.pack.scale.levels] or [1, 5]
    yield SpreadChart(
        caption,
        tuple(
            Spread(
                name(row, to),
                _median(row),
                _median(row) if row.low is None else row.low,
                _median(row) if row.high is None else row.high,
                row.n,
                row.spread == "disagree",
            )
            for row in _widest(rows)[:CHARTED]
        ),
        SpreadWords(
            low=to.words(N_("Lower quartile")),
            median=to.words(N_("Median")),
            high=to.words(N_("Upper quartile")),
            band=to.words(N_("Middle half")),
            disagrees=to.words(N_("Disagree: middle half two levels or more")),
            answers=to.words(N_("Answers")),
        ),
        min(values),
        max(values),
        scale(to),
    )


def scale(to: Reader) -> str:
    return " · ".join(f"{level.value} {to.plain(level.name)}" for level in to.pack.scale.levels)


def _statements(rows: Sequence[StateRow], to: Reader) -> Iterator[Block]:
    apart = sum(row.spread == "disagree" for row in rows)
    about = to.words(N_("Current state by statement"))
    headline = (
        to.counted(
            N_("One statement of %(of)s divides us"), N_("%(n)s statements of %(of)s divide us"), apart, of=len(rows)
        )
        if apart
        else to.words(N_("No statement divides us"))
    )
    yield Headline(headline, about)
    yield from spread_chart(
        rows,
        to,
        statement_name,
        to.words(N_("Levels by statement: the middle half of the answers and the median, widest first"))
        if len(rows) <= CHARTED
        else to.counted(
            N_("The statement with the widest spread"),
            N_("The %(n)s statements with the widest spread: the middle half of the answers and the median"),
            CHARTED,
        ),
    )
    half = median_low(map(_median, rows))
    yield Headline(
        to.words(N_("On half of the statements we are on level %(level)s or below"), level=to.number(half)), about
    )
    yield _marks(rows, to)


def _numbers(themes: Sequence[StateRow], to: Reader) -> Table:
    return Table(
        to.words(N_("The themes in numbers")),
        (
            Column(to.words(N_("Theme")), 4),
            Column(to.words(N_("Median")), 1.0, figures=True),
            Column(to.words(N_("Middle half")), 1.2, figures=True),
            Column(to.words(N_("Answers")), 1.1, figures=True),
        ),
        tuple(
            (
                theme_name(row, to),
                Words(to.number(row.median)),
                Words(to.between(row.low, row.high)),
                Words(str(row.n)),
            )
            for row in _widest(themes)
        ),
        width=0.75,
    )


def _marks(rows: Sequence[StateRow], to: Reader) -> Table:
    return Table(
        to.words(N_("All statements in numbers")),
        (
            Column(to.words(N_("Statement")), 5.4),
            Column(to.words(N_("Median")), 1.0, figures=True),
            Column(to.words(N_("Middle half")), 1.15, figures=True),
            Column(to.words(N_("Answers")), 1.1, figures=True),
            Column(to.words(N_("Don’t know")), 1.15, figures=True),
            Column(to.words(N_("Picked")), 1.0, figures=True),
        ),
        tuple(
            (
                statement_name(row, to),
                Words(to.number(row.median)),
                Words(to.between(row.low, row.high)),
                Words(str(row.n)),
                Words(str(row.dont_know)),
                Words(str(row.picks)),
            )
            for row in rows
        ),
    )


def _picks(rows: Sequence[StateRow], to: Reader) -> Iterator[Block]:
    picked = sorted((row for row in rows if row.picks), key=lambda row: -row.picks)[:PICKS_SHOWN]
    if picked:
        most = statement_name(picked[0], to).text.rstrip(".")
        yield Headline(
            to.words(N_("This matters most to us: “%(name)s”"), name=most), to.words(N_("What matters most"))
        )
        yield VotesChart(
            to.words(N_("How many picked the statement among those that matter most")),
            tuple(Votes(statement_name(row, to), row.picks) for row in picked),
            to.words(N_("Picked by")),
            "",
        )


def _settled(rows: Sequence[StateRow], to: Reader) -> Iterator[Block]:
    apart = [row for row in _widest(rows) if row.spread == "disagree"]
    if not apart:
        return
    settled = sum(row.agreed is not None for row in apart)
    yield Headline(
        to.counted(N_("We settled the one disagreement there was"), N_("We settled all %(n)s disagreements"), settled)
        if settled == len(apart)
        else to.words(N_("We settled %(n)s of %(of)s disagreements"), n=settled, of=len(apart)),
        to.words(N_("Disagreements")),
    )
    yield Table(
        to.words(N_("Where answers spread two levels or more, and what we agreed")),
        (
            Column(to.words(N_("Statement")), 4.2),
            Column(to.words(N_("Median")), 1.0, figures=True),
            Column(to.words(N_("Middle half")), 1.1, figures=True),
            Column(to.words(N_("Agreed level")), 1.2, figures=True),
            Column(to.words(N_("Why")), 3.6),
        ),
        tuple(
            (
                statement_name(row, to),
                Words(to.number(row.median)),
                Words(to.between(row.low, row.high)),
                Words(to.number(row.agreed)),
                to.theirs(row.reason),
            )
            for row in apart
        ),
    )
    yield Provenance(tuple(line for row in apart for line in behind(row.evidence, to)))


def _levels(rows: Sequence[StateRow], to: Reader) -> Iterator[Block]:
    agreed = [row for row in rows if row.agreed is not None or row.target is not None]
    if not agreed:
        return
    higher = sum((row.target or 0) > (row.agreed or 0) for row in agreed)
    yield Headline(
        to.counted(N_("We aim higher on one statement"), N_("We aim higher on %(n)s statements"), higher)
        if higher
        else to.words(N_("We keep the levels we have")),
        to.words(N_("Agreed and target levels")),
    )
    values = [level.value for level in to.pack.scale.levels] or [1, 5]
    yield LevelChart(
        to.words(N_("From the agreed level to the target level, by statement")),
        tuple(LevelSpan(statement_name(row, to), row.agreed, row.target) for row in agreed),
        to.words(N_("Agreed level")),
        to.words(N_("Target level")),
        min(values),
        max(values),
        scale(to),
    )
    reasoned = [row for row in agreed if row.reason and row.spread != "disagree"]
    if reasoned:
        yield Table(
            to.words(N_("Reasons for the agreed levels")),
            (
                Column(to.words(N_("Statement")), 4.2),
                Column(to.words(N_("Agreed level")), 1.2, figures=True),
                Column(to.words(N_("Target level")), 1.2, figures=True),
                Column(to.words(N_("Why")), 4),
            ),
            tuple(
                (
                    statement_name(row, to),
                    Words(to.number(row.agreed)),
                    Words(to.number(row.target)),
                    to.theirs(row.reason),
                )
                for row in reasoned
            ),
        )
