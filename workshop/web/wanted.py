"""What somebody wants to take home: a draft or an extract of it, in a format, as they may see it now."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from flask import abort

from facilitation.report import Report, report
from facilitation.report.extracts import EXTRACTS
from facilitation.view.as_data import as_text
from facilitation.words import LANGUAGES, Message
from workshop.clock import now
from workshop.exports import FORMATS, Brought, Told, child
from workshop.exports.child import GivenUp
from workshop.languages import reader_language, worded
from workshop.store.tables import TemplateRow
from workshop.web.brought import brought, template_for
from workshop.web.comparing import stamp
from workshop.web.document import wording
from workshop.web.head import zone
from workshop.web.method import confirmations
from workshop.web.reading import Reading
from workshop.web.telling import IN_TWO, in_languages

NOT_IN_NAMES = re.compile(r'[\x00-\x1f<>:"/\\|?*]+')
SILENT: Told = lambda done, of: None  # noqa: E731 (it has a type)


@dataclass(frozen=True)
class Wanted:
    here: Reading
    format: str
    extract: str
    own: bool
    """In Toimi's own template, whatever the organisation brought."""
    at: datetime
    second: str = ""
    """The language that stands beside the reader's own, if any."""

    def report(self) -> Report:
        here, told = self.here, in_languages(self.tell, self.second)
        if self.second:
            # A file in two languages is not read back: it bears no mark of where it is from.
            return told
        where = here.found.id, here.state.seq, here.place, told.language
        mark = stamp(*where, hosting=here.hosting, made=self.at.date(), extract=self.extract)
        return replace(told, stamp=mark)

    def tell(self, language: str, beside: str) -> Report:
        here = self.here
        return report(
            here.plan,
            language,
            wording,
            here.pack,
            made=self.at.date(),
            confirmed=confirmations(here.pack.key),
            extract=self.extract,
            data=as_text(here.plan),
            beside=beside,
        )

    def template(self) -> Brought | None:
        row = None if self.own else worn(self.here, self.format)
        return brought(row) if row else None

    def job(self) -> Callable[..., bytes]:
        """Makes it, of what is seen now: whoever calls it later needs neither request nor app."""
        format, told, template = self.format, self.report(), self.template()

        def make(heard: Told = SILENT, given_up: GivenUp | None = None) -> bytes:
            return child.make(format, told, template, heard, given_up)

        return make

    def file_name(self) -> str:
        here, part = self.here, worded(Message(EXTRACTS[self.extract].title)) if self.extract else ""
        both = f"{reader_language()}-{self.second}" if self.second else ""
        named = ", ".join(filter(None, (here.title, part, both, here.plan.organisation, f"{self.at:%Y-%m-%d %H.%M}")))
        return NOT_IN_NAMES.sub(" ", f"{named}.{self.format}")


def wanted(here: Reading, format: str, asked: Mapping[str, str]) -> Wanted:
    """By an address or a form; 404 for what is not offered."""
    extract, second = asked.get("of", ""), asked.get("beside", "")
    if format not in FORMATS or extract not in ("", *EXTRACTS):
        abort(404)
    if second and (format not in IN_TWO or second not in LANGUAGES or second == reader_language()):
        abort(404)
    return Wanted(here, format, extract, asked.get("template") == "own", now().astimezone(zone()), second)


def worn(here: Reading, format: str) -> TemplateRow | None:
    """The template in which such files of this plan leave; none for Toimi's own."""
    whose = (here.plan.organisation, here.state.organisation)
    return template_for(format, whose) if FORMATS[format].brought else None
