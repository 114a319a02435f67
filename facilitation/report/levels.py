"""Where the room differed and what it then agreed: levels now, levels to reach, and why."""

from collections.abc import Iterator, Sequence

from facilitation.report.blocks import Block, Column, Headline, Provenance, Table
from facilitation.report.charts import LevelChart, LevelSpan
from facilitation.report.evidence import behind
from facilitation.report.reader import Reader
from facilitation.report.rows import scale, statement_name, widest
from facilitation.report.texts import Words
from facilitation.shapes import StateRow
from facilitation.words import N_


def disagreements(rows: Sequence[StateRow], to: Reader) -> Iterator[Block]:
    apart = [row for row in widest(rows) if row.spread == "disagree"]
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


def levels(rows: Sequence[StateRow], to: Reader) -> Iterator[Block]:
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
    yield _ways(agreed, to)
    reasoned = [row for row in agreed if row.reason and row.spread != "disagree"]
    if reasoned:
        yield _reasons(reasoned, to)


def _ways(agreed: Sequence[StateRow], to: Reader) -> LevelChart:
    values = [level.value for level in to.pack.scale.levels] or [1, 5]
    return LevelChart(
        to.words(N_("From the agreed level to the target level, by statement")),
        tuple(LevelSpan(statement_name(row, to), row.agreed, row.target) for row in agreed),
        to.words(N_("Agreed level")),
        to.words(N_("Target level")),
        min(values),
        max(values),
        scale(to),
    )


def _reasons(rows: Sequence[StateRow], to: Reader) -> Table:
    return Table(
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
            for row in rows
        ),
    )
