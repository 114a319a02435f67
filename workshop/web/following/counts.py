"""A figure that its two counts give goes with them: they alone are filled in where it is asked for again."""

from collections.abc import Iterable

from facilitation.followup import Ask, follows, share
from facilitation.shapes import Action, Metric
from facilitation.shapes.followed import Entered


def given(entries: Iterable[Entered], ask: Ask) -> Entered | None:
    """The last figure of what is asked."""
    found = [each for each in entries if (each.metric, each.period) == (ask.about, ask.period)]
    return found[-1] if found and ask.of == "figure" else None


def by_counts(line: Metric | Action, figure: Entered | None) -> Entered | None:
    """The figure, where its two counts give it."""
    return figure if figure and isinstance(line, Metric) and follows(line, figure) else None


def reckoned(line: Metric | Action, was: Entered | None, *counts: float | None) -> float | None:
    """What the two counts give; as long as nobody changed them, the figure as it was: people round."""
    if was and counts == (was.numerator, was.denominator):
        return was.value
    return share(line, *counts) if isinstance(line, Metric) else None
