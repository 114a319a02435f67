"""PDF: a report as a tagged document (PDF/UA-1) to read, to sign and to keep."""

from workshop.exports.pdf.document import write

__all__ = ["write"]
