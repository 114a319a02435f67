"""Rows that are made when somebody reads: for whoever reads next."""

import logging
from collections.abc import Callable

from sqlalchemy import Connection
from sqlalchemy.exc import DBAPIError

from workshop.room import rooms_of

log = logging.getLogger(__name__)


def keep_if_it_can(of: str, write: Callable[[Connection], None]) -> None:
    """A database that takes nothing keeps nobody from reading."""
    try:
        rooms_of().transactions.write(write)
    except DBAPIError:
        log.warning("what was made of %s was not kept", of, exc_info=True)
