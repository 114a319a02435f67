"""Slides: a report as a .pptx that people can go on editing."""

from workshop.exports.slides.deck import write
from workshop.exports.slides.looked import looked

__all__ = ["looked", "write"]
