"""Transfer sheets: a plan in the order in which another service asks for it, by a mapping that is data.

A transfer says which sheets there are, what each row is about and which column holds what; `sheets` fills them from a
plan. `shipped()` are those that come with Toimi; `parse` reads any other, naming the place of whatever is wrong.
"""

from facilitation.report.transfer.filled import by_hand, sheets
from facilitation.report.transfer.parse import as_data, build, digest, parse, shipped
from facilitation.report.transfer.remarks import Place, remarks
from facilitation.report.transfer.shape import ROW_KINDS, RowKind, Transfer, TransferColumn, TransferSheet
from facilitation.report.transfer.sources import FIXED, SOURCES, Source, offered_to

__all__ = [
    "FIXED",
    "ROW_KINDS",
    "SOURCES",
    "Place",
    "RowKind",
    "Source",
    "Transfer",
    "TransferColumn",
    "TransferSheet",
    "as_data",
    "build",
    "by_hand",
    "digest",
    "offered_to",
    "parse",
    "remarks",
    "sheets",
    "shipped",
]
