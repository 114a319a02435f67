"""What is to be known of a cell besides what it says: another language than the reader's, wording not yet confirmed."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeAlias

from facilitation.report.goals import metric_name, objectives
from facilitation.report.reader import Reader
from facilitation.report.tabled.goals import theme
from facilitation.report.texts import Words
from facilitation.report.transfer.filled import Asked, asked_in, key_of
from facilitation.report.transfer.lines import lines
from facilitation.report.transfer.shape import Transfer
from facilitation.shapes import Plan

Place: TypeAlias = tuple[str, str, str]
"""A cell: keys of its sheet, row and field."""

OFFICIAL: Mapping[str, Callable[[Any, Reader], Words | None]] = {
    "goal.theme": lambda at, to: theme(at.it, to),
    "goal.objectives": lambda at, to: objectives(at.it, to),
    "metric.name": lambda at, to: metric_name(at.it, to),
}
"""Sources whose words may stand for official ones."""


def remarks(transfer: Transfer, plan: Plan, to: Reader) -> dict[Place, Words]:
    """By the places of cells, only where there is something to be known."""
    return dict(_remarks(transfer, plan, to))


def _remarks(transfer: Transfer, plan: Plan, to: Reader) -> Iterator[tuple[Place, Words]]:
    for number, sheet in enumerate(transfer.sheets, 1):
        told = lines(sheet, plan)
        for asked in asked_in(sheet, plan, to):
            for line in told:
                every = [words for thing in asked.source.things(line) if (words := _words(asked, thing, to))]
                if any(words.language or words.unconfirmed for words in every):
                    yield (key_of(number, sheet), line.id, asked.key), _together(every)


def _words(asked: Asked, thing: Any, to: Reader) -> Words | None:
    if official := OFFICIAL.get(asked.source.key):
        return official(thing, to)
    return to.theirs(asked.of.texts(thing)) if asked.of.texts else None


def _together(every: list[Words]) -> Words:
    """Lines in several languages are in none that could be said."""
    languages = {words.language for words in every}
    return Words(
        "", languages.pop() if len(languages) == 1 else "", unconfirmed=any(each.unconfirmed for each in every)
    )
