"""Approved plans of an organisation and of all under it, read together: what they say, and what is decided."""

from workshop.web.branches import beginning, deciding, files, goals, page

SUBJECTS = (page, files, beginning, goals, deciding)
