"""What a page folds away under the row of a metric or an action: each field that is filled and not told in the row."""

from collections.abc import Set

from facilitation.report import details, metrics
from facilitation.report.reader import Reader
from facilitation.report.texts import Words
from facilitation.shapes import Action, Metric

IN_A_ROW = frozenset(("baseline", "target", "frequency", "owner", "resources"))
"""Told in the row itself, beside its name."""


def folded(line: Metric | Action, to: Reader) -> tuple[tuple[str, Words], ...]:
    """As documents tell them, each behind its name."""
    told = metrics.fields(line, to) if isinstance(line, Metric) else details.fields(line, to)
    row = IN_A_ROW - _dated(line)
    return tuple((name, words) for name, words in told if details.says(words) and words.at.split("/")[-1] not in row)


def _dated(line: Metric | Action) -> Set[str]:
    """A row has room for the figures of a metric that has both, and none for their days."""
    if isinstance(line, Action) or line.baseline is None or line.target is None:
        return frozenset()
    return {key for key, reading in (("baseline", line.baseline), ("target", line.target)) if reading.day}
