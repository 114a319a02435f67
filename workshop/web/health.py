"""What a proxy or a supervisor asks."""

from flask import Blueprint
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from workshop import store
from workshop.store import schema

bp = Blueprint("health", __name__)


@bp.get("/healthz")
def alive() -> tuple[str, int]:
    """The process answers."""
    return "ok\n", 200


@bp.get("/readyz")
def ready() -> tuple[str, int]:
    """The database answers too, and its tables are those this program knows."""
    try:
        with store.reading() as db:
            db.execute(text("SELECT 1"))
        current = schema.is_current()
    except SQLAlchemyError:
        return "no database\n", 503
    return ("ready\n", 200) if current else ("tables are of another version: toimi migrate\n", 503)
