"""A report as a document: cover, contents, sections under true headings, and an annex of what everything rests on."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from facilitation.report.blocks import Headline, Provenance, Report, Section, Words
from workshop.exports import Brought
from workshop.exports.document.blocks import elements
from workshop.exports.document.contents import contents, heading
from workshop.exports.document.package import Paper, opened, packed
from workshop.exports.document.words import paragraph, run, said
from workshop.exports.document.xml import Element, w

Told = Callable[[int, int], None]


def write(report: Report, template: Brought | None = None, told: Told = lambda done, of: None) -> bytes:
    """The report as a .docx file; the same report and template give the same bytes. `told` hears how far it is."""
    writer = Writer(report, opened(template, report))
    for done, section in enumerate(report.sections, 1):
        writer.section(section)
        told(done, len(report.sections))
    writer.annex()
    return packed(writer.paper, [*writer.front(), *writer.body])


@dataclass
class Writer:
    """The document in the making."""

    report: Report
    paper: Paper
    body: list[Element] = field(default_factory=list[Any])
    listed: list[tuple[int, str, str]] = field(default_factory=list[tuple[int, str, str]])
    """Headings so far: level, words, bookmark."""
    provenance: list[tuple[str, tuple[Words, ...]]] = field(default_factory=list[tuple[str, tuple[Words, ...]]])

    def front(self) -> Iterator[Element]:
        """Cover and contents, which are known when all else is."""
        styles = self.paper.styles
        yield said(styles.title, Words(self.report.title))
        yield from (said(styles.subtitle, Words(line)) for line in self.report.subtitle.split("\n") if line)
        yield w("p", w("r", w("br", type_="page")))
        yield said(styles.contents, Words(self.report.phrases.contents))
        yield from contents(self.listed, styles)
        yield w("p", w("r", w("br", type_="page")))

    def section(self, section: Section) -> None:
        self._heading(1, section.title)
        if section.lead:
            self.body.append(said(self.paper.styles.text, Words(section.lead)))
        doubtful = False
        about = section.title
        for block in section.blocks:
            if isinstance(block, Headline):
                about = block.text
                self._heading(2, about)
            elif isinstance(block, Provenance):
                self.provenance.append((about, block.lines))
            made = list(elements(block, self.paper.styles, self.paper.width, self.report.language))
            doubtful = doubtful or "unconfirmed=True" in repr(block)
            self.body += made
        if doubtful:
            self.body.append(said(self.paper.styles.note, Words(f"* {self.report.phrases.unconfirmed}")))

    def annex(self) -> None:
        """What everything rests on, finding by finding; and where the whole comes from."""
        styles = self.paper.styles
        self._heading(1, self.report.phrases.provenance)
        self.body += [said(styles.note, Words(line)) for line in self.report.origin]
        for about, lines in self.provenance:
            if lines:
                self.body.append(paragraph(styles.topic, [run(about)]))
                self.body += [said(styles.bullet, line) for line in lines]

    def _heading(self, level: int, words: str) -> None:
        styles = self.paper.styles
        mark = f"_Toc{len(self.listed) + 1:06}"
        self.listed.append((level, words, mark))
        self.body.append(heading(styles.section if level == 1 else styles.finding, words, mark, len(self.listed)))
