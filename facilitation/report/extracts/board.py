"""For those who decide in ten minutes: at most ten slides, whatever the plan holds. The rest is in the whole plan."""

from collections.abc import Iterator

from facilitation.report import afterwards, choices, current_state, goals, opening
from facilitation.report.blocks import Block, Headline, Note, Provenance, Section, Table
from facilitation.report.charts import SpreadChart, Timeline
from facilitation.report.extracts.brief import findings, short
from facilitation.report.levels import levels
from facilitation.report.reader import Reader
from facilitation.shapes import Plan
from facilitation.words import N_

GOALS, LISTED, ROWS = 3, 5, 6
"""Goals with a slide of their own, goals in the list, rows of anything else: ten slides with the cover."""


def sections(plan: Plan, to: Reader) -> Iterator[Section]:
    yield Section(to.words(N_("Summary")), tuple(_summary(plan, to)))
    yield Section(to.words(N_("Current state")), tuple(_state(plan, to)))
    yield Section(to.words(N_("What we chose")), tuple(_focus(plan, to)))
    yield Section(to.words(N_("Goals")), tuple(_goals(plan, to)))
    yield Section(to.words(N_("Timeline")), tuple(_first(afterwards.timeline(plan, to), Timeline)))
    yield Section(to.words(N_("Next steps")), tuple(_first(afterwards.next_steps(plan, to), Table)))


def _summary(plan: Plan, to: Reader) -> Iterator[Block]:
    yield from (short(block, LISTED) for block in opening.summary(plan, to).blocks)
    if (more := len(plan.goals) - LISTED) > 0:
        yield Note(
            to.line(
                to.counted(
                    N_("One more goal stands in the whole plan."), N_("%(n)s more goals stand in the whole plan."), more
                )
            )
        )


def _state(plan: Plan, to: Reader) -> Iterator[Block]:
    yield from _first(current_state.section(plan, to), SpreadChart)
    found = next(findings(levels(plan.current_state, to)), ())
    yield from (short(block, ROWS) for block in found if not isinstance(block, Table))


def _focus(plan: Plan, to: Reader) -> Iterator[Block]:
    """The last finding: what was chosen and left out, or what most stood behind."""
    found = list(findings(choices.section(plan, to).blocks))
    yield from (short(block, ROWS) for block in (found[-1] if found else ()))


def _goals(plan: Plan, to: Reader) -> Iterator[Block]:
    for number, goal in enumerate(plan.goals[:GOALS], 1):
        page = tuple(goals.goal_page(number, goal, to))
        tables = [block for block in page if isinstance(block, Table)]
        kept = [block for block in page if not isinstance(block, Table)] + tables[:2]
        yield from (short(block, GOALS) for block in kept if not isinstance(block, Provenance))


def _first(section: Section, kind: type[Block]) -> Iterator[Block]:
    """The section's first finding that rests on such a block, and what it rests on; numbers stay in the whole plan."""
    for finding in findings(section.blocks):
        if any(isinstance(block, kind) for block in finding):
            kept = [block for block in finding if isinstance(block, Headline | kind)]
            yield from (short(block, ROWS) for block in kept)
            return
