"""Rows that are made when somebody reads: for whoever reads next."""

import logging
from collections.abc import Callable

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from workshop.room import rooms_of

log = logging.getLogger(__name__)


def kept(plan: str, write: Callable[[Connection], None]) -> None:
    """A database that takes nothing keeps nobody from reading."""
    try:
        rooms_of().transactions.write(write)
    except DBAPIError:
        log.warning("what was made of %s was not kept", plan, exc_info=True)
