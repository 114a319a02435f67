"""Sheets that left as a workbook and come back edited: what was told, what it is now, what the file says."""

from facilitation.report.returned.cells import Raw, Strange, Unfit
from facilitation.report.returned.compare import Back, BackRow, Line, Note, Place, compare
from facilitation.report.returned.paper import Cells, Changed, Elsewhere, Paper, Piece, Remark, Reviewed, Run, reviewed
from facilitation.report.returned.wishes import wish

__all__ = [
    "Back",
    "BackRow",
    "Cells",
    "Changed",
    "Elsewhere",
    "Line",
    "Note",
    "Paper",
    "Piece",
    "Place",
    "Raw",
    "Remark",
    "Reviewed",
    "Run",
    "Strange",
    "Unfit",
    "compare",
    "reviewed",
    "wish",
]
