"""Pages of a PDF as its own program draws them."""

from collections.abc import Iterator

from facilitation.report import Report
from facilitation.report.paper import Paper
from workshop.exports.pdf import document, paper
from workshop.miniatures import PNG, Picture


def draw(file: bytes, report: Report | Paper) -> Iterator[Picture]:
    told = isinstance(report, Report)
    title, pages = (report.title, document.pages(report)) if told else (report.head.title, paper.pages(report))
    for at, page in enumerate(pages):
        yield Picture(PNG, page, title if at == 0 else "")
