"""A plan's figures, days and choices as sheets of typed rows. Keys and ids are the same in every language."""

from collections.abc import Iterator

from facilitation.report.reader import Reader
from facilitation.report.sheets import Sheet
from facilitation.report.tabled import actions, goals, marks, metrics, others, readings, whole
from facilitation.shapes import Plan


def sheets(plan: Plan, to: Reader) -> Iterator[Sheet]:
    """Every sheet that has rows."""
    return (sheet for sheet in _sheets(plan, to) if sheet.rows)


def _sheets(plan: Plan, to: Reader) -> Iterator[Sheet]:
    languages = tuple(dict.fromkeys(code for code in (*plan.languages, to.beside) if code and code != to.language))
    yield goals.goals(plan, to, languages)
    yield metrics.metric_rows(plan, to, languages)
    yield readings.readings(plan, to)
    yield actions.action_rows(plan, to, languages)
    yield marks.themes(plan, to)
    yield marks.statements(plan, to)
    yield marks.votes(plan, to, languages)
    yield others.decisions(plan, to)
    yield others.risks(plan, to, languages)
    yield others.tasks(plan, to)
    yield whole.focus(plan, to, languages)
    yield whole.follow_up(plan, to, languages)
    yield whole.parked(plan, to, languages)
    yield whole.gathered(plan, to)
    yield whole.itself(plan, to)
