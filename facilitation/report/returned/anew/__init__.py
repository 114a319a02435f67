"""A workbook that becomes a plan of its own: what its sheets say is the plan's, held against nothing."""

from facilitation.report.returned.anew.whole import Begun, begun

__all__ = ["Begun", "begun"]
