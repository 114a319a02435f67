"""The whole workbook: the front, the charts, a worksheet a sheet, the choices. The same report gives the same bytes."""

from collections.abc import Iterator, Sequence
from datetime import datetime, time
from io import BytesIO

from xlsxwriter import Workbook

from facilitation.report.blocks import Report
from facilitation.report.sheets import Sheet
from workshop.exports import Brought, Told
from workshop.exports.workbook import charts, choices, front, page
from workshop.exports.workbook.looks import FACE, Looks
from workshop.exports.workbook.texts import line, sheet_names

UNMADE = datetime(2000, 1, 1)  # noqa: DTZ001 (a spreadsheet knows no zones)
LONGEST = 255
STAMP = "toimi_"
"""What the names of the properties begin with that say where the workbook comes from (workshop/uploads reads them)."""
TEXTS_STAY_TEXTS = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(report: Report, template: Brought | None, told: Told) -> bytes:
    """The report's sheets as a workbook; it has no use for a template."""
    packed = BytesIO()
    letters = {"font_name": FACE, "font_size": 10}
    # In memory, its zip entries bear no time of the day.
    book = Workbook(packed, {"in_memory": True, "default_format_properties": letters, **TEXTS_STAY_TEXTS})
    properties(book, report)
    _fill(book, report, told)
    book.close()
    return packed.getvalue()


def properties(book: Workbook, report: Report) -> None:
    """No person, and no other time than the report's own."""
    about = report.properties
    texts = {
        "title": report.title,
        "subject": about.subject,
        "author": about.organisation,
        "company": about.organisation,
        "keywords": about.keywords,
    }
    day = datetime.combine(about.made, time()) if about.made else UNMADE
    book.set_properties({**{key: line(text, LONGEST) for key, text in texts.items()}, "created": day})
    for key, value in report.stamp.items():
        book.set_custom_property(f"{STAMP}{key}", line(value, LONGEST), "text")


def _fill(book: Workbook, report: Report, told: Told) -> None:
    looks, phrases, sheets = Looks(book, report.language), report.phrases, report.sheets
    titles = (phrases.contents, phrases.charts, phrases.choices, *(sheet.title for sheet in sheets))
    contents, drawings, offers, *names = sheet_names(titles)
    first = book.add_worksheet(contents)
    page.printing(first, report.footer)
    first.fit_to_pages(1, 0)
    front.fill(first, report, list(_listed(report, drawings, names)), looks)
    if charts.drawn(sheets):
        charts.add(book, drawings, _called(sheets, names), report.footer, looks)
    _pages(book, report, names, looks, told)
    places = choices.add(book, offers, sheets, report.footer, looks)
    for name, sheet in zip(names, sheets, strict=True):
        if made := book.get_worksheet_by_name(name):
            page.offer(made, sheet, places)


def _pages(book: Workbook, report: Report, names: Sequence[str], looks: Looks, told: Told) -> None:
    for number, (sheet, name) in enumerate(zip(report.sheets, names, strict=True), 1):
        made = book.add_worksheet(name)
        page.printing(made, report.footer)
        page.spread(made, sheet)
        page.fill(made, sheet, report.phrases.id, looks)
        told(number, len(report.sheets))


def _called(sheets: Sequence[Sheet], names: Sequence[str]) -> list[tuple[Sheet, str]]:
    return [(sheet, name) for sheet, name in zip(sheets, names, strict=True) if sheet.charts and sheet.rows]


def _listed(report: Report, drawings: str, names: Sequence[str]) -> Iterator[front.Listed]:
    drawn = charts.drawn(report.sheets)
    if drawn:
        titles = [chart.title for _, chart in drawn]
        yield front.Listed(drawings, report.phrases.charts, len(drawn), titles)
    for sheet, name in zip(report.sheets, names, strict=True):
        yield front.Listed(
            name, sheet.title, len(sheet.rows), [field.head for field in sheet.fields if "." not in field.key]
        )
