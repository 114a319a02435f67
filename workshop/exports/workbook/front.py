"""The first sheet: what this workbook is, where it comes from, and what each sheet holds."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from xlsxwriter.worksheet import Worksheet

from facilitation.report.blocks import Report
from workshop.exports.workbook.cells import height, put, put_text
from workshop.exports.workbook.looks import Looks
from workshop.exports.workbook.texts import heads, line

WIDTHS = (34, 12, 100)
HEADS = ("head", "head over figures", "head")


@dataclass(frozen=True, slots=True)
class Listed:
    """A worksheet by its name, how much it holds, and what."""

    name: str
    title: str
    count: int
    holds: Sequence[str]


def fill(page: Worksheet, report: Report, listed: Sequence[Listed], looks: Looks) -> None:
    for across, width in enumerate(WIDTHS):
        page.set_column(across, across, width)
    page.hide_gridlines(2)
    at = _told(page, report, looks)
    if listed:
        _contents(page, at + 1, report, listed, looks)


def _told(page: Worksheet, report: Report, looks: Looks) -> int:
    """Title, subtitle, day and origin, a row each; the row that follows."""
    page.set_row(0, 30)
    page.write_string(0, 0, line(report.title), looks["title"])
    at = _lines(page, 1, report.subtitle.split("\n"), "line", looks)
    if made := report.properties.made:
        page.write_string(at + 1, 0, line(report.phrases.stands), looks["quiet"])
        put(page, (at + 1, 1), made, "day", looks)
        at += 2
    return _lines(page, at, report.origin, "quiet", looks)


def _lines(page: Worksheet, at: int, lines: Iterable[str], name: str, looks: Looks) -> int:
    for text in lines:
        page.write_string(at, 0, line(text), looks[name])
        at += 1
    return at


def _contents(page: Worksheet, at: int, report: Report, listed: Sequence[Listed], looks: Looks) -> None:
    phrases = report.phrases
    for down, each in enumerate(listed, at + 1):
        page.write_url(down, 0, f"internal:'{each.name}'!A1", looks["link"], line(each.title))
        page.write_number(down, 1, each.count, looks["number"])
        holds = ", ".join(map(line, each.holds))
        put_text(page, (down, 2), holds, looks)
        page.set_row(down, height([(holds, WIDTHS[2])]))
    named = heads((phrases.sheet, phrases.rows, phrases.columns))
    page.add_table(
        at,
        0,
        at + len(listed),
        2,
        {
            "name": "toimi_contents",
            "columns": [
                {"header": head, "header_format": looks[name]} for head, name in zip(named, HEADS, strict=True)
            ],
            "style": None,
            "autofilter": False,
            "title": line(phrases.contents),
        },
    )
