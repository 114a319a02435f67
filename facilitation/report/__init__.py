"""What leaves the room as a report: sections and blocks that every format writes in its own way."""

from facilitation.report.blocks import Block, Properties, Report, Section
from facilitation.report.reader import Wording, english
from facilitation.report.texts import Words
from facilitation.report.workshop import report

__all__ = ["Block", "Properties", "Report", "Section", "Wording", "Words", "english", "report"]
