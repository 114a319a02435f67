"""A workbook: a report's sheets as an .xlsx that people can sort, reckon with, correct and send back."""

from workshop.exports.workbook.book import write

__all__ = ["write"]
