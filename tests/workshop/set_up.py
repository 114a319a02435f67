"""Workshops being set up."""

from flask import Flask
from sqlalchemy import func, select

from workshop import store
from workshop.store.tables import WorkshopRow


def workshops(app: Flask) -> int:
    with app.app_context(), store.reading() as db:
        return db.scalar(select(func.count()).select_from(WorkshopRow)) or 0
