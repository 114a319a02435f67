"""The matrix of objectives and units, cut into tables that a page can hold, and the objectives nobody has taken up."""

from collections.abc import Iterator, Sequence

from facilitation.consolidation import Across, Branch, Coverage, Covered, Unit, coverage
from facilitation.consolidation.versions import SAME
from facilitation.report.blocks import Block, Bullets, Column, Headline, Note, Section, Table
from facilitation.report.branch.naming import numbered, official, unit_name
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.words import N_

ACROSS = 6
"""Units side by side in one table."""


def section(branch: Branch, to: Reader, across: Across = SAME, *, matrix: bool = True) -> Section:
    """`matrix`: not where a page draws it (`taken_up`), with the gaps in it."""
    seen = coverage(branch, to.pack.strategy)
    return Section(
        to.words(N_("Objectives and units")),
        (*_blocks(branch, seen, to, matrix), *_across(across, to)),
        to.words(N_("Which unit’s goals serve which objective of the strategy, and where there is none.")),
    )


def _blocks(branch: Branch, seen: Coverage, to: Reader, matrix: bool) -> Iterator[Block]:
    about = to.words(N_("Objectives and units"))
    present = [unit for unit in branch.units if unit.id in branch.plans]
    if not present:
        return
    yield Headline(_finding(seen, to), about)
    if matrix:
        yield from _tables(seen, present, to)
        yield from _gaps(seen, about, to)
    yield from _levels(seen, about, to)
    yield from _outside(seen, about, to)


def _tables(seen: Coverage, present: Sequence[Unit], to: Reader) -> Iterator[Block]:
    for at in range(0, len(present), ACROSS):
        yield _matrix(seen, present[at : at + ACROSS], to)
    yield Note(to.line(N_("The figures are the numbers of the goals in each unit’s own plan.")))


def _outside(seen: Coverage, about: str, to: Reader) -> Iterator[Block]:
    if not seen.outside:
        return
    one, many = N_("One goal serves no objective of the strategy"), N_("%(n)s goals serve no objective of the strategy")
    yield Headline(to.counted(one, many, len(seen.outside)), about)
    yield Table(
        to.words(N_("Goals outside the strategy")),
        (Column(to.words(N_("Unit")), 2), Column(to.words(N_("Goal")), 5)),
        tuple((unit_name(each.unit, to), numbered(each, to)) for each in seen.outside),
    )


def _across(across: Across, to: Reader) -> Iterator[Block]:
    """Whose plans are by an earlier strategy, and how they are read here."""
    if across.mapped:
        words = N_("By an earlier strategy, read here through the mapping of its objectives: %(units)s.")
        yield Note(to.line(words, units=_named(across.mapped, to)))
    if across.lost:
        one = N_("One of their goals has no objective in the newer strategy.")
        many = N_("%(n)s of their goals have no objective in the newer strategy.")
        yield Note(Words(to.counted(one, many, across.lost)))
    if across.strange:
        words = N_("By another method, from which no confirmed mapping leads here: %(units)s.")
        yield Note(to.line(words, units=_named(across.strange, to)))


def _named(units: Sequence[Unit], to: Reader) -> str:
    return to.listed([unit_name(unit, to).text for unit in units])


def _finding(seen: Coverage, to: Reader) -> str:
    covered, of = len(seen.rows) - len(seen.gaps), len(seen.rows)
    if not seen.gaps:
        return to.words(N_("Every objective has a goal in some unit"))
    return to.words(N_("%(n)s of %(of)s objectives have a goal in some unit"), n=covered, of=of)


def _matrix(seen: Coverage, units: Sequence[Unit], to: Reader) -> Table:
    return Table(
        to.words(N_("Goals by objective and unit")),
        (
            Column(to.words(N_("Objective of the strategy")), 3.4),
            *(Column(unit_name(unit, to).text, 1.4) for unit in units),
        ),
        tuple(
            (official(row.objective, to), *(_cell(row, unit) for unit in units))
            for row in (*seen.rows, *seen.own)
            if not row.gap
        ),
    )


def _cell(row: Covered, unit: Unit) -> Words:
    goals = row.goals.get(unit.id, ())
    return Words(", ".join(str(goal.number) for goal in goals)) if goals else NONE


def _gaps(seen: Coverage, about: str, to: Reader) -> Iterator[Block]:
    if seen.gaps:
        yield Headline(
            to.counted(
                N_("One objective has no goal in any unit"),
                N_("%(n)s objectives have no goal in any unit"),
                len(seen.gaps),
            ),
            about,
        )
        yield Bullets(tuple(official(each, to) for each in seen.gaps))


def _levels(seen: Coverage, about: str, to: Reader) -> Iterator[Block]:
    known = [(row.objective, row.levels) for row in seen.rows if row.levels and row.levels.n > 1]
    if not known:
        return
    yield Headline(to.words(N_("Where the units stand, from the lowest to the highest")), about)
    yield Table(
        to.words(N_("Levels of the units by objective")),
        (
            Column(to.words(N_("Objective of the strategy")), 5),
            Column(to.words(N_("Lowest")), 1, figures=True),
            Column(to.words(N_("Median")), 1, figures=True),
            Column(to.words(N_("Highest")), 1, figures=True),
            Column(to.words(N_("Units")), 1, figures=True),
        ),
        tuple(
            (
                official(objective, to),
                *(Words(to.number(value)) for value in (levels.low, levels.median, levels.high, levels.n)),
            )
            for objective, levels in known
        ),
    )
