"""A spreadsheet program as far as tests need one: it changes a cell of a workbook, and leaves the rest as it was."""

import html
import re
from collections.abc import Callable
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from workshop.uploads import workbook
from workshop.uploads.tables import tables


def edited(file: bytes, name: str, change: Callable[[str], str]) -> bytes:
    """The same package with one part changed; shared texts are parts too."""
    out = BytesIO()
    with ZipFile(BytesIO(file)) as before, ZipFile(out, "w", ZIP_DEFLATED) as after:
        assert name in before.namelist()
        for each in before.namelist():
            part = before.read(each)
            after.writestr(each, change(part.decode()).encode() if each == name else part)
    return out.getvalue()


def said(file: bytes, old: str, new: str) -> bytes:
    """A text changed wherever it stands."""
    return edited(file, "xl/sharedStrings.xml", lambda part: part.replace(html.escape(old), html.escape(new)))


def sheet_of(file: bytes, name: str) -> str:
    with ZipFile(BytesIO(file)) as archive:
        named = re.findall(r'<sheet name="([^"]+)"', archive.read("xl/workbook.xml").decode())
    return f"xl/worksheets/sheet{named.index(name) + 1}.xml"


def place(file: bytes, key: str, row: str = "") -> str:
    """The cell of the first row, or of that of an id, in the column of this key, such as D3."""
    read = workbook.read(file) or {"sheets": ()}
    table = next(each for each in tables(read["sheets"]) if each.key == key.partition(".")[0])
    number = next(each.number for each in table.rows if row in ("", each.id))
    return f"{table.columns[key.partition('.')[2]]}{number}"


def put(file: bytes, sheet: str, cell: str, inside: str, sort: str = "") -> bytes:
    """One cell with other contents, in its look."""

    def change(part: str) -> str:
        found = re.search(rf'<c r="{cell}"( s="\d+")?[^>]*?(/>|>.*?</c>)', part)
        assert found, cell
        return part.replace(found[0], f'<c r="{cell}"{found[1] or ""}{sort}>{inside}</c>')

    return edited(file, sheet_of(file, sheet), change)


def beside(file: bytes, sheet: str, row: int, column: str, text: str) -> bytes:
    """A text typed into an empty cell behind the last one of a row."""

    def change(part: str) -> str:
        found = re.search(rf'<row r="{row}".*?</row>', part)
        assert found, row
        cell = f'<c r="{column}{row}"{INLINE}>{typed(text)}</c>'
        return part.replace(found[0], found[0].replace("</row>", f"{cell}</row>"))

    return edited(file, sheet_of(file, sheet), change)


def renamed(file: bytes, sheet: str, name: str) -> bytes:
    return edited(file, "xl/workbook.xml", lambda part: part.replace(f'<sheet name="{sheet}"', f'<sheet name="{name}"'))


def typed(text: str) -> str:
    return f"<is><t>{html.escape(text)}</t></is>"


INLINE = ' t="inlineStr"'
