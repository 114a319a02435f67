"""A method pack as a workbook: its sheets, one a part, and the pack that they make when they come back."""

from facilitation.report.method.coming import Coming, coming
from facilitation.report.method.leaving import HOW, sheets

__all__ = ["HOW", "Coming", "coming", "sheets"]
