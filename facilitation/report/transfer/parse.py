"""A transfer's JSON as a Transfer, and back. Whatever is wrong is named by its place, as in a pack."""

import json
import re
from collections.abc import Mapping
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from facilitation import limits
from facilitation.packs.node import Node, read_json
from facilitation.report.transfer.shape import ROW_KINDS, RowKind, Transfer, TransferColumn, TransferSheet
from facilitation.report.transfer.sources import SILENT, SOURCES
from facilitation.words import N_, Parallel

SHELF = Path(__file__).parent / "shipped"
KEY = re.compile(r"[a-z][a-z0-9-]{1,39}")
ONLY = ("agreement",)


@cache
def shipped() -> Mapping[str, Transfer]:
    """The transfers that come with Toimi, by their keys. None of them claims that its service asks just so."""
    every = [parse(path.read_text("utf-8")) for path in sorted(SHELF.glob("*.json"))]
    return {transfer.key: transfer for transfer in every}


def parse(text: str) -> Transfer:
    """A transfer from its JSON; raises PackError naming the path of what is wrong."""
    return build(read_json(text))


def build(root: Node) -> Transfer:
    key = root.at("key")
    if not KEY.fullmatch(key.text()):
        raise key.wrong(N_("Expected small letters, figures and hyphens, at most 40."))
    every = root.at("sheets").some()
    if len(every) > limits.TRANSFER_SHEETS:
        raise root.at("sheets").wrong(N_("The list is longer than %(most)s."), most=limits.TRANSFER_SHEETS)
    return Transfer(key.text(), name(root.at("title")), name(root.at("purpose")), tuple(map(sheet, every)))


def sheet(node: Node) -> TransferSheet:
    rows: RowKind = node.at("rows").one_of(ROW_KINDS)
    columns = node.at("columns").some()
    if len(columns) > limits.TRANSFER_COLUMNS:
        raise node.at("columns").wrong(N_("The list is longer than %(most)s."), most=limits.TRANSFER_COLUMNS)
    only = node.at("only").one_of(ONLY) if node.has("only") else ""
    return TransferSheet(rows, name(node.at("title")), tuple(column(each, rows) for each in columns), only)


def column(node: Node, rows: RowKind) -> TransferColumn:
    source = node.at("source")
    known = SOURCES.get(source.text())
    if known is None:
        raise source.wrong(N_("There is no source “%(source)s”."), source=source.text())
    if known.of in SILENT[rows]:
        raise source.wrong(N_("A row of this kind cannot tell “%(source)s”."), source=known.key)
    words = {value: name(each) for value, each in node.at("words").named()}
    if words and known.choice is None:
        raise node.at("words").wrong(N_("Only a choice has words for its answers."))
    longest = node.at("longest")
    return TransferColumn(
        head=name(node.at("head")),
        source=known.key,
        text=name(node.at("text")) if node.has("text") else {},
        words=words,
        longest=longest.whole(1, limits.TRANSFER_LONGEST) if node.has("longest") else None,
    )


def name(node: Node) -> Parallel:
    """A short text in at least one language."""
    texts = node.parallel()
    for code, text in texts.items():
        if len(text) > limits.SHORT_TEXT:
            raise node.at(code).wrong(N_("The text is longer than %(most)s characters."), most=limits.SHORT_TEXT)
    return texts


def as_data(transfer: Transfer) -> dict[str, Any]:
    """As it stands in the JSON; what says nothing is left out."""
    return {
        "key": transfer.key,
        "title": dict(transfer.title),
        "purpose": dict(transfer.purpose),
        "sheets": [_sheet(each) for each in transfer.sheets],
    }


def _sheet(sheet: TransferSheet) -> dict[str, Any]:
    columns = [_column(each) for each in sheet.columns]
    told: dict[str, Any] = {"rows": sheet.rows, "title": dict(sheet.title), "only": sheet.only, "columns": columns}
    return {key: value for key, value in told.items() if value}


def _column(column: TransferColumn) -> dict[str, Any]:
    told: dict[str, Any] = {
        "head": dict(column.head),
        "source": column.source,
        "text": dict(column.text),
        "words": {value: dict(words) for value, words in column.words.items()},
        "longest": column.longest,
    }
    return {key: value for key, value in told.items() if value}


def digest(transfer: Transfer) -> str:
    """Changes with every word of it: whoever vouched for it vouched for just this."""
    return sha256(json.dumps(as_data(transfer), sort_keys=True).encode()).hexdigest()
