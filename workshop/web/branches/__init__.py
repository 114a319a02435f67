"""Approved plans of an organisation and of all under it, read together: what they say, and what is decided."""

from workshop.web.branches import answering, asking, beginning, deciding, files, goals, page, steering

SUBJECTS = (page, files, beginning, goals, deciding, asking, answering, steering)
