"""What is somebody's as one .zip: all of it as JSON, a CSV file a table, and a page that explains them."""

import json
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

from workshop.archives import entry
from workshop.exports import Told
from workshop.exports.plain_tables import END, MARK, READABLE, table
from workshop.persons.theirs import Sheets

MODULE, MEGABYTES, SECONDS = __name__, 512, 30
WHOLE, FILES = "person.json", "files"


def write(sheets: Sheets, files: Mapping[str, bytes], about: Sequence[str], told: Told) -> bytes:
    """The archive, with whole files in a folder; `about` is what its reader is told about it, line by line."""
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        _add(archive, "about.txt", MARK + END.join((*about, "")))
        _add(archive, WHOLE, json.dumps(sheets, ensure_ascii=False, indent=2))
        for number, (name, rows) in enumerate(sheets.items(), 1):
            heads = list(dict.fromkeys(head for row in rows for head in row))
            cells = ([_cell(row.get(head)) for head in heads] for row in rows)
            _add(archive, f"{name}.csv", MARK + table(heads, cells))
            told(number, len(sheets))
        for name, file in files.items():
            _add(archive, f"{FILES}/{name}", file)
    return packed.getvalue()


def _cell(value: Any) -> Any:
    """What is a cell's own sort stays; what has parts is told as JSON."""
    return json.dumps(value, ensure_ascii=False) if isinstance(value, (dict, list)) else value


def _add(archive: zipfile.ZipFile, name: str, content: str | bytes) -> None:
    made = entry(name)
    made.external_attr = READABLE
    archive.writestr(made, content if isinstance(content, bytes) else content.encode("utf-8", "replace"))
