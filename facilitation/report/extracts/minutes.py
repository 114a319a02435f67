"""The minutes of a workshop: who met by number, what was agreed and decided and why, and what comes next."""

from collections.abc import Iterator

from facilitation.report import afterwards, choices, opening
from facilitation.report.blocks import Section
from facilitation.report.levels import disagreements, levels
from facilitation.report.reader import Reader
from facilitation.shapes import Plan
from facilitation.words import N_


def sections(plan: Plan, to: Reader) -> Iterator[Section]:
    yield opening.how_we_worked(plan, to)
    agreed = (*disagreements(plan.current_state, to), *levels(plan.current_state, to))
    yield Section(to.words(N_("Agreed and target levels")), agreed)
    yield choices.section(plan, to)
    yield afterwards.decisions(plan, to)
    yield opening.summary(plan, to)
    yield afterwards.next_steps(plan, to)
