"""Approved plans of an organisation and of all under it, read together: a page, and the files made of it."""

from workshop.web.branches import files, page

SUBJECTS = (page, files)
