"""Tables as CSV: a .zip with a file a sheet, one that explains the fields, and one on where it all comes from.

Every file is UTF-8 with a byte order mark, separated by semicolons, in every language alike. Figures bear a decimal
comma: with a point, a Finnish or Swedish Excel would read 18.4 as the eighteenth of April. Known elsewhere as
`read.csv2` (R) or `sep=";", decimal=","` (pandas). Days are ISO days, flags true or false. The heads are the fields'
keys, which no language changes.
"""

import zipfile
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from io import BytesIO
from math import isfinite

from facilitation.report.blocks import Report
from facilitation.report.sheets import Cell, Sheet
from workshop.archives import entry
from workshop.exports import Brought, Told
from workshop.texts import without_controls

MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"
SEPARATOR, END = ";", "\r\n"
READABLE = 0o644 << 16
FORMULA_LIKE = tuple("=+-@")
LED_BY = tuple("\t\r\n")
FIELDS = ("table", "key", "head", "sort", "choices")


def write(report: Report, template: Brought | None, told: Told) -> bytes:
    """The report's sheets as a .zip of CSV files; it has no use for a template."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "about.txt", END.join((*_about(report), "")))
        _add(archive, "fields.csv", table(FIELDS, _fields(report)))
        for number, sheet in enumerate(report.sheets, 1):
            _add(archive, f"{sheet.key}.csv", table(("id", *(field.key for field in sheet.fields)), _rows(sheet)))
            told(number, len(report.sheets))
    return packed.getvalue()


def table(keys: Iterable[str], rows: Iterable[Iterable[Cell]]) -> str:
    lines = (SEPARATOR.join(map(cell, row)) for row in (keys, *rows))
    return "".join(line + END for line in lines)


def cell(value: Cell) -> str:
    """Only texts stand in quotation marks."""
    match value:
        case None:
            return ""
        case bool():
            return str(value).lower()
        case date():
            return value.isoformat()
        case int() | float():
            return number(value)
        case _:
            return '"' + harmless(value).replace('"', '""') + '"'


def number(value: float) -> str:
    """Without exponent, exact to the last bit; what is no number is left empty."""
    if not isfinite(value):
        return ""
    return f"{Decimal(repr(value)):f}".removesuffix(".0").replace(".", ",")


def harmless(text: str) -> str:
    """A spreadsheet shows a text behind an apostrophe and does not reckon with it."""
    kept = _kept(text)
    reckoned = kept.lstrip().startswith(FORMULA_LIKE) or text.startswith(LED_BY)
    return f"'{kept}" if reckoned else kept


def _kept(text: str) -> str:
    """Without control characters and halves of letters."""
    return without_controls(text).encode("utf-8", "ignore").decode()


def _rows(sheet: Sheet) -> Iterator[tuple[Cell, ...]]:
    return ((row.id, *row.cells) for row in sheet.rows)


def _fields(report: Report) -> Iterator[tuple[Cell, ...]]:
    for sheet in report.sheets:
        yield sheet.key, "id", report.phrases.id, "text", ""
        for field in sheet.fields:
            yield sheet.key, field.key, field.head, field.sort, " | ".join(field.choices)


def _about(report: Report) -> Iterator[str]:
    yield report.title
    yield from report.subtitle.split("\n")
    if made := report.properties.made:
        yield f"{report.phrases.stands}: {made.isoformat()}"
    yield from report.origin


def _add(archive: zipfile.ZipFile, name: str, text: str) -> None:
    made = entry(name)
    made.external_attr = READABLE
    archive.writestr(made, (MARK + text).encode("utf-8", "ignore"))
