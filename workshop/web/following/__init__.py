"""Follow-up: a plan's own page, entering what is due, rounds, holders of roles with their links, and many plans."""

from flask import Flask

from workshop.web.following import (
    changing,
    check_in,
    correcting,
    dashboards,
    entry,
    given,
    holders,
    in_round,
    leaving,
    planning,
    reading,
    rounds,
    series,
    where,
    workbook,
)

SUBJECTS = (
    reading,
    planning,
    entry,
    correcting,
    workbook,
    rounds,
    changing,
    holders,
    leaving,
    check_in,
    given,
    series,
    dashboards,
)


def init_app(app: Flask) -> None:
    for part in (where, in_round):
        part.init_app(app)
