"""Approved plans of an organisation and of all under it, read together: what they say, and what is decided."""

from flask import Flask

from workshop.web.branches import answering, asking, beginning, deciding, files, glance, goals, page, steering

SUBJECTS = (page, files, beginning, goals, deciding, asking, answering, steering)


def init_app(app: Flask) -> None:
    glance.init_app(app)
