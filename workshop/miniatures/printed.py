"""Pages of a PDF as its own program draws them."""

from collections.abc import Iterator

from facilitation.report import Report
from workshop.exports.pdf.document import pages
from workshop.miniatures import PNG, Picture


def draw(file: bytes, report: Report) -> Iterator[Picture]:
    titles = [report.title, *(each.title for each in report.sections)]
    for at, page in enumerate(pages(report)):
        yield Picture(PNG, page, titles[0] if at == 0 else "")
