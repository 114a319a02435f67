"""What stands behind a line: cards, votes, spread, decisions; in words for the notes."""

from collections.abc import Iterator

from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.shapes import Evidence
from facilitation.words import N_


def behind(evidence: Evidence, to: Reader) -> Iterator[Words]:
    if evidence.cards:
        yield to.line(N_("Cards: %(cards)s"), cards=to.listed(evidence.cards))
    if evidence.groups:
        yield to.line(N_("Groups: %(groups)s"), groups=to.listed(evidence.groups))
    if evidence.dots is not None:
        yield _votes(evidence, to)
    if evidence.importance is not None and evidence.feasibility is not None:
        yield to.line(
            N_("Importance %(importance)s and feasibility %(feasibility)s, mean of %(n)s people"),
            importance=to.number(evidence.importance),
            feasibility=to.number(evidence.feasibility),
            n=evidence.people or 0,
        )
    if evidence.statements:
        yield to.line(N_("Statements: %(statements)s"), statements=to.listed(evidence.statements))
    if evidence.median is not None:
        yield to.line(
            N_("Marks: median %(median)s, middle half %(middle)s, %(n)s answers"),
            median=to.number(evidence.median),
            middle=to.between(evidence.low, evidence.high),
            n=evidence.n or 0,
        )
    if evidence.decisions:
        yield to.line(N_("Decisions: %(decisions)s"), decisions=to.listed(evidence.decisions))
    if evidence.workshop:
        yield to.line(N_("Brought along from %(workshop)s"), workshop=evidence.workshop)


def _votes(evidence: Evidence, to: Reader) -> Words:
    sentence = (
        N_("Votes: %(dots)s dots, shared place %(rank)s")
        if evidence.tied
        else N_("Votes: %(dots)s dots, place %(rank)s")
    )
    return to.line(sentence, dots=evidence.dots or 0, rank=evidence.rank or 0)
