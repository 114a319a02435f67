"""Follow-up: a plan's own page, entering what is due, rounds, holders of roles with their links, and many plans."""

from flask import Flask

from workshop.web.following import (
    check_in,
    counted,
    dashboards,
    entry,
    holders,
    leaving,
    reading,
    rounds,
    where,
    workbook,
)

SUBJECTS = (reading, entry, workbook, rounds, holders, leaving, check_in, dashboards)


def init_app(app: Flask) -> None:
    where.init_app(app)
    counted.init_app(app)
