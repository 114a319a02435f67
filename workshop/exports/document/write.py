"""A report as a document: cover, contents, sections under true headings, and an annex of what everything rests on."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from docx.shared import Pt

from facilitation.report import figures
from facilitation.report.blocks import Headline, Provenance, Report, Section
from facilitation.report.doubts import unconfirmed
from facilitation.report.texts import Words
from workshop.exports import Brought
from workshop.exports.document.annex import Ground, annex
from workshop.exports.document.blocks import elements
from workshop.exports.document.contents import contents, heading
from workshop.exports.document.package import Paper, opened, packed
from workshop.exports.document.setting import Setting
from workshop.exports.document.words import on_new_page, said
from workshop.exports.document.xml import Element

Told = Callable[[int, int], None]
YEARS = re.compile(" ([0-9]{4}–[0-9]{4})$")
"""At the end of a title: programs would break the line within them, so that a year stands alone."""


def write(report: Report, template: Brought | None = None, told: Told = lambda done, of: None) -> bytes:
    """The report as a .docx file; the same report and template give the same bytes. `told` hears how far it is."""
    paper = opened(template, report)
    writer = Writer(report, setting(paper, report))
    for number, section in enumerate(report.sections, 1):
        writer.section(number, section)
        told(number, len(report.sections))
    writer.annex()
    return packed(paper, [*writer.front(), *writer.body])


def setting(paper: Paper, report: Report) -> Setting:
    return Setting(paper.styles, paper.width, paper.bullets, paper.size, report.language, report.phrases)


@dataclass
class Writer:
    """The document in the making."""

    report: Report
    to: Setting
    body: list[Element] = field(default_factory=list[Any])
    listed: list[tuple[int, str, str]] = field(default_factory=list[tuple[int, str, str]])
    """Headings so far: level, words, bookmark."""
    grounds: list[Ground] = field(default_factory=list[Ground])

    def front(self) -> Iterator[Element]:
        """Cover and contents, which are known when all else is."""
        styles = self.to.styles
        yield said(styles.title, Words(YEARS.sub(r"\n\1", self.report.title)))
        yield from (said(styles.subtitle, Words(line)) for line in head_data(self.report))
        if self.listed:
            yield on_new_page(said(styles.contents, Words(self.report.phrases.contents), stays=True))
            yield from contents(self.listed, styles)

    def section(self, number: int, section: Section) -> None:
        made = self._heading(1, section.title)
        self.body.append(on_new_page(made) if number == 1 else made)
        if section.lead:
            self.body.append(said(self.to.styles.text, Words(section.lead), stays=bool(section.blocks)))
        self._blocks(number, section)
        self._doubt([block for block in section.blocks if not isinstance(block, Provenance)])

    def _blocks(self, number: int, section: Section) -> None:
        finding, topic = section.title, section.title
        for block in section.blocks:
            match block:
                case Headline(text, about):
                    self._finding(text, about if about != topic else "")
                    finding, topic = text, about
                case Provenance(lines) if lines:
                    self.grounds.append(Ground(number, section.title, finding, lines))
                case _:
                    self.body += elements(block, self.to)

    def _finding(self, text: str, about: str) -> None:
        """The topic in small letters above, unless the finding begins with it."""
        if not about or text.startswith(about):
            self.body.append(self._heading(2, text))
            return
        self.body.append(said(self.to.styles.about, Words(about), stays=True))
        made = self._heading(2, text)
        made.get_or_add_pPr().spacing_before = Pt(0)
        self.body.append(made)

    def _doubt(self, told: object) -> None:
        if unconfirmed(told):
            self.body.append(said(self.to.styles.note, Words(f"* {self.report.phrases.unconfirmed}")))

    def annex(self) -> None:
        if self.report.origin or self.grounds:
            self.body.append(on_new_page(self._heading(1, self.report.phrases.provenance)))
            self.body += annex(self.report.origin, self.grounds, self.to)
            self._doubt(self.grounds)

    def _heading(self, level: int, words: str) -> Element:
        styles, mark = self.to.styles, f"_Toc{len(self.listed) + 1:06}"
        self.listed.append((level, words, mark))
        return heading(level, styles.section if level == 1 else styles.finding, words, mark, len(self.listed))


def head_data(report: Report) -> Iterator[str]:
    """What stands below the title; organisation and day too, unless it names them."""
    told, about = report.subtitle, report.properties
    yield from (line for line in told.split("\n") if line)
    yield from (each for each in (about.organisation,) if each and each not in told)
    yield from (day for day in (_made(report),) if day and day not in told)


def _made(report: Report) -> str:
    made = report.properties.made
    return figures.day(made, report.language) if made else ""
