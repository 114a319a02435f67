"""Follow-up: a plan's own page, entering what is due, rounds, holders of roles with their links, and many plans."""

from flask import Flask

from workshop.web.following import (
    changing,
    check_in,
    dashboards,
    entry,
    holders,
    in_round,
    leaving,
    reading,
    recipes,
    rounds,
    where,
    workbook,
)

SUBJECTS = (reading, entry, workbook, rounds, changing, holders, leaving, check_in, dashboards)


def init_app(app: Flask) -> None:
    for part in (where, in_round, recipes):
        part.init_app(app)
