"""A tree of organisations that do not exist, to try the pages out with."""

from collections.abc import Sequence
from pathlib import Path

from workshop.registry import records
from workshop.registry.records import Record

TABLE = Path(__file__).parent / "organisations.csv"


def rows() -> Sequence[Record]:
    return records.read(TABLE.read_bytes(), TABLE.name)
