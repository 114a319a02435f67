"""Goals by where they stand, as bars of one length with their counts."""

from collections.abc import Iterable

from facilitation.followup import STATUSES, Tally
from facilitation.report.charts import StatusChart, StatusName, StatusRow
from facilitation.report.reader import NONE, Reader
from facilitation.report.texts import Words
from facilitation.words import N_, Count


def chart(caption: str, label: str, rows: Iterable[StatusRow], to: Reader, *, late: bool = False) -> StatusChart:
    """`late`: with the late actions beside."""
    names = tuple(StatusName(status, to.words(name)) for status, name in STATUSES.items())
    aside = to.words(N_("Late actions")) if late else ""
    return StatusChart(caption, label, to.words(N_("Goals")), names, tuple(rows), aside)


def row(label: Words, part: Tally, to: Reader) -> StatusRow:
    late = to.words(N_("%(n)s of %(of)s"), n=Count(part.late), of=Count(part.actions)) if part.actions else NONE.text
    return StatusRow(label, tuple(part.goals[status] for status in STATUSES), late)
