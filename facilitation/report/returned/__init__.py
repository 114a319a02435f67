"""Sheets that left as a workbook and come back edited: what was told, what it is now, what the file says."""

from facilitation.report.returned.cells import Raw, Strange, Unfit
from facilitation.report.returned.columns import CARDS, Sources
from facilitation.report.returned.compare import Back, BackRow, Line, Note, Place, compare
from facilitation.report.returned.held import Cells
from facilitation.report.returned.lines import LINES, PlanWish, as_asked, wish_of_plan
from facilitation.report.returned.paper import reviewed
from facilitation.report.returned.pieces import Changed, Elsewhere, Paper, Piece, Remark, Reviewed, Run
from facilitation.report.returned.wishes import wish

__all__ = [
    "CARDS",
    "LINES",
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
    "PlanWish",
    "Raw",
    "Remark",
    "Reviewed",
    "Run",
    "Sources",
    "Strange",
    "Unfit",
    "as_asked",
    "compare",
    "reviewed",
    "wish",
    "wish_of_plan",
]
