"""Pipe tables."""

from collections.abc import Iterable

from facilitation.report.blocks import Table
from workshop.exports.markdown.signs import marked, one_line


def piped(table: Table) -> str:
    """Nothing where there is nothing to tell."""
    if not (table.columns and table.rows):
        return ""
    heads = _row(one_line(column.head) for column in table.columns)
    rule = _row("---:" if column.figures else "---" for column in table.columns)
    return "\n".join((heads, rule, *(_row(one_line(marked(cell)) for cell in row) for row in table.rows)))


def _row(cells: Iterable[str]) -> str:
    return f"| {' | '.join(cells)} |"
