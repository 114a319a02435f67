"""The workbook behind a chart: what PowerPoint opens on "Edit data". The right-hand columns hold what was measured;
the columns that are drawn follow from them by formula, so that changing a figure moves the bar."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO

from xlsxwriter import Workbook

from workshop.texts import for_xml

FIRST_DAY = datetime(2000, 1, 1)  # noqa: DTZ001 (a spreadsheet knows no zones)
EXCEL_START = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class Filled:
    """A column with its head and values; `formula(row)` makes the value from others, in Excel's own row numbers."""

    head: str
    values: tuple[float | str | None, ...]
    formula: Callable[[int], str] | None = None
    form: str = "General"


def serial(day: date) -> int:
    """A day as a spreadsheet counts it."""
    return (day - EXCEL_START).days


def workbook(columns: Sequence[Filled | None]) -> bytes:
    """One sheet; None leaves a column empty. Texts are written as texts, whatever they begin with."""
    packed = BytesIO()
    book = Workbook(packed, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"created": FIRST_DAY})
    page = book.add_worksheet("Sheet1")
    bold = book.add_format({"bold": True})
    for at, column in enumerate(columns):
        if column is None:
            continue
        form = book.add_format({"num_format": column.form})
        page.write_string(0, at, for_xml(column.head), bold)
        for row, value in enumerate(column.values, 1):
            if column.formula is not None:
                page.write_formula(row, at, column.formula(row + 1), form, value)  # pyright: ignore[reportArgumentType]
            elif isinstance(value, str):
                page.write_string(row, at, for_xml(value))
            elif value is not None:
                page.write_number(row, at, value, form)
    page.set_column(0, 0, 60)
    page.set_column(1, len(columns), 14)
    book.close()
    return packed.getvalue()
