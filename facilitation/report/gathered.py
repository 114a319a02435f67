"""What steps of kinds that the plan has no section of its own for have brought: one table a step."""

from collections.abc import Iterator

from facilitation.report.blocks import Block, Column, Headline, Section, Table
from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.shapes import Gathered, Plan
from facilitation.words import N_, Message, Parallel


def section(plan: Plan, to: Reader) -> Section:
    return Section(
        to.words(N_("What else we gathered")),
        tuple(block for gathered in plan.gathered for block in blocks(gathered, to)),
        to.words(N_("Answers, notes and points, as they were written.")),
    )


def blocks(gathered: Gathered, to: Reader) -> Iterator[Block]:
    title = to.plain(gathered.about) or to.words(gathered.title)
    yield Headline(title, to.words(gathered.title))
    columns = tuple(Column(to.words(field)) for field in gathered.fields)
    yield Table(title, columns, tuple(tuple(cell(said, to) for said in row) for row in gathered.rows))


def cell(said: Parallel | Message | str, to: Reader) -> Words:
    """A sentence of the catalogue in the reader's language, or what people wrote."""
    return to.line(said) if isinstance(said, Message) else to.theirs(said)
