"""Slides: a report as a .pptx that people can go on editing."""

from workshop.exports.slides.deck import write

__all__ = ["write"]
