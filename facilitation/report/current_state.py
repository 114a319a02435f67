"""Where we stand: how the room marked the statements, where it disagreed, and the levels it then agreed."""

from collections.abc import Callable, Iterator, Sequence
from statistics import median_low

from facilitation.report.blocks import Block, Column, Headline, Section, Table
from facilitation.report.charts import Spread, SpreadChart, SpreadWords, Votes, VotesChart
from facilitation.report.levels import disagreements, levels
from facilitation.report.reader import Reader
from facilitation.report.rows import Name, median, scale, statement_name, theme_name, widest
from facilitation.report.texts import Words
from facilitation.shapes import Plan, StateRow
from facilitation.words import N_

THIN, GOOD = 2, 4
PICKS_SHOWN = 5
CHARTED = 9
"""So many statements stand in one chart; the table holds all of them."""


LONG_FORM: tuple[tuple[str, Callable[[StateRow], float | None]], ...] = (
    (N_("Importance"), lambda row: row.importance),
    (N_("Certainty"), lambda row: row.certainty),
    (N_("Wanted level"), lambda row: row.wanted),
)
"""What the long form asks besides the level, where a step had it."""


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
        yield from disagreements(plan.current_state, to)
        yield from levels(plan.current_state, to)
        yield from _examples(plan.current_state, to)


def finding(rows: Sequence[StateRow], to: Reader, name: Name) -> str:
    """The widest spread first, since it is what needs talking about; then what is thin; then what is good."""
    apart = [row for row in widest(rows) if row.spread == "disagree"]
    alike = sorted((row for row in rows if row.spread == "agree"), key=median)
    thin = next((row for row in alike if median(row) <= THIN), None)
    good = next((row for row in reversed(alike) if median(row) >= GOOD), None)
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
        N_("We see ourselves alike, mostly on level %(level)s"), level=to.number(median_low(map(median, rows)))
    )


def spread_chart(rows: Sequence[StateRow], to: Reader, name: Name, caption: str) -> Iterator[Block]:
    """The chart, and how to read it."""
    values = [level.value for level in to.pack.scale.levels] or [1, 5]
    yield SpreadChart(
        caption,
        tuple(
            Spread(
                name(row, to),
                median(row),
                median(row) if row.low is None else row.low,
                median(row) if row.high is None else row.high,
                row.n,
                row.spread == "disagree",
            )
            for row in widest(rows)[:CHARTED]
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
    half = median_low(map(median, rows))
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
            for row in widest(themes)
        ),
        width=0.75,
    )


def _marks(rows: Sequence[StateRow], to: Reader) -> Table:
    asked = [each for each in LONG_FORM if any(each[1](row) is not None for row in rows)]
    return Table(
        to.words(N_("All statements in numbers")),
        (
            Column(to.words(N_("Statement")), 5.4),
            Column(to.words(N_("Median")), 1.0, figures=True),
            Column(to.words(N_("Middle half")), 1.15, figures=True),
            Column(to.words(N_("Answers")), 1.1, figures=True),
            Column(to.words(N_("Don’t know")), 1.15, figures=True),
            Column(to.words(N_("Picked")), 1.0, figures=True),
            *(Column(to.words(name), 1.2, figures=True) for name, _ in asked),
        ),
        tuple((*_in_numbers(row, to), *(Words(_figure(value(row), to)) for _, value in asked)) for row in rows),
    )


def _in_numbers(row: StateRow, to: Reader) -> tuple[Words, ...]:
    return (
        statement_name(row, to),
        Words(to.number(row.median)),
        Words(to.between(row.low, row.high)),
        Words(str(row.n)),
        Words(str(row.dont_know)),
        Words(str(row.picks)),
    )


def _figure(value: float | None, to: Reader) -> str:
    return "–" if value is None else to.number(value)


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


def _examples(rows: Sequence[StateRow], to: Reader) -> Iterator[Block]:
    """What people gave as an example or as evidence, statement by statement."""
    told = [(row, each) for row in rows for each in row.examples]
    if not told:
        return
    yield Headline(
        to.counted(N_("One example stands behind the levels"), N_("%(n)s examples stand behind the levels"), len(told)),
        to.words(N_("Examples and evidence")),
    )
    yield Table(
        to.words(N_("Examples and evidence by statement")),
        (Column(to.words(N_("Statement")), 4), Column(to.words(N_("Example or evidence")), 5)),
        tuple((statement_name(row, to), to.theirs(each)) for row, each in told),
    )
