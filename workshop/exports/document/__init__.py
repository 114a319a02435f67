"""A document: a report as a .docx in the organisation's own styles, that people can go on editing and sign."""

from workshop.exports.document.looked import looked
from workshop.exports.document.write import write

__all__ = ["looked", "write"]
