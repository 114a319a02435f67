"""What somebody wants to take home: a plan or an extract of it, in a format, as they may see it now."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from flask import abort

from facilitation.report import Report
from facilitation.report.extracts import EXTRACTS
from facilitation.words import LANGUAGES
from workshop import filing
from workshop.clock import now
from workshop.exports import FORMATS, Brought, child
from workshop.languages import reader_language
from workshop.store.tables import TemplateRow
from workshop.web.asked import File, file_name
from workshop.web.brought import brought, template_for
from workshop.web.head import zone
from workshop.web.home import Home
from workshop.web.method import reading
from workshop.web.telling import IN_TWO, in_languages


@dataclass(frozen=True)
class Wanted:
    home: Home
    format: str
    extract: str
    own: bool
    """In Toimi's own template, whatever the organisation brought."""
    at: datetime
    second: str = ""
    """The language that stands beside the reader's own, if any."""

    def report(self) -> Report:
        told = in_languages(self.tell, self.second)
        if self.second:
            # A file in two languages is not read back: it bears no mark of where it is from.
            return told
        return filing.stamped(told, self.home.mark, self.at.date(), self.extract)

    def tell(self, language: str, beside: str) -> Report:
        home = self.home
        told = partial(filing.told, home.plan, self.extract, pack=home.pack, seq=home.own_seq, keyed=home.keyed)
        return told(language=language, beside=beside)

    def template(self) -> Brought | None:
        row = None if self.own else worn(self.home, self.format)
        return brought(row) if row else None

    def file(self, told: Report | None = None, part: str = "") -> File:
        """As it is seen now; or `told`, another report of the same plan, which is called `part` of it."""
        format, whole = FORMATS[self.format], told or self.report()
        job = partial(child.make, self.format, whole, self.template())
        return File(self.name(part), format.media_type, job)

    def name(self, part: str = "") -> str:
        """Of what, in which part, whose, and its version or when it stood so."""
        home = self.home
        part = part or (reading(home.pack).words(EXTRACTS[self.extract].title) if self.extract else "")
        both = f"{reader_language()}-{self.second}" if self.second else ""
        number = home.asked.get("version") or f"{self.at:%Y-%m-%d %H.%M}"
        return file_name(self.format, home.title, part, both, home.plan.organisation, number)


def wanted(home: Home, format: str, asked: Mapping[str, str]) -> Wanted:
    """By an address or a form; 404 for what is not offered."""
    extract, second = asked.get("of", ""), asked.get("beside", "")
    if format not in FORMATS or extract not in ("", *EXTRACTS):
        abort(404)
    if second and (format not in IN_TWO or second not in LANGUAGES or second == reader_language()):
        abort(404)
    return Wanted(home, format, extract, asked.get("template") == "own", now().astimezone(zone()), second)


def worn(home: Home, format: str) -> TemplateRow | None:
    """The template in which such files of this plan leave; none for Toimi's own."""
    return template_for(format, home.organisations) if FORMATS[format].brought else None


def dressed(home: Home) -> dict[str, TemplateRow | None]:
    """The templates of all formats that may have one."""
    return {format: worn(home, format) for format, each in FORMATS.items() if each.brought}
