"""A table as it came, row by row, by what its heads mean; each cell remembers its place."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from typing import Any

from facilitation.words import N_, Refused
from workshop import limits
from workshop.uploads import checked, child, plain
from workshop.uploads.cells import letters

ORGANISATIONS, PEOPLE = "organisations", "people"
SEARCHED = 10
"""Rows from the top in which the heads may stand."""
HEADS: Mapping[str, Mapping[str, Sequence[str]]] = {
    ORGANISATIONS: {
        "code": ("Code", "Tunnus", "Kod"),
        "fi": ("Name in Finnish", "Nimi suomeksi", "Namn på finska"),
        "sv": ("Name in Swedish", "Nimi ruotsiksi", "Namn på svenska"),
        "en": ("Name in English", "Nimi englanniksi", "Namn på engelska"),
        "kind": ("Kind", "Laji", "Slag"),
        "under": ("Under", "Ylempi organisaatio", "Överordnad organisation"),
        "since": ("From", "Alkaen", "Från"),
        "until": ("Until", "Saakka", "Till"),
        "successor": ("Goes on as", "Jatkaja", "Fortsätter som"),
    },
    PEOPLE: {
        "name": ("Name", "Nimi", "Namn"),
        "email": ("E-mail", "Sähköposti", "E-post"),
        "organisation": ("Organisation", "Organisaatio", "Organisation"),
        "role": ("Role", "Rooli", "Roll"),
        "since": ("From", "Alkaen", "Från"),
        "until": ("Until", "Saakka", "Till"),
        "language": ("Language of letters", "Kirjeiden kieli", "Språk i brev"),
    },
}
"""By table and key, how a column may be headed in English, Finnish and Swedish, whatever its letters' case."""
NEEDED = {ORGANISATIONS: {"under", "kind"}, PEOPLE: {"email", "role"}}
"""The columns by which a table is known."""
NO_TABLE = N_("No table of organisations or people was found. See below how the columns are headed.")
WRONG_KIND = N_("Bring a workbook (.xlsx) or a CSV file.")


@dataclass(frozen=True)
class Record:
    """One row: what stands in its cells by key, as text."""

    table: str
    sheet: str
    number: int
    cells: Mapping[str, str]
    columns: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.cells.get(key, "")

    def place(self, key: str) -> str:
        """Such as "People, B5"; the whole row where the table has no such column."""
        column = self.columns.get(key, "")
        return f"{self.sheet}, {column}{self.number}"


def read(file: bytes, filename: str) -> list[Record]:
    """Every row of every table in a file. Raises Refused, at the field `file`."""
    path = PurePath(filename)
    match path.suffix.lower():
        case ".xlsx":
            sheets = child.read(checked(file, "xlsx"))["sheets"]
        case ".csv" | ".txt":
            sheets = [{"name": path.stem, **child.read(file, "plain")}]
        case _:
            raise Refused(WRONG_KIND, code="unreadable", field="file")
    found = [record for sheet in sheets for record in of_sheet(sheet)]
    if not found:
        raise Refused(NO_TABLE, code="no_table", field="file")
    if len(found) > limits.REGISTRY_ROWS:
        raise Refused(plain.TOO_LARGE, code="too_long", field="file", rows=limits.REGISTRY_ROWS)
    return found


def of_sheet(sheet: Mapping[str, Any]) -> Iterator[Record]:
    """The rows under the heads; none where no heads are found."""
    for at, row in enumerate(sheet["rows"][:SEARCHED]):
        for table, heads in HEADS.items():
            columns = _columns(row, heads)
            if columns.keys() >= NEEDED[table]:
                yield from _records(table, sheet, at + 1, columns)
                return


def _columns(row: Iterable[Any], heads: Mapping[str, Sequence[str]]) -> dict[str, int]:
    said = {str(cell).strip().casefold(): at for at, cell in enumerate(row) if cell is not None}
    ways = ((key, way.casefold()) for key, words in heads.items() for way in (key, *words))
    return {key: said[way] for key, way in ways if way in said}


def _records(table: str, sheet: Mapping[str, Any], first: int, columns: Mapping[str, int]) -> Iterator[Record]:
    named = {key: letters(column + 1) for key, column in columns.items()}
    for number, row in enumerate(sheet["rows"][first:], first + 1):
        cells = {key: _said(row[at]) for key, at in columns.items() if at < len(row)}
        odd = {key for key, letter in named.items() if f"{letter}{number}" in sheet["marks"]}
        if any(cells.values()) or odd:
            yield Record(table, sheet["name"], number, cells | dict.fromkeys(odd, FORMULA), named)


FORMULA = "\N{REPLACEMENT CHARACTER}"
"""What stands for a formula or an error: its value is not believed, so it fits nowhere."""


def _said(cell: Any) -> str:
    match cell:
        case None:
            return ""
        case {"day": str(day)}:
            return day
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return " ".join(str(cell).split())


def day_of(text: str) -> date | None:
    """2026-11-28 or 28.11.2026. Raises ValueError."""
    if not text:
        return None
    if "." in text:
        day, month, year = text.split(".")
        return date(int(year), int(month), int(day))
    return date.fromisoformat(text)
